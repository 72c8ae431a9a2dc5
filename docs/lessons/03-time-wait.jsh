// 3. TIME_WAIT and SO_REUSEADDR: why a server that was restarted finds its address in use.

// A server serves one client and closes the connection first, as a web server does. man 7 tcp
int serve(sockaddr_in addr, boolean reuse) throws ErrnoException {
    int listenfd = check(socket(AF_INET, SOCK_STREAM, 0));
    check(setsockopt(listenfd, SOL_SOCKET, SO_REUSEADDR, reuse ? 1 : 0));
    check(bind(listenfd, addr, sizeof(addr)));
    check(listen(listenfd, 1));
    check(getsockname(listenfd, addr, new int[] {sizeof(addr)}));
    int clientfd = check(socket(AF_INET, SOCK_STREAM, 0));
    check(connect(clientfd, addr, sizeof(addr)));
    int connfd = check(accept(listenfd, null, null));
    check(close(connfd));
    check(recv(clientfd, new byte[1], 1, 0));
    check(close(clientfd));
    return close(listenfd);
}
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
serve(addr, false)

// Every descriptor is closed, and still there is something: the end that closed first stays for a minute in TIME_WAIT,
// state 06, in case a late packet of this connection arrives. man 5 proc_pid_net
String port = ":%04X".formatted(ntohs(addr.sin_port))
String state(String port) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/net/tcp"))) {
        return lines.map(line -> line.strip().split("\\s+")).filter(column -> column[1].endsWith(port))
                .map(column -> column[3]).findFirst().orElse("");
    }
}
state(port)

// So the server's address is in use, and a new server cannot have it. man("bind")
int fd = check(socket(AF_INET, SOCK_STREAM, 0))
bind(fd, addr, sizeof(addr))
strerrorname_np(errno())
check(close(fd))

// SO_REUSEADDR says that TIME_WAIT is no obstacle. man("socket", 7)
// Linux asks both for it, the old socket and the new one: a server sets it always, before bind. man("setsockopt")
sockaddr_in again = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
serve(again, true)
state(":%04X".formatted(ntohs(again.sin_port)))
fd = check(socket(AF_INET, SOCK_STREAM, 0))
check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 1))
bind(fd, again, sizeof(again))

// It does not let two servers listen at once: that is another option, SO_REUSEPORT.
check(listen(fd, 1))
int otherfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(setsockopt(otherfd, SOL_SOCKET, SO_REUSEADDR, 1))
bind(otherfd, again, sizeof(again))
strerrorname_np(errno())
check(close(otherfd))
check(close(fd))

// 3. TIME_WAIT 与 SO_REUSEADDR:服务器重启后为什么发现地址被占用。

// 服务器服务一个客户端,并且先关闭连接,就像网页服务器那样。man 7 tcp
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

// 描述符全都关了,却还留着一样东西:先关闭的那一端要在 TIME_WAIT(状态 06)里停一分钟,
// 以防这个连接的数据包迟到。man 5 proc_pid_net
String port = ":%04X".formatted(ntohs(addr.sin_port))
String state(String port) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/net/tcp"))) {
        return lines.map(line -> line.strip().split("\\s+")).filter(column -> column[1].endsWith(port))
                .map(column -> column[3]).findFirst().orElse("");
    }
}
state(port)

// 所以服务器的地址被占用,新的服务器拿不到。man("bind")
int fd = check(socket(AF_INET, SOCK_STREAM, 0))
bind(fd, addr, sizeof(addr))
strerrorname_np(errno())
check(close(fd))

// SO_REUSEADDR 表示 TIME_WAIT 不算障碍。man("socket", 7)
// Linux 要求新旧两个套接字都设它:服务器总是在 bind 之前设好。man("setsockopt")
sockaddr_in again = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
serve(again, true)
state(":%04X".formatted(ntohs(again.sin_port)))
fd = check(socket(AF_INET, SOCK_STREAM, 0))
check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 1))
bind(fd, again, sizeof(again))

// 它不会让两个服务器同时监听:那是另一个选项,SO_REUSEPORT。
check(listen(fd, 1))
int otherfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(setsockopt(otherfd, SOL_SOCKET, SO_REUSEADDR, 1))
bind(otherfd, again, sizeof(again))
strerrorname_np(errno())
check(close(otherfd))
check(close(fd))

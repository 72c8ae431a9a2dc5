// 4. The backlog: who waits in the queue, and who waits before it.

// A server that listens with a backlog of 1, and does not accept. man("listen")
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))

// A client that does not wait: its connect goes on behind the call, and poll says when it is done. man("connect"),
// man("poll")
int client() throws ErrnoException {
    int fd = check(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    connect(fd, addr, sizeof(addr));
    return fd;
}
boolean isConnected(int fd, int milliseconds) throws ErrnoException {
    return check(poll(new pollfd[] {new pollfd(fd, POLLOUT, 0)}, 1, milliseconds)) == 1;
}

// The first is connected, though nobody accepted it: the kernel shakes hands by itself.
int onefd = client()
isConnected(onefd, 1000)

// So is the second: Linux lets one more wait than the backlog says.
int twofd = client()
isConnected(twofd, 1000)

// Of a listener TCP_INFO tells how many wait, and how many may. man("tcp", 7)
tcp_info info = new tcp_info()
check(getsockopt(listenfd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}))
info.tcpi_unacked
info.tcpi_sacked

// The third is not refused. Its SYN is dropped, as if the network had lost it, and the client's kernel will send it again.
int threefd = client()
isConnected(threefd, 200)
check(getsockopt(threefd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}))
info.tcpi_state == TCP_SYN_SENT

// The server accepts one, which makes room. man("accept")
int connfd = check(accept(listenfd, null, null))

// Within a second or so the SYN comes again, and there is the third. What was a full queue looks to a client like a slow
// network.
isConnected(threefd, 10_000)

// A backlog is cut to net.core.somaxconn, whatever the program says: 4096 as a rule. man("close")
check(listen(listenfd, Integer.MAX_VALUE))
check(getsockopt(listenfd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}))
info.tcpi_sacked == Integer.parseInt(Files.readAllLines(Path.of("/proc/sys/net/core/somaxconn")).get(0))
for (int fd : new int[] {connfd, onefd, twofd, threefd, listenfd}) {
    check(close(fd));
}

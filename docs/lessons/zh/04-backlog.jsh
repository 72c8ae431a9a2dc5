// 4. backlog:谁在队列里等,谁在队列外等。

// 一个 backlog 为 1 的监听者,而且不 accept。man("listen")
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))

// 不等待的客户端:connect 返回以后还在继续,poll 会说它何时完成。man("connect")、man("poll")
int client() throws ErrnoException {
    int fd = check(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    connect(fd, addr, sizeof(addr));
    return fd;
}
boolean isConnected(int fd, int milliseconds) throws ErrnoException {
    return check(poll(new pollfd[] {new pollfd(fd, POLLOUT, 0)}, 1, milliseconds)) == 1;
}

// 第一个连上了,虽然没有人接受它:握手是内核自己完成的。
int onefd = client()
isConnected(onefd, 1000)

// 第二个也连上了:Linux 允许比 backlog 多等一个。
int twofd = client()
isConnected(twofd, 1000)

// 对监听者,TCP_INFO 说的是有几个在等,最多能等几个。man("tcp", 7)
tcp_info info = new tcp_info()
check(getsockopt(listenfd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}))
info.tcpi_unacked
info.tcpi_sacked

// 第三个没有被拒绝。它的 SYN 被丢弃,好像丢在网络里,客户端的内核会再发一次。
int threefd = client()
isConnected(threefd, 200)
check(getsockopt(threefd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}))
info.tcpi_state == TCP_SYN_SENT

// 服务器接受一个,腾出位置。man("accept")
int connfd = check(accept(listenfd, null, null))

// 大约一秒以后 SYN 再次到来,第三个也连上了。队列满了,在客户端看来就像网络慢。
isConnected(threefd, 10_000)

// 不管程序写多少,backlog 都不超过 net.core.somaxconn,通常是 4096。man("close")
check(listen(listenfd, Integer.MAX_VALUE))
check(getsockopt(listenfd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}))
info.tcpi_sacked == Integer.parseInt(Files.readAllLines(Path.of("/proc/sys/net/core/somaxconn")).get(0))
for (int fd : new int[] {connfd, onefd, twofd, threefd, listenfd}) {
    check(close(fd));
}

// 2. 半关闭:一个连接有两个方向,各自结束。

// 先建一个连接,才有东西可关。man 7 tcp
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
int serverfd = check(accept(listenfd, null, null))

// 内核能说出每一端的状态:1 就是 TCP_ESTABLISHED。man("getsockopt")
tcp_info info = new tcp_info()
int state(int fd) throws ErrnoException {
    check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
    return info.tcpi_state;
}
state(clientfd) == TCP_ESTABLISHED && state(serverfd) == TCP_ESTABLISHED

// 客户端提出问题,并表示不会再有别的问题:它关掉自己的方向。man("shutdown")
check(send(clientfd, "how much?", 9, 0))
check(shutdown(clientfd, SHUT_WR))

// 服务器读到问题,接着读到流的末尾。
byte[] buf = new byte[100]
int n = check(recv(serverfd, buf, sizeof(buf), 0))
text(buf, n)
check(recv(serverfd, buf, sizeof(buf), 0))

// 连接关了一半:客户端在等对方的 FIN,服务器知道不会再有数据可读。
state(clientfd) == TCP_FIN_WAIT2
state(serverfd) == TCP_CLOSE_WAIT

// 另一个方向照常开着。回答能送到。
check(send(serverfd, "42", 2, 0))
n = check(recv(clientfd, buf, sizeof(buf), 0))
text(buf, n)

// 关掉的就不再打开:再往上面发送是错误。在 C 里还会收到信号 SIGPIPE,而 JVM 忽略它。man("send")
send(clientfd, "and now?", 8, MSG_NOSIGNAL)
strerrorname_np(errno())

// close() 同时结束两个方向,描述符也没了。shutdown() 保留描述符。man("close")
check(close(serverfd))
check(recv(clientfd, buf, sizeof(buf), 0))
check(close(clientfd))
check(close(listenfd))

// 2. Half-close: a connection has two directions, and each ends by itself.

// A connection to have something to close. man 7 tcp
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
int serverfd = check(accept(listenfd, null, null))

// The kernel tells the state of each end: 1 is TCP_ESTABLISHED. man("getsockopt")
tcp_info info = new tcp_info()
int state(int fd) throws ErrnoException {
    check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
    return info.tcpi_state;
}
state(clientfd) == TCP_ESTABLISHED && state(serverfd) == TCP_ESTABLISHED

// The client asks its question and says that there will be no other: it shuts its direction. man("shutdown")
check(send(clientfd, "how much?", 9, 0))
check(shutdown(clientfd, SHUT_WR))

// The server reads the question, and then the end of the stream.
byte[] buf = new byte[100]
int n = check(recv(serverfd, buf, sizeof(buf), 0))
text(buf, n)
check(recv(serverfd, buf, sizeof(buf), 0))

// Half of the connection is closed: the client waits for the other FIN, the server knows that there is no more to read.
state(clientfd) == TCP_FIN_WAIT2
state(serverfd) == TCP_CLOSE_WAIT

// The other direction is as open as before. The answer goes through.
check(send(serverfd, "42", 2, 0))
n = check(recv(clientfd, buf, sizeof(buf), 0))
text(buf, n)

// What is shut stays shut: to send on it is an error. In C it is also a signal, SIGPIPE, which a JVM ignores. man("send")
send(clientfd, "and now?", 8, MSG_NOSIGNAL)
strerrorname_np(errno())

// close() ends both directions at once, and the descriptor too. shutdown() leaves the descriptor open. man("close")
check(close(serverfd))
check(recv(clientfd, buf, sizeof(buf), 0))
check(close(clientfd))
check(close(listenfd))

// 9. epoll:水平触发与边缘触发。

// 要等待的东西:两个相连的套接字。man("socketpair")
int[] sv = new int[2]
check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, sv))

// epoll 是内核里的一组描述符,它本身也是一个描述符。man("epoll", 7)
int epfd = check(epoll_create1(EPOLL_CLOEXEC))
epoll_event event = new epoll_event()
event.events = EPOLLIN
event.data.fd(sv[1])
check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[1], event))

// 没有可读的:没有就绪的。0 是等待的时间,单位毫秒。man("epoll_wait")
epoll_event[] ready = epoll_event.array(8)
check(epoll_wait(epfd, ready, 8, 0))

// 水平触发:只要还有可读的,每次 epoll_wait 都会说。
check(send(sv[0], "ab", 2, 0))
check(epoll_wait(epfd, ready, 8, 1000))
ready[0].events == EPOLLIN && ready[0].data.fd() == sv[1]
check(epoll_wait(epfd, ready, 8, 0))

// 只读走一部分也一样。
byte[] one = new byte[1]
check(recv(sv[1], one, 1, 0))
check(epoll_wait(epfd, ready, 8, 0))
check(recv(sv[1], one, 1, 0))
check(epoll_wait(epfd, ready, 8, 0))

// 边缘触发:只说有新东西来了。man("epoll_ctl")
event.events = EPOLLIN | EPOLLET
Names.of("EPOLL", event.events)
check(epoll_ctl(epfd, EPOLL_CTL_MOD, sv[1], event))
check(send(sv[0], "cd", 2, 0))
check(epoll_wait(epfd, ready, 8, 1000))

// 第二次就不说了,尽管什么也没读;读了一半也不说。此时还有没读完的就去等待,
// 等的是对方,而对方可能正在等回答:这就是典型的卡死。
check(epoll_wait(epfd, ready, 8, 0))
check(recv(sv[1], one, 1, 0))
check(epoll_wait(epfd, ready, 8, 0))

// 再来数据,就是新的边缘。
check(send(sv[0], "e", 1, 0))
check(epoll_wait(epfd, ready, 8, 1000))

// 所以边缘触发的规则是:不要阻塞,一直读到 EAGAIN。man("recv")
int n
while ((n = recv(sv[1], one, 1, 0)) > 0) {
    text(one, n);
}
strerrorname_np(errno())

// man("close")
check(close(epfd))
check(close(sv[0]))
check(close(sv[1]))

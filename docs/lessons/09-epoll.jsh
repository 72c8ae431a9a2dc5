// 9. epoll: level and edge.

// Something to wait for: two connected sockets. man("socketpair")
int[] sv = new int[2]
check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, sv))

// epoll is a set of descriptors in the kernel, and a descriptor itself. man("epoll", 7)
int epfd = check(epoll_create1(EPOLL_CLOEXEC))
epoll_event event = new epoll_event()
event.events = EPOLLIN
event.data.fd(sv[1])
check(epoll_ctl(epfd, EPOLL_CTL_ADD, sv[1], event))

// Nothing to read: nothing is ready. The 0 is the time to wait, in milliseconds. man("epoll_wait")
epoll_event[] ready = epoll_event.array(8)
check(epoll_wait(epfd, ready, 8, 0))

// Level: as long as there is something to read, each epoll_wait says so.
check(send(sv[0], "ab", 2, 0))
check(epoll_wait(epfd, ready, 8, 1000))
ready[0].events == EPOLLIN && ready[0].data.fd() == sv[1]
check(epoll_wait(epfd, ready, 8, 0))

// Also when some of it has been read.
byte[] one = new byte[1]
check(recv(sv[1], one, 1, 0))
check(epoll_wait(epfd, ready, 8, 0))
check(recv(sv[1], one, 1, 0))
check(epoll_wait(epfd, ready, 8, 0))

// Edge: it says only that something has come. man("epoll_ctl")
event.events = EPOLLIN | EPOLLET
Names.of("EPOLL", event.events)
check(epoll_ctl(epfd, EPOLL_CTL_MOD, sv[1], event))
check(send(sv[0], "cd", 2, 0))
check(epoll_wait(epfd, ready, 8, 1000))

// A second time it says nothing, though nothing was read, nor when half was read. Who waits now with something unread
// waits for the peer, which may be waiting for an answer: the classic hang.
check(epoll_wait(epfd, ready, 8, 0))
check(recv(sv[1], one, 1, 0))
check(epoll_wait(epfd, ready, 8, 0))

// More data is a new edge.
check(send(sv[0], "e", 1, 0))
check(epoll_wait(epfd, ready, 8, 1000))

// Hence the rule for edges: do not block, and read until EAGAIN. man("recv")
int n
while ((n = recv(sv[1], one, 1, 0)) > 0) {
    text(one, n);
}
strerrorname_np(errno())

// man("close")
check(close(epfd))
check(close(sv[0]))
check(close(sv[1]))

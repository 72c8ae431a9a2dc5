// 6. UDP:数据报要么完整到达,要么被截断,截掉的就没了。

// 一个发给自己的套接字。对数据报套接字,connect 只是设定 send 发到哪里。man 7 udp
int fd = check(socket(AF_INET, SOCK_DGRAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(fd, addr, sizeof(addr)))
check(getsockname(fd, addr, new int[] {sizeof(addr)}))
check(connect(fd, addr, sizeof(addr)))

// 两个数据报就是两个:不管缓冲区多大,一次 recv 只取一个。man("send")、man("recv")
check(send(fd, "one", 3, 0))
check(send(fd, "two", 3, 0))
byte[] buf = new byte[100]
int n = check(recv(fd, buf, sizeof(buf), 0))
text(buf, n)
n = check(recv(fd, buf, sizeof(buf), 0))
text(buf, n)

// 十个字节放进四个字节的缓冲区:recv 返回 4,别的什么也看不出来。
check(send(fd, "0123456789", 10, 0))
byte[] small = new byte[4]
check(recv(fd, small, sizeof(small), 0))
text(small)

// 另外六个没了:没有东西可读。MSG_DONTWAIT 让它成为错误,而不是等待。
recv(fd, buf, sizeof(buf), MSG_DONTWAIT)
strerrorname_np(errno())

// 用 MSG_TRUNC,recv 返回数据报原来的长度。用 MSG_PEEK,数据报留在队列里。两个一起用,就是询问大小。
check(send(fd, "0123456789", 10, 0))
check(recv(fd, (byte[]) null, 0, MSG_PEEK | MSG_TRUNC))

// recvmsg 在 msg_flags 里说它截断了。man("recvmsg")
msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(small, sizeof(small))}, 1, null, 0, 0)
check(recvmsg(fd, msg, 0))
(msg.msg_flags & MSG_TRUNC) != 0

// 数据报可以是空的。recv 返回 0,但这不是末尾:UDP 没有末尾。
check(send(fd, "", 0, 0))
check(recv(fd, buf, sizeof(buf), 0))

// 数据报也有最大长度:IPv4 能装的,减去它的首部和 UDP 的首部。man("close")
send(fd, new byte[65_508], 65_508, 0)
strerrorname_np(errno())
check(send(fd, new byte[65_507], 65_507, 0))
check(recv(fd, (byte[]) null, 0, MSG_TRUNC))
check(close(fd))

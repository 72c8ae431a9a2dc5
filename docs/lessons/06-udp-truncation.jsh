// 6. UDP: a datagram comes whole or is cut, and what is cut off is gone.

// A socket that sends to itself. connect on a datagram socket only sets where send goes. man 7 udp
int fd = check(socket(AF_INET, SOCK_DGRAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(fd, addr, sizeof(addr)))
check(getsockname(fd, addr, new int[] {sizeof(addr)}))
check(connect(fd, addr, sizeof(addr)))

// Two datagrams are two: a recv takes one, however large its buffer is. man("send"), man("recv")
check(send(fd, "one", 3, 0))
check(send(fd, "two", 3, 0))
byte[] buf = new byte[100]
int n = check(recv(fd, buf, sizeof(buf), 0))
text(buf, n)
n = check(recv(fd, buf, sizeof(buf), 0))
text(buf, n)

// Ten bytes into a buffer of four: recv says 4, and nothing else gives it away.
check(send(fd, "0123456789", 10, 0))
byte[] small = new byte[4]
check(recv(fd, small, sizeof(small), 0))
text(small)

// The other six are gone: there is nothing to read. MSG_DONTWAIT makes that an error instead of waiting.
recv(fd, buf, sizeof(buf), MSG_DONTWAIT)
strerrorname_np(errno())

// With MSG_TRUNC recv answers how long the datagram was. With MSG_PEEK it stays in the queue. Both together ask for the
// size.
check(send(fd, "0123456789", 10, 0))
check(recv(fd, (byte[]) null, 0, MSG_PEEK | MSG_TRUNC))

// recvmsg says in msg_flags that it has cut. man("recvmsg")
msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(small, sizeof(small))}, 1, null, 0, 0)
check(recvmsg(fd, msg, 0))
(msg.msg_flags & MSG_TRUNC) != 0

// A datagram may be empty. recv answers 0, and that is not the end: UDP has none.
check(send(fd, "", 0, 0))
check(recv(fd, buf, sizeof(buf), 0))

// And there is a largest one: what IPv4 carries, less its header and UDP's. man("close")
send(fd, new byte[65_508], 65_508, 0)
strerrorname_np(errno())
check(send(fd, new byte[65_507], 65_507, 0))
check(recv(fd, (byte[]) null, 0, MSG_TRUNC))
check(close(fd))

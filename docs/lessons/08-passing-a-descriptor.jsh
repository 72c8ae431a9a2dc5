// 8. Passing a descriptor: an open file goes through a socket, from one process to another.

// The way it goes. In life the two ends are in two processes; here they are in one. man 7 unix
int[] sv = new int[2]
check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv))

// What is passed: the end of a pipe that one reads from. man("pipe")
int[] pipefd = new int[2]
check(pipe(pipefd))

// A descriptor travels in a control message, SCM_RIGHTS, and at least one byte of data with it. man("sendmsg"),
// man("CMSG_FIRSTHDR")
byte[] control = new byte[CMSG_SPACE(sizeof(int.class))]
msghdr msg = new msghdr(null, 0, new iovec[] {new iovec("!", 1)}, 1, control, sizeof(control), 0)
cmsghdr cmsg = CMSG_FIRSTHDR(msg)
cmsg.cmsg_level(SOL_SOCKET)
cmsg.cmsg_type(SCM_RIGHTS)
cmsg.cmsg_len(CMSG_LEN(sizeof(int.class)))
ByteBuffer data = CMSG_DATA(cmsg).putInt(pipefd[0])
check(sendmsg(sv[0], msg, 0))

// While it is on its way the sender may close its own: the pipe stays open. man("close")
check(close(pipefd[0]))
check(write(pipefd[1], "still here", 10))

// The receiver finds a new number, the first that is free in its own table. The number that was sent means nothing here.
// MSG_CMSG_CLOEXEC keeps it from programs that this process may start. man("recvmsg")
byte[] room = new byte[CMSG_SPACE(sizeof(int.class))]
msghdr in = new msghdr(null, 0, new iovec[] {new iovec(new byte[1], 1)}, 1, room, sizeof(room), 0)
check(recvmsg(sv[1], in, MSG_CMSG_CLOEXEC))
int fd = CMSG_DATA(CMSG_FIRSTHDR(in)).getInt()
(fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0

// It is the same open file: what was written comes out. man("read")
byte[] buf = new byte[100]
int n = check(read(fd, buf, sizeof(buf)))
text(buf, n)

// Had there been no room for control messages, the kernel would have closed the descriptor and set MSG_CTRUNC.
in.msg_flags & MSG_CTRUNC

// When all who can write have closed, the pipe is at its end.
check(close(pipefd[1]))
check(read(fd, buf, sizeof(buf)))
check(close(fd))
check(close(sv[0]))
check(close(sv[1]))

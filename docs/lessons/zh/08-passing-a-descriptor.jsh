// 8. 传递描述符:打开的文件经过套接字,从一个进程到另一个进程。

// 传递的通道。实际使用时两端在两个进程里,这里在同一个进程。man 7 unix
int[] sv = new int[2]
check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv))

// 要传递的:管道的读端。man("pipe")
int[] pipefd = new int[2]
check(pipe(pipefd))

// 描述符放在控制消息 SCM_RIGHTS 里,至少带一个字节的数据。man("sendmsg")、man("CMSG_FIRSTHDR")
byte[] control = new byte[CMSG_SPACE(sizeof(int.class))]
msghdr msg = new msghdr(null, 0, new iovec[] {new iovec("!", 1)}, 1, control, sizeof(control), 0)
cmsghdr cmsg = CMSG_FIRSTHDR(msg)
cmsg.cmsg_level(SOL_SOCKET)
cmsg.cmsg_type(SCM_RIGHTS)
cmsg.cmsg_len(CMSG_LEN(sizeof(int.class)))
ByteBuffer data = CMSG_DATA(cmsg).putInt(pipefd[0])
check(sendmsg(sv[0], msg, 0))

// 还在路上的时候,发送者就可以关掉自己的:管道仍然开着。man("close")
check(close(pipefd[0]))
check(write(pipefd[1], "still here", 10))

// 接收者得到一个新的号码,是它自己的表里第一个空闲的。发送时的号码在这里没有意义。
// MSG_CMSG_CLOEXEC 让本进程以后启动的程序拿不到它。man("recvmsg")
byte[] room = new byte[CMSG_SPACE(sizeof(int.class))]
msghdr in = new msghdr(null, 0, new iovec[] {new iovec(new byte[1], 1)}, 1, room, sizeof(room), 0)
check(recvmsg(sv[1], in, MSG_CMSG_CLOEXEC))
int fd = CMSG_DATA(CMSG_FIRSTHDR(in)).getInt()
(fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0

// 它是同一个打开的文件:写进去的读得出来。man("read")
byte[] buf = new byte[100]
int n = check(read(fd, buf, sizeof(buf)))
text(buf, n)

// 假如没有给控制消息留地方,内核就会关掉描述符,并设上 MSG_CTRUNC。
in.msg_flags & MSG_CTRUNC

// 能写的都关闭以后,管道就到头了。
check(close(pipefd[1]))
check(read(fd, buf, sizeof(buf)))
check(close(fd))
check(close(sv[0]))
check(close(sv[1]))

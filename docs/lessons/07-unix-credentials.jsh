// 7. UNIX credentials: who is at the other end, and the kernel vouches for it.

// Two connected sockets of the UNIX family. man 7 unix
int[] sv = new int[2]
check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv))

// Who made the other end: a process, a user, a group. Here, this process itself. man("getsockopt")
ucred peer = new ucred()
check(getsockopt(sv[0], SOL_SOCKET, SO_PEERCRED, peer, new int[] {sizeof(peer)}))
peer
peer.pid == getpid() && peer.uid == geteuid() && peer.gid == getegid()

// That was written down when the sockets were made. Who sends a message may be another process, to which the socket was
// passed. With SO_PASSCRED the kernel attaches the sender to each message that arrives. man("setsockopt")
check(setsockopt(sv[1], SOL_SOCKET, SO_PASSCRED, 1))
check(send(sv[0], "it is me", 8, 0))

// It comes as a control message, beside the data. man("recvmsg"), man("CMSG_FIRSTHDR")
byte[] buf = new byte[100]
byte[] control = new byte[CMSG_SPACE(sizeof(ucred.class))]
msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(buf, sizeof(buf))}, 1, control, sizeof(control), 0)
int n = check(recvmsg(sv[1], msg, 0))
text(buf, n)
cmsghdr cmsg = CMSG_FIRSTHDR(msg)
cmsg.cmsg_level() == SOL_SOCKET && cmsg.cmsg_type() == SCM_CREDENTIALS
new ucred(CMSG_DATA(cmsg))

// A sender may name credentials itself, and the kernel checks them: a pid that is not there is refused, to root too.
// man("sendmsg")
new ucred(Integer.MAX_VALUE, getuid(), getgid()).pack(CMSG_DATA(cmsg))
sendmsg(sv[0], msg, 0)
Set.of("EPERM", "ESRCH").contains(strerrorname_np(errno()))

// man("close")
check(close(sv[0]))
check(close(sv[1]))

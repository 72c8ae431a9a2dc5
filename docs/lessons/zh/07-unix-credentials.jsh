// 7. UNIX 凭证:另一端是谁,由内核担保。

// 两个相连的 UNIX 套接字。man 7 unix
int[] sv = new int[2]
check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv))

// 谁建立了另一端:进程、用户、组。这里就是本进程自己。man("getsockopt")
ucred peer = new ucred()
check(getsockopt(sv[0], SOL_SOCKET, SO_PEERCRED, peer, new int[] {sizeof(peer)}))
peer
peer.pid == getpid() && peer.uid == geteuid() && peer.gid == getegid()

// 这是建立套接字时记下的。发消息的可能是别的进程,套接字是传给它的。
// 设了 SO_PASSCRED,内核给每条到达的消息附上发送者。man("setsockopt")
check(setsockopt(sv[1], SOL_SOCKET, SO_PASSCRED, 1))
check(send(sv[0], "it is me", 8, 0))

// 它作为控制消息,随数据一起到达。man("recvmsg")、man("CMSG_FIRSTHDR")
byte[] buf = new byte[100]
byte[] control = new byte[CMSG_SPACE(sizeof(ucred.class))]
msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(buf, sizeof(buf))}, 1, control, sizeof(control), 0)
int n = check(recvmsg(sv[1], msg, 0))
text(buf, n)
cmsghdr cmsg = CMSG_FIRSTHDR(msg)
cmsg.cmsg_level() == SOL_SOCKET && cmsg.cmsg_type() == SCM_CREDENTIALS
new ucred(CMSG_DATA(cmsg))

// 发送者可以自己写凭证,而内核会检查:不存在的 pid 会被拒绝,对 root 也一样。man("sendmsg")
new ucred(Integer.MAX_VALUE, getuid(), getgid()).pack(CMSG_DATA(cmsg))
sendmsg(sv[0], msg, 0)
Set.of("EPERM", "ESRCH").contains(strerrorname_np(errno()))

// man("close")
check(close(sv[0]))
check(close(sv[1]))

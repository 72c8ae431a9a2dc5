// 10. 另一端是谁:通过 /proc 从一个连接找到持有它的进程。

// 一个连接。实际使用时,另一端在别的进程里,或者在另一台机器上,那里的 /proc 也是另一个。man 7 tcp
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
int connfd = check(accept(listenfd, null, null))

// 客户端知道连接的两个地址。man("getsockname")、man("getpeername")
sockaddr_in local = new sockaddr_in()
sockaddr_in remote = new sockaddr_in()
check(getsockname(clientfd, local, new int[] {sizeof(local)}))
check(getpeername(clientfd, remote, new int[] {sizeof(remote)}))
local
remote

// 内核在 /proc/net/tcp 里列出所有 TCP 套接字,地址用十六进制。man 5 proc_pid_net
String inHex(sockaddr_in a) { return "%08X:%04X".formatted(a.sin_addr.s_addr, ntohs(a.sin_port)); }
Optional<String[]> find(sockaddr_in local, sockaddr_in remote) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/net/tcp"))) {
        return lines.map(line -> line.strip().split("\\s+"))
                .filter(column -> column[1].equals(inHex(local)) && column[2].equals(inHex(remote))).findFirst();
    }
}

// 另一端的两个地址相同,只是对调。它的状态是 01,即 ESTABLISHED。
String[] other = find(remote, local).orElseThrow()
other[3]

// 第十列是套接字的 inode。fstat 说出描述符的 inode。man("fstat")
stat st = new stat()
check(fstat(connfd, st))
st.st_ino == Long.parseLong(other[9])

// 谁打开了它:某个 /proc/PID/fd 里的链接,写着 socket:[inode]。进程来来去去,别的用户的链接只有 root 看得到;
// 读不到的就略过。man 5 proc_pid_fd、man("readlink")
String[] numbers(String dir) {
    return Objects.requireNonNullElse(new File(dir).list((d, name) -> name.matches("\\d+")), new String[0]);
}
List<String> holders = new ArrayList<>()
for (String pid : numbers("/proc")) {
    for (String fd : numbers("/proc/" + pid + "/fd")) {
        byte[] target = new byte[100];
        int n = readlink("/proc/" + pid + "/fd/" + fd, target, sizeof(target));
        if (n > 0 && str(target).equals("socket:[" + other[9] + "]")) {
            holders.add("/proc/" + pid + "/fd/" + fd);
        }
    }
}
holders

// 就是本进程,描述符就是 accept 返回的那个。
holders.equals(List.of("/proc/" + getpid() + "/fd/" + connfd))

// man("close")
check(close(clientfd))
check(close(connfd))
check(close(listenfd))

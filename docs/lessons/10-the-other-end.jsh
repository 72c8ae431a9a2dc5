// 10. Who is on the other end: a connection, traced through /proc to the process that holds it.

// A connection. In life the other end is another process, or one on another machine, where /proc is another. man 7 tcp
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
int connfd = check(accept(listenfd, null, null))

// A client knows the two addresses of its connection. man("getsockname"), man("getpeername")
sockaddr_in local = new sockaddr_in()
sockaddr_in remote = new sockaddr_in()
check(getsockname(clientfd, local, new int[] {sizeof(local)}))
check(getpeername(clientfd, remote, new int[] {sizeof(remote)}))
local
remote

// The kernel lists all TCP sockets in /proc/net/tcp, with the addresses in hexadecimal. man 5 proc_pid_net
String inHex(sockaddr_in a) { return "%08X:%04X".formatted(a.sin_addr.s_addr, ntohs(a.sin_port)); }
Optional<String[]> find(sockaddr_in local, sockaddr_in remote) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/net/tcp"))) {
        return lines.map(line -> line.strip().split("\\s+"))
                .filter(column -> column[1].equals(inHex(local)) && column[2].equals(inHex(remote))).findFirst();
    }
}

// The other end has the same addresses, the other way round. Its state is 01, ESTABLISHED.
String[] other = find(remote, local).orElseThrow()
other[3]

// The tenth column is the socket's inode. fstat tells the inode of a descriptor. man("fstat")
stat st = new stat()
check(fstat(connfd, st))
st.st_ino == Long.parseLong(other[9])

// Who has it open: a link in some /proc/PID/fd that says socket:[inode]. Processes come and go, and of other users' only
// root sees the links; what cannot be read is left out. man 5 proc_pid_fd, man("readlink")
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

// It is this process, by the descriptor that accept answered.
holders.equals(List.of("/proc/" + getpid() + "/fd/" + connfd))

// man("close")
check(close(clientfd))
check(close(connfd))
check(close(listenfd))

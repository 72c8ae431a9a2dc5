// 5. Nagle's algorithm and TCP_NODELAY: five small sends, and how many packets they make.

// A connection. man 7 tcp
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
int serverfd = check(accept(listenfd, null, null))

// Five bytes by five sends, then they are read at the other end. The answer: how many segments of data went out, without
// those that were sent again. The receiver takes its time with acknowledgements, as is usual but in a connection's first
// moments: TCP_QUICKACK is off, and on again when everything is there. man("send")
tcp_info info = new tcp_info()
int sent() throws ErrnoException {
    check(getsockopt(clientfd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
    return info.tcpi_data_segs_out - info.tcpi_total_retrans;
}
int fiveSends() throws ErrnoException {
    check(setsockopt(serverfd, IPPROTO_TCP, TCP_QUICKACK, 0));
    int before = sent();
    for (int i = 0; i < 5; i++) {
        check(send(clientfd, "x", 1, 0));
    }
    check(recv(serverfd, new byte[5], 5, MSG_WAITALL));
    check(setsockopt(serverfd, IPPROTO_TCP, TCP_QUICKACK, 1));
    return sent() - before;
}

// With TCP_NODELAY each send is a segment, of one byte and some 50 of headers. man("setsockopt")
check(setsockopt(clientfd, IPPROTO_TCP, TCP_NODELAY, 1))
fiveSends()

// Without it Nagle's algorithm is at work: while something small is on its way, other small things wait, and go together.
// The first byte went at once, the four others when it was acknowledged.
check(setsockopt(clientfd, IPPROTO_TCP, TCP_NODELAY, 0))
fiveSends()

// It saves packets and costs time: who sends a header, then a body, then waits for the answer, waits for a delayed
// acknowledgement, 40 ms. One sendmsg of both costs neither. man("sendmsg")
int before = sent()
iovec[] parts = {new iovec("header ", 7), new iovec("and body", 8)}
msghdr msg = new msghdr(null, 0, parts, parts.length, null, 0, 0)
check(sendmsg(clientfd, msg, 0))
byte[] buf = new byte[15]
check(recv(serverfd, buf, 15, MSG_WAITALL))
text(buf)
sent() - before

// man("close")
check(close(clientfd))
check(close(serverfd))
check(close(listenfd))

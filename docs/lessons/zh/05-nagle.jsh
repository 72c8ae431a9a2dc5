// 5. Nagle 算法与 TCP_NODELAY:五次小的发送,变成几个包。

// 一个连接。man 7 tcp
int listenfd = check(socket(AF_INET, SOCK_STREAM, 0))
sockaddr_in addr = new sockaddr_in(AF_INET, htons(0), inet_makeaddr(127, 1))
check(bind(listenfd, addr, sizeof(addr)))
check(listen(listenfd, 1))
check(getsockname(listenfd, addr, new int[] {sizeof(addr)}))
int clientfd = check(socket(AF_INET, SOCK_STREAM, 0))
check(connect(clientfd, addr, sizeof(addr)))
int serverfd = check(accept(listenfd, null, null))

// 五个字节分五次发送,然后在另一端读走。返回的是发出了几个带数据的报文段,重发的不算。
// 接收方不急着确认,平时就是这样,只有连接刚开始时例外:所以关掉 TCP_QUICKACK,收齐了再打开。man("send")
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

// 有 TCP_NODELAY,每次发送就是一个报文段:一个字节的数据,五十来个字节的首部。man("setsockopt")
check(setsockopt(clientfd, IPPROTO_TCP, TCP_NODELAY, 1))
fiveSends()

// 没有它,Nagle 算法就起作用:有小的数据还在路上时,别的小数据就等着,然后一起走。
// 第一个字节立刻发出,另外四个等它被确认后才发。
check(setsockopt(clientfd, IPPROTO_TCP, TCP_NODELAY, 0))
fiveSends()

// 这样省了包,却费时间:先发首部,再发正文,然后等回答的程序,要等一个延迟的确认,40 ms。
// 用一次 sendmsg 一起发,两样都不费。man("sendmsg")
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

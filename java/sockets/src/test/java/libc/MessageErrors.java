package libc;

import static libc.Conditions.*;
import static libc.Errno.*;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.O_WRONLY;
import static libc.Sockets.loopback;
import static libc.sys.Socket.*;
import static libc.sys.Uio.*;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import libc.ErrorsIT.Row;

/** What goes through sockets and files in pieces: messages and vectors. */
final class MessageErrors {

    private MessageErrors() {}

    static List<Row> rows() {
        return Stream.of(sent(), received(), vectors()).flatMap(List::stream).toList();
    }

    private static List<Row> sent() {
        return List.of(
                Row.fails("sendmsg", EAGAIN, "nonblocking and full", (s, d) -> sendmsg(full(s), message("x"), 0)),
                Row.fails("sendmsg", EBADF, "closed", (s, d) -> sendmsg(closed(s), message("x"), 0)),
                Row.fails("sendmsg", EBADF, "SCM_RIGHTS of a closed descriptor",
                        (s, d) -> sendmsg(s.pair(SOCK_STREAM)[0], rights(closed(s)), 0)),
                Row.fails("sendmsg", ECONNREFUSED, "the datagram before found no receiver",
                        (s, d) -> sendmsg(refusedUdp(s), message("x"), 0)),
                Row.fails("sendmsg", ECONNRESET, "the peer has reset the connection",
                        (s, d) -> sendmsg(reset(s), message("x"), 0)),
                Row.fails("sendmsg", EDESTADDRREQ, "UDP without a peer", (s, d) -> sendmsg(udp(s), message("x"), 0)),
                Row.fails("sendmsg", EFAULT, "null", (s, d) -> sendmsg(s.tcp()[0], null, 0)),
                Row.fails("sendmsg", EFAULT, "iov_base null",
                        (s, d) -> sendmsg(s.tcp()[0], new msghdr(null, 0, pieces(null, 1), 1, null, 0, 0), 0)),
                Row.fails("sendmsg", EFAULT, "msg_iov null", (s, d) -> {
                    msghdr msg = message("x");
                    msg.msg_iov = null;
                    return sendmsg(s.tcp()[0], msg, 0);
                }),
                Row.fails("sendmsg", EINVAL, "more descriptors than SCM_RIGHTS takes",
                        (s, d) -> sendmsg(s.pair(SOCK_STREAM)[0], rights(new int[254]), 0)),
                Row.fails("sendmsg", EINVAL, "a control message shorter than its header", (s, d) -> {
                    msghdr msg = rights(0);
                    CMSG_FIRSTHDR(msg).cmsg_len(1);
                    return sendmsg(s.pair(SOCK_STREAM)[0], msg, 0);
                }),
                Row.fails("sendmsg", EINVAL, "msg_namelen negative", (s, d) -> {
                    msghdr msg = message("x");
                    msg.msg_name = loopback(9);
                    msg.msg_namelen = -1;
                    return sendmsg(udp(s), msg, 0);
                }),
                Row.fails("sendmsg", EMSGSIZE, "more pieces than IOV_MAX",
                        (s, d) -> sendmsg(s.tcp()[0], new msghdr(null, 0, iovec.array(1025), 1025, null, 0, 0), 0)),
                Row.fails("sendmsg", EMSGSIZE, "more than a datagram takes",
                        (s, d) -> sendmsg(connectedUdp(s), message(new byte[65508]), 0)),
                Row.fails("sendmsg", ENOBUFS, "msg_controllen negative", (s, d) -> {
                    msghdr msg = rights(0);
                    msg.msg_controllen = -1;
                    return sendmsg(s.pair(SOCK_STREAM)[0], msg, 0);
                }),
                Row.fails("sendmsg", ENOTCONN, "a UNIX socket that is not connected",
                        (s, d) -> sendmsg(s.open(AF_UNIX, SOCK_STREAM), message("x"), 0)),
                Row.fails("sendmsg", ENOTSOCK, "a file", (s, d) -> sendmsg(file(s, d), message("x"), 0)),
                Row.fails("sendmsg", EOPNOTSUPP, "MSG_OOB over UDP",
                        (s, d) -> sendmsg(connectedUdp(s), message("x"), MSG_OOB)),
                Row.fails("sendmsg", EPIPE, "the peer is closed", (s, d) -> {
                    int[] sv = s.pair(SOCK_STREAM);
                    s.closeNow(sv[1]);
                    return sendmsg(sv[0], message("x"), MSG_NOSIGNAL);
                }),

                Row.fails("sendmmsg", EAGAIN, "nonblocking and full", (s, d) -> sendmmsg(full(s), messages("x"), 1, 0)),
                Row.fails("sendmmsg", EBADF, "closed", (s, d) -> sendmmsg(closed(s), messages("x"), 1, 0)),
                Row.fails("sendmmsg", EDESTADDRREQ, "UDP without a peer",
                        (s, d) -> sendmmsg(udp(s), messages("x"), 1, 0)),
                Row.fails("sendmmsg", EFAULT, "null", (s, d) -> sendmmsg(s.tcp()[0], null, 1, 0)),
                Row.fails("sendmmsg", EMSGSIZE, "more than a datagram takes",
                        (s, d) -> sendmmsg(connectedUdp(s), messages(new byte[65508]), 1, 0)),
                Row.fails("sendmmsg", ENOTSOCK, "a file", (s, d) -> sendmmsg(file(s, d), messages("x"), 1, 0)));
    }

    private static List<Row> received() {
        return List.of(
                Row.fails("recvmsg", EAGAIN, "nonblocking",
                        (s, d) -> recvmsg(s.pair(SOCK_STREAM | SOCK_NONBLOCK)[0], message(new byte[1]), 0)),
                Row.fails("recvmsg", EAGAIN, "SO_RCVTIMEO has passed",
                        (s, d) -> recvmsg(soonGivingUp(s.tcp()[0]), message(new byte[1]), 0)),
                Row.fails("recvmsg", EAGAIN, "MSG_ERRQUEUE, and there is no error",
                        (s, d) -> recvmsg(udp(s), message(new byte[1]), MSG_ERRQUEUE)),
                Row.fails("recvmsg", EBADF, "closed", (s, d) -> recvmsg(closed(s), message(new byte[1]), 0)),
                Row.fails("recvmsg", ECONNREFUSED, "the datagram before found no receiver",
                        (s, d) -> recvmsg(refusedUdp(s), message(new byte[1]), 0)),
                Row.fails("recvmsg", ECONNRESET, "the peer has reset the connection",
                        (s, d) -> recvmsg(reset(s), message(new byte[1]), 0)),
                Row.fails("recvmsg", EFAULT, "null", (s, d) -> recvmsg(s.tcp()[0], null, 0)),
                Row.fails("recvmsg", EFAULT, "iov_base null", (s, d) ->
                        recvmsg(full(s, SOCK_STREAM)[1], new msghdr(null, 0, pieces(null, 1), 1, null, 0, 0), 0)),
                Row.fails("recvmsg", EINVAL, "MSG_OOB, and there is none",
                        (s, d) -> recvmsg(s.tcp()[0], message(new byte[1]), MSG_OOB)),
                Row.fails("recvmsg", EINVAL, "msg_namelen negative", (s, d) -> {
                    msghdr msg = message(new byte[1]);
                    msg.msg_name = loopback(0);
                    msg.msg_namelen = -1;
                    return recvmsg(sentTo(s), msg, 0);
                }),
                Row.fails("recvmsg", EMSGSIZE, "more pieces than IOV_MAX",
                        (s, d) -> recvmsg(s.tcp()[0], new msghdr(null, 0, iovec.array(1025), 1025, null, 0, 0), 0)),
                Row.fails("recvmsg", ENOTCONN, "not connected", (s, d) -> recvmsg(tcp(s), message(new byte[1]), 0)),
                Row.fails("recvmsg", ENOTSOCK, "a file", (s, d) -> recvmsg(file(s, d), message(new byte[1]), 0)),

                Row.fails("recvmmsg", EAGAIN, "MSG_DONTWAIT",
                        (s, d) -> recvmmsg(udp(s), messages(new byte[1]), 1, MSG_DONTWAIT, null)),
                Row.fails("recvmmsg", EBADF, "closed",
                        (s, d) -> recvmmsg(closed(s), messages(new byte[1]), 1, 0, null)),
                Row.fails("recvmmsg", ECONNREFUSED, "the datagram before found no receiver",
                        (s, d) -> recvmmsg(refusedUdp(s), messages(new byte[1]), 1, 0, null)),
                Row.fails("recvmmsg", EFAULT, "null", (s, d) -> recvmmsg(udp(s), null, 1, 0, null)),
                Row.fails("recvmmsg", EINVAL, "a negative timeout",
                        (s, d) -> recvmmsg(udp(s), messages(new byte[1]), 1, 0, new timespec(-1, 0))),
                Row.fails("recvmmsg", EINVAL, "a second of nanoseconds",
                        (s, d) -> recvmmsg(udp(s), messages(new byte[1]), 1, 0, new timespec(0, 1_000_000_000))),
                Row.fails("recvmmsg", ENOTCONN, "not connected",
                        (s, d) -> recvmmsg(tcp(s), messages(new byte[1]), 1, 0, null)),
                Row.fails("recvmmsg", ENOTSOCK, "a file",
                        (s, d) -> recvmmsg(file(s, d), messages(new byte[1]), 1, 0, null)));
    }

    private static List<Row> vectors() {
        return List.of(
                Row.fails("readv", EAGAIN, "nonblocking",
                        (s, d) -> readv(s.pair(SOCK_STREAM | SOCK_NONBLOCK)[0], pieces(new byte[1], 1), 1)),
                Row.fails("readv", EBADF, "closed", (s, d) -> readv(closed(s), pieces(new byte[1], 1), 1)),
                Row.fails("readv", EFAULT, "null", (s, d) -> readv(s.tcp()[0], null, 1)),
                Row.fails("readv", EFAULT, "iov_base null",
                        (s, d) -> readv(full(s, SOCK_STREAM)[1], pieces(null, 1), 1)),
                Row.fails("readv", EINVAL, "more pieces than IOV_MAX",
                        (s, d) -> readv(s.tcp()[0], iovec.array(1025), 1025)),
                Row.fails("readv", EISDIR, "a directory", (s, d) -> readv(s.file(d, O_RDONLY), pieces(new byte[1], 1), 1)),
                Row.fails("readv", ENOTCONN, "a socket that is not connected",
                        (s, d) -> readv(tcp(s), pieces(new byte[1], 1), 1)),

                Row.fails("writev", EAGAIN, "nonblocking and full", (s, d) -> writev(full(s), pieces("x", 1), 1)),
                Row.fails("writev", EBADF, "not open for writing", (s, d) -> writev(file(s, d), pieces("x", 1), 1)),
                Row.fails("writev", EFAULT, "null", (s, d) -> writev(s.tcp()[0], null, 1)),
                Row.fails("writev", EINVAL, "more pieces than IOV_MAX",
                        (s, d) -> writev(s.tcp()[0], iovec.array(1025), 1025)),
                Row.fails("writev", ENOSPC, "/dev/full", (s, d) ->
                        writev(s.file(Path.of("/dev/full"), O_WRONLY), pieces("x", 1), 1)),
                Row.fails("writev", EPIPE, "the peer is closed", (s, d) -> {
                    int[] sv = s.pair(SOCK_STREAM);
                    s.closeNow(sv[1]);
                    return writev(sv[0], pieces("x", 1), 1);
                }),

                Row.fails("preadv", EBADF, "closed", (s, d) -> preadv(closed(s), pieces(new byte[1], 1), 1, 0)),
                Row.fails("preadv", EINVAL, "a negative offset",
                        (s, d) -> preadv(file(s, d), pieces(new byte[1], 1), 1, -1)),
                Row.fails("preadv", ESPIPE, "a socket", (s, d) -> preadv(s.tcp()[0], pieces(new byte[1], 1), 1, 0)),
                Row.fails("pwritev", EBADF, "not open for writing",
                        (s, d) -> pwritev(file(s, d), pieces("x", 1), 1, 0)),
                Row.fails("pwritev", EINVAL, "a negative offset", (s, d) ->
                        pwritev(s.file(Path.of("/dev/zero"), O_WRONLY), pieces("x", 1), 1, -1)),
                Row.fails("pwritev", ESPIPE, "a socket", (s, d) -> pwritev(s.tcp()[0], pieces("x", 1), 1, 0)),

                Row.fails("preadv2", EBADF, "closed", (s, d) -> preadv2(closed(s), pieces(new byte[1], 1), 1, 0, 0)),
                Row.fails("preadv2", EINVAL, "an offset below -1",
                        (s, d) -> preadv2(file(s, d), pieces(new byte[1], 1), 1, -2, 0)),
                Row.fails("preadv2", EOPNOTSUPP, "no such flag",
                        (s, d) -> preadv2(file(s, d), pieces(new byte[1], 1), 1, 0, 1 << 30)),
                Row.fails("preadv2", ESPIPE, "a socket",
                        (s, d) -> preadv2(s.tcp()[0], pieces(new byte[1], 1), 1, 0, 0)),
                Row.fails("pwritev2", EBADF, "not open for writing",
                        (s, d) -> pwritev2(file(s, d), pieces("x", 1), 1, 0, 0)),
                Row.fails("pwritev2", EINVAL, "an offset below -1", (s, d) ->
                        pwritev2(s.file(Path.of("/dev/zero"), O_WRONLY), pieces("x", 1), 1, -2, 0)),
                Row.fails("pwritev2", EOPNOTSUPP, "no such flag", (s, d) -> {
                    int fd = s.file(Path.of("/dev/zero"), O_WRONLY);
                    return pwritev2(fd, pieces("x", 1), 1, 0, 1 << 30);
                }),
                Row.fails("pwritev2", ESPIPE, "a socket", (s, d) -> pwritev2(s.tcp()[0], pieces("x", 1), 1, 0, 0)));
    }
}

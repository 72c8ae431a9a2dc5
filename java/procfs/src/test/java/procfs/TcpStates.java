package procfs;

import static libc.Errno.EAGAIN;
import static libc.Errno.EINPROGRESS;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Poll.*;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static procfs.OwnNetwork.address;
import static procfs.OwnNetwork.local;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import libc.Netdb.addrinfo;

/** TCP sockets in every state there is, on one address. */
final class TcpStates {

    private static final int ROUNDS = 10_000;

    /** Has data to read. */
    final int client;
    /** Has sent them, and SO_KEEPALIVE. */
    final int server;
    /** To which the other end leaves no room. */
    final int finWait1;
    /** A listener that waits for data. */
    final int deferring;
    /** Has connected there, and sent none: a request that is no socket yet is its other end. */
    final int silent;
    /** A listener whose backlog is full. */
    final int busy;
    /** Has connected there, and nobody has accepted it. */
    final int waiting;
    /** Is connecting there. */
    final int synSent;
    /** The address of one that is closed, and in TIME_WAIT. */
    final InetSocketAddress timeWait;
    /** All that are open. */
    final List<Integer> open = new ArrayList<>();

    TcpStates(OwnNetwork network, String host) throws Exception {
        int listener = network.listening(host, 8);
        check(setsockopt(listener, SOL_SOCKET, SO_RCVBUF, 4096));
        open.add(listener);

        client = network.connected(listener, SOCK_STREAM, 0);
        server = network.keep(accept(listener, null, null));
        check(setsockopt(server, SOL_SOCKET, SO_KEEPALIVE, 1));
        check(setsockopt(server, IPPROTO_TCP, TCP_KEEPIDLE, 100));
        check(send(server, "hello", 5, 0));
        awaitEvent(client, POLLIN);
        open.addAll(List.of(client, server));

        int finWait2 = network.connected(listener, SOCK_STREAM, 0);
        int closeWait = network.keep(accept(listener, null, null));
        check(shutdown(finWait2, SHUT_WR));
        awaitEvent(closeWait, POLLRDHUP);
        awaitState(finWait2, State.TCP_FIN_WAIT2);
        open.addAll(List.of(finWait2, closeWait));

        finWait1 = network.connected(listener, SOCK_STREAM, 0);
        int full = network.keep(accept(listener, null, null));
        fill(finWait1);
        check(shutdown(finWait1, SHUT_WR));
        open.addAll(List.of(finWait1, full));

        int closing = network.connected(listener, SOCK_STREAM, 0);
        int closed = network.keep(accept(listener, null, null));
        fill(closing);
        check(shutdown(closing, SHUT_WR));
        check(shutdown(closed, SHUT_WR));
        awaitState(closing, State.TCP_CLOSING);
        awaitState(closed, State.TCP_FIN_WAIT2);
        open.addAll(List.of(closing, closed));

        int lastAck = network.connected(listener, SOCK_STREAM, 0);
        int first = network.keep(accept(listener, null, null));
        fill(lastAck);
        check(shutdown(first, SHUT_WR));
        awaitState(lastAck, State.TCP_CLOSE_WAIT);
        check(shutdown(lastAck, SHUT_WR));
        awaitState(first, State.TCP_FIN_WAIT2);
        open.addAll(List.of(lastAck, first));

        int brief = network.connected(listener, SOCK_STREAM, 0);
        int other = network.keep(accept(listener, null, null));
        timeWait = local(brief);
        check(shutdown(brief, SHUT_WR));
        awaitEvent(other, POLLRDHUP);
        awaitState(brief, State.TCP_FIN_WAIT2);
        network.closeNow(other);
        awaitEvent(brief, POLLRDHUP);
        network.closeNow(brief);

        deferring = network.listening(host, 8);
        check(setsockopt(deferring, IPPROTO_TCP, TCP_DEFER_ACCEPT, 60));
        silent = network.connected(deferring, SOCK_STREAM, 0);
        open.addAll(List.of(deferring, silent));

        busy = network.listening(host, 0);
        waiting = network.connected(busy, SOCK_STREAM, 0);
        awaitEvent(busy, POLLIN);
        synSent = network.open(address(host, 0).ai_family, SOCK_STREAM | SOCK_NONBLOCK, 0);
        addrinfo to = address(host, local(busy).getPort());
        assertEquals(-1, connect(synSent, to.ai_addr, to.ai_addrlen));
        assertEquals(EINPROGRESS, errno());
        open.addAll(List.of(busy, waiting, synSent));
    }

    static tcp_info info(int fd) throws Exception {
        tcp_info info = new tcp_info();
        check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, new int[] {sizeof(info)}));
        return info;
    }

    /** Sends until the other end has no room. */
    static void fill(int fd) throws Exception {
        byte[] bytes = new byte[1 << 16];
        for (int round = 0; round < ROUNDS; round++) {
            if (send(fd, bytes, bytes.length, MSG_DONTWAIT) < 0) {
                assertEquals(EAGAIN, errno());
                return;
            }
        }
        throw new AssertionError("there is still room");
    }

    static void awaitEvent(int fd, int events) throws Exception {
        pollfd[] fds = {new pollfd(fd, events, 0)};
        assertEquals(1, check(poll(fds, 1, ROUNDS)));
    }

    static void awaitState(int fd, State state) throws Exception {
        for (int round = 0; round < ROUNDS && info(fd).tcpi_state != state.value(); round++) {
            check(poll(null, 0, 1));
        }
        assertEquals(state.value(), info(fd).tcpi_state);
    }
}

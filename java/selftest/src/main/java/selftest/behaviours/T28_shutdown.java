package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.F_GETFD;
import static libc.Fcntl.fcntl;
import static libc.Poll.*;
import static libc.Signal.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import selftest.Conversation;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** shutdown(2) ends one direction or both: who reads finds the end of the stream, who writes EPIPE. */
class T28_shutdown {

    @On(Group.CONNECTION)
    void after_wr_the_peer_reads_what_was_sent_and_then_the_end(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "last");
        check(shutdown(c.client(), SHUT_WR));
        assertEquals("last", recvText(c.server()));
        assertEnd(c.server());
        assertEnd(c.server());
        assertFails(EPIPE, send(c.client(), "more", 4, MSG_NOSIGNAL));
    }

    @On(Group.CONNECTION)
    void after_wr_the_other_direction_goes_on(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_WR));
        assertEnd(c.server());
        sendText(c.server(), "answer");
        assertEquals("answer", recvText(c.client()));
    }

    @On(Group.CONNECTION)
    void wr_wakes_a_peer_that_reads(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        Conversation.between(server -> {
            server.step();
            assertEquals(0, recv(c.server(), new byte[1], 1, 0));
        }, client -> {
            client.step();
            check(shutdown(c.client(), SHUT_WR));
        });
    }

    @On(Group.CONNECTION)
    void after_rd_what_has_come_is_read_and_then_the_end(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.server(), "last");
        await(c.client(), POLLIN);
        check(shutdown(c.client(), SHUT_RD));
        assertEquals("last", recvText(c.client()));
        assertEnd(c.client());
        sendText(c.client(), "answer");
        assertEquals("answer", recvText(c.server()));
    }

    @On(value = Group.CONNECTION, except = Group.TCP)
    void after_rd_the_peer_cannot_write(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_RD));
        assertFails(EPIPE, send(c.server(), "more", 4, MSG_NOSIGNAL));
    }

    /** The protocol has no word for it, and Linux still takes in what comes. */
    @On(Group.TCP)
    void after_rd_a_tcp_peer_writes_on(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_RD));
        assertEnd(c.client());
        sendText(c.server(), "more");
        Sockets.until("bytes", () -> recv(c.client(), new byte[4], 4, MSG_PEEK | MSG_DONTWAIT) == 4);
        assertEquals("more", recvText(c.client()));
    }

    @On(Group.CONNECTION)
    void rdwr_ends_both(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_RDWR));
        assertEnd(c.client());
        assertEnd(c.server());
        assertFails(EPIPE, send(c.client(), "more", 4, MSG_NOSIGNAL));
        assertNotEquals(-1, fcntl(c.client(), F_GETFD), "the descriptor stays");
    }

    @On(Group.ALL)
    void how_is_one_of_three(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        assertFails(EINVAL, shutdown(fd, -1));
        assertFails(EINVAL, shutdown(fd, SHUT_RDWR + 1));
    }

    @On(Group.INTERNET)
    void without_a_peer_it_is_enotconn(Transport transport, Sockets sockets) throws Exception {
        assertFails(ENOTCONN, shutdown(sockets.open(), SHUT_WR));
    }

    @On(Group.UNIX)
    void without_a_peer_a_unix_socket_takes_it(Transport transport, Sockets sockets) throws Exception {
        assertEquals(0, shutdown(sockets.open(), SHUT_WR));
    }

    @On(Group.DATAGRAM)
    void a_datagram_socket_ends_only_its_own_side(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_WR));
        assertFails(EPIPE, send(c.client(), "more", 4, MSG_NOSIGNAL));
        assertEquals(0, Sockets.events(c.server(), POLLIN), "its peer is told nothing");
        sendText(c.server(), "answer");
        assertEquals("answer", recvText(c.client()));
        check(shutdown(c.client(), SHUT_RD));
        assertEquals(0, recv(c.client(), new byte[1], 1, 0), "at once");
    }

    /** SIGPIPE has its handler, as the JVM lets one set it, until the end of this test. */
    @On(Group.STREAM)
    void epipe_comes_with_sigpipe_unless_msg_nosignal_is_set(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        check(shutdown(fd, SHUT_WR));
        BlockingQueue<Integer> signals = new LinkedBlockingQueue<>();
        sighandler_t before = signal(SIGPIPE, signals::add);
        assertNotEquals(SIG_ERR, before);
        try {
            assertFails(EPIPE, send(fd, "more", 4, MSG_NOSIGNAL));
            assertFails(EPIPE, send(fd, "more", 4, 0));
            assertEquals(SIGPIPE, signals.poll(10, TimeUnit.SECONDS));
            assertFails(EPIPE, send(fd, "more", 4, MSG_NOSIGNAL));
            assertFails(EPIPE, send(fd, "more", 4, 0));
            assertEquals(SIGPIPE, signals.poll(10, TimeUnit.SECONDS));
            assertNull(signals.poll(), "one for each send without MSG_NOSIGNAL");
        } finally {
            assertNotEquals(SIG_ERR, signal(SIGPIPE, before));
        }
    }

    private static void assertEnd(int fd) throws Exception {
        await(fd, POLLIN);
        assertEquals(0, recv(fd, new byte[1], 1, MSG_DONTWAIT));
    }
}

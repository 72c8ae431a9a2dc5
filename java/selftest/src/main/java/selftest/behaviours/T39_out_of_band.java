package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.*;
import static libc.Signal.*;
import static libc.Unistd.getpid;
import static libc.sys.Ioctl.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.events;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import libc.ErrnoException;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** One byte may go out of band: it is told of by POLLPRI, read by MSG_OOB, and its place in the stream is the mark. */
class T39_out_of_band {

    private static final String NO_OOB = "MSG_OOB is of streams";

    @On(value = Group.TCP, otherwise = NO_OOB)
    void it_is_read_out_of_the_stream(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "ab");
        assertEquals(1, check(send(c.client(), "!", 1, MSG_OOB)));
        sendText(c.client(), "cd");
        await(c.server(), POLLPRI);
        Sockets.until("all has come", () -> unacknowledged(c.client()) == 0);
        assertEquals(2, Sockets.unread(c.server()), "bytes up to the mark");
        byte[] oob = new byte[2];
        assertEquals(1, check(recv(c.server(), oob, 2, MSG_OOB)));
        assertEquals('!', oob[0]);
        assertEquals(0, check(sockatmark(c.server())));
        assertEquals("ab", recvText(c.server()), "a recv does not read past the mark");
        assertMark(c.server());
        assertEquals("cd", recvText(c.server()));
        assertEquals(0, check(sockatmark(c.server())));
    }

    @On(value = Group.TCP, otherwise = NO_OOB)
    void inline_it_stays_in_the_stream(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_OOBINLINE, 1));
        sendText(c.client(), "ab");
        assertEquals(1, check(send(c.client(), "!", 1, MSG_OOB)));
        await(c.server(), POLLPRI);
        assertFails(EINVAL, recv(c.server(), new byte[1], 1, MSG_OOB));
        assertEquals("ab", recvText(c.server()));
        assertMark(c.server());
        assertEquals("!", recvText(c.server()));
    }

    @On(value = Group.TCP, otherwise = NO_OOB)
    void of_several_bytes_the_last_is_out_of_band(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(3, check(send(c.client(), "ab!", 3, MSG_OOB)));
        await(c.server(), POLLPRI);
        byte[] oob = new byte[1];
        assertEquals(1, check(recv(c.server(), oob, 1, MSG_OOB)));
        assertEquals('!', oob[0]);
        assertEquals("ab", recvText(c.server()));
    }

    @On(value = Group.TCP, otherwise = NO_OOB)
    void there_is_none_or_it_has_been_read(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] oob = new byte[1];
        assertFails(EINVAL, recv(c.server(), oob, 1, MSG_OOB));
        check(send(c.client(), "!", 1, MSG_OOB));
        await(c.server(), POLLPRI);
        assertEquals(1, check(recv(c.server(), oob, 1, MSG_OOB | MSG_PEEK)));
        assertEquals(1, check(recv(c.server(), oob, 1, MSG_OOB)));
        assertEquals(0, events(c.server(), POLLPRI));
        assertFails(EINVAL, recv(c.server(), oob, 1, MSG_OOB));
    }

    @On(value = Group.TCP, otherwise = NO_OOB)
    void the_owner_gets_sigurg(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        CountDownLatch signalled = new CountDownLatch(1);
        sighandler_t before = signal(SIGURG, signum -> signalled.countDown());
        assertNotEquals(SIG_ERR, before);
        try {
            check(fcntl(c.server(), F_SETOWN, getpid()));
            check(send(c.client(), "!", 1, MSG_OOB));
            assertTrue(signalled.await(10, TimeUnit.SECONDS));
        } finally {
            assertNotEquals(SIG_ERR, signal(SIGURG, before));
        }
    }

    /** Since Linux 5.15, if it is built with it; before, EOPNOTSUPP. */
    @On(value = Group.STREAM, except = Group.TCP, otherwise = NO_OOB)
    void unix_streams_have_it_where_the_kernel_has(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "ab");
        int sent = send(c.client(), "!", 1, MSG_OOB);
        if (sent == -1) {
            assertFails(EOPNOTSUPP, sent);
            assertEquals("ab", recvText(c.server()));
            return;
        }
        assertEquals(1, sent);
        await(c.server(), POLLPRI);
        assertEquals(0, check(sockatmark(c.server())));
        assertEquals("ab", recvText(c.server()));
        assertMark(c.server());
        byte[] oob = new byte[1];
        assertEquals(1, check(recv(c.server(), oob, 1, MSG_OOB)));
        assertEquals('!', oob[0]);
        assertFails(EINVAL, recv(c.server(), oob, 1, MSG_OOB));
    }

    @On(Group.MESSAGE)
    void a_message_cannot_go_out_of_band(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int sent = send(c.client(), "!", 1, MSG_OOB);
        if (transport == Transport.UDP6 && sent != -1) { // Linux looks at the flag in UDP over IPv4 only
            assertEquals("!", recvText(c.server()), "as any other message");
        } else {
            assertFails(EOPNOTSUPP, sent);
            assertEquals(0, events(c.server(), POLLIN | POLLPRI));
        }
    }

    /** sockatmark(3) names EINVAL; what Linux answers is what it answers to any ioctl(2) that a file does not know. */
    @On(Group.UDP)
    void udp_has_no_mark(Transport transport, Sockets sockets) throws Exception {
        assertFails(ENOTTY, sockatmark(sockets.open()));
    }

    private static int unacknowledged(int fd) throws ErrnoException {
        int[] bytes = new int[1];
        check(ioctl(fd, TIOCOUTQ, bytes));
        return bytes[0];
    }

    private static void assertMark(int fd) throws ErrnoException {
        assertEquals(1, check(sockatmark(fd)));
        int[] mark = {-1};
        check(ioctl(fd, SIOCATMARK, mark));
        assertEquals(1, mark[0]);
    }
}

package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** MSG_PEEK reads what stays there to be read again. */
class T32_peek {

    @On(Group.ALL)
    void what_is_peeked_at_stays(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "once");
        assertEquals("once", peek(c.server(), 10));
        assertEquals("once", peek(c.server(), 10));
        assertEquals("once", recvText(c.server()));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_PEEK | MSG_DONTWAIT));
    }

    @On(Group.ALL)
    void a_part_of_it_takes_nothing_from_the_rest(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcdef");
        assertEquals("ab", peek(c.server(), 2));
        assertEquals("abcd", peek(c.server(), 4));
        assertEquals("abcdef", recvText(c.server()));
    }

    @On(Group.MESSAGE)
    void of_messages_it_sees_the_first(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "one");
        sendText(c.client(), "two");
        assertEquals("one", peek(c.server(), 10));
        assertEquals("one", recvText(c.server()));
        assertEquals("two", peek(c.server(), 10));
        assertEquals("two", recvText(c.server()));
    }

    @On(Group.STREAM)
    void of_a_stream_it_sees_all_that_has_come(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "one");
        sendText(c.client(), "two");
        Sockets.until("both", () -> recv(c.server(), new byte[10], 10, MSG_PEEK) == 6);
        assertEquals("onetwo", peek(c.server(), 10));
        assertEquals("onetwo", recvText(c.server()));
    }

    @On(Group.ALL)
    void recvmsg_and_recvfrom_peek_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcdef");
        await(c.server(), POLLIN);
        byte[] one = new byte[2];
        byte[] two = new byte[4];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(one, 2), new iovec(two, 4)}, 2, null, 0, 0);
        assertEquals(6, check(recvmsg(c.server(), msg, MSG_PEEK)));
        assertArrayEquals("ab".getBytes(US_ASCII), one);
        assertArrayEquals("cdef".getBytes(US_ASCII), two);
        byte[] buf = new byte[6];
        assertEquals(6, check(recvfrom(c.server(), buf, 6, MSG_PEEK, null, null)));
        assertArrayEquals("abcdef".getBytes(US_ASCII), buf);
        assertEquals("abcdef", recvText(c.server()));
    }

    @On(Group.CONNECTION)
    void the_end_is_there_to_be_peeked_at(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_WR));
        await(c.server(), POLLIN);
        assertEquals(0, recv(c.server(), new byte[1], 1, MSG_PEEK));
        assertEquals(0, recv(c.server(), new byte[1], 1, MSG_PEEK));
        assertEquals(0, recv(c.server(), new byte[1], 1, 0));
    }

    private static String peek(int fd, int length) throws Exception {
        await(fd, POLLIN);
        byte[] buf = new byte[length];
        return new String(buf, 0, check(recv(fd, buf, length, MSG_PEEK | MSG_DONTWAIT)), US_ASCII);
    }
}

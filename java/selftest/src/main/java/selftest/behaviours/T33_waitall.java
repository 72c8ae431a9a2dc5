package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.sendText;

import selftest.Conversation;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** MSG_WAITALL waits for all the bytes that a recv asks for, and for a message no longer than until it comes. */
class T33_waitall {

    /** The rest is sent when the first bytes have been taken, so that a recv which does not wait for it would fail. */
    @On(Group.STREAM)
    void a_stream_is_read_until_the_buffer_is_full(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        Conversation.between(server -> {
            byte[] buf = new byte[10];
            assertEquals(10, check(recv(c.server(), buf, 10, MSG_WAITALL)));
            assertEquals("abcdefghij", new String(buf, US_ASCII));
        }, client -> {
            Sockets.until("the first bytes are taken", () -> Sockets.unread(c.server()) == 0);
            sendText(c.client(), "def");
            Sockets.until("the next bytes are taken", () -> Sockets.unread(c.server()) == 0);
            sendText(c.client(), "ghij");
        });
    }

    @On(Group.STREAM)
    void scattered_buffers_are_filled_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        Conversation.between(server -> {
            byte[] one = new byte[2];
            byte[] two = new byte[4];
            msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(one, 2), new iovec(two, 4)}, 2, null, 0, 0);
            assertEquals(6, check(recvmsg(c.server(), msg, MSG_WAITALL)));
            assertEquals("abcdef", new String(one, US_ASCII) + new String(two, US_ASCII));
        }, client -> {
            Sockets.until("the first bytes are taken", () -> Sockets.unread(c.server()) == 0);
            sendText(c.client(), "def");
        });
    }

    @On(Group.STREAM)
    void the_end_cuts_it_short(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abc");
        check(shutdown(c.client(), SHUT_WR));
        byte[] buf = new byte[10];
        assertEquals(3, check(recv(c.server(), buf, 10, MSG_WAITALL)));
        assertEquals(0, check(recv(c.server(), buf, 10, MSG_WAITALL)));
    }

    @On(Group.STREAM)
    void a_timeout_cuts_it_short(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        timeval soon = new timeval(0, 20_000);
        check(setsockopt(c.server(), SOL_SOCKET, SO_RCVTIMEO, soon, sizeof(soon)));
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        byte[] buf = new byte[10];
        assertEquals(3, check(recv(c.server(), buf, 10, MSG_WAITALL)));
        assertFails(EAGAIN, recv(c.server(), buf, 10, MSG_WAITALL));
    }

    @On(Group.ALL)
    void msg_dontwait_is_stronger(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] buf = new byte[10];
        assertFails(EAGAIN, recv(c.server(), buf, 10, MSG_WAITALL | MSG_DONTWAIT));
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        assertEquals(3, check(recv(c.server(), buf, 10, MSG_WAITALL | MSG_DONTWAIT)));
    }

    @On(Group.MESSAGE)
    void a_message_is_all_there_is(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abc");
        sendText(c.client(), "def");
        byte[] buf = new byte[10];
        assertEquals(3, check(recv(c.server(), buf, 10, MSG_WAITALL)));
        assertEquals(3, check(recv(c.server(), buf, 10, MSG_WAITALL)));
    }
}

package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SOCK_SEQPACKET has a connection as a stream has, and records: what one call sends, one call receives, in order. */
class T40_seqpacket_records {

    @On(Group.SEQPACKET)
    void records_come_one_by_one_in_order(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int i = 0; i < 5; i++) {
            sendText(c.client(), "record " + i);
        }
        for (int i = 0; i < 5; i++) {
            assertEquals("record " + i, recvText(c.server()));
        }
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
    }

    @On(Group.SEQPACKET)
    void what_is_not_received_of_a_record_is_lost(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcdef");
        sendText(c.client(), "next");
        byte[] buf = new byte[3];
        assertEquals(3, check(read(c.server(), buf, 3)));
        assertEquals("abc", new String(buf, US_ASCII));
        assertEquals("next", recvText(c.server()));
    }

    @On(Group.SEQPACKET)
    void a_gathered_record_is_one(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        iovec[] iov = {new iovec("one", 3), new iovec("two", 3)};
        assertEquals(6, check(sendmsg(c.client(), new msghdr(null, 0, iov, 2, null, 0, 0), 0)));
        assertEquals("onetwo", recvText(c.server()));
    }

    /** A flag for a record's end: AF_UNIX takes it, and does not tell it, as every send makes a record anyway. */
    @On(Group.SEQPACKET)
    void msg_eor_is_taken_and_not_told(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int flags : new int[] {MSG_EOR, 0}) {
            assertEquals(3, check(send(c.client(), "one", 3, flags)));
            msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(new byte[8], 8)}, 1, null, 0, 0);
            assertEquals(3, check(recvmsg(c.server(), msg, 0)));
            assertEquals(0, msg.msg_flags & (MSG_EOR | MSG_TRUNC), "flags " + flags);
        }
    }

    @On(Group.SEQPACKET)
    void it_has_a_connection_that_ends(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "last");
        sockets.closeNow(c.client());
        assertEquals("last", recvText(c.server()));
        assertEquals(0, check(recv(c.server(), new byte[1], 1, 0)));
        assertFails(EPIPE, send(c.server(), "more", 4, MSG_NOSIGNAL));
    }

    @On(Group.DATAGRAM)
    void datagrams_are_records_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "one");
        sendText(c.client(), "two");
        assertEquals("one", recvText(c.server()));
        assertEquals("two", recvText(c.server()));
    }

    @On(Group.STREAM)
    void a_stream_has_no_records_even_with_msg_eor(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(3, check(send(c.client(), "one", 3, MSG_EOR)));
        assertEquals(3, check(send(c.client(), "two", 3, MSG_EOR)));
        Sockets.until("both", () -> recv(c.server(), new byte[10], 10, MSG_PEEK) == 6);
        assertEquals("onetwo", recvText(c.server()));
    }
}

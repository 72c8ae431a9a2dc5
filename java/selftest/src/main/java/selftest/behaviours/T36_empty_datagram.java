package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.events;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** An empty message is a message, of which recv answers 0 once; an end of file is 0 for ever. */
class T36_empty_datagram {

    private static final byte[] BUF = new byte[8];

    @On(Group.MESSAGE)
    void an_empty_message_comes_between_others(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "one");
        assertEquals(0, check(send(c.client(), BUF, 0, 0)));
        sendText(c.client(), "two");
        assertEquals("one", recvText(c.server()));
        await(c.server(), POLLIN);
        assertEquals(0, check(recv(c.server(), BUF, BUF.length, MSG_DONTWAIT)));
        assertEquals("two", recvText(c.server()));
        assertFails(EAGAIN, recv(c.server(), BUF, BUF.length, MSG_DONTWAIT));
    }

    @On(Group.MESSAGE)
    void it_can_be_waited_for(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(send(c.client(), BUF, 0, 0));
        await(c.server(), POLLIN);
        assertEquals(0, Sockets.unread(c.server()), "readable, though there is no byte");
        assertEquals(0, check(recv(c.server(), BUF, BUF.length, 0)));
        assertEquals(0, events(c.server(), POLLIN));
    }

    @On(Group.MESSAGE)
    void sendmsg_without_a_buffer_sends_it_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(0, check(sendmsg(c.client(), new msghdr(), 0)));
        await(c.server(), POLLIN);
        assertEquals(0, check(recv(c.server(), BUF, BUF.length, 0)));
        assertFails(EAGAIN, recv(c.server(), BUF, BUF.length, MSG_DONTWAIT));
    }

    @On(Group.MESSAGE)
    void write_sends_it_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(0, check(write(c.client(), BUF, 0)));
        await(c.server(), POLLIN);
        assertEquals(0, check(read(c.server(), BUF, BUF.length)));
        assertFails(EAGAIN, recv(c.server(), BUF, BUF.length, MSG_DONTWAIT));
    }

    /** recv(2) warns of it: read(2) of 0 bytes leaves an empty datagram where it is, recv(2) takes it. */
    @On(Group.MESSAGE)
    void a_read_of_no_bytes_leaves_it(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(send(c.client(), BUF, 0, 0));
        await(c.server(), POLLIN);
        assertEquals(0, check(read(c.server(), BUF, 0)));
        assertEquals(POLLIN, events(c.server(), POLLIN));
        assertEquals(0, check(recv(c.server(), BUF, 0, 0)));
        assertEquals(0, events(c.server(), POLLIN));
    }

    @On(Group.STREAM)
    void of_a_stream_nothing_is_nothing(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(0, check(send(c.client(), BUF, 0, 0)));
        assertFails(EAGAIN, recv(c.server(), BUF, BUF.length, MSG_DONTWAIT));
        sendText(c.client(), "next");
        assertEquals("next", recvText(c.server()));
    }

    @On(Group.CONNECTION)
    void the_end_does_not_go_away(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "last");
        sockets.closeNow(c.client());
        assertEquals("last", recvText(c.server()));
        await(c.server(), POLLIN);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, check(recv(c.server(), BUF, BUF.length, MSG_DONTWAIT)));
            assertEquals(POLLIN, events(c.server(), POLLIN) & POLLIN);
        }
    }

    @On(Group.SEQPACKET)
    void of_records_only_what_follows_tells_them_apart(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(0, check(send(c.client(), BUF, 0, 0)));
        sendText(c.client(), "more");
        sockets.closeNow(c.client());
        assertEquals(0, check(recv(c.server(), BUF, BUF.length, MSG_DONTWAIT)));
        assertEquals("more", recvText(c.server()));
        assertEquals(0, check(recv(c.server(), BUF, BUF.length, MSG_DONTWAIT)));
        assertEquals(0, check(recv(c.server(), BUF, BUF.length, MSG_DONTWAIT)));
    }

    @On(Group.DATAGRAM)
    void a_datagram_socket_that_is_closed_ends_nothing(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "last");
        sockets.closeNow(c.client());
        assertEquals("last", recvText(c.server()));
        assertFails(EAGAIN, recv(c.server(), BUF, BUF.length, MSG_DONTWAIT));
    }
}

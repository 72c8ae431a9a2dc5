package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.POLLIN;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** With MSG_DONTWAIT one call answers EAGAIN where it would wait; with O_NONBLOCK every call does. */
class T34_dontwait {

    private static final byte[] BUF = new byte[8];

    @On(Group.ALL)
    void nothing_to_receive(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().server();
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(BUF, BUF.length)}, 1, null, 0, 0);
        mmsghdr[] msgs = mmsghdr.array(1);
        msgs[0].msg_hdr.set(msg);
        assertFails(EAGAIN, recv(fd, BUF, BUF.length, MSG_DONTWAIT));
        assertFails(EAGAIN, recvfrom(fd, BUF, BUF.length, MSG_DONTWAIT, null, null));
        assertFails(EAGAIN, recvmsg(fd, msg, MSG_DONTWAIT));
        assertFails(EAGAIN, recvmmsg(fd, msgs, 1, MSG_DONTWAIT, null));
        assertEquals(0, check(fcntl(fd, F_GETFL)) & O_NONBLOCK, "it was for these calls only");
    }

    @On(Group.ALL)
    void nothing_to_receive_for_a_nonblocking_socket(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(fcntl(c.server(), F_SETFL, O_NONBLOCK));
        assertFails(EAGAIN, recv(c.server(), BUF, BUF.length, 0));
        assertFails(EAGAIN, read(c.server(), BUF, BUF.length));
        sendText(c.client(), "now");
        assertEquals("now", recvText(c.server()));
    }

    @On(Group.ALL)
    void it_is_one_end_that_does_not_wait(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(fcntl(c.server(), F_SETFL, O_NONBLOCK));
        assertEquals(0, check(fcntl(c.client(), F_GETFL)) & O_NONBLOCK);
    }

    @On({Group.STREAM, Group.UNIX})
    void no_room_to_send(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        Sockets.fill(fd);
        assertEquals(0, check(fcntl(fd, F_GETFL)) & O_NONBLOCK);
    }

    @On({Group.STREAM, Group.UNIX})
    void no_room_to_send_for_a_nonblocking_socket(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        check(fcntl(fd, F_SETFL, O_NONBLOCK));
        byte[] chunk = new byte[1024];
        int result = 0;
        for (int i = 0; i < 1 << 20 && result != -1; i++) {
            result = send(fd, chunk, chunk.length, 0);
        }
        assertFails(EAGAIN, result);
    }

    /** There is always room for UDP: what the receiver has no room for is lost. */
    @On(Group.UDP)
    void udp_never_waits_for_its_receiver(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] data = new byte[1000];
        check(setsockopt(c.server(), SOL_SOCKET, SO_RCVBUF, data.length));
        int sent = 1000;
        for (int i = 0; i < sent; i++) {
            assertEquals(data.length, check(send(c.client(), data, data.length, MSG_DONTWAIT)));
        }
        int received = 0;
        await(c.server(), POLLIN);
        while (received < sent && recv(c.server(), data, data.length, MSG_DONTWAIT) != -1) {
            received++;
        }
        assertTrue(received > 0 && received < sent, "received " + received);
        assertFails(EAGAIN, recv(c.server(), data, data.length, MSG_DONTWAIT));
    }
}

package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.netinet.In.*;
import static libc.netinet.Udp.UDP_GRO;
import static libc.netinet.Udp.UDP_SEGMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SO_RXQ_OVFL counts what a full receiver dropped; UDP_SEGMENT makes datagrams of one send, UDP_GRO one recv of them. */
class T55_overflow_and_segments {

    private static final String UDP_ONLY = "only UDP drops, and only UDP has segments";
    private static final int TIMEOUT = 20_000;
    private static final int FLOOD = 200;
    private static final int ATTEMPTS = 50;
    private static final int SEGMENT = 1000;
    private static final int WHOLE = 2500;

    private static Control segments(int size) {
        ByteBuffer data = ByteBuffer.allocate(Short.BYTES).order(ByteOrder.nativeOrder());
        return new Control(IPPROTO_UDP, UDP_SEGMENT, data.putShort(0, (short) size));
    }

    private static void awaitData(int fd) throws Exception {
        assertEquals(1, check(poll(new pollfd[] {new pollfd(fd, POLLIN, 0)}, 1, TIMEOUT)));
    }

    /** Receives all that has come. */
    private static List<Integer> drained(int fd) throws Exception {
        List<Integer> lengths = new ArrayList<>();
        byte[] buf = new byte[WHOLE];
        int n = recv(fd, buf, buf.length, MSG_DONTWAIT);
        for (; n != -1; n = recv(fd, buf, buf.length, MSG_DONTWAIT)) {
            lengths.add(n);
        }
        assertFails(EAGAIN, n);
        return lengths;
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void a_datagram_says_how_many_were_dropped_before_it(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_RXQ_OVFL, 1));
        check(setsockopt(c.server(), SOL_SOCKET, SO_RCVBUF, 0)); // the least there is
        for (int i = 0; i < FLOOD; i++) {
            check(send(c.client(), new byte[SEGMENT], SEGMENT, 0));
        }
        awaitData(c.server());
        int sent = FLOOD;
        int received = drained(c.server()).size();
        long dropped = -1;
        // Where a receiver lags behind, some of the flood come only now.
        for (int i = 0; i < ATTEMPTS && sent != received + dropped; i++) {
            assertEquals(1, check(send(c.client(), "x", 1, 0)));
            awaitData(c.server());
            msghdr msg = Control.room(new byte[1], 256);
            check(recvmsg(c.server(), msg, 0));
            dropped = Integer.toUnsignedLong(Control.only(msg, SOL_SOCKET, SO_RXQ_OVFL).getInt());
            if (sent != received + dropped) {
                sent++;
                received += 1 + drained(c.server()).size();
            }
        }
        assertEquals(sent, received + dropped);
        assertTrue(dropped > 0);
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void as_long_as_none_was_dropped_nothing_is_said(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_RXQ_OVFL, 1));
        check(send(c.client(), "x", 1, 0));
        msghdr msg = Control.room(new byte[1], 256);
        check(recvmsg(c.server(), msg, 0));
        assertEquals(List.of(), Control.all(msg));
    }

    /** Whether the kernel has an option of UDP: one that has not says ENOPROTOOPT. */
    private static boolean has(int fd, int option) {
        if (setsockopt(fd, IPPROTO_UDP, option, 0) == 0) {
            return true;
        }
        assertEquals(ENOPROTOOPT, errno());
        return false;
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void one_send_becomes_segments(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        if (has(c.client(), UDP_SEGMENT)) { // since Linux 4.18
            byte[] data = new byte[WHOLE];
            msghdr msg = Control.message("", segments(SEGMENT));
            msg.msg_iov = new iovec[] {new iovec(data, WHOLE)};
            assertEquals(WHOLE, check(sendmsg(c.client(), msg, 0)));
            assertSegments(c.server());
            check(setsockopt(c.client(), IPPROTO_UDP, UDP_SEGMENT, SEGMENT));
            assertEquals(WHOLE, check(send(c.client(), data, WHOLE, 0)));
            assertSegments(c.server());
            check(setsockopt(c.client(), IPPROTO_UDP, UDP_SEGMENT, 0));
            assertEquals(WHOLE, check(send(c.client(), data, WHOLE, 0)));
            assertEquals(WHOLE, check(recv(c.server(), data, WHOLE, 0)));
        }
    }

    private static void assertSegments(int fd) throws Exception {
        byte[] data = new byte[WHOLE];
        for (int length : new int[] {SEGMENT, SEGMENT, WHOLE - 2 * SEGMENT}) {
            assertEquals(length, check(recv(fd, data, data.length, 0)));
        }
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void one_recv_takes_segments(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        if (has(c.client(), UDP_SEGMENT) && has(c.server(), UDP_GRO)) { // since Linux 5.0
            check(setsockopt(c.server(), IPPROTO_UDP, UDP_GRO, 1));
            check(setsockopt(c.client(), IPPROTO_UDP, UDP_SEGMENT, SEGMENT));
            assertEquals(WHOLE, check(send(c.client(), new byte[WHOLE], WHOLE, 0)));
            msghdr msg = Control.room(new byte[2 * WHOLE], 256);
            assertEquals(WHOLE, check(recvmsg(c.server(), msg, 0)));
            assertEquals(SEGMENT, Control.only(msg, IPPROTO_UDP, UDP_GRO).getInt());
        }
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void too_many_segments_are_EINVAL(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        if (has(c.client(), UDP_SEGMENT)) {
            check(setsockopt(c.client(), IPPROTO_UDP, UDP_SEGMENT, 1));
            assertFails(EINVAL, send(c.client(), new byte[WHOLE], WHOLE, 0));
            assertFails(EINVAL, setsockopt(c.client(), IPPROTO_UDP, UDP_SEGMENT, -1));
            assertFails(EINVAL, setsockopt(c.client(), IPPROTO_UDP, UDP_SEGMENT, 1 << 16));
            assertEquals(List.of(), drained(c.server()));
        }
    }
}

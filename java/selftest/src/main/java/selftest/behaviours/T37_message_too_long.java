package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A message that the protocol or the send buffer cannot hold in one piece is EMSGSIZE, and nothing of it is sent. */
class T37_message_too_long {

    private static final String NO_MESSAGES = "a stream has no messages";
    private static final int IP_MOST = 65_535;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int SMALL_BUFFER = 8192;
    private static final int KEPT_BY_THE_KERNEL = 32;

    /** IPv4 counts its own header in the length of a packet, IPv6 does not. */
    @On(value = Group.UDP, otherwise = NO_MESSAGES)
    void udp_takes_what_a_packet_holds(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int most = IP_MOST - UDP_HEADER - (transport.family() == AF_INET ? IP_HEADER : 0);
        assertMost(most, c);
    }

    @On(value = {Group.SEQPACKET, Group.DATAGRAM}, except = Group.UDP, otherwise = NO_MESSAGES)
    void unix_takes_what_the_send_buffer_holds(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.client(), SOL_SOCKET, SO_SNDBUF, SMALL_BUFFER));
        assertMost(Sockets.option(c.client(), SOL_SOCKET, SO_SNDBUF) - KEPT_BY_THE_KERNEL, c);
    }

    @On(Group.STREAM)
    void a_stream_takes_any_length_bit_by_bit(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        check(setsockopt(fd, SOL_SOCKET, SO_SNDBUF, SMALL_BUFFER));
        byte[] data = new byte[16 << 20];
        int sent = check(send(fd, data, data.length, MSG_DONTWAIT));
        assertTrue(sent > 0 && sent < data.length, "sent " + sent);
    }

    private static void assertMost(int most, Sockets.Connected c) throws Exception {
        byte[] data = new byte[most + 1];
        assertFails(EMSGSIZE, send(c.client(), data, most + 1, 0));
        iovec[] iov = {new iovec(data, most), new iovec(data, 1)};
        assertFails(EMSGSIZE, sendmsg(c.client(), new msghdr(null, 0, iov, 2, null, 0, 0), 0));
        assertFails(EAGAIN, recv(c.server(), data, data.length, MSG_DONTWAIT));
        assertEquals(most, check(send(c.client(), data, most, 0)));
        await(c.server(), POLLIN);
        assertEquals(most, check(recv(c.server(), data, data.length, 0)));
    }
}

package selftest.behaviours;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import java.nio.ByteBuffer;
import java.util.List;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** TTL and TOS, in IPv6 hop limit and traffic class, come and go with a datagram, two at once and the second cut. */
class T52_ttl_and_tos {

    private static final String NO_IP = "without UDP there is no datagram of IP";
    private static final int HOPS = 7;
    private static final int CLASS = 0x28;
    private static final int HEADER = CMSG_LEN(0);

    /** What the two are called in IPv4 or IPv6, and how long the second is that comes: in IPv4 a byte. */
    private record Names(int level, int recvHops, int hops, int socketHops, int recvClass, int trafficClass, int classSize) {

        static Names of(Transport transport) {
            return transport == Transport.UDP4 ? new Names(IPPROTO_IP, IP_RECVTTL, IP_TTL, IP_TTL, IP_RECVTOS, IP_TOS, 1)
                    : new Names(IPPROTO_IPV6, IPV6_RECVHOPLIMIT, IPV6_HOPLIMIT, IPV6_UNICAST_HOPS, IPV6_RECVTCLASS,
                            IPV6_TCLASS, Integer.BYTES);
        }

        Control hops(int value) {
            return Control.of(level, hops, value);
        }

        Control trafficClass(int value) {
            return Control.of(level, trafficClass, value);
        }

        int classOf(msghdr msg) {
            ByteBuffer data = Control.only(msg, level, trafficClass);
            assertEquals(classSize, data.remaining());
            return classSize == 1 ? data.get() & 0xff : data.getInt();
        }
    }

    /** Two sockets, of which the server wants to know both. */
    private static Sockets.Connected asking(Sockets sockets, Names names) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), names.level, names.recvHops, 1));
        check(setsockopt(c.server(), names.level, names.recvClass, 1));
        return c;
    }

    private static msghdr received(int fd, int room) throws Exception {
        msghdr msg = Control.room(new byte[1], room);
        assertEquals(1, check(recvmsg(fd, msg, 0)));
        return msg;
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void those_of_the_socket_come(Transport transport, Sockets sockets) throws Exception {
        Names names = Names.of(transport);
        Sockets.Connected c = asking(sockets, names);
        check(setsockopt(c.client(), names.level, names.socketHops, HOPS));
        check(setsockopt(c.client(), names.level, names.trafficClass, CLASS));
        check(send(c.client(), "x", 1, 0));
        msghdr msg = received(c.server(), 256);
        assertEquals(HOPS, Control.only(msg, names.level, names.hops).getInt());
        assertEquals(CLASS, names.classOf(msg));
        assertEquals(0, msg.msg_flags & MSG_CTRUNC);
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void two_at_once_go_with_one_datagram_alone(Transport transport, Sockets sockets) throws Exception {
        Names names = Names.of(transport);
        Sockets.Connected c = asking(sockets, names);
        check(send(c.client(), "x", 1, 0));
        msghdr usual = received(c.server(), 256);
        int hops = Control.only(usual, names.level, names.hops).getInt();
        check(sendmsg(c.client(), Control.message("x", names.hops(HOPS), names.trafficClass(CLASS)), 0));
        msghdr msg = received(c.server(), 256);
        assertEquals(HOPS, Control.only(msg, names.level, names.hops).getInt());
        assertEquals(CLASS, names.classOf(msg));
        check(send(c.client(), "x", 1, 0));
        msg = received(c.server(), 256);
        assertEquals(hops, Control.only(msg, names.level, names.hops).getInt(), "the next has the socket's again");
        assertEquals(0, names.classOf(msg));
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void the_second_is_cut_where_the_room_ends(Transport transport, Sockets sockets) throws Exception {
        Names names = Names.of(transport);
        Sockets.Connected c = asking(sockets, names);
        int first = CMSG_SPACE(Integer.BYTES);
        for (int room = first; room <= first + CMSG_SPACE(names.classSize); room++) {
            String message = "room for " + room;
            check(sendmsg(c.client(), Control.message("x", names.hops(HOPS), names.trafficClass(CLASS)), 0));
            msghdr msg = received(c.server(), room);
            assertEquals(HOPS, Control.only(msg, names.level, names.hops).getInt(), message);
            assertEquals(room < first + CMSG_LEN(names.classSize) ? MSG_CTRUNC : 0, msg.msg_flags & MSG_CTRUNC, message);
            if (room < first + HEADER) {
                assertEquals(1, Control.all(msg).size(), message);
            } else {
                ByteBuffer second = Control.only(msg, names.level, names.trafficClass);
                assertEquals(Math.min(room - first - HEADER, names.classSize), second.remaining(), message);
                if (second.hasRemaining()) {
                    assertEquals(CLASS, second.get(), message);
                }
            }
        }
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void who_does_not_ask_is_not_told(Transport transport, Sockets sockets) throws Exception {
        Names names = Names.of(transport);
        Sockets.Connected c = asking(sockets, names);
        check(setsockopt(c.server(), names.level, names.recvClass, 0));
        check(send(c.client(), "x", 1, 0));
        assertEquals(List.of(names.hops), Control.all(received(c.server(), 256)).stream().map(Control::type).toList());
        check(setsockopt(c.server(), names.level, names.recvHops, 0));
        check(send(c.client(), "x", 1, 0));
        assertEquals(List.of(), Control.all(received(c.server(), 256)));
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void what_a_byte_cannot_hold_is_EINVAL(Transport transport, Sockets sockets) throws Exception {
        Names names = Names.of(transport);
        Sockets.Connected c = sockets.connected();
        assertFails(EINVAL, sendmsg(c.client(), Control.message("x", names.hops(256)), 0));
        assertFails(EINVAL, sendmsg(c.client(), Control.message("x", names.hops(-2)), 0));
        assertFails(EINVAL, sendmsg(c.client(), Control.message("x", names.trafficClass(256)), 0));
        assertFails(EINVAL, sendmsg(c.client(), Control.message("x", Control.of(names.level, names.hops)), 0));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
    }
}

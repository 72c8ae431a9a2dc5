package selftest.behaviours;

import static libc.Errno.*;
import static libc.Strings.strerror;
import static libc.net.If.if_nametoindex;
import static libc.netinet.In.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.nio.ByteBuffer;
import java.util.List;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** IP_PKTINFO and IPV6_PKTINFO say where a datagram came to, and choose where one comes from. */
class T51_pktinfo {

    private static final String NO_IP = "without UDP there is no datagram of IP";
    private static final int ANY_INTERFACE = 0;
    private static final int NO_INTERFACE = Integer.MAX_VALUE;
    private static final int LO = if_nametoindex("lo");

    /** An address of the loopback network that is not the usual one. */
    private static in_addr other(int host) {
        return new in_addr(htonl(INADDR_LOOPBACK - 1 + host));
    }

    /** From a network for documentation, RFC 5737. */
    private static in_addr nobodys() {
        return new in_addr(htonl(0xcb007101));
    }

    /** From a network for documentation, RFC 3849. */
    private static in6_addr nobodys6() {
        return new in6_addr(new byte[] {0x20, 0x01, 0x0d, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    }

    private static msghdr from(int ifindex, in_addr source) {
        return Control.message("x", Control.of(IPPROTO_IP, IP_PKTINFO, new in_pktinfo(ifindex, source, new in_addr())));
    }

    private static msghdr from(int ifindex, in6_addr source) {
        return Control.message("x", Control.of(IPPROTO_IPV6, IPV6_PKTINFO, new in6_pktinfo(source, ifindex)));
    }

    /** Binds to every address, and answers the port. */
    private static int boundToAny(int fd, Transport transport) throws Exception {
        if (transport == Transport.UDP4) {
            sockaddr_in any = new sockaddr_in(AF_INET, 0, new in_addr());
            check(bind(fd, any, sizeof(any)));
            check(getsockname(fd, any, new int[] {sizeof(any)}));
            return any.sin_port;
        }
        sockaddr_in6 any = new sockaddr_in6(AF_INET6, 0, 0, in6addr_any, 0);
        check(bind(fd, any, sizeof(any)));
        check(getsockname(fd, any, new int[] {sizeof(any)}));
        return any.sin6_port;
    }

    private static sockaddr loopback(Transport transport, int port) {
        return transport == Transport.UDP4 ? new sockaddr_in(AF_INET, port, new in_addr(htonl(INADDR_LOOPBACK)))
                : new sockaddr_in6(AF_INET6, port, 0, in6addr_loopback, 0);
    }

    private static msghdr received(int fd) throws Exception {
        msghdr msg = Control.room(new byte[1], 100);
        msg.msg_name = new sockaddr_storage();
        msg.msg_namelen = sizeof(sockaddr_storage.class);
        assertEquals(1, check(recvmsg(fd, msg, 0)));
        return msg;
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void the_receiver_is_told_address_and_interface(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        int client = sockets.open();
        int port = boundToAny(server, transport);
        if (transport == Transport.UDP4) {
            check(setsockopt(server, IPPROTO_IP, IP_PKTINFO, 1));
            sockaddr_in there = new sockaddr_in(AF_INET, port, other(3));
            check(sendto(client, "x", 1, 0, there, sizeof(there)));
            in_pktinfo info = new in_pktinfo(Control.only(received(server), IPPROTO_IP, IP_PKTINFO));
            assertEquals(LO, info.ipi_ifindex);
            assertEquals(other(3).toString(), info.ipi_addr.toString());
            assertEquals(other(3).toString(), info.ipi_spec_dst.toString());
        } else {
            check(setsockopt(server, IPPROTO_IPV6, IPV6_RECVPKTINFO, 1));
            check(sendto(client, "x", 1, 0, loopback(transport, port), sizeof(sockaddr_in6.class)));
            in6_pktinfo info = new in6_pktinfo(Control.only(received(server), IPPROTO_IPV6, IPV6_PKTINFO));
            assertEquals(LO, info.ipi6_ifindex);
            assertArrayEquals(in6addr_loopback.s6_addr, info.ipi6_addr.s6_addr);
        }
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void the_sender_chooses_its_address_and_interface(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        int client = sockets.open();
        sockaddr there = loopback(transport, boundToAny(server, transport));
        int port = boundToAny(client, transport);
        for (int ifindex : new int[] {ANY_INTERFACE, LO}) {
            if (transport == Transport.UDP4) {
                for (int host : new int[] {1, 2}) {
                    check(sendmsg(client, Control.to(there, from(ifindex, other(host))), 0));
                    sockaddr_in source = new sockaddr_in(received(server).msg_name);
                    assertEquals(other(host).toString(), source.sin_addr.toString());
                    assertEquals(port, source.sin_port);
                }
            } else {
                check(sendmsg(client, Control.to(there, from(ifindex, in6addr_loopback)), 0));
                sockaddr_in6 source = new sockaddr_in6(received(server).msg_name);
                assertArrayEquals(in6addr_loopback.s6_addr, source.sin6_addr.s6_addr);
                assertEquals(port, source.sin6_port);
            }
        }
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void what_was_received_answers_from_where_it_came_to(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        int client = sockets.open();
        int port = boundToAny(server, transport);
        boolean four = transport == Transport.UDP4;
        check(four ? setsockopt(server, IPPROTO_IP, IP_PKTINFO, 1) : setsockopt(server, IPPROTO_IPV6, IPV6_RECVPKTINFO, 1));
        sockaddr there = four ? new sockaddr_in(AF_INET, port, other(4)) : loopback(transport, port);
        sockets.connected(client, there);
        check(send(client, "x", 1, 0));
        msghdr request = received(server);
        ByteBuffer info = four ? Control.only(request, IPPROTO_IP, IP_PKTINFO)
                : Control.only(request, IPPROTO_IPV6, IPV6_PKTINFO);
        msghdr answer = Control.message("y", four ? Control.of(IPPROTO_IP, IP_PKTINFO, new in_pktinfo(info))
                : Control.of(IPPROTO_IPV6, IPV6_PKTINFO, new in6_pktinfo(info)));
        sockaddr back = four ? new sockaddr_in(request.msg_name) : new sockaddr_in6(request.msg_name);
        check(sendmsg(server, Control.to(back, answer), 0));
        byte[] buf = new byte[1];
        assertEquals(1, check(recv(client, buf, 1, 0)), "a connected socket takes it from no other address");
        assertEquals('y', buf[0]);
    }

    @On(value = Group.UDP, otherwise = NO_IP)
    void an_address_or_interface_that_is_not_there_is_refused(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        int client = sockets.open();
        sockaddr there = sockets.bound(server);
        if (transport == Transport.UDP4) {
            assertEquals(-1, sendmsg(client, Control.to(there, from(ANY_INTERFACE, nobodys())), 0));
            // No page says which: older kernels say EINVAL, as IPv6 does.
            assertTrue(List.of(ENETUNREACH, EINVAL).contains(errno()), () -> strerror(errno()));
            assertFails(ENODEV, sendmsg(client, Control.to(there, from(NO_INTERFACE, new in_addr())), 0));
        } else {
            assertFails(EINVAL, sendmsg(client, Control.to(there, from(ANY_INTERFACE, nobodys6())), 0));
            assertFails(ENODEV, sendmsg(client, Control.to(there, from(NO_INTERFACE, in6addr_any)), 0));
        }
        assertFails(EAGAIN, recv(server, new byte[1], 1, MSG_DONTWAIT));
    }
}

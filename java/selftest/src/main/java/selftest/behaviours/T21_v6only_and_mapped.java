package selftest.behaviours;

import static libc.Errno.*;
import static libc.arpa.Inet.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.option;
import static selftest.Sockets.portOf;

import libc.ErrnoException;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** An IPv6 socket serves IPv4 too, under mapped addresses, unless IPV6_V6ONLY keeps it from that. */
class T21_v6only_and_mapped {

    private static final String V6 = "is not of IPv6";

    @On(value = Group.INTERNET6, otherwise = V6)
    void the_default_is_the_machines(Transport transport, Sockets sockets) throws Exception {
        assertEquals(Machine.numbers("net/ipv6/bindv6only")[0], option(sockets.open(), IPPROTO_IPV6, IPV6_V6ONLY));
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void without_it_an_IPv4_client_comes_under_a_mapped_address(Transport transport, Sockets sockets) throws Exception {
        int server = any(sockets, 0, 0);
        int client = v4(transport, sockets);
        if (transport.isStream()) {
            check(listen(server, 1));
        }
        check(connect(client, loopback4(portOf(server)), sizeof(sockaddr_in.class)));
        assertEquals(2, check(send(client, "hi", 2, 0)));
        sockaddr_in6 from = new sockaddr_in6();
        int[] len = {sizeof(from)};
        byte[] buf = new byte[4];
        if (transport.isStream()) {
            int accepted = sockets.keep(accept(server, from, len));
            assertEquals("::ffff:127.0.0.1", text(from));
            check(getsockname(accepted, from, len));
            assertEquals(portOf(server), ntohs(from.sin6_port));
        } else {
            assertEquals(2, check(recvfrom(server, buf, buf.length, 0, from, len)));
            assertEquals(3, check(sendto(server, "you", 3, 0, from, len[0])), "it can be answered there");
            assertEquals(3, check(recv(client, buf, buf.length, 0)));
            assertEquals(portOf(client), ntohs(from.sin6_port));
        }
        assertEquals("::ffff:127.0.0.1", text(from));
        assertTrue(IN6_IS_ADDR_V4MAPPED(from.sin6_addr));
        assertEquals(sizeof(sockaddr_in6.class), len[0]);
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void without_it_the_port_is_taken_from_IPv4_too(Transport transport, Sockets sockets) throws Exception {
        int port = portOf(any(sockets, 0, 0));
        for (int address : new int[] {INADDR_ANY, INADDR_LOOPBACK}) {
            sockaddr_in addr = new sockaddr_in(AF_INET, htons(port), new in_addr(htonl(address)));
            assertFails(EADDRINUSE, bind(v4(transport, sockets), addr, sizeof(addr)));
        }
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void with_it_each_has_its_port(Transport transport, Sockets sockets) throws Exception {
        int port = portOfBoth(sockets);
        int six = any(sockets, 1, port);
        int four = v4(transport, sockets);
        sockaddr_in addr = new sockaddr_in(AF_INET, htons(port), new in_addr(htonl(INADDR_ANY)));
        check(bind(four, addr, sizeof(addr)));
        if (transport.isStream()) {
            check(listen(six, 1));
            check(listen(four, 1));
        }
        int client4 = v4(transport, sockets);
        check(connect(client4, loopback4(port), sizeof(sockaddr_in.class)));
        int client6 = sockets.open();
        sockets.connected(client6, sockets.loopback(port));
        assertEquals(1, check(send(client4, "4", 1, 0)));
        assertEquals(1, check(send(client6, "6", 1, 0)));
        byte[] buf = new byte[4];
        int end4 = transport.isStream() ? sockets.keep(accept(four, null, null)) : four;
        assertEquals(1, check(recv(end4, buf, buf.length, 0)));
        assertEquals('4', buf[0]);
        int end6 = transport.isStream() ? sockets.keep(accept(six, null, null)) : six;
        assertEquals(1, check(recv(end6, buf, buf.length, 0)));
        assertEquals('6', buf[0]);
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void with_it_an_IPv4_client_finds_nobody(Transport transport, Sockets sockets) throws Exception {
        int port = portOfBoth(sockets);
        int server = any(sockets, 1, port);
        int client = v4(transport, sockets);
        if (transport.isStream()) {
            check(listen(server, 1));
            assertFails(ECONNREFUSED, connect(client, loopback4(port), sizeof(sockaddr_in.class)));
        } else {
            check(connect(client, loopback4(port), sizeof(sockaddr_in.class)));
            assertEquals(1, check(send(client, "x", 1, 0)));
            assertFails(ECONNREFUSED, recv(client, new byte[1], 1, 0));
        }
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void it_is_set_before_bind(Transport transport, Sockets sockets) throws Exception {
        int fd = any(sockets, 0, 0);
        assertFails(EINVAL, setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1));
        assertEquals(0, option(fd, IPPROTO_IPV6, IPV6_V6ONLY));
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void a_mapped_address_leads_to_an_IPv4_server(Transport transport, Sockets sockets) throws Exception {
        int server = server4(transport, sockets);
        sockaddr mapped = sockets.address("::ffff:127.0.0.1", portOf(server));
        int client = without(sockets);
        sockets.connected(client, mapped);
        assertArrayEquals(mapped.toString().getBytes(), peer(client).toString().getBytes());
        sockaddr_in6 own = new sockaddr_in6();
        check(getsockname(client, own, new int[] {sizeof(own)}));
        assertEquals("::ffff:127.0.0.1", text(own));
        assertEquals(2, check(send(client, "hi", 2, 0)));
        sockaddr_in from = new sockaddr_in();
        int[] len = {sizeof(from)};
        if (transport.isStream()) {
            sockets.keep(accept(server, from, len));
        } else {
            assertEquals(2, check(recvfrom(server, new byte[4], 4, 0, from, len)));
        }
        assertEquals(htonl(INADDR_LOOPBACK), from.sin_addr.s_addr, "the server sees IPv4");
        assertEquals(portOf(client), ntohs(from.sin_port));
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void a_mapped_address_can_be_bound(Transport transport, Sockets sockets) throws Exception {
        int fd = without(sockets);
        sockaddr mapped = sockets.address("::ffff:127.0.0.1", 0);
        check(bind(fd, mapped, length(mapped)));
        sockaddr_in addr = loopback4(portOf(fd));
        assertFails(EADDRINUSE, bind(v4(transport, sockets), addr, sizeof(addr)));
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void with_it_a_mapped_address_is_none(Transport transport, Sockets sockets) throws Exception {
        sockaddr mapped = sockets.address("::ffff:127.0.0.1", portOf(server4(transport, sockets)));
        int fd = sockets.open();
        check(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1));
        assertFails(EINVAL, bind(fd, mapped, length(mapped)));
        assertFails(ENETUNREACH, connect(fd, mapped, length(mapped)));
        if (!transport.isStream()) {
            assertFails(ENETUNREACH, sendto(fd, "x", 1, 0, mapped, length(mapped)));
        }
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void a_socket_with_a_mapped_peer_can_become_one_of_IPv4(Transport transport, Sockets sockets) throws Exception {
        int server = server4(transport, sockets);
        int fd = without(sockets);
        assertFails(ENOTCONN, setsockopt(fd, IPPROTO_IPV6, IPV6_ADDRFORM, AF_INET));
        sockets.connected(fd, sockets.address("::ffff:127.0.0.1", portOf(server)));
        check(setsockopt(fd, IPPROTO_IPV6, IPV6_ADDRFORM, AF_INET));
        assertEquals(AF_INET, option(fd, SOL_SOCKET, SO_DOMAIN));
        sockaddr_in peer = new sockaddr_in();
        int[] len = {sizeof(peer)};
        check(getpeername(fd, peer, len));
        assertEquals(sizeof(peer), len[0]);
        assertEquals(loopback4(portOf(server)).toString(), peer.toString());
    }

    /** A socket bound to every address, and a port or one of the kernel's choice. */
    private static int any(Sockets sockets, int v6only, int port) throws ErrnoException {
        int fd = sockets.open();
        check(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, v6only));
        sockaddr addr = sockets.address("::", port);
        check(bind(fd, addr, length(addr)));
        return fd;
    }

    /** A port that nobody has in either family. */
    private static int portOfBoth(Sockets sockets) throws ErrnoException {
        int fd = any(sockets, 0, 0);
        int port = portOf(fd);
        sockets.closeNow(fd);
        return port;
    }

    private static int without(Sockets sockets) throws ErrnoException {
        int fd = sockets.open();
        check(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, 0));
        return fd;
    }

    private static int v4(Transport transport, Sockets sockets) throws ErrnoException {
        return sockets.keep(socket(AF_INET, transport.type(), 0));
    }

    private static int server4(Transport transport, Sockets sockets) throws ErrnoException {
        int fd = v4(transport, sockets);
        check(bind(fd, loopback4(0), sizeof(sockaddr_in.class)));
        if (transport.isStream()) {
            check(listen(fd, 1));
        }
        return fd;
    }

    private static sockaddr_in loopback4(int port) {
        return new sockaddr_in(AF_INET, htons(port), new in_addr(htonl(INADDR_LOOPBACK)));
    }

    private static sockaddr_in6 peer(int fd) throws ErrnoException {
        sockaddr_in6 addr = new sockaddr_in6();
        check(getpeername(fd, addr, new int[] {sizeof(addr)}));
        return addr;
    }

    private static String text(sockaddr_in6 addr) {
        return inet_ntop(AF_INET6, addr.sin6_addr, new byte[INET6_ADDRSTRLEN], INET6_ADDRSTRLEN);
    }
}

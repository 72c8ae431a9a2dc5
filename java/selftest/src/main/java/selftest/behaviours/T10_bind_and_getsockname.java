package selftest.behaviours;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.portOf;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import libc.Strings;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** bind gives a socket its name, of which the kernel chooses the port if it is 0; getsockname tells it. */
class T10_bind_and_getsockname {

    private static final String PORTS = "has no ports";
    private static final String NAMELESS = "has no name";
    private static final int CAP_NET_BIND_SERVICE = 10;
    private static final int TCPMUX = 1;

    @On(value = Group.INTERNET, otherwise = PORTS)
    void port_0_becomes_one_of_the_ephemeral_range(Transport transport, Sockets sockets) throws Exception {
        int[] range = Machine.numbers("net/ipv4/ip_local_port_range");
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            int fd = sockets.open();
            sockets.bound(fd);
            int port = portOf(fd);
            assertTrue(range[0] <= port && port <= range[1], port + " in " + Arrays.toString(range));
            assertTrue(ports.add(port), port + " twice");
        }
    }

    @On(value = Group.INTERNET, otherwise = PORTS)
    void before_bind_there_is_only_a_family(Transport transport, Sockets sockets) throws Exception {
        String any = transport.family() == AF_INET ? "0.0.0.0" : "::";
        assertArrayEquals(bytes(sockets.address(any, 0)), nameOf(sockets.open()));
    }

    @On(value = Group.INTERNET, otherwise = PORTS)
    void the_address_that_was_bound_is_told(Transport transport, Sockets sockets) throws Exception {
        for (String ip : transport.family() == AF_INET ? new String[] {"127.0.0.1", "127.0.0.2", "0.0.0.0"}
                : new String[] {"::1", "::"}) {
            int fd = sockets.open();
            check(bind(fd, sockets.address(ip, 0), length(sockets.address(ip, 0))));
            assertArrayEquals(bytes(sockets.address(ip, portOf(fd))), nameOf(fd));
        }
    }

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void a_name_is_found_by_others(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(server) : sockets.bound(server);
        int client = sockets.open();
        sockets.connected(client, addr);
        assertArrayEquals(nameOf(server), Sockets.peerOf(client));
    }

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void it_is_given_once(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr first = sockets.bound(fd);
        sockaddr second = sockets.fresh();
        byte[] name = nameOf(fd);
        assertFails(EINVAL, bind(fd, second, length(second)));
        assertFails(transport.isInternet() || isAbstract(transport) ? EINVAL : EADDRINUSE, bind(fd, first, length(first)));
        assertArrayEquals(name, nameOf(fd));
    }

    @On(value = Group.INTERNET, otherwise = PORTS)
    void connect_binds_too(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(server) : sockets.bound(server);
        int client = sockets.open();
        sockets.connected(client, addr);
        assertTrue(portOf(client) != 0);
        assertArrayEquals(bytes(sockets.loopback(portOf(client))), nameOf(client));
    }

    @On(value = Group.UDP, otherwise = "does not send without a connection or a name")
    void sendto_binds_the_port_and_leaves_the_address(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = sockets.bound(server);
        int client = sockets.open();
        assertEquals(2, check(sendto(client, "hi", 2, 0, addr, length(addr))));
        assertTrue(portOf(client) != 0);
        assertArrayEquals(bytes(sockets.address(transport.family() == AF_INET ? "0.0.0.0" : "::", portOf(client))),
                nameOf(client));
        sockaddr from = new sockaddr_storage();
        assertEquals(2, check(recvfrom(server, new byte[4], 4, 0, from, new int[] {from.size()})));
        sockaddr expected = sockets.loopback(portOf(client));
        assertArrayEquals(bytes(expected), Strings.memcpy(new byte[expected.size()], from, expected.size()));
    }

    @On(value = Group.INTERNET, otherwise = PORTS)
    void a_low_port_is_for_root(Transport transport, Sockets sockets) throws Exception {
        int first = Machine.numbers("net/ipv4/ip_unprivileged_port_start")[0];
        sockaddr addr = sockets.loopback(TCPMUX);
        int fd = sockets.open();
        if (!Machine.has(CAP_NET_BIND_SERVICE) && TCPMUX < first) {
            assertFails(EACCES, bind(fd, addr, length(addr)));
            assertEquals(0, portOf(fd));
        } else if (bind(fd, addr, length(addr)) == 0) {
            assertEquals(TCPMUX, portOf(fd));
        } else {
            assertEquals(EADDRINUSE, errno(), "another program has it");
        }
    }

    private static boolean isAbstract(Transport transport) {
        return transport.naming() == Transport.Name.ABSTRACT;
    }

    private static byte[] bytes(sockaddr addr) {
        return Strings.memcpy(new byte[addr.size()], addr, addr.size());
    }
}

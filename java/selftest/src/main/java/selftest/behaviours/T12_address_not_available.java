package selftest.behaviours;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.option;

import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** An address that this machine does not have cannot be bound, unless a socket is told not to mind. */
class T12_address_not_available {

    private static final String NAMES = "has names, which are not a machine's, or none";
    private static final int CAP_NET_ADMIN = 12;
    private static final int CAP_NET_RAW = 13;

    @On(value = Group.INTERNET, otherwise = NAMES)
    void the_address_of_no_interface_is_refused(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = elsewhere(transport, sockets);
        if (nonlocal(transport)) {
            check(bind(fd, addr, length(addr)));
        } else {
            assertFails(EADDRNOTAVAIL, bind(fd, addr, length(addr)));
            assertEquals(0, Sockets.portOf(fd));
            sockets.bound(fd);
        }
    }

    // IPV6_FREEBIND is of Linux 4.15; IPv6 heeds IP_FREEBIND as well.
    @On(value = Group.INTERNET, otherwise = NAMES)
    void FREEBIND_lets_anybody_bind_it(Transport transport, Sockets sockets) throws Exception {
        boolean v4 = transport.family() == AF_INET;
        int fd = sockets.open();
        assertEquals(0, option(fd, IPPROTO_IP, IP_FREEBIND));
        if (v4) {
            check(setsockopt(fd, IPPROTO_IP, IP_FREEBIND, 1));
        } else if (setsockopt(fd, IPPROTO_IPV6, IPV6_FREEBIND, 1) < 0) {
            assertEquals(ENOPROTOOPT, errno());
            check(setsockopt(fd, IPPROTO_IP, IP_FREEBIND, 1));
        }
        assertEquals(1, option(fd, IPPROTO_IP, IP_FREEBIND));
        sockaddr addr = elsewhere(transport, sockets);
        check(bind(fd, addr, length(addr)));
        sockaddr bound = v4 ? new sockaddr_in() : new sockaddr_in6();
        check(getsockname(fd, bound, new int[] {bound.size()}));
        if (v4) {
            assertEquals(((sockaddr_in) addr).sin_addr.s_addr, ((sockaddr_in) bound).sin_addr.s_addr);
        } else {
            assertEquals(((sockaddr_in6) addr).sin6_addr.toString(), ((sockaddr_in6) bound).sin6_addr.toString());
        }
        assertNotEquals(0, Sockets.portOf(fd));
    }

    @On(value = Group.INTERNET, otherwise = NAMES)
    void TRANSPARENT_lets_only_root(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        int level = transport.family() == AF_INET ? IPPROTO_IP : IPPROTO_IPV6;
        int option = transport.family() == AF_INET ? IP_TRANSPARENT : IPV6_TRANSPARENT;
        if (Machine.has(CAP_NET_ADMIN) || Machine.has(CAP_NET_RAW)) {
            check(setsockopt(fd, level, option, 1));
            sockaddr addr = elsewhere(transport, sockets);
            check(bind(fd, addr, length(addr)));
            assertEquals(length(addr), nameOf(fd).length);
        } else {
            assertFails(EPERM, setsockopt(fd, level, option, 1));
        }
    }

    @On(value = Group.INTERNET6, otherwise = "are no addresses of several interfaces")
    void multicast_is_nobodys_own(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.address("ff0e::7777", 0);
        if (transport.isStream()) {
            assertFails(EINVAL, bind(fd, addr, length(addr)));
        } else {
            check(bind(fd, addr, length(addr)));
        }
    }

    /** An address that is kept for documentation, of the blocks 203.0.113.0/24 and 2001:db8::/32. */
    private static sockaddr elsewhere(Transport transport, Sockets sockets) throws Exception {
        return sockets.address(transport.family() == AF_INET ? "203.0.113.77" : "2001:db8::77", 0);
    }

    /** Whether the machine is set to let everybody bind every address. */
    private static boolean nonlocal(Transport transport) throws Exception {
        String family = transport.family() == AF_INET ? "ipv4" : "ipv6";
        return Machine.numbers("net/" + family + "/ip_nonlocal_bind")[0] != 0;
    }
}

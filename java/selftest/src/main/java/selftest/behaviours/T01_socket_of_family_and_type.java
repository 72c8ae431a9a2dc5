package selftest.behaviours;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.option;

import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A socket is of the family, the type and the protocol that it was asked for, and where there is none it says why. */
class T01_socket_of_family_and_type {

    private static final String SOCKETS = "says something of sockets, of which this is none";
    private static final String PROTOCOLS = "its protocols are not IP's";
    private static final int NO_FAMILY = 1000;
    private static final int NO_FLAG = 0x100;
    private static final int NO_TYPE = 15;
    private static final int CAP_NET_RAW = 13;

    @On(value = Group.ALL, otherwise = SOCKETS)
    void it_tells_what_it_is(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(transport.family(), option(fd, SOL_SOCKET, SO_DOMAIN));
        assertEquals(transport.type(), option(fd, SOL_SOCKET, SO_TYPE));
        int protocol = transport.isUnix() ? 0 : transport.isStream() ? IPPROTO_TCP : IPPROTO_UDP;
        assertEquals(protocol, option(fd, SOL_SOCKET, SO_PROTOCOL));
        stat st = new stat();
        check(fstat(fd, st));
        assertTrue(S_ISSOCK(st.st_mode));
        assertEquals(1, isfdtype(fd, S_IFSOCK));
    }

    @On(value = Group.INTERNET, otherwise = PROTOCOLS)
    void its_protocol_can_be_named(Transport transport, Sockets sockets) throws Exception {
        int own = transport.isStream() ? IPPROTO_TCP : IPPROTO_UDP;
        int other = transport.isStream() ? IPPROTO_UDP : IPPROTO_TCP;
        assertEquals(own, option(sockets.keep(socket(transport.family(), transport.type(), own)), SOL_SOCKET, SO_PROTOCOL));
        assertFails(EPROTONOSUPPORT, socket(transport.family(), transport.type(), other));
    }

    @On(value = Group.INTERNET, otherwise = PROTOCOLS)
    void a_number_that_no_protocol_can_have_is_invalid(Transport transport, Sockets sockets) {
        assertFails(EINVAL, socket(transport.family(), transport.type(), -1));
        assertFails(EINVAL, socket(transport.family(), transport.type(), Short.MAX_VALUE));
    }

    @On(value = Group.UNIX, otherwise = "has protocols")
    void unix_has_no_protocols(Transport transport, Sockets sockets) throws Exception {
        sockets.keep(socket(AF_UNIX, transport.type(), PF_UNIX));
        assertFails(EPROTONOSUPPORT, socket(AF_UNIX, transport.type(), IPPROTO_TCP));
        assertFails(EPROTONOSUPPORT, socket(AF_UNIX, transport.type(), -1));
    }

    @On(value = Group.UNIX, otherwise = "SOCK_RAW is another type there")
    void a_raw_unix_socket_is_a_datagram_socket(Transport transport, Sockets sockets) throws Exception {
        assertEquals(SOCK_DGRAM, option(sockets.keep(socket(AF_UNIX, SOCK_RAW, 0)), SOL_SOCKET, SO_TYPE));
    }

    // socket(2) has EPROTONOSUPPORT for a type too; the kernel has an error of its own for it.
    @On(value = Group.ALL, otherwise = SOCKETS)
    void a_type_that_the_family_lacks_is_not_supported(Transport transport, Sockets sockets) {
        assertFails(ESOCKTNOSUPPORT, socket(transport.family(), SOCK_RDM, 0));
        assertFails(ESOCKTNOSUPPORT, socket(transport.family(), 0, 0));
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void a_type_or_flag_that_is_none_is_invalid(Transport transport, Sockets sockets) {
        assertFails(EINVAL, socket(transport.family(), NO_TYPE, 0));
        assertFails(EINVAL, socket(transport.family(), transport.type() | NO_FLAG, 0));
        assertFails(EINVAL, socket(transport.family(), -1, 0));
    }

    @On(value = Group.INTERNET, otherwise = "has no raw sockets")
    void a_raw_socket_is_for_root(Transport transport, Sockets sockets) throws Exception {
        int protocol = transport.family() == AF_INET ? IPPROTO_ICMP : IPPROTO_ICMPV6;
        if (Machine.has(CAP_NET_RAW)) {
            int fd = sockets.keep(socket(transport.family(), SOCK_RAW, protocol));
            assertEquals(SOCK_RAW, option(fd, SOL_SOCKET, SO_TYPE));
            assertEquals(protocol, option(fd, SOL_SOCKET, SO_PROTOCOL));
        } else {
            assertFails(EPERM, socket(transport.family(), SOCK_RAW, protocol));
        }
    }

    // socket(2) has EINVAL for this as well, which the kernel keeps for types and protocols.
    @On(value = Group.NONE, otherwise = "is a family")
    void a_family_that_is_none_is_not_supported() {
        for (int family : new int[] {AF_UNSPEC, NO_FAMILY, -1}) {
            for (int type : new int[] {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_RAW}) {
                assertFails(EAFNOSUPPORT, socket(family, type, 0), "socket(" + family + ", " + type + ")");
            }
        }
    }
}

package selftest.behaviours;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;

import java.util.Arrays;
import libc.Strings;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/**
 * The length of an address goes in as the room there is and comes out as the length it has, of which no more than the
 * room is written.
 */
class T13_address_lengths {

    private static final String NAMELESS = "has no name";
    private static final byte OLD = (byte) 0xaa;
    private static final int RFC2133 = 24;

    /** A call that tells an address. */
    private interface Telling {
        int tell(sockaddr addr, int[] len) throws Exception;
    }

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void getsockname_and_getpeername_tell_the_whole_length(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertTruncates(nameOf(c.server()), (addr, len) -> getsockname(c.server(), addr, len));
        assertTruncates(peerOf(c.client()), (addr, len) -> getpeername(c.client(), addr, len));
    }

    @On(value = Group.LISTENER, otherwise = "does not accept")
    void accept_tells_the_whole_length(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        for (int i = 0; i < 7; i++) {
            int client = sockets.open();
            sockets.bound(client);
            sockets.connected(client, addr);
            byte[] name = nameOf(client);
            int room = new int[] {0, 1, 2, 5, name.length - 1, name.length, name.length + 1}[i];
            sockaddr_storage told = old();
            int[] len = {room};
            sockets.keep(accept(listener, told, len));
            assertTold(name, room, told, len);
        }
    }

    @On(value = Group.DATAGRAM, except = Group.PAIR, otherwise = "has no sender's address")
    void recvfrom_tells_the_whole_length(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertTruncates(nameOf(c.client()), (addr, len) -> {
            assertEquals(1, check(send(c.client(), "x", 1, 0)));
            return recvfrom(c.server(), new byte[1], 1, 0, addr, len);
        });
    }

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void a_negative_length_is_invalid(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] len = {-1};
        assertFails(EINVAL, getsockname(c.server(), old(), len));
        assertFails(EINVAL, getpeername(c.server(), old(), len));
        assertEquals(-1, len[0]);
        assertFails(EINVAL, bind(sockets.open(), sockets.fresh(), -1));
        assertFails(EINVAL, connect(c.client(), sockets.fresh(), -1));
    }

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void what_is_not_wanted_is_null(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(1, check(send(c.client(), "x", 1, 0)));
        assertEquals(1, check(recvfrom(c.server(), new byte[1], 1, 0, null, null)));
        assertFails(EFAULT, getsockname(c.server(), old(), null));
        assertFails(EFAULT, getsockname(c.server(), null, new int[] {16}));
        assertEquals(0, check(getsockname(c.server(), null, new int[] {0})), "no room is no memory");
    }

    @On(value = Group.INTERNET4, otherwise = "is of another family")
    void an_IPv4_address_has_16_bytes(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.loopback(0);
        for (int len : new int[] {0, 2, 8, 15}) {
            assertFails(EINVAL, bind(fd, addr, len), "bind of " + len);
        }
        check(bind(fd, new sockaddr_storage(addr), sizeof(sockaddr_storage.class)));
        assertEquals(16, nameOf(fd).length, "what is too much is not looked at");
    }

    @On(value = Group.INTERNET6, otherwise = "is of another family")
    void an_IPv6_address_has_28_bytes_or_24(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.loopback(0);
        for (int len : new int[] {0, 2, 16, RFC2133 - 1}) {
            assertFails(EINVAL, bind(sockets.open(), addr, len), "bind of " + len);
        }
        int fd = sockets.open();
        check(bind(fd, addr, RFC2133)); // as it was before it had a scope
        assertEquals(28, nameOf(fd).length);
        check(bind(sockets.open(), new sockaddr_storage(addr), sizeof(sockaddr_storage.class)));
    }

    @On(value = Group.INTERNET, otherwise = "has names of different lengths")
    void connect_and_sendto_want_it_whole_too(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(server) : sockets.bound(server);
        int least = transport.family() == AF_INET ? 16 : RFC2133;
        int fd = sockets.open();
        assertFails(EINVAL, connect(fd, addr, least - 1));
        assertFails(EINVAL, connect(fd, addr, 1));
        if (!transport.isStream()) {
            assertFails(EINVAL, sendto(fd, "x", 1, 0, addr, least - 1));
            assertEquals(1, check(sendto(fd, "x", 1, 0, addr, least)));
            assertEquals(1, check(recv(server, new byte[1], 1, 0)));
        }
        check(connect(fd, addr, least));
    }

    @On(value = Group.UNIX, except = Group.PAIR, otherwise = "has an address of one length, or none")
    void a_unix_name_has_at_most_110_bytes(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr_storage addr = new sockaddr_storage(sockets.fresh());
        for (int len : new int[] {0, 1, 111, sizeof(addr)}) {
            assertFails(EINVAL, bind(fd, addr, len), "bind of " + len);
            assertFails(EINVAL, connect(fd, addr, len), "connect of " + len);
        }
        check(bind(fd, addr, length(sockets.fresh())));
    }

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void an_address_of_another_family_is_refused(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr_storage addr = new sockaddr_storage();
        addr.ss_family = transport.isUnix() ? AF_INET : AF_UNIX;
        assertFails(transport.isUnix() ? EINVAL : EAFNOSUPPORT, bind(fd, addr, 28));
        assertFails(transport.isUnix() ? EINVAL : EAFNOSUPPORT, connect(fd, addr, 28));
    }

    @On(value = Group.NAMED, otherwise = NAMELESS)
    void a_length_beyond_the_address_is_refused_before_the_call(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.fresh();
        assertThrows(IndexOutOfBoundsException.class, () -> bind(fd, addr, addr.size() + 1));
        assertThrows(IndexOutOfBoundsException.class, () -> getsockname(fd, addr, new int[] {addr.size() + 1}));
    }

    private static void assertTruncates(byte[] name, Telling call) throws Exception {
        for (int room = 0; room <= name.length + 1; room++) {
            sockaddr_storage told = old();
            int[] len = {room};
            check(call.tell(told, len));
            assertTold(name, room, told, len);
        }
    }

    private static void assertTold(byte[] name, int room, sockaddr_storage told, int[] len) {
        assertEquals(name.length, len[0], "with room for " + room);
        byte[] expected = new byte[sizeof(told)];
        Arrays.fill(expected, OLD);
        System.arraycopy(name, 0, expected, 0, Math.min(room, name.length));
        assertArrayEquals(expected, Strings.memcpy(new byte[sizeof(told)], told, sizeof(told)), "with room for " + room);
    }

    private static sockaddr_storage old() {
        sockaddr_storage addr = new sockaddr_storage();
        return Strings.memset(addr, OLD, sizeof(addr));
    }
}

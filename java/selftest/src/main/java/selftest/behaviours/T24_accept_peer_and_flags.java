package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.POLLIN;
import static libc.Strings.memcpy;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** accept(2) tells who has connected; the new socket has the flags that accept4(2) is given, and none of the listener's. */
class T24_accept_peer_and_flags {

    private static final String NO_LISTENER = "nothing to accept";
    private static final int FAMILY = 2;

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void it_tells_the_name_of_the_peer(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        int client = sockets.open();
        sockaddr name = sockets.bound(client);
        int[] nameLength = {sizeof(name)};
        check(getsockname(client, name, nameLength));
        sockets.connected(client, addr);
        sockaddr_storage peer = new sockaddr_storage();
        int[] length = {sizeof(peer)};
        int accepted = sockets.keep(accept(listener, peer, length));
        assertEquals(nameLength[0], length[0]);
        assertArrayEquals(bytes(name, nameLength[0]), bytes(peer, length[0]));
        sockaddr_storage same = new sockaddr_storage();
        check(getpeername(accepted, same, new int[] {sizeof(same)}));
        assertArrayEquals(bytes(peer, length[0]), bytes(same, length[0]));
    }

    @On(value = Group.LISTENER, except = Group.TCP, otherwise = NO_LISTENER)
    void of_a_peer_without_a_name_it_tells_the_family(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockets.connected(sockets.open(), sockets.listening(listener));
        sockaddr_un peer = new sockaddr_un();
        int[] length = {sizeof(peer)};
        sockets.keep(accept(listener, peer, length));
        assertEquals(FAMILY, length[0]);
        assertEquals(AF_UNIX, peer.sun_family);
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void accept4_sets_the_flags_that_it_is_given(Transport transport, Sockets sockets) throws Exception {
        int[] flags = {0, SOCK_NONBLOCK, SOCK_CLOEXEC, SOCK_NONBLOCK | SOCK_CLOEXEC};
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        for (int flag : flags) {
            sockets.connected(sockets.open(), addr);
            assertFlags(flag, sockets.keep(accept4(listener, null, null, flag)));
        }
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void the_flags_of_the_listener_are_not_inherited(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open(SOCK_NONBLOCK | SOCK_CLOEXEC);
        sockaddr addr = sockets.listening(listener);
        for (int i = 0; i < 2; i++) {
            sockets.connected(sockets.open(), addr);
            Sockets.await(listener, POLLIN);
            assertFlags(0, sockets.keep(i == 0 ? accept(listener, null, null) : accept4(listener, null, null, 0)));
        }
        assertFlags(SOCK_NONBLOCK | SOCK_CLOEXEC, listener);
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void nothing_to_accept_is_eagain(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open(SOCK_NONBLOCK);
        sockets.listening(listener);
        assertFails(EAGAIN, accept(listener, null, null));
        assertFails(EAGAIN, accept4(listener, null, null, SOCK_CLOEXEC));
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void other_flags_and_negative_lengths_are_einval(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockets.connected(sockets.open(), sockets.listening(listener));
        assertFails(EINVAL, accept4(listener, null, null, 1));
        assertFails(EINVAL, accept(listener, new sockaddr_storage(), new int[] {-1}));
    }

    @On(Group.CONNECTION)
    void a_socket_that_does_not_listen_accepts_nothing(Transport transport, Sockets sockets) throws Exception {
        assertFails(EINVAL, accept(sockets.open(), null, null));
        assertFails(EINVAL, accept(sockets.connected().server(), null, null));
    }

    @On(Group.DATAGRAM)
    void a_datagram_socket_cannot(Transport transport, Sockets sockets) throws Exception {
        assertFails(EOPNOTSUPP, accept(sockets.open(), null, null));
    }

    private static void assertFlags(int flags, int fd) throws Exception {
        assertEquals((flags & SOCK_NONBLOCK) != 0, (check(fcntl(fd, F_GETFL)) & O_NONBLOCK) != 0);
        assertEquals((flags & SOCK_CLOEXEC) != 0, (check(fcntl(fd, F_GETFD)) & FD_CLOEXEC) != 0);
    }

    private static byte[] bytes(sockaddr addr, int length) {
        byte[] bytes = new byte[length];
        memcpy(bytes, addr, length);
        return bytes;
    }
}

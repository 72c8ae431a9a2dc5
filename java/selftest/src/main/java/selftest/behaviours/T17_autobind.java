package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;

import java.util.HashSet;
import java.util.Set;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** bind with the family alone gives an abstract name of 5 hexadecimal digits. */
class T17_autobind {

    private static final String ABSTRACT = "is given another kind of name, or none";
    private static final int FAMILY = offsetof(sockaddr_un.class, "sun_path");
    private static final sockaddr_un UNNAMED = new sockaddr_un(AF_UNIX, new byte[0]);
    private static final int NAMES = 16;

    @On(value = Group.ABSTRACT, otherwise = ABSTRACT)
    void the_name_is_of_5_digits(Transport transport, Sockets sockets) throws Exception {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < NAMES; i++) {
            int fd = sockets.open();
            check(bind(fd, UNNAMED, FAMILY));
            assertTrue(names.add(assertAutobound(fd)), "each has its own");
        }
    }

    @On(value = Group.ABSTRACT, otherwise = ABSTRACT)
    void others_find_it(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        check(bind(server, UNNAMED, FAMILY));
        if (transport.isConnection()) {
            check(listen(server, 1));
        }
        sockaddr_un addr = new sockaddr_un();
        int[] len = {sizeof(addr)};
        check(getsockname(server, addr, len));
        int client = sockets.open();
        check(connect(client, addr, len[0]));
        assertArrayEquals(nameOf(server), peerOf(client));
        assertFails(EADDRINUSE, bind(sockets.open(), addr, len[0]));
    }

    @On(value = Group.ABSTRACT, otherwise = ABSTRACT)
    void it_is_given_once(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        check(bind(fd, UNNAMED, FAMILY));
        byte[] name = nameOf(fd);
        check(bind(fd, UNNAMED, FAMILY)); // has a name, and is content
        assertArrayEquals(name, nameOf(fd));
        sockaddr other = sockets.fresh();
        assertFails(EINVAL, bind(fd, other, length(other)));
        int named = sockets.open();
        sockaddr own = sockets.bound(named);
        check(bind(named, UNNAMED, FAMILY));
        assertEquals(length(own), nameOf(named).length);
    }

    @On(value = Group.ABSTRACT, otherwise = ABSTRACT)
    void connect_with_PASSCRED_gives_one(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(server) : sockets.bound(server);
        int without = sockets.open();
        sockets.connected(without, addr);
        assertEquals(FAMILY, nameOf(without).length);
        int client = sockets.open();
        check(setsockopt(client, SOL_SOCKET, SO_PASSCRED, 1));
        assertEquals(FAMILY, nameOf(client).length, "not yet");
        sockets.connected(client, addr);
        assertAutobound(client);
    }

    @On(value = Group.ABSTRACT, except = Group.CONNECTION,
            otherwise = "does not send without a connection, or has no abstract name")
    void sendto_with_PASSCRED_gives_one(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = sockets.bound(server);
        int client = sockets.open();
        check(setsockopt(client, SOL_SOCKET, SO_PASSCRED, 1));
        assertEquals(2, check(sendto(client, "hi", 2, 0, addr, length(addr))));
        String name = assertAutobound(client);
        sockaddr_un from = new sockaddr_un();
        int[] len = {sizeof(from)};
        assertEquals(2, check(recvfrom(server, new byte[4], 4, 0, from, len)));
        assertEquals(FAMILY + name.length(), len[0]);
        assertEquals(name, new String(from.sun_path, 0, name.length(), US_ASCII));
        assertEquals(3, check(sendto(server, "you", 3, 0, from, len[0])));
        assertEquals(3, check(recv(client, new byte[4], 4, 0)));
    }

    private static String assertAutobound(int fd) throws Exception {
        byte[] addr = nameOf(fd);
        String name = new String(addr, FAMILY, addr.length - FAMILY, US_ASCII);
        assertTrue(name.matches("\0[0-9a-f]{5}"), name);
        return name;
    }
}

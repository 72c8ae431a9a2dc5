package selftest.behaviours;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static libc.Errno.*;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import libc.Strings;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/**
 * An abstract name is all bytes behind a first NUL that the length counts, whatever they are; it is gone with its socket.
 */
class T16_abstract_name {

    private static final String NAMES = "has no abstract name";
    private static final int FAMILY = offsetof(sockaddr_un.class, "sun_path");
    private static final int ROOM = sizeof(new sockaddr_un().sun_path);

    @On(value = Group.ABSTRACT, otherwise = NAMES)
    void NULs_belong_to_it(Transport transport, Sockets sockets) throws Exception {
        String own = own();
        List<String> names = List.of(own, own + "\0", own + "\0\0", own + "\0a", own + "\0b", own + "\0a\0", own + "a");
        for (String name : names) {
            int server = sockets.open();
            sockaddr_un addr = address(name);
            int len = FAMILY + name.length();
            check(bind(server, addr, len));
            assertEquals(len, nameOf(server).length);
            assertFails(EADDRINUSE, bind(sockets.open(), addr, len), name);
            assertReached(transport, sockets, server, addr, len);
        }
        assertFails(ECONNREFUSED, connect(sockets.open(), address(own), FAMILY + own.length() + 3), "a fourth NUL is none");
    }

    @On(value = Group.ABSTRACT, otherwise = NAMES)
    void it_may_have_107_bytes(Transport transport, Sockets sockets) throws Exception {
        String name = own() + "\0";
        name += "x".repeat(ROOM - name.length());
        int server = sockets.open();
        sockaddr_un addr = address(name);
        check(bind(server, addr, sizeof(addr)));
        assertArrayEquals(Strings.memcpy(new byte[sizeof(addr)], addr, sizeof(addr)), nameOf(server));
        assertReached(transport, sockets, server, addr, sizeof(addr));
        assertFails(ECONNREFUSED, connect(sockets.open(), addr, sizeof(addr) - 1), "one byte less is another");
        sockaddr_storage longer = new sockaddr_storage(addr);
        assertFails(EINVAL, connect(sockets.open(), longer, sizeof(addr) + 1));
    }

    @On(value = Group.ABSTRACT, otherwise = NAMES)
    void every_byte_is_as_good_as_another(Transport transport, Sockets sockets) throws Exception {
        for (int from = 0; from < 256; from += 64) {
            StringBuilder name = new StringBuilder(own()).append('-');
            for (int b = from; b < from + 64; b++) {
                name.append((char) b);
            }
            int server = sockets.open();
            sockaddr_un addr = address(name.toString());
            int len = FAMILY + name.length();
            check(bind(server, addr, len));
            assertReached(transport, sockets, server, addr, len);
        }
    }

    // One NUL and nothing behind it is a name as well, which somebody may have.
    @On(value = Group.ABSTRACT, otherwise = NAMES)
    void it_may_have_no_bytes(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (bind(fd, address("\0"), FAMILY + 1) < 0) {
            assertEquals(EADDRINUSE, errno());
        } else {
            assertArrayEquals(new byte[] {AF_UNIX, 0, 0}, nameOf(fd));
            assertFails(EADDRINUSE, bind(sockets.open(), address("\0"), FAMILY + 1));
        }
    }

    @On(value = Group.ABSTRACT, otherwise = NAMES)
    void it_is_not_in_the_file_system(Transport transport, Sockets sockets) throws Exception {
        String path = sockets.dir().resolve("name").toString();
        int fd = sockets.open();
        check(bind(fd, address("\0" + path), FAMILY + 1 + path.length()));
        assertTrue(Files.notExists(Path.of(path)));
        assertTrue(Files.readAllLines(Path.of("/proc/net/unix"), ISO_8859_1).stream()
                .anyMatch(l -> l.endsWith(" @" + path)));
        int file = sockets.open();
        check(bind(file, address(path), FAMILY + path.length()));
        assertTrue(Files.exists(Path.of(path)), "the path is another name");
    }

    @On(value = Group.ABSTRACT, otherwise = NAMES)
    void it_is_gone_with_its_socket(Transport transport, Sockets sockets) throws Exception {
        String name = own();
        for (int i = 0; i < 2; i++) {
            int fd = sockets.open();
            check(bind(fd, address(name), FAMILY + name.length()));
            sockets.closeNow(fd);
            assertFails(ECONNREFUSED, connect(sockets.open(), address(name), FAMILY + name.length()));
        }
    }

    @On(value = Group.ABSTRACT, otherwise = NAMES)
    void each_type_has_its_own_names(Transport transport, Sockets sockets) throws Exception {
        String name = own();
        for (int type : new int[] {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
            check(bind(sockets.keep(socket(AF_UNIX, type, 0)), address(name), FAMILY + name.length()));
        }
    }

    private static void assertReached(Transport transport, Sockets sockets, int server, sockaddr_un addr, int len)
            throws Exception {
        int client = sockets.open();
        if (transport.isConnection()) {
            check(listen(server, 1));
        }
        check(connect(client, addr, len));
        assertArrayEquals(nameOf(server), peerOf(client));
        assertEquals(2, check(send(client, "hi", 2, 0)));
        int end = transport.isConnection() ? sockets.keep(accept(server, null, null)) : server;
        assertEquals(2, check(recv(end, new byte[4], 4, 0)));
    }

    /** A name that nobody else has, with its NUL. */
    private static String own() {
        return "\0libc-selftest-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    }

    private static sockaddr_un address(String name) {
        return new sockaddr_un(AF_UNIX, name.getBytes(ISO_8859_1));
    }
}

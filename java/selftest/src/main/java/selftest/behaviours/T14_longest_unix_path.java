package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A path of 107 bytes fits with its NUL, one of 108 without, and one of 109 not at all. */
class T14_longest_unix_path {

    private static final String PATHS = "has no path";
    private static final int FAMILY = offsetof(sockaddr_un.class, "sun_path");

    @On(value = Group.PATH, otherwise = PATHS)
    void of_107_bytes_it_is_told_with_its_NUL(Transport transport, Sockets sockets) throws Exception {
        Path path = path(sockets, 107);
        int fd = sockets.open();
        check(bind(fd, address(path), FAMILY + 107 + 1));
        assertArrayEquals(name(path), nameOf(fd));
        assertTrue(Files.exists(path));
    }

    // unix(7), BUGS: what is told of it has a NUL that no sockaddr_un has room for.
    @On(value = Group.PATH, otherwise = PATHS)
    void of_108_bytes_it_is_told_with_a_NUL_behind_the_address(Transport transport, Sockets sockets) throws Exception {
        Path path = path(sockets, 108);
        int fd = sockets.open();
        check(bind(fd, address(path), sizeof(sockaddr_un.class)));
        assertTrue(Files.exists(path));
        assertArrayEquals(name(path), nameOf(fd));
        sockaddr_un told = new sockaddr_un();
        int[] len = {sizeof(told)};
        check(getsockname(fd, told, len));
        assertEquals(sizeof(told) + 1, len[0]);
        assertArrayEquals(path.toString().getBytes(US_ASCII), told.sun_path);
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void of_109_bytes_it_is_refused(Transport transport, Sockets sockets) throws Exception {
        Path path = path(sockets, 109);
        assertThrows(IndexOutOfBoundsException.class, () -> address(path));
        byte[] bytes = path.toString().getBytes(US_ASCII);
        sockaddr_storage addr = new sockaddr_storage(AF_UNIX, bytes, 0);
        assertFails(EINVAL, bind(sockets.open(), addr, FAMILY + 109));
        assertFails(EINVAL, connect(sockets.open(), addr, FAMILY + 109));
        assertTrue(Files.notExists(path));
        // The length decides how much of it is the name, and it may be cut anywhere.
        check(bind(sockets.open(), addr, FAMILY + 108));
        assertTrue(Files.exists(Path.of(path.toString().substring(0, 108))));
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void sockets_of_107_and_108_bytes_are_found(Transport transport, Sockets sockets) throws Exception {
        for (int length : new int[] {107, 108}) {
            Path path = path(sockets, length);
            int server = sockets.open();
            check(bind(server, address(path), sizeof(sockaddr_un.class)));
            if (transport.isConnection()) {
                check(listen(server, 1));
            }
            int client = sockets.open();
            check(connect(client, address(path), sizeof(sockaddr_un.class)));
            assertArrayEquals(name(path), peerOf(client));
            int end = transport.isConnection() ? sockets.keep(accept(server, null, null)) : server;
            assertEquals(2, check(send(client, "hi", 2, 0)));
            assertEquals(2, check(recv(end, new byte[4], 4, 0)));
        }
    }

    @On(value = Group.PATH, except = Group.CONNECTION, otherwise = "has no path, or answers on its connection")
    void an_answer_to_108_bytes_takes_the_length_of_the_struct(Transport transport, Sockets sockets) throws Exception {
        Path path = path(sockets, 108);
        int client = sockets.open();
        check(bind(client, address(path), sizeof(sockaddr_un.class)));
        int server = sockets.open();
        sockaddr addr = sockets.bound(server);
        assertEquals(2, check(sendto(client, "hi", 2, 0, addr, Sockets.length(addr))));
        sockaddr_storage from = new sockaddr_storage();
        int[] len = {sizeof(from)};
        assertEquals(2, check(recvfrom(server, new byte[4], 4, 0, from, len)));
        assertEquals(sizeof(sockaddr_un.class) + 1, len[0]);
        assertFails(EINVAL, sendto(server, "hi", 2, 0, from, len[0]));
        assertEquals(2, check(sendto(server, "hi", 2, 0, from, sizeof(sockaddr_un.class))));
        assertEquals(2, check(recv(client, new byte[4], 4, 0)));
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void the_NUL_need_not_be_counted(Transport transport, Sockets sockets) throws Exception {
        Path path = path(sockets, 107);
        int fd = sockets.open();
        check(bind(fd, address(path), SUN_LEN(address(path))));
        assertArrayEquals(name(path), nameOf(fd));
        assertFails(EADDRINUSE, bind(sockets.open(), address(path), sizeof(sockaddr_un.class)));
    }

    /** A path of so many bytes. */
    private static Path path(Sockets sockets, int length) throws IOException {
        String dir = sockets.dir() + "/";
        return Path.of(dir + "p".repeat(length - dir.length()));
    }

    private static sockaddr_un address(Path path) {
        return new sockaddr_un(AF_UNIX, path.toString().getBytes(US_ASCII));
    }

    /** The address that the kernel tells: the family, the path and a NUL. */
    private static byte[] name(Path path) {
        byte[] bytes = path.toString().getBytes(US_ASCII);
        byte[] name = new byte[FAMILY + bytes.length + 1];
        name[0] = AF_UNIX;
        System.arraycopy(bytes, 0, name, FAMILY, bytes.length);
        return name;
    }
}

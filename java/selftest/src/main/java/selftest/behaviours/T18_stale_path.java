package selftest.behaviours;

import static libc.Errno.*;
import static libc.Unistd.unlink;
import static libc.sys.Stat.*;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.length;
import static selftest.Sockets.nameOf;
import static selftest.Sockets.peerOf;

import java.nio.file.Files;
import java.nio.file.Path;
import libc.Strings;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** The file that bind makes stays when its socket is closed, and is in the way until it is unlinked. */
class T18_stale_path {

    private static final String PATHS = "has no path";
    private static final int CAP_DAC_OVERRIDE = 1;
    private static final int PERMISSIONS = 07777;

    @On(value = Group.PATH, otherwise = PATHS)
    void bind_makes_a_file(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.bound(sockets.open());
        stat st = new stat();
        check(stat(path(addr), st));
        assertTrue(S_ISSOCK(st.st_mode));
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void close_leaves_it_and_unlink_removes_it(Transport transport, Sockets sockets) throws Exception {
        int owner = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(owner) : sockets.bound(owner);
        sockets.closeNow(owner);
        assertTrue(Files.exists(Path.of(path(addr))));
        assertFails(ECONNREFUSED, connect(sockets.open(), addr, length(addr)));
        int fd = sockets.open();
        assertFails(EADDRINUSE, bind(fd, addr, length(addr)));
        check(unlink(path(addr)));
        assertFails(ENOENT, connect(sockets.open(), addr, length(addr)));
        check(bind(fd, addr, length(addr)));
        assertReached(transport, sockets, fd, addr);
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void every_file_is_in_the_way(Transport transport, Sockets sockets) throws Exception {
        sockaddr file = sockets.fresh();
        Files.createFile(Path.of(path(file)));
        sockaddr directory = sockets.fresh();
        Files.createDirectory(Path.of(path(directory)));
        sockaddr link = sockets.fresh();
        Files.createSymbolicLink(Path.of(path(link)), Path.of("nowhere"));
        for (sockaddr addr : new sockaddr[] {file, directory, link}) {
            assertFails(EADDRINUSE, bind(sockets.open(), addr, length(addr)), path(addr));
        }
        assertFails(ECONNREFUSED, connect(sockets.open(), file, length(file)));
        assertFails(ECONNREFUSED, connect(sockets.open(), directory, length(directory)));
        assertFails(ENOENT, connect(sockets.open(), link, length(link)));
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void a_path_has_to_lead_somewhere(Transport transport, Sockets sockets) throws Exception {
        sockaddr_un missing = new sockaddr_un(AF_UNIX, (sockets.dir() + "/none/s").getBytes());
        assertFails(ENOENT, bind(sockets.open(), missing, sizeof(missing)));
        assertFails(ENOENT, connect(sockets.open(), missing, sizeof(missing)));
        Files.createFile(sockets.dir().resolve("file"));
        sockaddr_un through = new sockaddr_un(AF_UNIX, (sockets.dir() + "/file/s").getBytes());
        assertFails(ENOTDIR, bind(sockets.open(), through, sizeof(through)));
        assertFails(ENOTDIR, connect(sockets.open(), through, sizeof(through)));
        sockaddr_un round = new sockaddr_un(AF_UNIX, (sockets.dir() + "/loop/s").getBytes());
        Files.createSymbolicLink(sockets.dir().resolve("loop"), Path.of("loop"));
        assertFails(ELOOP, bind(sockets.open(), round, sizeof(round)));
        assertFails(ELOOP, connect(sockets.open(), round, sizeof(round)));
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void unlink_hides_a_socket_and_ends_nothing(Transport transport, Sockets sockets) throws Exception {
        int old = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(old) : sockets.bound(old);
        int client = sockets.open();
        sockets.connected(client, addr);
        check(unlink(path(addr)));
        int young = sockets.open();
        check(bind(young, addr, length(addr)));
        assertArrayEquals(nameOf(young), nameOf(old), "both bear the name");
        int end = transport.isConnection() ? sockets.keep(accept(old, null, null)) : old;
        assertEquals(2, check(send(client, "hi", 2, 0)));
        assertEquals(2, check(recv(end, new byte[4], 4, 0)));
        assertReached(transport, sockets, young, addr);
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void a_file_that_is_renamed_leads_to_it_under_its_new_name(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.bound(fd);
        sockaddr renamed = sockets.fresh();
        byte[] name = nameOf(fd);
        Files.move(Path.of(path(addr)), Path.of(path(renamed)));
        assertReached(transport, sockets, fd, renamed);
        assertArrayEquals(name, nameOf(fd), "it does not know");
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void a_socket_of_another_type_is_not_what_is_there(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(fd) : sockets.bound(fd);
        for (int type : new int[] {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
            int other = sockets.keep(socket(AF_UNIX, type, 0));
            if (type == transport.type()) {
                sockets.connected(other, addr);
            } else {
                assertFails(EPROTOTYPE, connect(other, addr, length(addr)));
            }
        }
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void who_may_not_write_to_it_may_not_connect(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = transport.isConnection() ? sockets.listening(fd) : sockets.bound(fd);
        check(chmod(path(addr), S_IRUSR));
        if (Machine.has(CAP_DAC_OVERRIDE)) {
            sockets.connected(sockets.open(), addr);
        } else {
            assertFails(EACCES, connect(sockets.open(), addr, length(addr)));
        }
        check(chmod(path(addr), S_IWUSR));
        sockets.connected(sockets.open(), addr);
    }

    @On(value = Group.PATH, otherwise = PATHS)
    void who_may_not_write_to_its_directory_may_not_bind(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.fresh();
        stat st = new stat();
        check(stat(sockets.dir().toString(), st));
        check(chmod(sockets.dir().toString(), S_IRUSR | S_IXUSR));
        try {
            if (Machine.has(CAP_DAC_OVERRIDE)) {
                check(bind(sockets.open(), addr, length(addr)));
            } else {
                assertFails(EACCES, bind(sockets.open(), addr, length(addr)));
            }
        } finally {
            check(chmod(sockets.dir().toString(), st.st_mode & PERMISSIONS));
        }
    }

    private static void assertReached(Transport transport, Sockets sockets, int server, sockaddr addr) throws Exception {
        if (transport.isConnection()) {
            check(listen(server, 1));
        }
        int client = sockets.open();
        sockets.connected(client, addr);
        assertArrayEquals(nameOf(server), peerOf(client));
        assertEquals(3, check(send(client, "you", 3, 0)));
        int end = transport.isConnection() ? sockets.keep(accept(server, null, null)) : server;
        assertEquals(3, check(recv(end, new byte[4], 4, 0)));
    }

    private static String path(sockaddr addr) {
        return Strings.str(((sockaddr_un) addr).sun_path);
    }
}

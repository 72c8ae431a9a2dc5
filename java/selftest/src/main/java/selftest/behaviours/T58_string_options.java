package selftest.behaviours;

import static libc.Errno.*;
import static libc.Strings.str;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.TCP_CONGESTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** Options of a string: TCP_CONGESTION and SO_BINDTODEVICE, with NUL or without, and cut where there is no room. */
class T58_string_options {

    private static final int TCP_CA_NAME_MAX = 16;
    private static final int IFNAMSIZ = 16;
    private static final String TCP_ONLY = "congestion is TCP's";
    private static final String NO_DEVICE = "AF_UNIX goes through no device";

    private static String congestion(int fd) throws Exception {
        byte[] name = new byte[2 * TCP_CA_NAME_MAX];
        int[] len = {sizeof(name)};
        check(getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, name, len));
        assertEquals(TCP_CA_NAME_MAX, len[0]);
        return str(name);
    }

    private static List<String> words(String file) throws IOException {
        return List.of(Machine.setting("net/ipv4/" + file).orElseThrow().strip().split("\\s+"));
    }

    @On(value = Group.TCP, otherwise = TCP_ONLY)
    void TCP_CONGESTION(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(words("tcp_congestion_control"), List.of(congestion(fd)));
        for (String name : words("tcp_allowed_congestion_control")) {
            byte[] bytes = name.getBytes();
            check(setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, bytes, bytes.length));
            assertEquals(name, congestion(fd));
            check(setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, Arrays.copyOf(bytes, bytes.length + 1), bytes.length + 1));
            assertEquals(name, congestion(fd), "with its NUL");
        }
    }

    @On(value = Group.TCP, otherwise = TCP_ONLY)
    void an_algorithm_that_is_not_there_or_not_allowed(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        String before = congestion(fd);
        byte[] none = "nosuch".getBytes();
        assertFails(ENOENT, setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, none, none.length));
        assertFails(EINVAL, setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, none, 0));
        assertEquals(before, congestion(fd));
        for (String name : words("tcp_available_congestion_control")) {
            byte[] bytes = name.getBytes();
            int result = setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, bytes, bytes.length);
            if (words("tcp_allowed_congestion_control").contains(name) || Machine.has(Machine.CAP_NET_ADMIN)) {
                assertEquals(0, check(result));
            } else {
                assertFails(EPERM, result);
            }
        }
    }

    @On(value = Group.TCP, otherwise = TCP_ONLY)
    void a_name_is_cut_where_there_is_no_room(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        String whole = congestion(fd);
        byte[] name = new byte[TCP_CA_NAME_MAX];
        int[] len = {2};
        check(getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, name, len));
        assertEquals(2, len[0]);
        assertEquals(whole.substring(0, 2), str(name));
    }

    private static String device(int fd) throws Exception {
        byte[] name = new byte[IFNAMSIZ];
        int[] len = {sizeof(name)};
        check(getsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, name, len));
        assertEquals(str(name).isEmpty() ? 0 : str(name).length() + 1, len[0], "with its NUL, if there is a name");
        return str(name);
    }

    private static int bindToDevice(int fd, String name) {
        byte[] bytes = name.getBytes();
        return setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, bytes, bytes.length);
    }

    /** Since Linux 5.7 who may not use raw sockets may bind one that is not bound yet. */
    @On(value = Group.INTERNET, otherwise = NO_DEVICE)
    void SO_BINDTODEVICE(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals("", device(fd));
        int result = bindToDevice(fd, "lo");
        if (result == -1 && !Machine.has(Machine.CAP_NET_RAW)) {
            assertEquals(EPERM, errno());
            assertEquals("", device(fd));
            return;
        }
        check(result);
        assertEquals("lo", device(fd));
        for (String name : new String[] {"", "lo\0"}) {
            result = bindToDevice(fd, name);
            if (Machine.has(Machine.CAP_NET_RAW)) {
                assertEquals(0, check(result));
                assertEquals(name.strip().isEmpty() ? "" : "lo", device(fd), "an empty name unbinds");
            } else {
                assertFails(EPERM, result);
                assertEquals("lo", device(fd), "bound once and for all");
            }
        }
    }

    @On(value = Group.INTERNET, otherwise = NO_DEVICE)
    void a_device_that_is_not_there_is_ENODEV(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(-1, bindToDevice(fd, "nosuch"));
        // EPERM before Linux 5.7, for who may not use raw sockets.
        assertTrue(errno() == ENODEV || errno() == EPERM && !Machine.has(Machine.CAP_NET_RAW), "errno " + errno());
        assertEquals("", device(fd));
    }

    @On(value = Group.INTERNET, otherwise = NO_DEVICE)
    void a_name_of_a_device_needs_room_for_any(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (bindToDevice(fd, "lo") == 0) {
            assertFails(EINVAL, getsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, new byte[IFNAMSIZ], new int[] {IFNAMSIZ - 1}));
        } else {
            assertEquals(EPERM, errno());
        }
    }

    @On(value = Group.UDP, otherwise = "TCP would not even connect")
    void through_loopback_loopback_is_reached(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        if (bindToDevice(c.server(), "lo") == -1) {
            assertEquals(EPERM, errno());
        }
        check(send(c.client(), "x", 1, 0));
        assertEquals(1, check(recv(c.server(), new byte[1], 1, 0)));
    }
}

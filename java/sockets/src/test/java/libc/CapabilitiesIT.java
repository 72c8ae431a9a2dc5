package libc;

import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.TCP_NODELAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report against what the machine's own tools say, and the kernel does. */
class CapabilitiesIT {

    @TempDir
    Path dir;

    @Test
    void the_report_is_so() throws Exception {
        FdSanitizer.on();
        Capabilities report;
        try {
            int before = FdSanitizer.open().size();
            errno(EXDEV);
            report = Capabilities.report();
            assertEquals(EXDEV, errno());
            assertEquals(before, FdSanitizer.open().size());
        } finally {
            FdSanitizer.off();
        }
        assertEquals(System.getProperty("os.version"), report.kernel());
        assertEquals(System.getProperty("expected.backend"), report.backend());
        assertEquals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), report.euid());
        String glibc = Needs.run(dir, "getconf", "GNU_LIBC_VERSION").strip().replace("glibc ", "");
        assertTrue(report.libc().endsWith("version " + glibc), report::libc);
        assertEquals(Needs.run(dir, "sh", "-c", "echo $(ulimit -Sn) of $(ulimit -Hn)").strip(),
                report.limits().get("RLIMIT_NOFILE").replace("RLIM_INFINITY", "unlimited"));
        assertEquals(Needs.run(dir, "cat", "/proc/sys/net/core/somaxconn").strip(),
                report.limits().get("net.core.somaxconn"));
        assertEquals(Needs.run(dir, "cat", "/proc/sys/net/ipv4/tcp_rmem").strip().replace('\t', ' '),
                report.limits().get("net.ipv4.tcp_rmem"));
    }

    @Test
    void what_opens_opens_and_what_does_not_says_why() throws Exception {
        Capabilities report = Capabilities.report();
        assertTrue(report.opens(AF_UNIX, SOCK_STREAM, 0));
        assertTrue(report.opens(AF_INET, SOCK_DGRAM, 0));
        assertFalse(report.opens(AF_UNIX, SOCK_DCCP, 0));
        assertEquals(report.has("CAP_NET_RAW"), report.opens(AF_INET, SOCK_RAW, IPPROTO_ICMP));
        Map<String, Integer> values = Map.of("SOCK_STREAM", SOCK_STREAM, "SOCK_DGRAM", SOCK_DGRAM, "SOCK_RAW", SOCK_RAW);
        for (Capabilities.Kind kind : report.sockets()) {
            if (kind.family().equals("AF_INET") && kind.protocol().equals("0") && values.containsKey(kind.type())) {
                int fd = socket(AF_INET, values.get(kind.type()), 0);
                assertEquals(kind.errno(), fd < 0 ? errno() : 0, kind::toString);
                assertEquals(fd >= 0, kind.isOpened());
                if (fd >= 0) {
                    check(Unistd.close(fd));
                }
            }
        }
    }

    @Test
    void the_options_are_those_that_a_socket_answers() throws Exception {
        Capabilities report = Capabilities.report();
        assertTrue(report.knows(SOL_SOCKET, SO_KEEPALIVE));
        assertTrue(report.knows(IPPROTO_TCP, TCP_NODELAY));
        assertTrue(report.knows(IPPROTO_IP, IP_MTU)); // only of a socket that is connected
        assertFalse(report.knows(SOL_SOCKET, SO_ATTACH_FILTER)); // which cannot be read
        assertFalse(report.knows(SOL_SOCKET, 4711));
    }

    @Test
    void it_prints_a_thing_a_line() throws Exception {
        Capabilities report = Capabilities.report();
        String text = report.toString();
        assertTrue(text.startsWith("kernel      " + report.kernel() + "\nlibc        "), text);
        assertTrue(text.contains("\nopens       AF_UNIX: SOCK_STREAM SOCK_DGRAM "), text);
        assertTrue(text.contains("\nlimit       RLIMIT_NOFILE = "), text);
        assertTrue(text.contains("\noptions     "), text);
        assertTrue(text.lines().allMatch(line -> line.length() > 12), text);
    }
}

package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.EFAULT;
import static libc.Errno.errno;
import static libc.netinet.Ether.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ethernet addresses are those of C. */
class EtherIT {

    private static final String ADDRESS = "0:1b:2:c3:4:ff";
    private static final byte[] OCTETS = {0, 0x1b, 2, (byte) 0xc3, 4, (byte) 0xff};

    @TempDir
    Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    @Test
    void text_and_address() {
        ether_addr addr = ether_aton("00:1B:02:c3:4:ff");
        assertArrayEquals(OCTETS, addr.ether_addr_octet);
        assertEquals(ADDRESS, ether_ntoa(addr));
        ether_addr other = ether_aton("0:0:0:0:0:0");
        assertNotSame(addr, other);
        assertEquals(ADDRESS, ether_ntoa(addr), "the first answer stays");
        assertEquals("0:0:0:0:0:0", ether_ntoa(other));
    }

    @Test
    void no_address() {
        errno(0);
        for (String text : List.of("", "0", "0:1:2:3:4", "0:1:2:3:4:5x", "0:1:2:3:4:g", "x".repeat(5000))) {
            assertNull(ether_aton(text), text);
            assertEquals(0, errno());
        }
        assertThrows(IllegalArgumentException.class, () -> ether_aton("0:0:0:0:0:0\0"));
    }

    @Test
    void null_is_EFAULT() {
        List<Runnable> calls = List.of(() -> assertNull(ether_aton(null)), () -> assertNull(ether_ntoa(null)),
                () -> assertEquals(-1, ether_ntohost(null, new ether_addr())),
                () -> assertEquals(-1, ether_ntohost(new byte[8], null)),
                () -> assertEquals(-1, ether_hostton(null, new ether_addr())),
                () -> assertEquals(-1, ether_hostton("host", null)),
                () -> assertEquals(-1, ether_line(null, new ether_addr(), new byte[8])),
                () -> assertEquals(-1, ether_line(ADDRESS + " host", null, new byte[8])),
                () -> assertEquals(-1, ether_line(ADDRESS + " host", new ether_addr(), null)));
        for (Runnable call : calls) {
            errno(0);
            call.run();
            assertEquals(EFAULT, errno());
        }
    }

    @Test
    void lines() {
        Needs.tool("gcc");
        List<String> lines = List.of(ADDRESS + " host", "\t" + ADDRESS + "\thost.example # comment", ADDRESS + " a b",
                ADDRESS, ADDRESS + " ", ADDRESS + "host", "# " + ADDRESS + " host", "", "host " + ADDRESS,
                ADDRESS + " " + "x".repeat(3000));
        List<String> c = CProgram.run(dir, """
                #include <netinet/ether.h>
                #include <stdio.h>

                int main(void)
                {
                    static const char *const lines[] = {%s};

                    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
                        struct ether_addr addr = {{0}};
                        char hostname[4096] = "";
                        int read = ether_line(lines[i], &addr, hostname);

                        if (read != 0)
                            puts("no");
                        else
                            printf("%%s %%s\\n", ether_ntoa(&addr), hostname);
                    }
                    return 0;
                }
                """.formatted(lines.stream().map(CProgram::literal).collect(Collectors.joining(", "))), new byte[0])
                .lines();
        List<String> java = new ArrayList<>();
        for (String line : lines) {
            ether_addr addr = new ether_addr();
            byte[] hostname = new byte[4096];
            java.add(ether_line(line, addr, hostname) != 0 ? "no" : ether_ntoa(addr) + " " + Strings.str(hostname));
        }
        CProgram.assertLines(lines, c, java);
        assertEquals(ADDRESS + " host", c.get(0));
        assertTrue(c.contains("no"));
    }

    @Test
    void a_line_that_leaves_no_room() {
        byte[] hostname = "....".getBytes(UTF_8);
        assertThrows(IndexOutOfBoundsException.class, () -> ether_line(ADDRESS + " host", new ether_addr(), hostname));
        assertEquals("....", new String(hostname, UTF_8));
        assertEquals(0, ether_line(ADDRESS + " abc", new ether_addr(), hostname));
        assertEquals("abc\0", new String(hostname, UTF_8));
        ether_addr addr = new ether_addr(OCTETS);
        assertEquals(-1, ether_line("none", addr, hostname));
        assertArrayEquals(OCTETS, addr.ether_addr_octet, "a failure leaves the address");
    }

    @Test
    void hosts_that_are_not_there() {
        byte[] hostname = new byte[1024];
        assertEquals(-1, ether_hostton("no-such-host", new ether_addr()));
        assertThrows(IllegalArgumentException.class, () -> ether_hostton("host\0", new ether_addr()));
        assertEquals(-1, ether_ntohost(hostname, new ether_addr(OCTETS)));
        assertEquals(0, hostname[0]);
    }

    /** In a mount namespace with an /etc/ethers of its own. */
    @Test
    void hosts() throws Exception {
        Needs.root();
        Needs.tool("unshare", "mount", "sh");
        String name = "x".repeat(900);
        Files.writeString(dir.resolve("ethers"), "# a comment\n" + ADDRESS + " host\n0:0:0:0:0:1 " + name + "\n");
        List<String> command = new ArrayList<>(List.of("unshare", "-m", "sh", "-e", "-c", """
                mkdir old etc
                mount --bind /etc old
                ln -s "$PWD"/old/* etc
                rm -f etc/ethers
                cp ethers etc
                mount --bind etc /etc
                exec "$@"
                """, "sh"));
        command.addAll(Sockets.java(Hosts.class));
        assertEquals("0 " + ADDRESS + "\n0 host\n0 " + name + "\ntoo long\n-1 0:0:0:0:0:0\n-1 none\n",
                Needs.run(dir, command.toArray(String[]::new)));
    }

    /** Asks for what is in an /etc/ethers, and for what is not. */
    static final class Hosts {

        private Hosts() {}

        public static void main(String[] args) {
            ether_addr addr = new ether_addr();
            byte[] hostname = new byte[1024];
            System.out.println(ether_hostton("host", addr) + " " + ether_ntoa(addr));
            System.out.println(ether_ntohost(hostname, addr) + " " + Strings.str(hostname));
            System.out.println(ether_ntohost(hostname, ether_aton("0:0:0:0:0:1")) + " " + Strings.str(hostname));
            try {
                ether_ntohost(new byte[900], ether_aton("0:0:0:0:0:1"));
            } catch (IndexOutOfBoundsException e) {
                System.out.println("too long");
            }
            addr = new ether_addr();
            System.out.println(ether_hostton("other", addr) + " " + ether_ntoa(addr));
            hostname = "none\0".getBytes(UTF_8);
            System.out.println(ether_ntohost(hostname, ether_aton("0:0:0:0:0:2")) + " " + Strings.str(hostname));
        }
    }
}

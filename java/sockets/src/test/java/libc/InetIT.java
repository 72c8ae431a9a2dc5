package libc;

import static libc.Errno.EAFNOSUPPORT;
import static libc.Errno.EBADF;
import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.Errno.EMSGSIZE;
import static libc.Errno.ENOENT;
import static libc.Errno.ENOTSOCK;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Fcntl.O_RDONLY;
import static libc.arpa.Inet.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Network numbers are those of C; a reserved port is a free one. */
class InetIT {

    private static final List<String> NETWORKS = List.of("10", "10/8", "10/0", "127", "128.1", "128.1/20", "192.168",
            "192.168/16", "192.168.1.2", "192.168.1.2/32", "192.168.1.2/33", "224", "224.0.0.1", "240.1",
            "255.255.255.255", "256", "0", "1.2.3.4.5",
            "0xc0a8", "0XC0A8/12", "0xc", "0x", "0xc0a80102030405", "", ".", "10.", "10/", "10/x", "a", "-1", " 10",
            "1".repeat(300), "0x" + "ab".repeat(300));

    @TempDir
    Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    @Test
    void network_numbers_from_text() {
        Needs.tool("gcc");
        List<String> c = CProgram.run(dir, """
                #define _GNU_SOURCE
                #include <arpa/inet.h>
                #include <errno.h>
                #include <stdio.h>
                #include <string.h>

                int main(void)
                {
                    static const char *const networks[] = {%s};
                    static const int families[] = {AF_INET, AF_INET6, -1};

                    for (size_t i = 0; i < sizeof(networks) / sizeof(networks[0]); i++)
                        for (size_t f = 0; f < 3; f++)
                            for (size_t size = 0; size <= 8; size++) {
                                unsigned char net[8];
                                int bits;

                                memset(net, 0xee, sizeof(net));
                                bits = inet_net_pton(families[f], networks[i], net, size);
                                printf("%%d", bits);
                                if (bits == -1)
                                    printf(" %%d\\n", errno);
                                else
                                    printf(" %%02x%%02x%%02x%%02x%%02x%%02x%%02x%%02x\\n", net[0], net[1], net[2], net[3],
                                           net[4], net[5], net[6], net[7]);
                            }
                    return 0;
                }
                """.formatted(NETWORKS.stream().map(CProgram::literal).collect(Collectors.joining(", "))), new byte[0],
                "-lresolv").lines();
        List<String> java = new ArrayList<>();
        for (String network : NETWORKS) {
            for (int family : List.of(AF_INET, AF_INET6, -1)) {
                for (int size = 0; size <= 8; size++) {
                    byte[] net = new byte[8];
                    Arrays.fill(net, (byte) 0xee);
                    int bits = inet_net_pton(family, network, net, size);
                    java.add(bits + " " + (bits == -1 ? errno() : HexFormat.of().formatHex(net)));
                }
            }
        }
        CProgram.assertLines(java, c, java);
        for (int error : List.of(ENOENT, EMSGSIZE, EAFNOSUPPORT)) {
            assertTrue(c.contains("-1 " + error));
        }
        in_addr net = new in_addr();
        assertEquals(16, inet_net_pton(AF_INET, "192.168/16", net, sizeof(net)));
        assertEquals("192.168.0.0", inet_ntoa(net));
    }

    @Test
    void network_numbers_as_text() {
        Needs.tool("gcc");
        List<String> c = CProgram.run(dir, """
                #define _GNU_SOURCE
                #include <arpa/inet.h>
                #include <errno.h>
                #include <stdio.h>

                int main(void)
                {
                    static const unsigned char net[4] = {192, 168, 10, 255};
                    static const int families[] = {AF_INET, AF_INET6};

                    for (size_t f = 0; f < 2; f++)
                        for (int bits = -1; bits <= 33; bits++)
                            for (size_t size = 0; size <= 24; size++) {
                                char text[24];
                                char *answer = inet_net_ntop(families[f], net, bits, text, size);

                                if (answer == NULL)
                                    printf("NULL %d\\n", errno);
                                else
                                    puts(answer);
                            }
                    return 0;
                }
                """, new byte[0], "-lresolv").lines();
        byte[] net = {(byte) 192, (byte) 168, 10, (byte) 255};
        List<String> java = new ArrayList<>();
        for (int family : List.of(AF_INET, AF_INET6)) {
            for (int bits = -1; bits <= 33; bits++) {
                for (int size = 0; size <= 24; size++) {
                    byte[] text = new byte[24];
                    String answer = inet_net_ntop(family, net, bits, text, size);
                    java.add(answer == null ? "NULL " + errno() : answer);
                    assertEquals(answer == null ? "" : answer, Strings.str(text));
                }
            }
        }
        CProgram.assertLines(java, c, java);
        for (int error : List.of(EINVAL, EMSGSIZE, EAFNOSUPPORT)) {
            assertTrue(c.contains("NULL " + error));
        }
        assertEquals("127/8", inet_net_ntop(AF_INET, new in_addr(htonl(INADDR_LOOPBACK)), 8, new byte[1000], 1000));
    }

    @Test
    void network_numbers_stay_within_their_memory() {
        errno(0);
        assertEquals(-1, inet_net_pton(AF_INET, null, new byte[4], 4));
        assertEquals(EFAULT, errno());
        errno(0);
        assertEquals(-1, inet_net_pton(AF_INET, "10", (in_addr) null, 4));
        assertEquals(EFAULT, errno());
        errno(0);
        assertNull(inet_net_ntop(AF_INET, (byte[]) null, 8, new byte[16], 16));
        assertEquals(EFAULT, errno());
        errno(0);
        assertNull(inet_net_ntop(AF_INET, new byte[4], 8, null, 16));
        assertEquals(EFAULT, errno());
        assertThrows(IndexOutOfBoundsException.class, () -> inet_net_pton(AF_INET, "10", new byte[4], 5));
        assertThrows(IndexOutOfBoundsException.class, () -> inet_net_pton(AF_INET, "10", new in_addr(), 5));
        assertThrows(IndexOutOfBoundsException.class, () -> inet_net_pton(AF_INET, "10", new byte[4], -1));
        assertThrows(IllegalArgumentException.class, () -> inet_net_pton(AF_INET, "10\0", new byte[4], 4));
        assertThrows(IndexOutOfBoundsException.class, () -> inet_net_ntop(AF_INET, new byte[1], 9, new byte[16], 16));
        assertThrows(IndexOutOfBoundsException.class, () -> inet_net_ntop(AF_INET, new byte[4], 9, new byte[16], 17));
        byte[] net = {1, 2, 3, 4};
        assertEquals(-1, inet_net_pton(AF_INET, "300", net, 4));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, net, "a failure leaves the number");
    }

    @Test
    void bindresvport_finds_a_port() throws Exception {
        Needs.root();
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in sin = Sockets.loopback(9501);
            check(bindresvport(fd, sin));
            int port = ntohs(sin.sin_port);
            assertTrue(port >= 512 && port < IPPORT_RESERVED, "port " + port);
            sockaddr_in name = new sockaddr_in();
            check(getsockname(fd, name, new int[] {sizeof(name)}));
            assertEquals(sin.toString(), name.toString());
            assertEquals(-1, bindresvport(fd, sin));
            assertEquals(EINVAL, errno(), "it has an address already");
            int any = s.open(AF_INET, SOCK_DGRAM);
            check(bindresvport(any, null));
            check(getsockname(any, name, new int[] {sizeof(name)}));
            assertTrue(ntohs(name.sin_port) >= 512 && ntohs(name.sin_port) < IPPORT_RESERVED, name::toString);
        }
    }

    @Test
    void bindresvport_refuses_what_it_cannot_bind() throws Exception {
        try (Sockets s = new Sockets()) {
            assertEquals(-1, bindresvport(-1, Sockets.loopback(0)));
            assertEquals(EBADF, errno());
            assertEquals(-1, bindresvport(s.file(Path.of("/dev/null"), O_RDONLY), null));
            assertEquals(ENOTSOCK, errno());
            sockaddr_in sin = new sockaddr_in(AF_INET6, htons(7), new in_addr(htonl(INADDR_LOOPBACK)));
            assertEquals(-1, bindresvport(s.open(AF_INET6, SOCK_STREAM), sin));
            assertEquals(EAFNOSUPPORT, errno());
            assertEquals(htons(7), sin.sin_port);
        }
    }
}

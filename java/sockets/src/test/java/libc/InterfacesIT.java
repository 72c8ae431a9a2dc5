package libc;

import static libc.Errno.EFAULT;
import static libc.Errno.ENODEV;
import static libc.Errno.ENXIO;
import static libc.Errno.errno;
import static libc.Ifaddrs.*;
import static libc.net.If.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import libc.internal.Addresses;
import libc.linux.IfLink.rtnl_link_stats;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interfaces are those of the JDK, of iproute2 and of C. */
class InterfacesIT {

    @TempDir
    Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    @Test
    void indexes_and_names_are_those_of_the_jdk() throws Exception {
        List<NetworkInterface> all = Collections.list(NetworkInterface.getNetworkInterfaces());
        assertFalse(all.isEmpty());
        for (NetworkInterface one : all) {
            assertEquals(one.getIndex(), if_nametoindex(one.getName()));
            byte[] name = new byte[IF_NAMESIZE + 1];
            Arrays.fill(name, (byte) '.');
            assertEquals(one.getName(), if_indextoname(one.getIndex(), name));
            assertEquals(one.getName(), Strings.str(name));
            assertEquals('.', name[one.getName().length() + 1], "no more than the name and its NUL");
        }
    }

    @Test
    void the_list_is_that_of_iproute2() throws Exception {
        Map<String, Integer> expected = new TreeMap<>();
        links().forEach((name, line) -> expected.put(name, Integer.valueOf(line[0].replace(":", ""))));
        if_nameindex[] list = if_nameindex();
        Map<String, Integer> actual = new TreeMap<>();
        for (if_nameindex one : list) {
            actual.put(one.if_name, one.if_index);
        }
        if_freenameindex(list);
        assertEquals(expected, actual);
        assertEquals("{if_index=" + list[0].if_index + ", if_name=\"" + list[0].if_name + "\"}", list[0].toString());
    }

    /** The words of ip -o link by the interface's name: index, name, flags, ..., link/type, address. */
    private Map<String, String[]> links() throws Exception {
        Needs.tool("ip");
        return Needs.run(dir, "ip", "-o", "link", "show").lines().map(line -> line.split("[\\s\\\\]+"))
                .collect(Collectors.toMap(words -> words[1].replaceFirst("(@.*)?:$", ""), words -> words));
    }

    @Test
    void an_interface_that_is_not_there() {
        assertEquals(0, if_nametoindex("nowhere"));
        assertEquals(ENODEV, errno());
        assertEquals(0, if_nametoindex(""));
        assertEquals(ENODEV, errno());
        assertEquals(0, if_nametoindex("x".repeat(5000)));
        assertEquals(ENODEV, errno());
        assertEquals(0, if_nametoindex(null));
        assertEquals(EFAULT, errno());
        assertThrows(IllegalArgumentException.class, () -> if_nametoindex("lo\0"));
        byte[] name = {7};
        byte[] room = Arrays.copyOf(name, IF_NAMESIZE);
        assertNull(if_indextoname(Integer.MAX_VALUE, room));
        assertEquals(ENXIO, errno());
        assertArrayEquals(Arrays.copyOf(name, IF_NAMESIZE), room, "a failure leaves the room");
        assertNull(if_indextoname(1, null));
        assertEquals(EFAULT, errno());
        assertThrows(IndexOutOfBoundsException.class, () -> if_indextoname(1, new byte[IF_NAMESIZE - 1]));
    }

    @Test
    void getifaddrs_without_room() {
        assertEquals(-1, getifaddrs(null));
        assertEquals(EFAULT, errno());
        assertThrows(IndexOutOfBoundsException.class, () -> getifaddrs(new ifaddrs[0]));
    }

    /** A line of ip -o addr: index, interface, family, address/prefix, or address, "peer", peer/prefix. */
    @Test
    void addresses_are_those_of_iproute2() throws Exception {
        Needs.tool("ip");
        Set<String> expected = new TreeSet<>();
        for (String line : Needs.run(dir, "ip", "-o", "addr", "show").lines().toList()) {
            String[] words = line.split("\\s+");
            expected.add(words[1] + " " + words[3] + (words[4].equals("peer") ? words[5].replaceFirst(".*/", "/") : ""));
        }
        ifaddrs[] list = new ifaddrs[1];
        assertEquals(0, getifaddrs(list));
        Set<String> actual = new TreeSet<>();
        for (ifaddrs ifa = list[0]; ifa != null; ifa = ifa.ifa_next) {
            if (ifa.ifa_addr instanceof sockaddr_in || ifa.ifa_addr instanceof sockaddr_in6) {
                actual.add(ifa.ifa_name + " " + text(ifa.ifa_addr) + "/" + prefix(ifa.ifa_netmask));
            }
        }
        freeifaddrs(list[0]);
        assertEquals(expected, actual);
    }

    private static String text(sockaddr addr) {
        return addr instanceof sockaddr_in in ? Addresses.ipv4(in.sin_addr.s_addr)
                : Addresses.ipv6(((sockaddr_in6) addr).sin6_addr.s6_addr);
    }

    private static int prefix(sockaddr netmask) {
        if (netmask instanceof sockaddr_in in) {
            return Integer.bitCount(in.sin_addr.s_addr);
        }
        return BitSet.valueOf(((sockaddr_in6) netmask).sin6_addr.s6_addr).cardinality();
    }

    @Test
    void links_are_those_of_iproute2() throws Exception {
        Map<String, String[]> links = links();
        Map<String, String> received = Files.readAllLines(Path.of("/proc/self/net/dev")).stream().skip(2)
                .map(line -> line.strip().split("[\\s:]+")).collect(Collectors.toMap(words -> words[0], words -> words[2]));
        ifaddrs[] list = new ifaddrs[1];
        assertEquals(0, getifaddrs(list));
        int found = 0;
        for (ifaddrs ifa = list[0]; ifa != null; ifa = ifa.ifa_next) {
            if (ifa.ifa_data instanceof rtnl_link_stats stats) {
                found++;
                List<String> link = Arrays.asList(links.get(ifa.ifa_name));
                if (ifa.ifa_addr != null) { // a tunnel has none
                    assertEquals(AF_PACKET, ifa.ifa_addr.sa_family());
                    ByteBuffer ll = ByteBuffer.allocate(ifa.ifa_addr.size()).order(ByteOrder.nativeOrder());
                    ifa.ifa_addr.pack(ll);
                    assertEquals(if_nametoindex(ifa.ifa_name), ll.getInt(4), "sll_ifindex");
                    String address = HexFormat.ofDelimiter(":").formatHex(ll.array(), 12, 12 + ll.get(11));
                    assertTrue(link.contains(address), () -> address + " in " + link);
                }
                String flags = link.get(2);
                assertEquals(flags.contains("LOOPBACK"), (ifa.ifa_flags & IFF_LOOPBACK) != 0);
                assertEquals(flags.contains("BROADCAST"), (ifa.ifa_flags & IFF_BROADCAST) != 0);
                assertEquals(flags.contains("MULTICAST"), (ifa.ifa_flags & IFF_MULTICAST) != 0);
                assertEquals(flags.contains("NOARP"), (ifa.ifa_flags & IFF_NOARP) != 0);
                assertEquals(flags.matches("<(.*,)?UP[,>].*"), (ifa.ifa_flags & IFF_UP) != 0);
                assertNull(ifa.ifa_netmask);
                // What came since the file was read is more, of 32 bits.
                int more = stats.rx_packets - (int) Long.parseLong(received.get(ifa.ifa_name));
                assertTrue(more >= 0 && more < 100_000, () -> received + " before " + stats);
            } else {
                assertNull(ifa.ifa_data);
                assertNotEquals(AF_PACKET, ifa.ifa_addr.sa_family());
            }
        }
        assertEquals(links.size(), found);
    }

    @Test
    void every_field_is_that_of_C() {
        Needs.tool("gcc");
        String source = """
                #define _GNU_SOURCE
                #include <ifaddrs.h>
                #include <netinet/in.h>
                #include <netpacket/packet.h>
                #include <stdio.h>
                #include <sys/socket.h>

                static void address(const struct sockaddr *addr)
                {
                    size_t size;

                    putchar(' ');
                    if (addr == NULL) {
                        fputs("NULL", stdout);
                        return;
                    }
                    size = addr->sa_family == AF_INET ? sizeof(struct sockaddr_in)
                         : addr->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_ll);
                    for (size_t i = 0; i < size; i++)
                        printf("%02x", ((const unsigned char *)addr)[i]);
                }

                int main(void)
                {
                    struct ifaddrs *list;

                    if (getifaddrs(&list) == -1)
                        return 1;
                    for (struct ifaddrs *ifa = list; ifa != NULL; ifa = ifa->ifa_next) {
                        printf("%s %x", ifa->ifa_name, ifa->ifa_flags);
                        address(ifa->ifa_addr);
                        address(ifa->ifa_netmask);
                        address(ifa->ifa_broadaddr);
                        address(ifa->ifa_dstaddr);
                        printf(" %d\\n", ifa->ifa_data != NULL);
                    }
                    freeifaddrs(list);
                    return 0;
                }
                """;
        List<String> c = CProgram.run(dir, source, new byte[0]).lines();
        ifaddrs[] list = new ifaddrs[1];
        assertEquals(0, getifaddrs(list));
        List<String> java = new ArrayList<>();
        for (ifaddrs ifa = list[0]; ifa != null; ifa = ifa.ifa_next) {
            java.add(Stream.of(ifa.ifa_name, Integer.toHexString(ifa.ifa_flags), hex(ifa.ifa_addr), hex(ifa.ifa_netmask),
                    hex(ifa.ifa_broadaddr()), hex(ifa.ifa_dstaddr()), ifa.ifa_data == null ? "0" : "1")
                    .collect(Collectors.joining(" ")));
        }
        CProgram.assertLines(java, c, java);
        assertEquals("{ifa_next=..., ifa_name=\"" + list[0].ifa_name + "\", ifa_flags="
                + Names.of("IFF_", list[0].ifa_flags) + ", ifa_addr=" + list[0].ifa_addr
                + ", ifa_netmask=NULL, ifa_ifu=" + list[0].ifa_ifu + ", ifa_data=" + list[0].ifa_data + "}",
                list[0].toString());
    }

    /** As many bytes as the family's struct has in C. */
    private static String hex(sockaddr addr) {
        if (addr == null) {
            return "NULL";
        }
        byte[] bytes = new byte[addr.size()];
        addr.pack(ByteBuffer.wrap(bytes));
        return HexFormat.of().formatHex(bytes, 0, addr.sa_family() == AF_PACKET ? 20 : bytes.length);
    }
}

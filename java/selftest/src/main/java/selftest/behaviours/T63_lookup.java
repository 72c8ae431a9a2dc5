package selftest.behaviours;

import static libc.Byteswap.*;
import static libc.Endian.*;
import static libc.Errno.*;
import static libc.Ifaddrs.*;
import static libc.Netdb.*;
import static libc.Strings.str;
import static libc.arpa.Inet.*;
import static libc.net.If.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import libc.netinet.In;
import selftest.Group;
import selftest.On;

/** inet_* accept and refuse what their pages say; numeric names, services, protocols and interfaces are found. */
class T63_lookup {

    private static final String NO_TRANSPORT = "no socket is asked";
    private static final int NO_FAMILY = 99;
    private static final int PORT = 9501;
    private static final int SOME = 300; // a file of services can be long, and each look-up reads it from the start

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void byte_order() {
        assertEquals(0x3412, htons(0x1234));
        assertEquals(0x3412, ntohs(0x1234));
        assertEquals(0xfeff, ntohs(0xfffe), "unsigned");
        assertEquals(0x78563412, htonl(0x12345678));
        assertEquals(0x78563412, ntohl(0x12345678));
        assertEquals(0x0100007f, htonl(INADDR_LOOPBACK));
        assertEquals(0x3412, htobe16(0x1234));
        assertEquals(0x1234, htole16(0x1234));
        assertEquals(0x3412, be16toh(0x1234));
        assertEquals(0x1234, le16toh(0x1234));
        assertEquals(0x78563412, htobe32(0x12345678));
        assertEquals(0x12345678, htole32(0x12345678));
        assertEquals(0x78563412, be32toh(0x12345678));
        assertEquals(0x12345678, le32toh(0x12345678));
        assertEquals(0xefcdab8967452301L, htobe64(0x0123456789abcdefL));
        assertEquals(0x0123456789abcdefL, htole64(0x0123456789abcdefL));
        assertEquals(0xefcdab8967452301L, be64toh(0x0123456789abcdefL));
        assertEquals(0x0123456789abcdefL, le64toh(0x0123456789abcdefL));
        assertEquals(0x3412, bswap_16(0x1234));
        assertEquals(0x78563412, bswap_32(0x12345678));
        assertEquals(0xefcdab8967452301L, bswap_64(0x0123456789abcdefL));
    }

    /** inet(3): one to four numbers, decimal, octal or hexadecimal, the last filling what is left. */
    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void inet_aton_and_inet_addr() {
        Map<String, Integer> accepted = Map.of("127.0.0.1", 0x7f000001, "1.2.3.4", 0x01020304, "127.1", 0x7f000001,
                "1.2.772", 0x01020304, "16909060", 0x01020304, "0x7f.1", 0x7f000001, "0177.0.0.01", 0x7f000001,
                "0xffffffff", -1, "0", 0, "1.2.3.4 5", 0x01020304);
        accepted.forEach((text, address) -> {
            in_addr addr = new in_addr(0x55555555);
            assertEquals(1, inet_aton(text, addr), text);
            assertEquals(address, ntohl(addr.s_addr), text);
            if (!text.contains(" ")) {
                assertEquals(address, ntohl(inet_addr(text)), text);
            }
        });
        for (String text : List.of("", "256.0.0.1", "1.2.3.256", "1.2.65536", "1.16777216", "4294967296", "1.2.3.4.5", "1..2",
                ".1", "1.", "a", "1.2.3.4x", "0x", "08.1.1.1", "-1", "localhost")) {
            in_addr addr = new in_addr(0x55555555);
            assertEquals(0, inet_aton(text, addr), text);
            assertEquals(INADDR_NONE, inet_addr(text), text);
        }
        assertEquals(INADDR_NONE, inet_addr("255.255.255.255"), "the one that cannot be told from a failure");
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void inet_ntoa_and_the_classes() {
        assertEquals("127.0.0.1", inet_ntoa(new in_addr(htonl(INADDR_LOOPBACK))));
        assertEquals("255.254.253.0", inet_ntoa(new in_addr(htonl(0xfffefd00))));
        assertEquals(0x7f000001, ntohl(inet_makeaddr(127, 1).s_addr));
        assertEquals(0xc0a80102, ntohl(inet_makeaddr(0xc0a801, 2).s_addr));
        for (String[] row : new String[][] {{"127.1.2.3", "127", "66051"}, {"172.16.1.2", "44048", "258"},
            {"192.168.1.2", "12625921", "2"}}) {
            in_addr addr = new in_addr();
            assertEquals(1, inet_aton(row[0], addr));
            assertEquals(Integer.parseInt(row[1]), inet_netof(addr), row[0]);
            assertEquals(Integer.parseInt(row[2]), inet_lnaof(addr), row[0]);
        }
        assertEquals(0x7f, inet_network("127"));
        assertEquals(0xc0a801, inet_network("192.168.1"));
        assertEquals(0x0a000001, inet_network("10.0.0.1"));
        assertEquals(-1, inet_network("256"));
        assertEquals(-1, inet_network("1.2.3.4.5"));
        in_addr net = new in_addr();
        assertEquals(16, inet_net_pton(AF_INET, "192.168/16", net, sizeof(net)));
        assertEquals("192.168.0.0", inet_ntoa(net));
        assertFails(ENOENT, inet_net_pton(AF_INET, "192.168/x", net, sizeof(net)));
        assertFails(EMSGSIZE, inet_net_pton(AF_INET, "192.168/33", net, sizeof(net)));
        assertEquals("192.168/16", inet_net_ntop(AF_INET, inet_makeaddr(0xc0a800, 0), 16, new byte[32], 32));
    }

    /** inet_pton(3): of IPv4 the dotted-decimal format alone. */
    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void inet_pton_of_ipv4() {
        in_addr addr = new in_addr();
        assertEquals(1, inet_pton(AF_INET, "1.2.3.4", addr));
        assertEquals(0x01020304, ntohl(addr.s_addr));
        assertEquals(1, inet_pton(AF_INET, "255.255.255.255", addr));
        assertEquals(-1, addr.s_addr);
        for (String text : List.of("", "1.2.3", "1.2.3.4.5", "1.2.3.256", "0x1.2.3.4", "01.2.3.4", "1.2.3.4 ", " 1.2.3.4",
                "1.2.3.", "1..3.4", "::1", "a.b.c.d")) {
            assertEquals(0, inet_pton(AF_INET, text, addr), text);
            assertEquals(-1, addr.s_addr, "left as it was");
        }
        assertFails(EAFNOSUPPORT, inet_pton(NO_FAMILY, "1.2.3.4", new byte[16]));
        assertFails(EAFNOSUPPORT, inet_pton(AF_UNIX, "1.2.3.4", new byte[16]));
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void inet_pton_of_ipv6() {
        Map<String, String> accepted = Map.of("::", "0".repeat(32), "::1", "0".repeat(31) + "1", "1::", "0001" + "0".repeat(28),
                "1:2:3:4:5:6:7:8", "00010002000300040005000600070008", "2001:db8::A:b", "20010db800000000" + "00000000000a000b",
                "::ffff:1.2.3.4", "0".repeat(20) + "ffff01020304", "1:2:3:4:5:6:1.2.3.4", "000100020003000400050006" + "01020304",
                "1:2:3:4:5:6:7::", "00010002000300040005000600070000", "fe80::0001", "fe80" + "0".repeat(27) + "1");
        accepted.forEach((text, hex) -> {
            in6_addr addr = new in6_addr();
            assertEquals(1, inet_pton(AF_INET6, text, addr), text);
            assertEquals(hex, HexFormat.of().formatHex(addr.s6_addr), text);
        });
        byte[] before = new byte[16];
        for (String text : List.of("", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "1::2::3",
                "fe80::1%lo", "::1 ", "[::1]", "::1.2.3", "::1.2.3.256", "1:2:3:4:5:6:7:1.2.3.4", ":1", "1:", "1.2.3.4")) {
            assertEquals(0, inet_pton(AF_INET6, text, before), text);
        }
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void inet_ntop_is_short_and_needs_room() {
        Map<String, String> rows = Map.of("::", "::", "0:0:0:0:0:0:0:1", "::1", "2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1",
                "::ffff:102:304", "::ffff:1.2.3.4", "FE80::ABCD", "fe80::abcd", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8");
        rows.forEach((text, expected) -> {
            in6_addr addr = new in6_addr();
            assertEquals(1, inet_pton(AF_INET6, text, addr), text);
            byte[] room = new byte[INET6_ADDRSTRLEN];
            assertEquals(expected, inet_ntop(AF_INET6, addr, room, room.length));
            assertEquals(expected, str(room));
            assertEquals(expected, inet_ntop(AF_INET6, addr, room, expected.length() + 1));
            assertNull(inet_ntop(AF_INET6, addr, room, expected.length()), "no room for its NUL");
            assertEquals(ENOSPC, errno());
        });
        in_addr four = new in_addr(-1);
        byte[] room = new byte[INET_ADDRSTRLEN];
        assertEquals("255.255.255.255", inet_ntop(AF_INET, four, room, INET_ADDRSTRLEN));
        assertNull(inet_ntop(AF_INET, four, room, INET_ADDRSTRLEN - 1));
        assertEquals(ENOSPC, errno());
        assertNull(inet_ntop(NO_FAMILY, room, room, 16));
        assertEquals(EAFNOSUPPORT, errno());
    }

    private static addrinfo hints(int flags, int family, int type, int protocol) {
        return new addrinfo(flags, family, type, protocol, 0, null, null, null);
    }

    /** Each answer as type, protocol and address. */
    private static List<String> found(String node, String service, addrinfo hints) {
        addrinfo[] res = new addrinfo[1];
        assertEquals(0, getaddrinfo(node, service, hints, res), () -> node + ", " + service);
        List<String> found = new ArrayList<>();
        for (addrinfo ai = res[0]; ai != null; ai = ai.ai_next) {
            assertEquals(ai.ai_family, ai.ai_addr.sa_family());
            assertEquals(ai.ai_addr.size(), ai.ai_addrlen);
            found.add(ai.ai_socktype + " " + ai.ai_protocol + " " + text(ai.ai_addr));
        }
        freeaddrinfo(res[0]);
        return found;
    }

    private static String text(sockaddr addr) {
        byte[] room = new byte[INET6_ADDRSTRLEN];
        return addr instanceof sockaddr_in in ? inet_ntop(AF_INET, in.sin_addr, room, room.length) + " " + ntohs(in.sin_port)
                : inet_ntop(AF_INET6, ((sockaddr_in6) addr).sin6_addr, room, room.length) + " "
                        + ntohs(((sockaddr_in6) addr).sin6_port);
    }

    private static void assertError(int expected, String node, String service, addrinfo hints) {
        addrinfo[] res = new addrinfo[1];
        int error = getaddrinfo(node, service, hints, res);
        assertEquals(gai_strerror(expected), gai_strerror(error), () -> node + ", " + service + ", " + hints);
        assertEquals(expected, error);
        assertNull(res[0]);
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void getaddrinfo_of_numbers() {
        String tcp = SOCK_STREAM + " " + IPPROTO_TCP + " ";
        String udp = SOCK_DGRAM + " " + IPPROTO_UDP + " ";
        String raw = SOCK_RAW + " " + IPPROTO_IP + " ";
        String there = "127.0.0.1 " + PORT;
        assertEquals(List.of(tcp + there, udp + there, raw + there), found("127.0.0.1", "9501", hints(AI_NUMERICHOST, 0, 0, 0)));
        assertEquals(List.of(tcp + there), found("127.0.0.1", "9501", hints(AI_NUMERICHOST, AF_INET, SOCK_STREAM, 0)));
        assertEquals(List.of(udp + there), found("127.0.0.1", "9501", hints(AI_NUMERICHOST, AF_INET, 0, IPPROTO_UDP)));
        assertEquals(List.of(tcp + "127.0.0.1 0"), found("127.1", null, hints(AI_NUMERICHOST, AF_INET, SOCK_STREAM, 0)));
        assertEquals(List.of(tcp + "::1 9501"),
                found("::1", "9501", hints(AI_NUMERICHOST | AI_NUMERICSERV, AF_UNSPEC, SOCK_STREAM, 0)));
        addrinfo[] res = new addrinfo[1];
        assertEquals(0, getaddrinfo("fe80::1%lo", "1", hints(AI_NUMERICHOST, AF_INET6, SOCK_DGRAM, 0), res));
        assertEquals(if_nametoindex("lo"), ((sockaddr_in6) res[0].ai_addr).sin6_scope_id);
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void getaddrinfo_flags() {
        String tcp = SOCK_STREAM + " " + IPPROTO_TCP + " ";
        assertEquals(List.of(tcp + "0.0.0.0 9501"), found(null, "9501", hints(AI_PASSIVE, AF_INET, SOCK_STREAM, 0)));
        assertEquals(List.of(tcp + ":: 9501"), found(null, "9501", hints(AI_PASSIVE, AF_INET6, SOCK_STREAM, 0)));
        assertEquals(List.of(tcp + "127.0.0.1 9501"), found(null, "9501", hints(0, AF_INET, SOCK_STREAM, 0)));
        assertEquals(List.of(tcp + "::1 9501"), found(null, "9501", hints(0, AF_INET6, SOCK_STREAM, 0)));
        assertEquals(List.of(tcp + "127.0.0.1 9501"),
                found("127.0.0.1", "9501", hints(AI_PASSIVE | AI_NUMERICHOST, AF_INET, SOCK_STREAM, 0)), "passive, but named");
        assertEquals(List.of(tcp + "::ffff:1.2.3.4 9501"),
                found("1.2.3.4", "9501", hints(AI_V4MAPPED | AI_NUMERICHOST, AF_INET6, SOCK_STREAM, 0)));
        addrinfo[] res = new addrinfo[1];
        assertEquals(0, getaddrinfo("1.2.3.4", null, hints(AI_CANONNAME | AI_NUMERICHOST, AF_INET, SOCK_STREAM, 0), res));
        assertEquals("1.2.3.4", res[0].ai_canonname);
        assertEquals(0, getaddrinfo("1.2.3.4", null, hints(AI_NUMERICHOST, AF_INET, SOCK_STREAM, 0), res));
        assertNull(res[0].ai_canonname);
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void getaddrinfo_errors() {
        assertError(EAI_NONAME, null, null, null);
        assertError(EAI_NONAME, "no.such.number", "1", hints(AI_NUMERICHOST, 0, 0, 0));
        assertError(EAI_NONAME, "127.0.0.1", "http", hints(AI_NUMERICHOST | AI_NUMERICSERV, 0, 0, 0));
        assertError(EAI_NONAME, "::1 ", "1", hints(AI_NUMERICHOST, 0, 0, 0));
        assertError(EAI_ADDRFAMILY, "127.0.0.1", "1", hints(AI_NUMERICHOST, AF_INET6, 0, 0));
        assertError(EAI_ADDRFAMILY, "::1", "1", hints(AI_NUMERICHOST, AF_INET, 0, 0));
        assertError(EAI_BADFLAGS, "127.0.0.1", "1", hints(0x10000, 0, 0, 0));
        assertError(EAI_BADFLAGS, null, "1", hints(AI_CANONNAME, 0, 0, 0));
        assertError(EAI_FAMILY, "127.0.0.1", "1", hints(AI_NUMERICHOST, NO_FAMILY, 0, 0));
        assertError(EAI_SOCKTYPE, "127.0.0.1", "1", hints(AI_NUMERICHOST, 0, NO_FAMILY, 0));
        assertError(EAI_SERVICE, "127.0.0.1", "no-such-service", hints(AI_NUMERICHOST, 0, SOCK_STREAM, 0));
        assertError(EAI_SERVICE, "127.0.0.1", "1", hints(AI_NUMERICHOST, 0, SOCK_RAW, 0));
    }

    private static int nameinfo(sockaddr addr, byte[] host, byte[] serv, int flags) {
        return getnameinfo(addr, addr.size(), host, host == null ? 0 : host.length, serv, serv == null ? 0 : serv.length, flags);
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void getnameinfo_of_numbers() {
        byte[] host = new byte[NI_MAXHOST];
        byte[] serv = new byte[NI_MAXSERV];
        int numeric = NI_NUMERICHOST | NI_NUMERICSERV;
        sockaddr_in four = new sockaddr_in(AF_INET, htons(PORT), new in_addr(htonl(INADDR_LOOPBACK)));
        assertEquals(0, nameinfo(four, host, serv, numeric));
        assertEquals("127.0.0.1 9501", str(host) + " " + str(serv));
        assertEquals(0, nameinfo(new sockaddr_in6(AF_INET6, htons(PORT), 0, in6addr_loopback, 0), host, serv, numeric));
        assertEquals("::1 9501", str(host) + " " + str(serv));
        in6_addr link = new in6_addr();
        assertEquals(1, inet_pton(AF_INET6, "fe80::1", link));
        assertEquals(0, nameinfo(new sockaddr_in6(AF_INET6, 0, 0, link, if_nametoindex("lo")), host, null, NI_NUMERICHOST));
        assertEquals("fe80::1%lo", str(host));
        assertEquals(EAI_OVERFLOW, nameinfo(four, new byte[9], null, NI_NUMERICHOST));
        assertEquals(EAI_OVERFLOW, nameinfo(four, null, new byte[4], NI_NUMERICSERV));
        assertEquals(0, nameinfo(four, new byte[10], new byte[5], numeric), "with room for the NULs");
        // getnameinfo(3): neither host nor service asked for is EAI_NONAME; glibc says so only of a name that has to be.
        assertEquals(EAI_NONAME, nameinfo(four, null, null, NI_NAMEREQD));
        assertEquals(0, nameinfo(four, null, null, numeric));
        assertEquals(EAI_BADFLAGS, nameinfo(four, host, serv, 0x10000));
        assertEquals(EAI_FAMILY, getnameinfo(four, 4, host, host.length, null, 0, numeric), "too short");
        assertEquals(EAI_FAMILY, nameinfo(new sockaddr_in(NO_FAMILY, 0, new in_addr()), host, serv, numeric));
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void errors_have_texts() {
        assertEquals("Name or service not known", gai_strerror(EAI_NONAME));
        assertEquals("ai_family not supported", gai_strerror(EAI_FAMILY));
        assertEquals("Servname not supported for ai_socktype", gai_strerror(EAI_SERVICE));
        assertEquals("Unknown error", gai_strerror(4711));
    }

    /** The lines of a file of names, without comments, in words; none where there is no such file. */
    private static List<String[]> lines(String file) throws IOException {
        Path path = Path.of("/etc", file);
        if (!Files.exists(path)) {
            return List.of();
        }
        return Files.readAllLines(path).stream().map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty()).map(line -> line.split("\\s+")).toList();
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void services_are_those_of_the_file() throws Exception {
        Set<String> seen = new HashSet<>(); // a name may stand as an alias of another before
        for (String[] words : lines("services").stream().limit(SOME).toList()) {
            String[] port = words[1].split("/");
            if (!seen.contains(words[0] + "/" + port[1])) {
                servent serv = getservbyname(words[0], port[1]);
                assertNotNull(serv, words[0]);
                assertEquals(words[0], serv.s_name);
                assertEquals(Integer.parseInt(port[0]), ntohs(serv.s_port), words[0]);
                assertEquals(port[1], serv.s_proto);
                assertArrayEquals(Arrays.copyOfRange(words, 2, words.length), serv.s_aliases, words[0]);
                assertEquals(serv.s_port, getservbyport(serv.s_port, port[1]).s_port);
            }
            for (int i = 0; i < words.length; i++) {
                seen.add(words[i] + "/" + port[1]);
            }
        }
        assertNull(getservbyname("no-such-service", "tcp"));
        assertNull(getservbyname("no-such-service", null));
        assertNull(getservbyport(htons(1), "no-such-protocol"));
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void protocols_are_those_of_the_file() throws Exception {
        List<String> expected = new ArrayList<>();
        for (String[] words : lines("protocols")) {
            protoent proto = getprotobyname(words[0]);
            assertNotNull(proto, words[0]);
            assertEquals(Integer.parseInt(words[1]), proto.p_proto, words[0]);
            assertEquals(words[1], String.valueOf(getprotobynumber(proto.p_proto).p_proto));
            expected.add(words[0] + " " + words[1]);
        }
        List<String> actual = new ArrayList<>();
        setprotoent(1);
        for (protoent proto = getprotoent(); proto != null; proto = getprotoent()) {
            actual.add(proto.p_name + " " + proto.p_proto);
        }
        endprotoent();
        assertEquals(expected, actual);
        assertNull(getprotobyname("no-such-protocol"));
        assertNull(getprotobynumber(4711));
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void interfaces_are_those_of_proc() throws Exception {
        List<String> names = Files.readAllLines(Path.of("/proc/self/net/dev")).stream().skip(2)
                .map(line -> line.strip().split(":")[0]).sorted().toList();
        if_nameindex[] list = if_nameindex();
        assertEquals(names, Arrays.stream(list).map(one -> one.if_name).sorted().toList());
        for (if_nameindex one : list) {
            assertEquals(one.if_index, if_nametoindex(one.if_name));
            byte[] name = new byte[IF_NAMESIZE];
            assertEquals(one.if_name, if_indextoname(one.if_index, name));
            assertEquals(one.if_name, str(name));
        }
        if_freenameindex(list);
        assertEquals(0, if_nametoindex("nosuch"));
        assertEquals(ENODEV, errno());
        assertNull(if_indextoname(Integer.MAX_VALUE, new byte[IF_NAMESIZE]));
        assertEquals(ENXIO, errno());
    }

    @On(value = Group.NONE, otherwise = NO_TRANSPORT)
    void getifaddrs_has_the_loopback_address() throws Exception {
        ifaddrs[] list = new ifaddrs[1];
        check(getifaddrs(list));
        int found = 0;
        for (ifaddrs ifa = list[0]; ifa != null; ifa = ifa.ifa_next) {
            assertTrue(if_nametoindex(ifa.ifa_name) != 0, ifa.ifa_name);
            if (ifa.ifa_addr instanceof In.sockaddr_in in && in.sin_addr.s_addr == htonl(INADDR_LOOPBACK)) {
                found++;
                assertEquals(IFF_LOOPBACK | IFF_UP, ifa.ifa_flags & (IFF_LOOPBACK | IFF_UP));
                assertEquals(htonl(0xff000000), ((In.sockaddr_in) ifa.ifa_netmask).sin_addr.s_addr);
            }
        }
        freeifaddrs(list[0]);
        assertEquals(1, found);
    }
}

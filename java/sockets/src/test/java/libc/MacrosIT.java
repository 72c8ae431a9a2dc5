package libc;

import static libc.linux.Filter.*;
import static libc.linux.Rtnetlink.*;
import static libc.linux.VmSockets.*;
import static libc.net.Ethernet.ETHER_IS_VALID_LEN;
import static libc.netinet.Icmp6.*;
import static libc.netinet.Ip.IPOPT_CLASS;
import static libc.netinet.Ip.IPOPT_COPIED;
import static libc.netinet.Ip.IPOPT_NUMBER;
import static libc.netinet.Ip.IPTOS_CLASS;
import static libc.netinet.Ip.IPTOS_DSCP;
import static libc.netinet.Ip.IPTOS_ECN;
import static libc.netinet.Ip.IPTOS_PREC;
import static libc.netinet.Ip.IPTOS_TOS;
import static libc.netinet.Ip6.IP6OPT_TYPE;
import static libc.netinet.IpIcmp.ICMP_INFOTYPE;
import static libc.netpacket.Packet.TPACKET_ALIGN;
import static libc.sys.Stat.*;
import static libc.sys.Wait.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macros of the headers say what C's say. */
class MacrosIT {

    private static final int[] NUMBERS = IntStream.concat(IntStream.rangeClosed(-20, 300),
            IntStream.of(Integer.MIN_VALUE, 0x7fffffff, 0x7f000001, 0x80000000, 0xbfffffff, 0xc0a80001, 0xdfffffff,
                    0xe0000001, 0xefffffff, 0xf0000000, 0xffff0000)).toArray();

    @TempDir
    Path dir;

    private record Macro(String name, IntUnaryOperator java) {}

    private static int truth(boolean value) {
        return value ? 1 : 0;
    }

    /** The lines that a C program prints; its body may use int numbers[]. */
    private List<String> c(String headers, int[] numbers, String body) {
        Needs.tool("gcc");
        return CProgram.run(dir, """
                #include <stdint.h>
                #include <stdio.h>
                #include <string.h>
                #include <sys/socket.h>
                #include <%s>
                #pragma GCC diagnostic ignored "-Wsign-compare"
                #pragma GCC diagnostic ignored "-Wunused-value"
                #define COUNT(array) (sizeof(array) / sizeof((array)[0]))

                const int numbers[] = {%s};

                int main(void)
                {
                %s    return 0;
                }
                """.formatted(headers, joined(Arrays.stream(numbers).mapToObj(n -> CProgram.literal(n) + ", ")), body),
                new byte[0]).lines();
    }

    private static String joined(Stream<String> strings) {
        return strings.collect(Collectors.joining());
    }

    private void sameAsC(String header, int[] numbers, Macro... macros) {
        StringBuilder body = new StringBuilder();
        List<String> cases = new ArrayList<>();
        List<String> java = new ArrayList<>();
        for (Macro macro : macros) {
            body.append("    for (size_t i = 0; i < COUNT(numbers); i++)\n        printf(\"%d\\n\", (int) ")
                    .append(macro.name).append("(numbers[i]));\n");
            for (int number : numbers) {
                cases.add(macro.name + "(" + number + ")");
                java.add(Integer.toString(macro.java.applyAsInt(number)));
            }
        }
        CProgram.assertLines(cases, c(header, numbers, body.toString()), java);
    }

    @Test
    void lengthsAndParts() {
        sameAsC("linux/rtnetlink.h", NUMBERS,
                new Macro("NLMSG_ALIGN", n -> NLMSG_ALIGN(n)), new Macro("NLMSG_LENGTH", n -> NLMSG_LENGTH(n)),
                new Macro("NLMSG_SPACE", n -> NLMSG_SPACE(n)), new Macro("NLA_ALIGN", n -> NLA_ALIGN(n)),
                new Macro("NL_MMAP_MSG_ALIGN", n -> NL_MMAP_MSG_ALIGN(n)), new Macro("RTA_ALIGN", n -> RTA_ALIGN(n)),
                new Macro("RTA_LENGTH", n -> RTA_LENGTH(n)), new Macro("RTA_SPACE", n -> RTA_SPACE(n)),
                new Macro("RTNH_ALIGN", n -> RTNH_ALIGN(n)), new Macro("RTNH_LENGTH", n -> RTNH_LENGTH(n)),
                new Macro("RTNH_SPACE", n -> RTNH_SPACE(n)), new Macro("RTM_FAM", n -> RTM_FAM(n)));
        sameAsC("linux/rtnetlink.h", IntStream.range(1, 32).toArray(),
                new Macro("IFLA_STATS_FILTER_BIT", n -> IFLA_STATS_FILTER_BIT(n)));
        sameAsC("linux/if_packet.h", NUMBERS, new Macro("TPACKET_ALIGN", n -> TPACKET_ALIGN(n)));
        sameAsC("linux/vm_sockets.h", NUMBERS,
                new Macro("VM_SOCKETS_VERSION_EPOCH", n -> VM_SOCKETS_VERSION_EPOCH(n)),
                new Macro("VM_SOCKETS_VERSION_MAJOR", n -> VM_SOCKETS_VERSION_MAJOR(n)),
                new Macro("VM_SOCKETS_VERSION_MINOR", n -> VM_SOCKETS_VERSION_MINOR(n)));
    }

    @Test
    void filters() {
        sameAsC("linux/filter.h", NUMBERS, new Macro("BPF_CLASS", n -> BPF_CLASS(n)),
                new Macro("BPF_SIZE", n -> BPF_SIZE(n)), new Macro("BPF_MODE", n -> BPF_MODE(n)),
                new Macro("BPF_OP", n -> BPF_OP(n)), new Macro("BPF_SRC", n -> BPF_SRC(n)),
                new Macro("BPF_RVAL", n -> BPF_RVAL(n)), new Macro("BPF_MISCOP", n -> BPF_MISCOP(n)));
        assertEquals(List.of("060000000700000015000102efbeadde"), c("linux/filter.h", NUMBERS, """
                    struct sock_filter code[] = {BPF_STMT(BPF_RET, 7), BPF_JUMP(BPF_JMP | BPF_JEQ, 0xdeadbeef, 1, 2)};

                    for (size_t i = 0; i < sizeof code; i++)
                        printf("%02x", ((unsigned char *) code)[i]);
                    putchar('\\n');
                """));
        assertEquals("0600000007000000", hex(BPF_STMT(BPF_RET, 7)));
        assertEquals("15000102efbeadde", hex(BPF_JUMP(BPF_JMP | BPF_JEQ, 0xdeadbeef, 1, 2)));
    }

    private static String hex(Struct struct) {
        byte[] bytes = new byte[struct.size()];
        struct.pack(ByteBuffer.wrap(bytes));
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void statusesOfChildren() {
        int[] statuses = IntStream.rangeClosed(0, 0xff)
                .flatMap(low -> IntStream.of(0, 1, 0x13, 0x7f, 0x80, 0xff, 0xffff).map(high -> high << 8 | low))
                .toArray();
        sameAsC("sys/wait.h", statuses, new Macro("!!WIFEXITED", n -> truth(WIFEXITED(n))),
                new Macro("WEXITSTATUS", n -> WEXITSTATUS(n)), new Macro("!!WIFSIGNALED", n -> truth(WIFSIGNALED(n))),
                new Macro("WTERMSIG", n -> WTERMSIG(n)), new Macro("!!WCOREDUMP", n -> truth(WCOREDUMP(n))),
                new Macro("!!WIFSTOPPED", n -> truth(WIFSTOPPED(n))), new Macro("WSTOPSIG", n -> WSTOPSIG(n)),
                new Macro("!!WIFCONTINUED", n -> truth(WIFCONTINUED(n))));
    }

    @Test
    void kindsOfFiles() {
        sameAsC("sys/stat.h", IntStream.rangeClosed(0, 0x1f).map(kind -> kind << 12 | 0640).toArray(),
                new Macro("S_ISREG", n -> truth(S_ISREG(n))), new Macro("S_ISDIR", n -> truth(S_ISDIR(n))),
                new Macro("S_ISCHR", n -> truth(S_ISCHR(n))), new Macro("S_ISBLK", n -> truth(S_ISBLK(n))),
                new Macro("S_ISFIFO", n -> truth(S_ISFIFO(n))), new Macro("S_ISLNK", n -> truth(S_ISLNK(n))),
                new Macro("S_ISSOCK", n -> truth(S_ISSOCK(n))));
    }

    @Test
    void typesOfMessages() {
        sameAsC("netinet/ip_icmp.h", NUMBERS, new Macro("ICMP_INFOTYPE", n -> truth(ICMP_INFOTYPE(n))));
        sameAsC("netinet/ip6.h", NUMBERS, new Macro("IP6OPT_TYPE", n -> IP6OPT_TYPE(n)));
    }

    @Test
    void classesOfIpv4Addresses() {
        sameAsC("netinet/in.h", NUMBERS, new Macro("IN_CLASSA", n -> truth(IN_CLASSA(n))),
                new Macro("IN_CLASSB", n -> truth(IN_CLASSB(n))), new Macro("IN_CLASSC", n -> truth(IN_CLASSC(n))),
                new Macro("IN_CLASSD", n -> truth(IN_CLASSD(n))),
                new Macro("IN_MULTICAST", n -> truth(IN_MULTICAST(n))),
                new Macro("IN_EXPERIMENTAL", n -> truth(IN_EXPERIMENTAL(n))),
                new Macro("IN_BADCLASS", n -> truth(IN_BADCLASS(n))));
        sameAsC("linux/in.h", NUMBERS, new Macro("IN_CLASSE", n -> truth(IN_CLASSE(n))),
                new Macro("IN_LOOPBACK", n -> truth(IN_LOOPBACK(n))));
    }

    @Test
    void partsOfAnIpHeader() {
        sameAsC("netinet/ip.h", NUMBERS, new Macro("IPTOS_ECN", n -> IPTOS_ECN(n)),
                new Macro("IPTOS_DSCP", n -> IPTOS_DSCP(n)), new Macro("IPTOS_CLASS", n -> IPTOS_CLASS(n)),
                new Macro("IPTOS_TOS", n -> IPTOS_TOS(n)), new Macro("IPTOS_PREC", n -> IPTOS_PREC(n)),
                new Macro("IPOPT_COPIED", n -> IPOPT_COPIED(n)), new Macro("IPOPT_CLASS", n -> IPOPT_CLASS(n)),
                new Macro("IPOPT_NUMBER", n -> IPOPT_NUMBER(n)));
    }

    @Test
    void lengthsOfFrames() {
        sameAsC("net/ethernet.h", new int[] {-1, 0, 1, 63, 64, 65, 1500, 1517, 1518, 1519, 65535},
                new Macro("ETHER_IS_VALID_LEN", n -> truth(ETHER_IS_VALID_LEN(n))));
    }

    @Test
    void sizesOfLists() {
        sameAsC("netinet/in.h", IntStream.range(0, 100).toArray(),
                new Macro("IP_MSFILTER_SIZE", n -> IP_MSFILTER_SIZE(n)),
                new Macro("GROUP_FILTER_SIZE", n -> GROUP_FILTER_SIZE(n)));
    }

    private static final List<String> IPV6 = List.of("IN6_IS_ADDR_UNSPECIFIED", "IN6_IS_ADDR_LOOPBACK",
            "IN6_IS_ADDR_LINKLOCAL", "IN6_IS_ADDR_SITELOCAL", "IN6_IS_ADDR_V4MAPPED", "IN6_IS_ADDR_V4COMPAT",
            "IN6_IS_ADDR_MULTICAST", "IN6_IS_ADDR_MC_NODELOCAL", "IN6_IS_ADDR_MC_LINKLOCAL", "IN6_IS_ADDR_MC_SITELOCAL",
            "IN6_IS_ADDR_MC_ORGLOCAL", "IN6_IS_ADDR_MC_GLOBAL");

    private static List<Boolean> ipv6(in6_addr a) {
        return List.of(IN6_IS_ADDR_UNSPECIFIED(a), IN6_IS_ADDR_LOOPBACK(a), IN6_IS_ADDR_LINKLOCAL(a),
                IN6_IS_ADDR_SITELOCAL(a), IN6_IS_ADDR_V4MAPPED(a), IN6_IS_ADDR_V4COMPAT(a), IN6_IS_ADDR_MULTICAST(a),
                IN6_IS_ADDR_MC_NODELOCAL(a), IN6_IS_ADDR_MC_LINKLOCAL(a), IN6_IS_ADDR_MC_SITELOCAL(a),
                IN6_IS_ADDR_MC_ORGLOCAL(a), IN6_IS_ADDR_MC_GLOBAL(a));
    }

    /** Addresses at the edges of the ranges: special ones, and those with 0, 1, 0x80 or 0xff in one place. */
    private static List<in6_addr> addresses() {
        List<String> special = List.of("0".repeat(32), "0".repeat(31) + "1", "0".repeat(31) + "2",
                "fe80" + "0".repeat(27) + "1", "febf" + "f".repeat(28), "fec0" + "0".repeat(27) + "1",
                "fe" + "f".repeat(30),
                "0".repeat(20) + "ffff7f000001", "0".repeat(24) + "7f000001", "ff01" + "0".repeat(27) + "1",
                "ff02" + "0".repeat(27) + "1", "ff35" + "0".repeat(27) + "1", "ff08" + "0".repeat(27) + "1",
                "fffe" + "0".repeat(27) + "1");
        List<in6_addr> addresses = new ArrayList<>();
        for (String hex : special) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            addresses.add(new in6_addr(bytes));
            for (int i = 0; i < bytes.length; i++) {
                for (int value : new int[] {0, 1, 0x80, 0xff}) {
                    byte[] changed = bytes.clone();
                    changed[i] = (byte) value;
                    addresses.add(new in6_addr(changed));
                }
            }
        }
        return addresses;
    }

    @Test
    void kindsOfIpv6Addresses() {
        List<String> cases = new ArrayList<>();
        List<String> java = new ArrayList<>();
        List<Integer> words = new ArrayList<>();
        in6_addr before = new in6_addr();
        for (in6_addr a : addresses()) {
            ByteBuffer bytes = ByteBuffer.wrap(a.s6_addr).order(ByteOrder.nativeOrder());
            IntStream.range(0, 4).forEach(i -> words.add(bytes.getInt()));
            for (int i = 0; i < IPV6.size(); i++) {
                cases.add(IPV6.get(i) + "(" + hex(a) + ")");
                java.add(Integer.toString(truth(ipv6(a).get(i))));
            }
            cases.add("IN6_ARE_ADDR_EQUAL(" + hex(a) + ", " + hex(before) + ")");
            java.add(Integer.toString(truth(IN6_ARE_ADDR_EQUAL(a, before))));
            before = a;
        }
        String body = """
                    struct in6_addr before = in6addr_any;

                    for (size_t i = 0; i < COUNT(numbers); i += 4) {
                        struct in6_addr a;

                        memcpy(&a, numbers + i, sizeof a);
                %s        printf("%%d\\n", IN6_ARE_ADDR_EQUAL(&a, &before));
                        before = a;
                    }
                """.formatted(joined(IPV6.stream().map("        printf(\"%%d\\n\", %s(&a));\n"::formatted)));
        int[] numbers = words.stream().mapToInt(Integer::intValue).toArray();
        CProgram.assertLines(cases, c("netinet/in.h", numbers, body), java);
    }

    @Test
    void filtersOfIcmpv6() {
        StringBuilder body = new StringBuilder("    struct icmp6_filter f;\n    ICMP6_FILTER_SETBLOCKALL(&f)\n");
        List<String> cases = new ArrayList<>();
        List<String> java = new ArrayList<>();
        icmp6_filter f = new icmp6_filter();
        ICMP6_FILTER_SETBLOCKALL(f);
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            int type = random.nextInt(256);
            boolean pass = random.nextBoolean();
            if (i == 200) {
                body.append("    ICMP6_FILTER_SETPASSALL(&f)\n");
                ICMP6_FILTER_SETPASSALL(f);
            }
            body.append("    ICMP6_FILTER_SET").append(pass ? "PASS(" : "BLOCK(").append(type).append(", &f);\n");
            if (pass) {
                ICMP6_FILTER_SETPASS(type, f);
            } else {
                ICMP6_FILTER_SETBLOCK(type, f);
            }
            int asked = random.nextInt(256);
            cases.add(i + ": " + asked);
            body.append("    printf(\"%d %d\\n\", ICMP6_FILTER_WILLPASS(").append(asked)
                    .append(", &f), ICMP6_FILTER_WILLBLOCK(").append(asked).append(", &f));\n");
            java.add(truth(ICMP6_FILTER_WILLPASS(asked, f)) + " " + truth(ICMP6_FILTER_WILLBLOCK(asked, f)));
        }
        CProgram.assertLines(cases, c("netinet/icmp6.h", NUMBERS, body.toString()), java);
    }

    /** What is said of a header with a length, and of the bytes that are left. */
    private interface Walk {
        String line(ByteBuffer room, int size, int len);
    }

    private void walk(String struct, String field, String body, Walk walk) {
        List<String> cases = new ArrayList<>();
        List<String> java = new ArrayList<>();
        int[] lengths = {-1, 0, 1, 3, 4, 15, 16, 17, 20, 36, 64};
        for (int size = 0; size <= 70; size++) {
            for (int len : lengths) {
                cases.add(field + " " + size + ", len " + len);
                java.add(walk.line(ByteBuffer.allocate(256), size, len));
            }
        }
        CProgram.assertLines(cases, c("linux/rtnetlink.h", lengths, """
                    static char room[256] __attribute__((aligned(8)));
                    struct %s *h = (struct %s *) room;

                    for (int size = 0; size <= 70; size++)
                        for (size_t i = 0; i < COUNT(numbers); i++) {
                            int len = numbers[i];

                            h->%s = size;
                %s        }
                """.formatted(struct, struct, field, body)), java);
    }

    @Test
    void messages() {
        walk("nlmsghdr", "nlmsg_len", """
                    printf("%d %d ", NLMSG_OK(h, len), (int) NLMSG_PAYLOAD(h, 4));
                    printf("%d ", (int) ((char *) NLMSG_DATA(h) - room));
                    printf("%d ", (int) ((char *) NLMSG_NEXT(h, len) - room));
                    printf("%d\\n", len);
                """, (room, size, given) -> {
            nlmsghdr h = new nlmsghdr(size, 0, 0, 0, 0);
            h.pack(room);
            h = new nlmsghdr(room);
            int[] len = {given};
            assertEquals(NLMSG_OK(h, given), NLMSG_OK(h, len));
            return truth(NLMSG_OK(h, len)) + " " + NLMSG_PAYLOAD(h, 4) + " " + NLMSG_DATA(h).arrayOffset() + " "
                    + (NLMSG_DATA(NLMSG_NEXT(h, len)).arrayOffset() - NLMSG_HDRLEN) + " " + len[0];
        });
    }

    @Test
    void attributes() {
        walk("rtattr", "rta_len", """
                    printf("%d %d ", RTA_OK(h, len), (int) RTA_PAYLOAD(h));
                    printf("%d ", (int) ((char *) RTA_DATA(h) - room));
                    printf("%d ", (int) ((char *) RTA_NEXT(h, len) - room));
                    printf("%d\\n", len);
                """, (room, size, given) -> {
            new rtattr(size, 0).pack(room);
            rtattr h = new rtattr(room);
            int[] len = {given};
            assertEquals(RTA_OK(h, given), RTA_OK(h, len));
            return truth(RTA_OK(h, len)) + " " + RTA_PAYLOAD(h) + " " + RTA_DATA(h).arrayOffset() + " "
                    + (RTA_DATA(RTA_NEXT(h, len)).arrayOffset() - RTA_LENGTH(0)) + " " + len[0];
        });
    }

    /** A message of each of the two kinds that no other test walks, with an attribute behind its struct. */
    @Test
    void attributesBehindStructs() {
        assertEquals(List.of("28 8 36 8"), c("linux/rtnetlink.h", NUMBERS, """
                    static char room[64] __attribute__((aligned(8)));
                    struct nlmsghdr *h = (struct nlmsghdr *) room;

                    h->nlmsg_len = 36;
                    printf("%d %d ", (int) ((char *) RTM_RTA(NLMSG_DATA(h)) - room), (int) RTM_PAYLOAD(h));
                    h->nlmsg_len = 44;
                    printf("%d %d\\n", (int) ((char *) TCA_RTA(NLMSG_DATA(h)) - room), (int) TCA_PAYLOAD(h));
                """));
        nlmsghdr h = new nlmsghdr(new byte[64]);
        h.nlmsg_len(36);
        assertEquals(28 + RTA_LENGTH(0), RTA_DATA(RTM_RTA(new rtmsg(NLMSG_DATA(h)))).arrayOffset());
        assertEquals(8, RTM_PAYLOAD(h));
        h.nlmsg_len(44);
        assertEquals(36 + RTA_LENGTH(0), RTA_DATA(TCA_RTA(new tcmsg(NLMSG_DATA(h)))).arrayOffset());
        assertEquals(8, TCA_PAYLOAD(h));
    }

    @Test
    void nextHops() {
        assertEquals(List.of("0 1 8 12 1"), c("linux/rtnetlink.h", NUMBERS, """
                    struct rtnexthop h[4];
                    char *start = (char *) h;

                    memset(h, 0, sizeof h);
                    h[0].rtnh_len = 10;
                    printf("%d %d %d %d %d\\n", RTNH_OK(h, 9), RTNH_OK(h, 10), (int) ((char *) RTNH_DATA(h) - start),
                           (int) ((char *) RTNH_NEXT(h) - start), RTNH_OK(h, 32));
                """));
        rtnexthop h = new rtnexthop(new byte[32]);
        h.rtnh_len(10);
        assertFalse(RTNH_OK(h, 9));
        assertTrue(RTNH_OK(h, 10));
        assertTrue(RTNH_OK(h, 32));
        assertEquals(8 + RTA_LENGTH(0), RTA_DATA(RTNH_DATA(new rtnexthop(new byte[32]))).arrayOffset());
        assertEquals(12 + RTNH_LENGTH(0) + RTA_LENGTH(0), RTA_DATA(RTNH_DATA(RTNH_NEXT(h))).arrayOffset());
    }

    @Test
    void noHeaderIsReadBeyondItsBuffer() {
        byte[] whole = new byte[NLMSG_SPACE(8)];
        nlmsghdr nlh = new nlmsghdr(whole);
        nlh.nlmsg_len(1000);
        assertTrue(NLMSG_OK(nlh, 2000), "as C says of what the caller says");
        assertEquals(8, NLMSG_DATA(nlh).remaining());
        int[] len = {2000};
        nlmsghdr beyond = NLMSG_NEXT(nlh, len);
        assertFalse(NLMSG_OK(beyond, len));
        assertThrows(IndexOutOfBoundsException.class, beyond::nlmsg_len);
        assertThrows(IndexOutOfBoundsException.class, () -> NLMSG_DATA(new nlmsghdr(whole, whole.length - 15)));
        nlh.nlmsg_len(-1);
        assertFalse(NLMSG_OK(nlh, 2000));
        assertEquals(8, NLMSG_DATA(nlh).remaining());
        rtattr rta = new rtattr(whole, whole.length - 3);
        assertFalse(RTA_OK(rta, 2000));
        assertThrows(IndexOutOfBoundsException.class, rta::rta_type);
        assertThrows(IndexOutOfBoundsException.class, () -> RTA_DATA(rta));
        assertFalse(RTA_OK(IFLA_RTA(new ifinfomsg()), 2000));
        assertThrows(IndexOutOfBoundsException.class, () -> new rtattr(whole, whole.length + 1));
        assertFalse(RTNH_OK(new rtnexthop(whole, whole.length - 7), 2000));
    }
}

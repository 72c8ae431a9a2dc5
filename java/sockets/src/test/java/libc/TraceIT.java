package libc;

import static libc.Errno.EAGAIN;
import static libc.Errno.EBADF;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Ifaddrs.getifaddrs;
import static libc.Netdb.*;
import static libc.Signal.*;
import static libc.Spawn.*;
import static libc.Time.*;
import static libc.Unistd.*;
import static libc.arpa.Inet.*;
import static libc.net.If.*;
import static libc.netinet.Ether.*;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;
import static libc.sys.Wait.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.internal.call.Function;
import libc.internal.call.Native;
import libc.netinet.Udp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trace: what it prints of functions that are no system calls, when, where to, and that it leaves calls alone. */
class TraceIT {

    /**
     * A call that is no system call, or one that strace does not decode.
     *
     * @param expected its line, POINTER for an address, or an expression for what is the machine's own
     */
    record Literal(Runnable call, String expected) {}

    private static final Function SIGNAL = Function.function("sighandler_t signal(int signum, sighandler_t handler)");

    private static final byte[] ROOM = new byte[200];
    private static final posix_spawnattr_t ATTRIBUTES = new posix_spawnattr_t();
    private static final sigset_t SET = new sigset_t();
    private static final ether_addr MAC = new ether_addr();

    static final List<Literal> LITERAL = List.of(
            new Literal(() -> inet_aton("127.0.0.1", new in_addr()),
                    "inet_aton(\"127.0.0.1\", [inet_addr(\"127.0.0.1\")]) = 1"),
            new Literal(() -> inet_aton("nonsense", new in_addr()), "inet_aton(\"nonsense\", POINTER) = 0"),
            new Literal(() -> inet_addr("127.0.0.1"), "inet_addr(\"127.0.0.1\") = 0x100007f"),
            new Literal(() -> inet_network("127.1"), "inet_network(\"127.1\") = 0x7f01"),
            new Literal(() -> inet_ntoa(new in_addr(0x100007f)), "inet_ntoa(inet_addr(\"127.0.0.1\")) = \"127.0.0.1\""),
            new Literal(() -> inet_makeaddr(127, 1), "inet_makeaddr(0x7f, 0x1) = inet_addr(\"127.0.0.1\")"),
            new Literal(() -> inet_lnaof(new in_addr(0x100007f)), "inet_lnaof(inet_addr(\"127.0.0.1\")) = 0x1"),
            new Literal(() -> inet_netof(new in_addr(0x100007f)), "inet_netof(inet_addr(\"127.0.0.1\")) = 0x7f"),
            new Literal(() -> inet_ntop(AF_INET6, in6addr_loopback, ROOM, 46),
                    "inet_ntop(AF_INET6, \"\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\1\", \"::1\", 46) = \"::1\""),
            new Literal(() -> inet_ntop(AF_INET, new in_addr(0x100007f), ROOM, 3),
                    "inet_ntop(AF_INET, \"\\177\\0\\0\\1\", POINTER, 3) = NULL ENOSPC (No space left on device)"),
            new Literal(() -> inet_pton(AF_INET, "127.0.0.1", ROOM),
                    "inet_pton(AF_INET, \"127.0.0.1\", \"\\177\\0\\0\\1\") = 1"),
            new Literal(() -> inet_pton(AF_INET6, "x", ROOM), "inet_pton(AF_INET6, \"x\", POINTER) = 0"),
            new Literal(() -> inet_net_pton(AF_INET, "10.1/16", ROOM, 2),
                    "inet_net_pton(AF_INET, \"10.1/16\", \"\\n\\1\", 2) = 16"),
            new Literal(() -> inet_net_ntop(AF_INET, new byte[] {10, 1}, 16, ROOM, 20),
                    "inet_net_ntop(AF_INET, \"\\n\\1\", 16, \"10.1/16\", 20) = \"10.1/16\""),
            new Literal(() -> getaddrinfo("::1", "9501", hints(), new addrinfo[1]),
                    "getaddrinfo(\"::1\", \"9501\", {ai_flags=AI_NUMERICHOST, ai_family=AF_INET6, ai_socktype=SOCK_STREAM, "
                    + "ai_protocol=IPPROTO_IP}, [{ai_flags=AI_NUMERICHOST, ai_family=AF_INET6, ai_socktype=SOCK_STREAM, "
                    + "ai_protocol=IPPROTO_TCP, ai_addrlen=28, ai_addr={sa_family=AF_INET6, sin6_port=htons(9501), "
                    + "sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"::1\", &sin6_addr), sin6_scope_id=0}, "
                    + "ai_canonname=NULL}]) = 0"),
            new Literal(() -> getaddrinfo("no number", null, hints(), new addrinfo[1]),
                    "getaddrinfo(\"no number\", NULL, {ai_flags=AI_NUMERICHOST, ai_family=AF_INET6, "
                    + "ai_socktype=SOCK_STREAM, ai_protocol=IPPROTO_IP}, POINTER) = "
                    + "-2 EAI_NONAME (Name or service not known)"),
            new Literal(() -> getnameinfo(loopback(80), 16, ROOM, 50, null, 0, NI_NUMERICHOST),
                    "getnameinfo({sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, 16, "
                    + "\"127.0.0.1\", 50, NULL, 0, NI_NUMERICHOST) = 0"),
            new Literal(() -> gethostbyname("127.0.0.1"), "gethostbyname(\"127.0.0.1\") = {h_name=\"127.0.0.1\", "
                    + "h_aliases=[], h_addrtype=AF_INET, h_length=4, h_addr_list=[7f:00:00:01]}"),
            new Literal(() -> gethostbyname2("::1", AF_INET6), "gethostbyname2(\"::1\", AF_INET6) = {h_name=\"::1\", "
                    + "h_aliases=[], h_addrtype=AF_INET6, h_length=16, h_addr_list=[00:.*:01]}"),
            new Literal(() -> gethostbyaddr(new in_addr(0x100007f), 4, AF_INET),
                    "gethostbyaddr(\"\\177\\0\\0\\1\", 4, AF_INET) = {h_name=\"localhost\", .*}"),
            new Literal(() -> sethostent(0), "sethostent(0) = <void>"),
            new Literal(() -> gethostent(), "gethostent() = {h_name=\".*\", .*}"),
            new Literal(() -> endhostent(), "endhostent() = <void>"),
            new Literal(() -> getservbyname("http", "tcp"), "getservbyname(\"http\", \"tcp\") = {s_name=\"http\", .*}"),
            new Literal(() -> getservbyname("no such", null), "getservbyname(\"no such\", NULL) = NULL"),
            new Literal(() -> getservbyport(htons(80), "tcp"), "getservbyport(htons(80), \"tcp\") = {s_name=\"http\", .*}"),
            new Literal(() -> setservent(1), "setservent(1) = <void>"),
            new Literal(() -> getservent(), "getservent() = {s_name=\".*\", .*}"),
            new Literal(() -> endservent(), "endservent() = <void>"),
            new Literal(() -> getprotobyname("tcp"),
                    "getprotobyname(\"tcp\") = {p_name=\"tcp\", p_aliases=[\"TCP\"], p_proto=6}"),
            new Literal(() -> getprotobynumber(IPPROTO_TCP), "getprotobynumber(IPPROTO_TCP) = {p_name=\"tcp\", .*}"),
            new Literal(() -> setprotoent(0), "setprotoent(0) = <void>"),
            new Literal(() -> getprotoent(), "getprotoent() = {p_name=\".*\", .*}"),
            new Literal(() -> endprotoent(), "endprotoent() = <void>"),
            new Literal(() -> getnetbyname("no such"), "getnetbyname(\"no such\") = NULL"),
            new Literal(() -> getnetbyaddr(0x7b, AF_INET), "getnetbyaddr(0x7b, AF_INET) = NULL"),
            new Literal(() -> setnetent(0), "setnetent(0) = <void>"),
            new Literal(() -> getnetent(), "getnetent() = .*"),
            new Literal(() -> endnetent(), "endnetent() = <void>"),
            new Literal(() -> if_nametoindex("lo"), "if_nametoindex(\"lo\") = 1"),
            new Literal(() -> if_nametoindex("nope"), "if_nametoindex(\"nope\") = 0 ENODEV (No such device)"),
            new Literal(() -> if_indextoname(1, ROOM), "if_indextoname(1, \"lo\") = \"lo\""),
            new Literal(() -> if_indextoname(54321, ROOM),
                    "if_indextoname(54321, POINTER) = NULL ENXIO (No such device or address)"),
            new Literal(() -> if_nameindex(), "if_nameindex() = [{if_index=1, if_name=\"lo\"}.*]"),
            new Literal(() -> getifaddrs(new Ifaddrs.ifaddrs[1]), "getifaddrs([{ifa_name=\"lo\", ifa_flags=IFF_UP.*}]) = 0"),
            new Literal(() -> ether_ntoa(MAC), "ether_ntoa(00:00:00:00:00:00) = \"0:0:0:0:0:0\""),
            new Literal(() -> ether_aton("1:2:3:4:5:6"), "ether_aton(\"1:2:3:4:5:6\") = 01:02:03:04:05:06"),
            new Literal(() -> ether_aton("nonsense"), "ether_aton(\"nonsense\") = NULL"),
            new Literal(() -> ether_ntohost(ROOM, MAC), "ether_ntohost(POINTER, 00:00:00:00:00:00) = -?\\d+.*"),
            new Literal(() -> ether_hostton("no such", MAC), "ether_hostton(\"no such\", POINTER) = -?\\d+.*"),
            new Literal(() -> ether_line("1:2:3:4:5:6 name", new ether_addr(), ROOM),
                    "ether_line(\"1:2:3:4:5:6 name\", 01:02:03:04:05:06, \"name\") = 0"),
            new Literal(() -> bindresvport(-1, null), "bindresvport(-1, NULL) = -1 EBADF (Bad file descriptor)"),
            new Literal(() -> isfdtype(-1, S_IFSOCK), "isfdtype(-1, S_IFSOCK) = -1"),
            new Literal(() -> gethostname(ROOM, 100), "gethostname(\".+\", 100) = 0"),
            new Literal(() -> getdomainname(ROOM, 100), "getdomainname(\".+\", 100) = 0"),
            new Literal(() -> sysconf(_SC_PAGESIZE), "sysconf(_SC_PAGESIZE) = \\d+"),
            new Literal(() -> clock_gettime(CLOCK_MONOTONIC, new timespec()),
                    "clock_gettime(CLOCK_MONOTONIC, {tv_sec=\\d+, tv_nsec=\\d+}) = 0"),
            new Literal(() -> sigemptyset(SET), "sigemptyset([]) = 0"),
            new Literal(() -> sigaddset(SET, SIGINT), "sigaddset([INT], SIGINT) = 0"),
            new Literal(() -> sigismember(SET, SIGINT), "sigismember([INT], SIGINT) = 1"),
            new Literal(() -> sigdelset(SET, SIGINT), "sigdelset([], SIGINT) = 0"),
            new Literal(() -> sigaddset(SET, 99), "sigaddset(POINTER, 99) = -1 EINVAL (Invalid argument)"),
            new Literal(() -> sigfillset(new sigset_t()), "sigfillset([HUP INT .*]) = 0"),
            new Literal(() -> Native.call(SIGNAL, SIGPWR, 1), "signal(SIGPWR, SIG_IGN) = SIG_DFL"),
            new Literal(() -> Native.call(SIGNAL, SIGPWR, 0), "signal(SIGPWR, SIG_DFL) = SIG_IGN"),
            new Literal(() -> Native.call(SIGNAL, SIGKILL, 0),
                    "signal(SIGKILL, SIG_DFL) = -1 EINVAL (Invalid argument)"),
            new Literal(() -> posix_spawnattr_init(ATTRIBUTES), "posix_spawnattr_init(POINTER) = 0"),
            new Literal(() -> posix_spawnattr_setflags(ATTRIBUTES, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK),
                    "posix_spawnattr_setflags(POINTER, POSIX_SPAWN_SETPGROUP|POSIX_SPAWN_SETSIGMASK) = 0"),
            new Literal(() -> posix_spawnattr_getflags(ATTRIBUTES, new int[1]),
                    "posix_spawnattr_getflags(POINTER, [POSIX_SPAWN_SETPGROUP|POSIX_SPAWN_SETSIGMASK]) = 0"),
            new Literal(() -> posix_spawnattr_setflags(ATTRIBUTES, 0x4000),
                    "posix_spawnattr_setflags(POINTER, 0x4000) = 22 EINVAL (Invalid argument)"),
            new Literal(() -> posix_spawnattr_setpgroup(ATTRIBUTES, 0), "posix_spawnattr_setpgroup(POINTER, 0) = 0"),
            new Literal(() -> posix_spawnattr_getpgroup(ATTRIBUTES, new int[1]),
                    "posix_spawnattr_getpgroup(POINTER, [0]) = 0"),
            new Literal(() -> posix_spawnattr_setsigmask(ATTRIBUTES, SET), "posix_spawnattr_setsigmask(POINTER, []) = 0"),
            new Literal(() -> posix_spawnattr_getsigmask(ATTRIBUTES, SET), "posix_spawnattr_getsigmask(POINTER, []) = 0"),
            new Literal(() -> posix_spawnattr_setsigdefault(ATTRIBUTES, SET),
                    "posix_spawnattr_setsigdefault(POINTER, []) = 0"),
            new Literal(() -> posix_spawnattr_getsigdefault(ATTRIBUTES, SET),
                    "posix_spawnattr_getsigdefault(POINTER, []) = 0"),
            new Literal(() -> posix_spawnattr_setschedpolicy(ATTRIBUTES, Sched.SCHED_OTHER),
                    "posix_spawnattr_setschedpolicy(POINTER, SCHED_OTHER) = 0"),
            new Literal(() -> posix_spawnattr_getschedpolicy(ATTRIBUTES, new int[1]),
                    "posix_spawnattr_getschedpolicy(POINTER, [SCHED_OTHER]) = 0"),
            new Literal(() -> posix_spawnattr_setschedparam(ATTRIBUTES, new sched_param()),
                    "posix_spawnattr_setschedparam(POINTER, {sched_priority=0}) = 0"),
            new Literal(() -> posix_spawnattr_getschedparam(ATTRIBUTES, new sched_param()),
                    "posix_spawnattr_getschedparam(POINTER, {sched_priority=0}) = 0"),
            new Literal(() -> posix_spawnattr_destroy(ATTRIBUTES), "posix_spawnattr_destroy(POINTER) = 0"),
            new Literal(() -> posix_spawn(new int[1], "/no such", null, ATTRIBUTES, new String[] {"a", "b\n"}, null),
                    "posix_spawn(POINTER, \"/no such\", NULL, POINTER, [\"a\", \"b\\n\"], NULL) = "
                    + "2 ENOENT (No such file or directory)"),
            new Literal(() -> posix_spawnp(new int[1], "no such", null, null, new String[0], new String[] {"A=1", "B=2"}),
                    "posix_spawnp(POINTER, \"no such\", NULL, POINTER, [], POINTER /* 2 vars */) = "
                    + "2 ENOENT (No such file or directory)"));

    private static final String POINTER = "\\b0x[0-9a-f]{9,}";

    @TempDir
    Path dir;

    private final Sockets sockets = new Sockets();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void begin() {
        Sockets.assertBackend();
        Trace.to(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() throws Exception {
        Trace.off();
        Trace.show();
        Trace.to((PrintStream) null);
        sockets.close();
    }

    private static addrinfo hints() {
        addrinfo hints = new addrinfo();
        hints.ai_flags = AI_NUMERICHOST;
        hints.ai_family = AF_INET6;
        hints.ai_socktype = SOCK_STREAM;
        return hints;
    }

    private static sockaddr_in loopback(int port) {
        return new sockaddr_in(AF_INET, htons(port), new in_addr(htonl(INADDR_LOOPBACK)));
    }

    private List<String> lines() {
        List<String> lines = out.toString(StandardCharsets.UTF_8).replaceAll(POINTER, "POINTER").lines().toList();
        out.reset();
        return lines;
    }

    /** The lines of a call. */
    private List<String> lines(Runnable call) {
        Trace.on();
        call.run();
        Trace.off();
        return lines();
    }

    // What is printed

    @Test
    void functionsThatAreNoSystemCallsHaveTheirLines() {
        for (Literal literal : LITERAL) {
            List<String> lines = lines(literal.call);
            String expected = literal.expected;
            String line = lines.isEmpty() ? "" : lines.get(0);
            boolean same = line.matches(pattern(expected));
            assertEquals(expected, same ? expected : String.join("\n", lines));
            // isfdtype(3) leaves errno alone, so that fstat(2) has to say why it failed.
            assertTrue(lines.size() == 1 || expected.startsWith("isfdtype"), () -> String.join("\n", lines));
        }
    }

    /** A line as an expression: {@code .*}, {@code .+} and {@code \d+} are what they are there, all else is itself. */
    private static String pattern(String line) {
        return Pattern.compile("(\\.[*+]|-\\?\\\\d\\+|\\\\d\\+)|[^.\\\\-]+|.").matcher(line)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1) != null ? m.group() : Pattern.quote(m.group())));
    }

    /** strace does not know the types of these. */
    @Test
    void valuesOfOptionsHaveTheirTypes() throws Exception {
        int udp = sockets.open(AF_INET, SOCK_DGRAM);
        int tcp = sockets.open(AF_INET, SOCK_STREAM);
        int[] sv = sockets.pair(SOCK_STREAM);
        Map<String, Runnable> calls = new TreeMap<>();
        calls.put("setsockopt(N, SOL_SOCKET, SO_RCVTIMEO, {tv_sec=1, tv_usec=2}, 16) = 0",
                () -> setsockopt(udp, SOL_SOCKET, SO_RCVTIMEO, new timeval(1, 2), 16));
        calls.put("getsockopt(N, SOL_SOCKET, SO_TYPE, [SOCK_DGRAM], [4]) = 0",
                () -> getsockopt(udp, SOL_SOCKET, SO_TYPE, new int[1], new int[] {4}));
        calls.put("getsockopt(N, SOL_SOCKET, SO_DOMAIN, [AF_INET], [4]) = 0",
                () -> getsockopt(udp, SOL_SOCKET, SO_DOMAIN, new int[1], new int[] {4}));
        calls.put("getsockopt(N, SOL_SOCKET, SO_LINGER, {l_onoff=0, l_linger=0}, [100 => 8]) = 0",
                () -> getsockopt(udp, SOL_SOCKET, SO_LINGER, new byte[100], new int[] {100}));
        calls.put("getsockopt(N, SOL_SOCKET, SO_PEERCRED, {pid=" + getpid() + ", uid=" + getuid() + ", gid=" + getgid()
                + "}, [12]) = 0", () -> getsockopt(sv[0], SOL_SOCKET, SO_PEERCRED, new ucred(), new int[] {12}));
        calls.put("setsockopt(N, SOL_IP, IP_MULTICAST_IF, inet_addr(\"127.0.0.1\"), 4) = 0",
                () -> setsockopt(udp, IPPROTO_IP, IP_MULTICAST_IF, new in_addr(htonl(INADDR_LOOPBACK)), 4));
        calls.put("setsockopt(N, SOL_IP, IP_MULTICAST_TTL, [1], 1) = 0",
                () -> setsockopt(udp, IPPROTO_IP, IP_MULTICAST_TTL, new byte[] {1}, 1));
        calls.put("setsockopt(N, SOL_IP, IP_MTU_DISCOVER, [IP_PMTUDISC_DO], 4) = 0",
                () -> setsockopt(udp, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO));
        calls.put("setsockopt(N, SOL_TCP, TCP_CONGESTION, \"reno\", 4) = 0",
                () -> setsockopt(tcp, IPPROTO_TCP, TCP_CONGESTION, "reno", 4));
        calls.put("setsockopt(N, SOL_SOCKET, 0x270f, \"\\1\\2\\3\", 3) = -1 EINVAL (Invalid argument)",
                () -> setsockopt(udp, SOL_SOCKET, 9999, new byte[] {1, 2, 3}, 3));
        calls.forEach((line, call) ->
                assertEquals(line, lines(call).get(0).replaceFirst("\\(\\d+, ", "(N, ")));
        assertTrue(lines(() -> getsockopt(tcp, IPPROTO_TCP, TCP_INFO, new byte[500], new int[] {500})).get(0)
                .contains(", TCP_INFO, {tcpi_state=TCP_CLOSE, "));
    }

    /** strace knows few of these. */
    @Test
    void controlMessagesHaveTheirTypes() {
        Map<String, byte[]> messages = new LinkedHashMap<>();
        messages.put("{cmsg_len=24, cmsg_level=SOL_SOCKET, cmsg_type=SCM_TXTIME, cmsg_data=[5]}",
                control(SOL_SOCKET, SCM_TXTIME, 5, 0));
        messages.put("{cmsg_len=20, cmsg_level=SOL_SOCKET, cmsg_type=SO_RXQ_OVFL, cmsg_data=[7]}",
                control(SOL_SOCKET, SO_RXQ_OVFL, 7));
        messages.put("{cmsg_len=20, cmsg_level=SOL_UDP, cmsg_type=UDP_GRO, cmsg_data=[1200]}",
                control(Udp.SOL_UDP, Udp.UDP_GRO, 1200));
        messages.put("{cmsg_len=36, cmsg_level=SOL_IPV6, cmsg_type=IPV6_PKTINFO, cmsg_data={inet_pton(AF_INET6, \"::\", "
                + "&ipi6_addr), ipi6_ifindex=1}}", control(SOL_IPV6, IPV6_PKTINFO, 0, 0, 0, 0, 1));
        messages.put("{cmsg_len=20, cmsg_level=SOL_IPV6, cmsg_type=IPV6_HOPLIMIT, cmsg_data=[64]}",
                control(SOL_IPV6, IPV6_HOPLIMIT, 64));
        messages.put("{cmsg_len=32, cmsg_level=SOL_IPV6, cmsg_type=IPV6_RECVERR, cmsg_data={ee_errno=EPERM, "
                + "ee_origin=SO_EE_ORIGIN_ICMP6, ee_type=1, ee_code=2, ee_info=3, ee_data=4}}",
                control(SOL_IPV6, IPV6_RECVERR, 1, 0x20103, 3, 4));
        messages.put("{cmsg_len=32, cmsg_level=SOL_IP, cmsg_type=IP_ORIGDSTADDR, cmsg_data={sa_family=AF_INET, "
                + "sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}}",
                control(SOL_IP, IP_ORIGDSTADDR, AF_INET | htons(80) << 16, 0x100007f, 0, 0));
        messages.put("{cmsg_len=20, cmsg_level=SOL_IP, cmsg_type=IP_PKTINFO, cmsg_data=\"\\1\\0\\0\\0\"}",
                control(SOL_IP, IP_PKTINFO, 1));
        messages.put("{cmsg_len=16, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS}", control(SOL_SOCKET, SCM_RIGHTS));
        messages.put("", new byte[] {9});
        messages.forEach((text, control) -> assertEquals("sendmsg(-1, {msg_name=NULL, msg_namelen=0, msg_iov=NULL, "
                + "msg_iovlen=0, msg_control=[" + text + "], msg_controllen=" + control.length + ", msg_flags=0}, 0) = "
                + "-1 EBADF (Bad file descriptor)",
                lines(() -> sendmsg(-1, new msghdr(null, 0, null, 0, control, control.length, 0), 0)).get(0)));
    }

    private static byte[] control(int level, int type, int... data) {
        byte[] control = new byte[CMSG_SPACE(sizeof(data))];
        cmsghdr cmsg = CMSG_FIRSTHDR(new msghdr(null, 0, null, 0, control, control.length, 0));
        cmsg.cmsg_len(CMSG_LEN(sizeof(data)));
        cmsg.cmsg_level(level);
        cmsg.cmsg_type(type);
        Strings.memcpy(CMSG_DATA(cmsg), data, sizeof(data));
        return control;
    }

    @Test
    void aChildsFileActionsAreShownWhereItBegins() {
        posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
        int[] pid = new int[1];
        List<String> lines = lines(() -> {
            posix_spawn_file_actions_addclose(actions, 5);
            posix_spawn_file_actions_adddup2(actions, 1, 2);
            posix_spawn_file_actions_addopen(actions, 1, "/dev/null", Fcntl.O_WRONLY, 0);
            assertEquals(0, posix_spawn(pid, "/bin/true", actions, null, new String[] {"true"}, new String[0]));
            waitpid(pid[0], null, 0);
        });
        assertEquals(List.of("posix_spawn([" + pid[0] + "], \"/bin/true\", [addclose(5), adddup2(1, 2), "
                + "addopen(1, \"/dev/null\", O_WRONLY, 000)], POINTER, [\"true\"], POINTER /* 0 vars */) = 0",
                "waitpid(" + pid[0] + ", NULL, 0) = " + pid[0]),
                lines.stream().map(line -> line.replaceAll(POINTER, "POINTER")).toList());
    }

    @Test
    void longDataAndLongArraysAreCut() {

        String cut = lines(() -> Poll.poll(pollfds(33), 33, 0)).get(0);
        assertTrue(cut.contains("{fd=-1}, ...], 33, 0) = "), cut);
        String whole = lines(() -> Poll.poll(pollfds(32), 32, 0)).get(0);
        assertTrue(whole.contains("{fd=-1}], 32, 0) = "), whole);
        assertEquals(List.of("write(-1, \"" + "x".repeat(32) + "\"..., 33) = -1 EBADF (Bad file descriptor)"),
                lines(() -> write(-1, "x".repeat(33), 33)));
    }

    private static Poll.pollfd[] pollfds(int n) {
        Poll.pollfd[] fds = Poll.pollfd.array(n);
        for (Poll.pollfd fd : fds) {
            fd.fd = -1;
        }
        return fds;
    }

    // When, and where to

    @Test
    void isOnFromOnToOff() {
        close(-1);
        Trace.on();
        close(-2);
        Trace.on();
        close(-3);
        Trace.off();
        close(-4);
        Trace.off();
        assertEquals(List.of("close(-2) = -1 EBADF (Bad file descriptor)", "close(-3) = -1 EBADF (Bad file descriptor)"),
                lines());
    }

    @Test
    void goesWhereItIsTold() throws Exception {
        Path file = dir.resolve("trace");
        Files.writeString(file, "old");
        Trace.to(file);
        Trace.on();
        close(-1);
        assertEquals("close(-1) = -1 EBADF (Bad file descriptor)\n", Files.readString(file));
        PrintStream before = System.err;
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            Trace.to((PrintStream) null);
            close(-2);
        } finally {
            System.setErr(before);
        }
        assertEquals(List.of("close(-2) = -1 EBADF (Bad file descriptor)"), lines());
        assertEquals(1, Files.readAllLines(file).size());
        assertThrows(IOException.class, () -> Trace.to(dir.resolve("no/such")));
    }

    @Test
    void showsWhatItIsTold() {
        Trace.show("time", "duration", "thread");
        String line = lines(() -> close(-1)).get(0);
        assertTrue(line.matches("\\[" + Thread.currentThread().getName() + "] \\d\\d:\\d\\d:\\d\\d\\.\\d{6} "
                + "close\\(-1\\) = -1 EBADF \\(Bad file descriptor\\) <\\d+\\.\\d{6}>"), line);
        Trace.show("duration");
        line = lines(() -> close(-1)).get(0);
        assertTrue(line.matches("close\\(-1\\) = -1 EBADF \\(Bad file descriptor\\) <0\\.\\d{6}>"), line);
        assertThrows(IllegalArgumentException.class, () -> Trace.show("color"));
    }

    @Test
    void needsNoCode() throws Exception {
        String line = "write(-1, \"mark the record\", 15) = -1 EBADF (Bad file descriptor)";
        Path file = dir.resolve("trace");
        assertEquals(List.of(line), run(Map.of(), "-Dlibc.trace=true"));
        assertEquals(List.of(line), run(Map.of("LIBC_TRACE", "1")));
        assertEquals(List.of(), run(Map.of()));
        assertEquals(List.of(), run(Map.of("LIBC_TRACE", "1"), "-Dlibc.trace=false"));
        assertEquals(List.of(), run(Map.of("LIBC_TRACE", file.toString())));
        assertEquals(List.of(line), Files.readAllLines(file));
        assertEquals(List.of(), run(Map.of(), "-Dlibc.trace=" + file, "-Dlibc.trace.show=thread"));
        assertEquals(List.of("[main] " + line), Files.readAllLines(file));
        String error = String.join("\n", run(Map.of(), "-Dlibc.trace=/no/such/file"));
        assertTrue(error.contains("java.nio.file.NoSuchFileException: /no/such/file"), error);
    }

    /** Makes one call. */
    static final class OneCall {

        private OneCall() {}

        /** Needs nothing. */
        public static void main(String[] args) {
            write(-1, TraceCalls.MARK, TraceCalls.MARK.length());
        }
    }

    private List<String> run(Map<String, String> environment, String... flags) throws Exception {
        List<String> command = new ArrayList<>(Sockets.java(OneCall.class));
        command.addAll(1, List.of(flags));
        Path output = Files.createTempFile(dir, "output", null);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        assertTrue(Needs.ends(builder.start()));
        return Files.readAllLines(output);
    }

    // Calls are what they are without it

    @Test
    void errnoAndDataAreThoseOfTheCall() throws Exception {
        int[] sv = sockets.pair(SOCK_STREAM);
        byte[] buf = new byte[2000];
        byte[] sent = new byte[2000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) i;
        }
        Trace.on();
        for (int i = 0; i < 50; i++) {
            assertEquals(-1, recv(sv[0], buf, buf.length, MSG_DONTWAIT));
            assertEquals(EAGAIN, errno());
            assertEquals(sent.length, send(sv[1], sent, sent.length, 0));
            assertEquals(EAGAIN, errno());
            iovec[] iov = {new iovec(new byte[500], 500), new iovec(ByteBuffer.allocateDirect(500), 500),
                new iovec(buf, 1000)};
            msghdr msg = new msghdr(null, 0, iov, 3, new byte[100], 100, 0);
            assertEquals(sent.length, recvmsg(sv[0], msg, 0));
            assertArrayEquals(Arrays.copyOf(sent, 500), (byte[]) iov[0].iov_base);
            assertEquals(ByteBuffer.wrap(sent, 500, 500), ((ByteBuffer) iov[1].iov_base).flip());
            assertArrayEquals(Arrays.copyOfRange(sent, 1000, 2000), Arrays.copyOf(buf, 1000));
            assertEquals("127.0.0.1", inet_ntoa(new in_addr(0x100007f)));
            assertEquals("lo", if_indextoname(1, buf));
            assertEquals(-1, close(-1));
            assertEquals(EBADF, errno());
            assertThrows(ErrnoException.class, () -> check(close(-1)));
        }
        Trace.off();
        assertEquals(50 * 7, lines().size());
    }

    @Test
    void linesOfThreadsDoNotMix() throws Exception {
        int threads = 4;
        int calls = 200;
        Trace.on();
        List<Thread> all = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < threads; t++) {
            boolean closes = t % 2 == 0;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < calls; i++) {
                    assertEquals(-1, closes ? close(-1) : socket(-1, SOCK_STREAM, 0));
                    assertEquals(closes ? EBADF : Errno.EAFNOSUPPORT, errno());
                }
            });
            thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure));
            thread.start();
            all.add(thread);
        }
        for (Thread thread : all) {
            thread.join();
        }
        Trace.off();
        assertEquals(List.of(), failures);
        Map<String, Integer> lines = new TreeMap<>();
        lines().forEach(line -> lines.merge(line, 1, Integer::sum));
        assertEquals(Map.of("close(-1) = -1 EBADF (Bad file descriptor)", threads / 2 * calls,
                "socket(0xffffffff, SOCK_STREAM, 0) = -1 EAFNOSUPPORT (Address family not supported by protocol)",
                threads / 2 * calls), lines);
    }

    /** What a call throws it throws still, and what cannot be printed is no reason for it to fail. */
    @Test
    void whatIsRefusedIsRefusedStill() {
        Trace.on();
        assertThrows(IndexOutOfBoundsException.class, () -> send(-1, new byte[1], 2, 0));
        assertEquals(-1, connect(-1, loopback(1), -5));
        assertEquals(-1, recv(-1, ROOM, 0, 0));
        Trace.off();
        assertEquals(List.of("connect(-1, POINTER, -5) = -1 EBADF (Bad file descriptor)",
                "recv(-1, POINTER, 0, 0) = -1 EBADF (Bad file descriptor)"), lines());
    }
}

package libc.internal.trace;

import static libc.bits.Fcntl.O_CREAT;
import static libc.bits.Fcntl.O_DIRECTORY;
import static libc.bits.Fcntl.O_TMPFILE;
import static libc.bits.Socket.AF_INET6;
import static libc.internal.trace.Buffers.INT_OUT;
import static libc.internal.trace.Buffers.LONG_OUT;
import static libc.internal.trace.Buffers.OFFSET;
import static libc.internal.trace.Buffers.PAIR_OUT;
import static libc.internal.trace.Buffers.STRING;
import static libc.internal.trace.Buffers.STRING_OUT;
import static libc.internal.trace.Messages.MESSAGE;
import static libc.internal.trace.Messages.MESSAGES;
import static libc.internal.trace.Messages.MESSAGES_OUT;
import static libc.internal.trace.Messages.MESSAGE_OUT;
import static libc.internal.trace.Messages.vector;
import static libc.internal.trace.Messages.vectorOut;
import static libc.internal.trace.Numbers.HEX;
import static libc.internal.trace.Numbers.ID;
import static libc.internal.trace.Numbers.INT;
import static libc.internal.trace.Numbers.MODE;
import static libc.internal.trace.Numbers.OPENED;
import static libc.internal.trace.Numbers.PORT;
import static libc.internal.trace.Numbers.PROTOCOL;
import static libc.internal.trace.Numbers.SIGNAL;
import static libc.internal.trace.Numbers.SIZE;
import static libc.internal.trace.Numbers.UNSIGNED;
import static libc.internal.trace.Numbers.named;
import static libc.internal.trace.SocketAddresses.LENGTH;
import static libc.internal.trace.Spawning.ARGUMENTS;
import static libc.internal.trace.Spawning.ENVIRONMENT;
import static libc.internal.trace.Spawning.SIGNALS;
import static libc.internal.trace.Spawning.SIGNALS_OUT;
import static libc.sys.Resource.RLIM_INFINITY;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import libc.Names;
import libc.Sched.sched_param;
import libc.Time.itimerspec;
import libc.internal.Addresses;
import libc.internal.Entries;
import libc.internal.memory.Pointers;
import libc.netinet.In.sockaddr_in;
import libc.sys.Resource.rlimit;
import libc.sys.Stat.stat;
import libc.sys.Types.timespec;
import libc.sys.Types.timeval;

/** How each function is printed, header by header. */
final class Table {

    private static final int ETHER = 6;
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;
    private static final int KIBI = 1024;

    private static final Argument FD = INT;
    private static final Argument ADDRESS = Argument.in((call, i) -> call.pointer(i));
    private static final Argument IN_ADDR = Numbers.number(Table::address);
    private static final Argument IN_ADDR_OUT =
            Argument.outMemory((call, memory) -> "[" + address(memory.getInt(0)) + "]");
    private static final Argument MAC = Argument.inMemory((call, memory) -> mac(Text.bytes(memory.limit(ETHER))));
    private static final Argument MAC_OUT = Argument.outMemory((call, memory) -> mac(Text.bytes(memory.limit(ETHER))));
    private static final Argument TIMESPEC = Structs.in(timespec::new);
    private static final Argument TIMEVAL = Structs.in(timeval::new);
    private static final Argument OPEN_MODE = Argument.in((call, i) ->
            (call.number(i - 1) & (O_CREAT | O_TMPFILE & ~O_DIRECTORY)) == 0
                    ? null : Numbers.mode(call.number(i)));

    private static final Argument BINARY = Argument.in((call, i) -> call.memory(i) == null ? "NULL"
            : Text.data(call.memory(i), call.number(0) == AF_INET6 ? IPV6 : IPV4));
    private static final Argument BINARY_OUT = Argument.out((call, i) -> call.failed() ? call.pointer(i)
            : Text.data(call.memory(i), call.number(0) == AF_INET6 ? IPV6 : IPV4));
    private static final Argument NETWORK = Argument.in((call, i) -> call.memory(i) == null ? "NULL"
            : Text.data(call.memory(i), (call.number(i + 1) + Byte.SIZE - 1) / Byte.SIZE));
    private static final Argument TIMER = Structs.in(itimerspec::new);
    private static final Argument TIMER_OUT = Structs.out(itimerspec::new);
    private static final Argument STAT_OUT = Argument.outMemory((call, memory) -> file(new stat(memory)));
    private static final Argument LIMIT = Argument.inMemory((call, memory) -> limits(new rlimit(memory)));
    private static final Argument LIMIT_OUT = Argument.outMemory((call, memory) -> limits(new rlimit(memory)));

    private static final Result ID_ANSWER = Result.plain(call -> Integer.toUnsignedString((int) call.result()));
    private static final Result HEX_ANSWER = Result.plain(call -> "%#x".formatted((int) call.result()));
    private static final Result HOST = Result.looked(Entries::host);
    private static final Result SERVICE = Result.looked(Entries::service);
    private static final Result PROTOCOL_ANSWER = Result.looked(Entries::protocol);
    private static final Result NETWORK_ANSWER = Result.looked(Entries::network);
    private static final Result HANDLER_ANSWER = Result.number(call -> handler(call.result())).wide();
    private static final Result IN_ADDR_ANSWER = Result.plain(call -> address((int) call.result()));

    private static final Map<String, Row> ROWS = new HashMap<>();

    private Table() {}

    /** How a function is printed; null if it is not. */
    static Row row(String function) {
        return ROWS.get(function);
    }

    /** The functions that are printed. */
    static Set<String> functions() {
        return ROWS.keySet();
    }

    private static void on(String function, Argument... arguments) {
        on(Result.NUMBER, function, arguments);
    }

    private static void on(Result result, String function, Argument... arguments) {
        ROWS.put(function, new Row(List.of(arguments), result));
    }

    private static String address(long address) {
        return "inet_addr(\"" + Addresses.ipv4((int) address) + "\")";
    }

    private static String handler(long handler) {
        return handler == 0 ? "SIG_DFL" : handler == 1 ? "SIG_IGN" : Text.pointer(handler);
    }

    /** A file by what matters most, as strace does. */
    private static String file(stat stat) {
        return "{st_mode=" + Names.of("S_", stat.st_mode) + ", st_size=" + stat.st_size + ", ...}";
    }

    private static String limits(rlimit limit) {
        return "{rlim_cur=" + limit(limit.rlim_cur) + ", rlim_max=" + limit(limit.rlim_max) + "}";
    }

    private static String limit(long limit) {
        return limit == RLIM_INFINITY ? "RLIM_INFINITY" : limit > KIBI && limit % KIBI == 0 ? limit / KIBI + "*" + KIBI
                : Long.toUnsignedString(limit);
    }

    private static String mac(byte[] address) {
        return HexFormat.ofDelimiter(":").formatHex(address);
    }

    /** Sockets, descriptors, addresses. */
    private static void sockets() {
        on("socket", named("AF_"), named("SOCK_"), PROTOCOL);
        on("socketpair", named("AF_"), named("SOCK_"), INT, PAIR_OUT);
        on("bind", FD, SocketAddresses.in(2), INT);
        on("listen", FD, INT);
        on("accept", FD, SocketAddresses.out(2), LENGTH);
        on("accept4", FD, SocketAddresses.out(2), LENGTH, named("SOCK_"));
        on("connect", FD, SocketAddresses.in(2), INT);
        on("getsockname", FD, SocketAddresses.out(2), LENGTH);
        on("getpeername", FD, SocketAddresses.out(2), LENGTH);
        on("getsockopt", FD, OptionValues.LEVEL, OptionValues.NAME, OptionValues.VALUE_OUT, LENGTH);
        on("setsockopt", FD, OptionValues.LEVEL, OptionValues.NAME, OptionValues.VALUE, INT);
        on("shutdown", FD, named("SHUT_"));
        on("send", FD, Buffers.in(2), SIZE, named("MSG_"));
        on("sendto", FD, Buffers.in(2), SIZE, named("MSG_"), SocketAddresses.in(5), INT);
        on("recv", FD, Buffers.out(2), SIZE, named("MSG_"));
        on("recvfrom", FD, Buffers.out(2), SIZE, named("MSG_"), SocketAddresses.out(5), LENGTH);
        on("sendmsg", FD, MESSAGE, named("MSG_"));
        on("recvmsg", FD, MESSAGE_OUT, named("MSG_"));
        on("sendmmsg", FD, MESSAGES, UNSIGNED, named("MSG_"));
        on(Result.number(call -> call.result() + (call.memory(4) == null ? "" : " (left "
                + new timespec(call.memory(4)) + ")")),
                "recvmmsg", FD, MESSAGES_OUT, UNSIGNED, named("MSG_"), TIMESPEC);
        on("sockatmark", FD);
        on(Result.PLAIN, "isfdtype", FD, named("S_"));
        on("readv", FD, vectorOut(2), INT);
        on("writev", FD, vector(2), INT);
        on("preadv", FD, vectorOut(2), INT, INT);
        on("pwritev", FD, vector(2), INT, INT);
        on("preadv2", FD, vectorOut(2), INT, INT, named("RWF_"));
        on("pwritev2", FD, vector(2), INT, INT, named("RWF_"));
        on("read", FD, Buffers.out(2), SIZE);
        on("write", FD, Buffers.in(2), SIZE);
        on("close", FD);
        on("unlink", STRING);
        on(Result.PLAIN, "getpid");
        on(Result.PLAIN, "getppid");
        on(Result.PLAIN, "gettid");
        on(ID_ANSWER, "getuid");
        on(ID_ANSWER, "geteuid");
        on(ID_ANSWER, "getgid");
        on(ID_ANSWER, "getegid");
        on("dup", FD);
        on("dup2", FD, FD);
        on("dup3", FD, FD, OPENED);
        on("pipe", PAIR_OUT);
        on("pipe2", PAIR_OUT, OPENED);
        on("close_range", UNSIGNED, UNSIGNED, named("CLOSE_RANGE_"));
        on("chown", STRING, ID, ID);
        on("fchown", FD, ID, ID);
        on("readlink", STRING, Buffers.out(2), SIZE);
        on("gethostname", STRING_OUT, SIZE);
        on("sethostname", Buffers.in(1), SIZE);
        on("getdomainname", STRING_OUT, SIZE);
        on("setdomainname", Buffers.in(1), SIZE);
        on(Result.LONG, "sysconf", named("_SC_"));
        on(Commands.RESULT, "fcntl", FD, Commands.NAME, Commands.ARGUMENT);
        on("open", STRING, named("O_"), OPEN_MODE);
        on("splice", FD, OFFSET, FD, OFFSET, SIZE, named("SPLICE_F_"));
        on("tee", FD, FD, SIZE, named("SPLICE_F_"));
        on(Waiting.POLLED, "poll", Waiting.POLLFDS, SIZE, INT);
        on(Waiting.POLLED, "ppoll", Waiting.POLLFDS, SIZE, TIMESPEC, SIGNALS);
        on(Result.VALID, "inet_aton", STRING, IN_ADDR_OUT);
        on(HEX_ANSWER, "inet_addr", STRING);
        on(HEX_ANSWER, "inet_network", STRING);
        on(Result.STRING, "inet_ntoa", IN_ADDR);
        on(IN_ADDR_ANSWER, "inet_makeaddr", HEX, HEX);
        on(HEX_ANSWER, "inet_lnaof", IN_ADDR);
        on(HEX_ANSWER, "inet_netof", IN_ADDR);
        on(Result.STRING, "inet_ntop", named("AF_"), BINARY, STRING_OUT, UNSIGNED);
        on(Result.VALID, "inet_pton", named("AF_"), STRING, BINARY_OUT);
        on("inet_net_pton", named("AF_"), STRING, Buffers.filled(3), SIZE);
        on(Result.STRING, "inet_net_ntop", named("AF_"), NETWORK, INT, STRING_OUT, SIZE);
    }

    /** Names of hosts and services, interfaces. */
    private static void names() {
        on(Result.EAI, "getaddrinfo", STRING, STRING, Lookups.HINTS, Lookups.ADDRESSES_OUT);
        on(Result.EAI, "getnameinfo", SocketAddresses.in(1), UNSIGNED, Lookups.NAME_OUT, UNSIGNED, Lookups.NAME_OUT,
                UNSIGNED, named("NI_"));
        on(HOST, "gethostbyname", STRING);
        on(HOST, "gethostbyname2", STRING, named("AF_"));
        on(HOST, "gethostbyaddr", Buffers.in(1), UNSIGNED, named("AF_"));
        on(HOST, "gethostent");
        on(SERVICE, "getservbyname", STRING, STRING);
        on(SERVICE, "getservbyport", PORT, STRING);
        on(SERVICE, "getservent");
        on(PROTOCOL_ANSWER, "getprotobyname", STRING);
        on(PROTOCOL_ANSWER, "getprotobynumber", named("IPPROTO_"));
        on(PROTOCOL_ANSWER, "getprotoent");
        on(NETWORK_ANSWER, "getnetbyname", STRING);
        on(NETWORK_ANSWER, "getnetbyaddr", HEX, named("AF_"));
        on(NETWORK_ANSWER, "getnetent");
        for (String database : List.of("host", "serv", "proto", "net")) {
            on(Result.VOID, "set" + database + "ent", INT);
            on(Result.VOID, "end" + database + "ent");
        }
        on(Result.OR_0, "if_nametoindex", STRING);
        on(Result.STRING, "if_indextoname", UNSIGNED, STRING_OUT);
        on(Lookups.INTERFACE_NAMES, "if_nameindex");
        on("getifaddrs", Lookups.INTERFACES_OUT);
        on(Result.STRING, "ether_ntoa", MAC);
        on(Result.looked(address -> mac(Pointers.bytes(address, ETHER).array())), "ether_aton", STRING);
        on(Result.FOUND, "ether_ntohost", STRING_OUT, MAC);
        on(Result.FOUND, "ether_hostton", STRING, MAC_OUT);
        on(Result.FOUND, "ether_line", STRING, MAC_OUT, STRING_OUT);
        on("bindresvport", FD, Structs.in(sockaddr_in::new));
    }

    /** Waiting for descriptors, and files. */
    private static void files() {
        on(Waiting.SELECTED, "select", INT, Waiting.FD_SET, Waiting.FD_SET, Waiting.FD_SET, TIMEVAL);
        on(Waiting.PSELECTED, "pselect", INT, Waiting.FD_SET, Waiting.FD_SET, Waiting.FD_SET, TIMESPEC, SIGNALS);
        on("epoll_create", INT);
        on("epoll_create1", named("EPOLL_CLOEXEC"));
        on("epoll_ctl", FD, named("EPOLL_CTL_"), FD, Waiting.EVENT);
        on("epoll_wait", FD, Waiting.EVENTS_OUT, INT, INT);
        on("epoll_pwait", FD, Waiting.EVENTS_OUT, INT, INT, SIGNALS);
        on("epoll_pwait2", FD, Waiting.EVENTS_OUT, INT, TIMESPEC, SIGNALS);
        on("eventfd", UNSIGNED, named("EFD_"));
        on("eventfd_read", FD, LONG_OUT);
        on("eventfd_write", FD, SIZE);
        on("timerfd_create", named("CLOCK_"), named("TFD_"));
        on("timerfd_settime", FD, named("TFD_TIMER_"), TIMER, TIMER_OUT);
        on("timerfd_gettime", FD, TIMER_OUT);
        on("ioctl", FD, Requests.NAME, Requests.ARGUMENT);
        on("sendfile", FD, FD, OFFSET, SIZE);
        on("stat", STRING, STAT_OUT);
        on("fstat", FD, STAT_OUT);
        on("chmod", STRING, MODE);
        on("fchmod", FD, MODE);
        on(Result.plain(call -> Numbers.mode(call.result())), "umask", MODE);
        on("memfd_create", STRING, named("MFD_"));
    }

    /** Processes, signals, limits, namespaces, clocks. */
    private static void processes() {
        for (String spawn : List.of("posix_spawn", "posix_spawnp")) {
            on(Result.ERROR, spawn, INT_OUT, STRING, FileActions.ALL, ADDRESS, ARGUMENTS, ENVIRONMENT);
        }
        String action = "posix_spawn_file_actions_";
        on(Result.ERROR, action + "init", ADDRESS);
        on(Result.ERROR, action + "destroy", ADDRESS);
        on(Result.ERROR, action + "addopen", ADDRESS, FD, STRING, named("O_"), MODE);
        on(Result.ERROR, action + "addclose", ADDRESS, FD);
        on(Result.ERROR, action + "adddup2", ADDRESS, FD, FD);
        on(Result.ERROR, action + "addchdir_np", ADDRESS, STRING);
        on(Result.ERROR, action + "addfchdir_np", ADDRESS, FD);
        on(Result.ERROR, action + "addclosefrom_np", ADDRESS, FD);
        on(Result.ERROR, action + "addtcsetpgrp_np", ADDRESS, FD);
        String attribute = "posix_spawnattr_";
        on(Result.ERROR, attribute + "init", ADDRESS);
        on(Result.ERROR, attribute + "destroy", ADDRESS);
        on(Result.ERROR, attribute + "getflags", ADDRESS, Argument.outMemory((call, memory) ->
                "[" + Names.of("POSIX_SPAWN_", memory.getShort(0)) + "]"));
        on(Result.ERROR, attribute + "setflags", ADDRESS, named("POSIX_SPAWN_"));
        on(Result.ERROR, attribute + "getpgroup", ADDRESS, INT_OUT);
        on(Result.ERROR, attribute + "setpgroup", ADDRESS, INT);
        on(Result.ERROR, attribute + "getsigdefault", ADDRESS, SIGNALS_OUT);
        on(Result.ERROR, attribute + "setsigdefault", ADDRESS, SIGNALS);
        on(Result.ERROR, attribute + "getsigmask", ADDRESS, SIGNALS_OUT);
        on(Result.ERROR, attribute + "setsigmask", ADDRESS, SIGNALS);
        on(Result.ERROR, attribute + "getschedparam", ADDRESS, Structs.out(sched_param::new));
        on(Result.ERROR, attribute + "setschedparam", ADDRESS, Structs.in(sched_param::new));
        on(Result.ERROR, attribute + "getschedpolicy", ADDRESS,
                Argument.outMemory((call, memory) -> "[" + Names.of("SCHED_", memory.getInt(0)) + "]"));
        on(Result.ERROR, attribute + "setschedpolicy", ADDRESS, named("SCHED_"));
        on("waitpid", INT, Waiting.STATUS_OUT, named("WNOHANG"));
        on("kill", INT, SIGNAL);
        on(HANDLER_ANSWER, "signal", SIGNAL, Numbers.number(Table::handler));
        on("sigemptyset", SIGNALS_OUT);
        on("sigfillset", SIGNALS_OUT);
        on("sigaddset", SIGNALS_OUT, SIGNAL);
        on("sigdelset", SIGNALS_OUT, SIGNAL);
        on("sigismember", SIGNALS, SIGNAL);
        on("pidfd_open", INT, named("PIDFD_"));
        on("pidfd_getfd", FD, FD, HEX);
        on("pidfd_send_signal", FD, SIGNAL, ADDRESS, HEX);
        on("setns", FD, named("CLONE_"));
        on("unshare", named("CLONE_"));
        on("getrlimit", named("RLIMIT_"), LIMIT_OUT);
        on("setrlimit", named("RLIMIT_"), LIMIT);
        on("prlimit", INT, named("RLIMIT_"), LIMIT, LIMIT_OUT);
        on("clock_gettime", named("CLOCK_"), Structs.out(timespec::new));
    }

    /** What the library calls for itself: it copies what C points to, and frees it. */
    static final List<String> UNSEEN = List.of("strlen", "__h_errno_location", "gai_strerror", "freeaddrinfo", "freeifaddrs",
            "if_freenameindex");

    static {
        sockets();
        names();
        files();
        processes();
    }
}

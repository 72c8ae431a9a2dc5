package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static libc.Errno.check;
import static libc.Fcntl.F_DUPFD;
import static libc.Fcntl.F_DUPFD_CLOEXEC;
import static libc.Fcntl.F_GETFL;
import static libc.Fcntl.F_NOTIFY;
import static libc.Fcntl.F_SETFL;
import static libc.Fcntl.F_SETLEASE;
import static libc.Fcntl.F_SETOWN;
import static libc.Fcntl.F_SETOWN_EX;
import static libc.Fcntl.F_SETSIG;
import static libc.Fcntl.O_NONBLOCK;
import static libc.Fcntl.fcntl;
import static libc.Sockets.bound;
import static libc.Sockets.listening;
import static libc.Sockets.un;
import static libc.arpa.Inet.INADDR_LOOPBACK;
import static libc.arpa.Inet.htonl;
import static libc.arpa.Inet.in6addr_loopback;
import static libc.linux.Sockios.SIOCETHTOOL;
import static libc.linux.Sockios.SIOCGSKNS;
import static libc.linux.Sockios.SIOCGSTAMP;
import static libc.linux.Sockios.SIOCOUTQ;
import static libc.sys.Epoll.EPOLL_CLOEXEC;
import static libc.sys.Epoll.epoll_create1;
import static libc.sys.Eventfd.EFD_NONBLOCK;
import static libc.sys.Eventfd.eventfd;
import static libc.sys.Ioctl.FIOCLEX;
import static libc.sys.Ioctl.FIONBIO;
import static libc.sys.Ioctl.FIONREAD;
import static libc.sys.Ioctl.FIOQSIZE;
import static libc.sys.Ioctl.SIOCADDRT;
import static libc.sys.Ioctl.SIOCGIFADDR;
import static libc.sys.Ioctl.SIOCGIFCONF;
import static libc.sys.Mman.memfd_create;
import static libc.sys.Socket.*;
import static libc.sys.Timerfd.CLOCK_MONOTONIC;
import static libc.sys.Timerfd.TFD_NONBLOCK;
import static libc.sys.Timerfd.timerfd_create;
import static libc.sys.Wait.WNOHANG;
import static libc.sys.Wait.waitpid;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import libc.Ifaddrs.ifaddrs;
import libc.Netdb.addrinfo;
import libc.Poll.pollfd;
import libc.Spawn.posix_spawn_file_actions_t;
import libc.Spawn.posix_spawnattr_t;
import libc.internal.Options;
import libc.internal.call.Native;
import libc.internal.memory.Guards;
import libc.linux.Filter.sock_filter;
import libc.linux.Filter.sock_fprog;
import libc.net.Ethernet.ether_addr;
import libc.net.If.if_nameindex;
import libc.net.If.ifconf;
import libc.net.If.ifreq;
import libc.netinet.In.in6_addr;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.netinet.Tcp.tcp_info;
import libc.sys.Epoll.epoll_event;
import libc.sys.Select.fd_set;
import libc.sys.Un.sockaddr_un;

/**
 * Calls every function with nasty arguments, for a JVM of its own: {@code Fuzz SEED CALLS FILE [guarded]}. What it calls
 * is in the file before it is called, so that the last call of a JVM that crashed can be read there.
 *
 * <p>Descriptors are those that it has made itself, nonblocking; no file outside the working directory, no process
 * but its children and no address but loopback can be reached.
 */
final class Fuzz {

    /** Headers whose functions do nothing but to memory: any int will do for them. */
    private static final Set<Class<?>> HARMLESS = Set.of(libc.sys.Types.class, libc.sys.Un.class,
            libc.bits.Socket.class, libc.arpa.Inet.class, libc.netinet.In.class, Byteswap.class, Endian.class, Errno.class,
            Stdio.class, Strings.class, libc.linux.Errqueue.class, libc.linux.Filter.class, libc.linux.IfAddr.class,
            libc.linux.IfLink.class, libc.linux.Netlink.class, libc.linux.Rtnetlink.class, libc.linux.VmSockets.class,
            libc.net.Ethernet.class, libc.netinet.Icmp6.class, libc.netinet.Ip.class, libc.netinet.Ip6.class,
            libc.netinet.IpIcmp.class, libc.netpacket.Packet.class, Netdb.class, Ifaddrs.class, libc.net.If.class,
            libc.netinet.Ether.class);

    /** Functions that ask a name server for what is neither an address nor in /etc/hosts. */
    private static final Set<String> LOOK_UPS = Set.of("getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyname2",
            "gethostbyaddr");

    private static final Set<String> EXCLUDED = Set.of("exit",
            // What these do is not this process's alone, or takes from the JVM what it works with.
            "close_range", "kill", "prlimit", "setdomainname", "sethostname", "setrlimit", "signal", "unshare");

    /** What an int can be. */
    private enum Int { ANY, DESCRIPTOR, CLOSEABLE, LEVEL, OPTION, COMMAND, TIMEOUT }

    /**
     * What the ints of a function are, in their order; the last one stands for all that follow. A function that is not
     * here has to come from a header that is {@link #HARMLESS}, so that none is called before somebody has thought of
     * what it does to this machine.
     */
    private static final Map<String, List<Int>> INTS = Map.ofEntries(
            entry("accept", List.of(Int.DESCRIPTOR)),
            entry("atoi", List.of()),
            entry("bind", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("bindresvport", List.of(Int.DESCRIPTOR)),
            entry("close", List.of(Int.CLOSEABLE)),
            entry("connect", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("fcntl", List.of(Int.DESCRIPTOR, Int.COMMAND, Int.ANY)),
            entry("getenv", List.of()),
            entry("getpeername", List.of(Int.DESCRIPTOR)),
            entry("getpid", List.of()),
            entry("getppid", List.of()),
            entry("getsockname", List.of(Int.DESCRIPTOR)),
            entry("getsockopt", List.of(Int.DESCRIPTOR, Int.LEVEL, Int.OPTION)),
            entry("listen", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("poll", List.of(Int.ANY, Int.TIMEOUT)),
            entry("posix_spawn", List.of()),
            entry("posix_spawn_file_actions_addclose", List.of(Int.ANY)),
            entry("posix_spawn_file_actions_adddup2", List.of(Int.ANY)),
            entry("posix_spawn_file_actions_addopen", List.of(Int.ANY)),
            entry("posix_spawn_file_actions_destroy", List.of()),
            entry("posix_spawn_file_actions_init", List.of()),
            entry("posix_spawnattr_destroy", List.of()),
            entry("posix_spawnattr_init", List.of()),
            entry("posix_spawnattr_setflags", List.of(Int.ANY)),
            entry("posix_spawnattr_setpgroup", List.of(Int.ANY)),
            entry("posix_spawnp", List.of()),
            entry("preadv", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("preadv2", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("pwritev", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("pwritev2", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("read", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("readv", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("recv", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("recvfrom", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("recvmmsg", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("recvmsg", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("send", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("sendmmsg", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("sendmsg", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("sendto", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("setsockopt", List.of(Int.DESCRIPTOR, Int.LEVEL, Int.OPTION, Int.ANY)),
            entry("shutdown", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("socket", List.of(Int.ANY)),
            entry("socketpair", List.of(Int.ANY)),
            entry("strtol", List.of(Int.ANY)),
            entry("unlink", List.of()),
            entry("waitpid", List.of(Int.ANY)),
            entry("write", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("writev", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("FD_CLR", List.of(Int.ANY)),
            entry("FD_ISSET", List.of(Int.ANY)),
            entry("FD_SET", List.of(Int.ANY)),
            entry("FD_ZERO", List.of()),
            entry("S_ISBLK", List.of(Int.ANY)),
            entry("S_ISCHR", List.of(Int.ANY)),
            entry("S_ISDIR", List.of(Int.ANY)),
            entry("S_ISFIFO", List.of(Int.ANY)),
            entry("S_ISLNK", List.of(Int.ANY)),
            entry("S_ISREG", List.of(Int.ANY)),
            entry("S_ISSOCK", List.of(Int.ANY)),
            entry("accept4", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("chmod", List.of(Int.ANY)),
            entry("chown", List.of(Int.ANY)),
            entry("clock_gettime", List.of(Int.ANY)),
            entry("dup", List.of(Int.DESCRIPTOR)),
            entry("dup2", List.of(Int.DESCRIPTOR)),
            entry("dup3", List.of(Int.DESCRIPTOR, Int.DESCRIPTOR, Int.ANY)),
            entry("epoll_create", List.of(Int.ANY)),
            entry("epoll_create1", List.of(Int.ANY)),
            entry("epoll_ctl", List.of(Int.DESCRIPTOR, Int.ANY, Int.DESCRIPTOR)),
            entry("epoll_pwait", List.of(Int.DESCRIPTOR, Int.ANY, Int.TIMEOUT)),
            entry("epoll_pwait2", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("epoll_wait", List.of(Int.DESCRIPTOR, Int.ANY, Int.TIMEOUT)),
            entry("eventfd", List.of(Int.ANY)),
            entry("eventfd_read", List.of(Int.DESCRIPTOR)),
            entry("eventfd_write", List.of(Int.DESCRIPTOR)),
            entry("fchmod", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("fchown", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("fstat", List.of(Int.DESCRIPTOR)),
            entry("getdomainname", List.of(Int.ANY)),
            entry("getegid", List.of()),
            entry("geteuid", List.of()),
            entry("getgid", List.of()),
            entry("gethostname", List.of(Int.ANY)),
            entry("getrlimit", List.of(Int.ANY)),
            entry("gettid", List.of()),
            entry("getuid", List.of()),
            entry("ioctl", List.of(Int.DESCRIPTOR)),
            entry("isfdtype", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("memfd_create", List.of(Int.ANY)),
            entry("open", List.of(Int.ANY)),
            entry("pidfd_getfd", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("pidfd_open", List.of(Int.ANY)),
            entry("pidfd_send_signal", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("pipe", List.of()),
            entry("pipe2", List.of(Int.ANY)),
            entry("posix_spawn_file_actions_addchdir_np", List.of()),
            entry("posix_spawn_file_actions_addclosefrom_np", List.of(Int.ANY)),
            entry("posix_spawn_file_actions_addfchdir_np", List.of(Int.ANY)),
            entry("posix_spawn_file_actions_addtcsetpgrp_np", List.of(Int.ANY)),
            entry("posix_spawnattr_getflags", List.of()),
            entry("posix_spawnattr_getpgroup", List.of()),
            entry("posix_spawnattr_getschedparam", List.of()),
            entry("posix_spawnattr_getschedpolicy", List.of()),
            entry("posix_spawnattr_getsigdefault", List.of()),
            entry("posix_spawnattr_getsigmask", List.of()),
            entry("posix_spawnattr_setschedparam", List.of()),
            entry("posix_spawnattr_setschedpolicy", List.of(Int.ANY)),
            entry("posix_spawnattr_setsigdefault", List.of()),
            entry("posix_spawnattr_setsigmask", List.of()),
            entry("ppoll", List.of(Int.ANY)),
            entry("pselect", List.of(Int.ANY)),
            entry("readlink", List.of(Int.ANY)),
            entry("select", List.of(Int.ANY)),
            entry("sendfile", List.of(Int.DESCRIPTOR)),
            entry("setns", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("sigaddset", List.of(Int.ANY)),
            entry("sigdelset", List.of(Int.ANY)),
            entry("sigemptyset", List.of()),
            entry("sigfillset", List.of()),
            entry("sigismember", List.of(Int.ANY)),
            entry("sockatmark", List.of(Int.DESCRIPTOR)),
            entry("splice", List.of(Int.DESCRIPTOR, Int.DESCRIPTOR, Int.ANY)),
            entry("stat", List.of()),
            entry("sysconf", List.of(Int.ANY)),
            entry("tee", List.of(Int.DESCRIPTOR, Int.DESCRIPTOR, Int.ANY)),
            entry("timerfd_create", List.of(Int.ANY)),
            entry("timerfd_gettime", List.of(Int.DESCRIPTOR)),
            entry("timerfd_settime", List.of(Int.DESCRIPTOR, Int.ANY)),
            entry("umask", List.of(Int.ANY)),
            entry("WCOREDUMP", List.of(Int.ANY)),
            entry("WEXITSTATUS", List.of(Int.ANY)),
            entry("WIFCONTINUED", List.of(Int.ANY)),
            entry("WIFEXITED", List.of(Int.ANY)),
            entry("WIFSIGNALED", List.of(Int.ANY)),
            entry("WIFSTOPPED", List.of(Int.ANY)),
            entry("WSTOPSIG", List.of(Int.ANY)),
            entry("WTERMSIG", List.of(Int.ANY)));

    /** Commands by which signals could come. */
    private static final Set<Integer> SIGNALLING = Set.of(F_SETOWN, F_SETOWN_EX, F_SETSIG, F_SETLEASE, F_NOTIFY);

    private static final int[] NASTY = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -65536, -4096, -9, -1, 0, 1, 2, 3, 4,
        7, 8, 15, 16, 28, 64, 110, 127, 128, 129, 255, 256, 1024, 1025, 4096, 65535, 65536, 65537, 1 << 20,
        Integer.MAX_VALUE / 8, Integer.MAX_VALUE / 8 + 1, Integer.MAX_VALUE - 8, Integer.MAX_VALUE - 1,
        Integer.MAX_VALUE};

    /** Options of the kernel's firewall begin here. */
    private static final int OPTIONS = 64;

    private static final int REFRESHED = 500;

    private final Random random;
    private final FileChannel file;
    private final boolean guarded;
    private final ByteBuffer record = ByteBuffer.allocate(4096);
    /** The buffers of a call, and from where on it may not write to each. */
    private final Map<Guarded, Integer> guards = new HashMap<>();
    private final List<Integer> descriptors = new ArrayList<>();
    private final Set<String> answered = new TreeSet<>();
    private Sockets sockets;
    private sockaddr_in listener;

    private Fuzz(long seed, FileChannel file, boolean guarded) {
        random = new Random(seed);
        this.file = file;
        this.guarded = guarded;
    }

    public static void main(String[] args) throws Exception {
        boolean guarded = args.length > 3;
        if (guarded) {
            Guards.install();
        }
        PrintStream report = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        PrintStream errors = System.err;
        System.setErr(System.out);
        try (FileChannel file = FileChannel.open(Path.of(args[2]), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            Fuzz fuzz = new Fuzz(Long.parseLong(args[0]), file, guarded);
            fuzz.run(Integer.parseInt(args[1]));
            report.println(Native.backend() + ": " + args[1] + " calls");
        } catch (Throwable e) {
            System.setErr(errors);
            throw e;
        }
    }

    private void run(int calls) throws Exception {
        List<Method> functions = functions();
        for (int i = 0; i < calls; i++) {
            if (i % REFRESHED == 0) {
                refresh();
            }
            // Each is called with nothing but null first.
            call(i < functions.size() ? functions.get(i) : functions.get(random.nextInt(functions.size())),
                    i < functions.size());
        }
        Set<String> silent = new TreeSet<>();
        functions.forEach(function -> silent.add(signature(function)));
        silent.removeAll(answered);
        if (!silent.isEmpty()) {
            throw new AssertionError("these never answered, so more or other arguments are needed: " + silent);
        }
        reap();
    }

    private static List<Method> functions() throws IOException {
        List<Method> functions = new ArrayList<>();
        for (Class<?> header : HeadersIT.headers()) {
            Stream.of(header.getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
                    .filter(m -> !EXCLUDED.contains(m.getName()))
                    .forEach(functions::add);
        }
        functions.sort((a, b) -> signature(a).compareTo(signature(b)));
        for (Method function : functions) {
            if (!INTS.containsKey(function.getName()) && !HARMLESS.contains(function.getDeclaringClass())) {
                throw new AssertionError("say in Fuzz.INTS what the ints of " + function.getName() + " are");
            }
        }
        return functions;
    }

    private static String signature(Method function) {
        return function.getName() + Arrays.toString(function.getParameterTypes());
    }

    private void call(Method function, boolean nulls) throws Exception {
        Object[] arguments = arguments(function, nulls);
        record(signature(function) + " " + describe(arguments));
        Object answer = null;
        if (guarded) {
            Unistd.close(-1); // some functions fail and leave errno, C's own, as it was
        }
        try {
            answer = function.invoke(null, arguments);
            answered.add(signature(function));
        } catch (InvocationTargetException e) {
            if (!allowed(e.getCause())) {
                throw new AssertionError(signature(function) + " " + describe(arguments), e.getCause());
            }
        }
        guards.forEach(Guarded::assertUntouchedFrom);
        guards.clear();
        if (guarded) {
            checkGuarded(function, arguments, answer);
        }
        cleanUp(function.getName(), arguments, answer);
    }

    /** That nothing came out that no call has written, and that C found all memory that it was given. */
    private static void checkGuarded(Method function, Object[] arguments, Object answer) {
        String name = function.getName();
        if (!name.equals("memset") && (Guards.isIn(arguments) || Guards.isIn(answer))) {
            throw new AssertionError("what C has not written came out: " + signature(function) + " " + describe(arguments));
        }
        if (Errno.errno() == Errno.EFAULT && !mayFault(name, arguments)) {
            throw new AssertionError("EFAULT without a null: " + signature(function) + " " + describe(arguments));
        }
    }

    private static boolean mayFault(String name, Object[] arguments) {
        return hasNull(arguments) || switch (name) {
            case "errno" -> true;
            // A number in place of the memory that the command wants.
            case "fcntl", "ioctl" -> Arrays.stream(arguments).allMatch(Number.class::isInstance);
            // An address in the value, which is refused.
            case "getsockopt" -> Options.isPointedFromGet((int) arguments[1], (int) arguments[2]);
            case "setsockopt" -> Options.isPointedFromSet((int) arguments[1], (int) arguments[2]);
            default -> false;
        };
    }

    /** Whether a pointer is null where C may look at it. */
    private static boolean hasNull(Object memory) {
        if (memory instanceof Object[] all) {
            return Arrays.stream(all).anyMatch(Fuzz::hasNull);
        } else if (memory instanceof iovec v) {
            return v.iov_base == null;
        } else if (memory instanceof mmsghdr m) {
            return hasNull(m.msg_hdr);
        } else if (memory instanceof msghdr m) {
            return m.msg_control == null && m.msg_controllen != 0 || hasNull(m.msg_iov);
        } else if (memory instanceof ifreq r) {
            return r.ifr_data() == null;
        } else if (memory instanceof ifconf c) {
            return c.ifc_buf() == null && hasNull(c.ifc_req());
        } else if (memory instanceof sock_fprog f) {
            return f.filter == null;
        }
        return memory == null;
    }

    private static boolean allowed(Throwable thrown) {
        return thrown instanceof IndexOutOfBoundsException || thrown instanceof IllegalArgumentException
                || thrown instanceof ReadOnlyBufferException || thrown instanceof NullPointerException
                || thrown instanceof ErrnoException;
    }

    private void cleanUp(String function, Object[] arguments, Object answer) throws ErrnoException {
        switch (function) {
            case "socket", "accept", "accept4", "dup", "epoll_create", "epoll_create1", "eventfd", "memfd_create", "open",
                    "pidfd_open", "timerfd_create" -> close(answer);
            case "dup2", "dup3" -> {
                if (answer instanceof Integer fd && !descriptors.contains(fd)) {
                    close(answer);
                }
            }
            case "pipe", "pipe2" -> {
                if (answer instanceof Integer result && result == 0) {
                    close(((int[]) arguments[0])[0]);
                    close(((int[]) arguments[0])[1]);
                }
            }
            case "ioctl" -> {
                if ((long) arguments[1] == SIOCGSKNS) {
                    close(answer);
                }
            }
            case "fcntl" -> {
                if ((int) arguments[1] == F_DUPFD || (int) arguments[1] == F_DUPFD_CLOEXEC) {
                    close(answer);
                }
            }
            case "socketpair" -> {
                if (answer instanceof Integer result && result == 0) {
                    close(((int[]) arguments[3])[0]);
                    close(((int[]) arguments[3])[1]);
                }
            }
            case "posix_spawn", "posix_spawnp" -> reap();
            default -> { }
        }
    }

    private static void close(Object fd) throws ErrnoException {
        if (fd instanceof Integer open && open >= 0) {
            check(Unistd.close(open));
        }
    }

    private static void reap() {
        int child;
        do {
            child = waitpid(-1, null, WNOHANG);
        } while (child > 0);
    }

    private void record(String text) throws Exception {
        byte[] bytes = text.getBytes(UTF_8);
        record.clear().put(bytes, 0, Math.min(bytes.length, record.capacity() - 1)).put((byte) '\n').flip();
        file.write(record, 0);
        file.truncate(record.limit());
    }

    /** Fresh sockets, since what was done to those before may have left them deaf and dumb. */
    private void refresh() throws Exception {
        if (sockets != null) {
            for (int fd : descriptors) {
                // Neither -1 nor a file lingers, and those that cannot be set do not either.
                setsockopt(fd, SOL_SOCKET, SO_LINGER, new linger(0, 0), sizeof(linger.class));
            }
            sockets.close();
        }
        sockets = new Sockets();
        descriptors.clear();
        int listening = sockets.open(AF_INET, SOCK_STREAM);
        listener = listening(listening, 5);
        int udp = sockets.open(AF_INET, SOCK_DGRAM);
        sockaddr_in self = bound(udp);
        check(connect(udp, self, sizeof(self)));
        descriptors.addAll(List.of(listening, udp, sockets.open(AF_INET, SOCK_STREAM),
                sockets.open(AF_INET6, SOCK_STREAM), sockets.open(AF_INET6, SOCK_DGRAM),
                sockets.open(AF_UNIX, SOCK_STREAM),
                sockets.keep(memfd_create("file", 0)), // nobody else's: its mode and owner are changed too
                sockets.keep(epoll_create1(EPOLL_CLOEXEC)), sockets.keep(eventfd(1, EFD_NONBLOCK)),
                sockets.keep(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK))));
        int[] pipe = new int[2];
        check(Unistd.pipe(pipe));
        descriptors.addAll(List.of(sockets.keep(pipe[0]), sockets.keep(pipe[1])));
        for (int[] pair : List.of(sockets.tcp(), sockets.pair(SOCK_STREAM), sockets.pair(SOCK_DGRAM),
                sockets.pair(SOCK_SEQPACKET))) {
            descriptors.add(pair[0]);
            descriptors.add(pair[1]);
        }
    }

    private Object[] arguments(Method function, boolean nulls) throws Exception {
        List<Int> ints = INTS.getOrDefault(function.getName(), List.of(Int.ANY));
        Class<?>[] types = function.getParameterTypes();
        Object[] arguments = new Object[types.length];
        int n = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == int.class) {
                arguments[i] = anInt(ints.get(Math.min(n++, ints.size() - 1)));
            } else if (types[i] == long.class) {
                arguments[i] = function.getName().equals("ioctl") ? aRequest() : aLong();
            } else if (types[i] == timespec.class) { // null would be to wait without end
                arguments[i] = new timespec(oneOf(0L, 0L, -1L), oneOf(0L, 1000L, 1_000_000_000L));
            } else if (types[i] == timeval.class) {
                arguments[i] = new timeval(oneOf(0L, 0L, -1L), oneOf(0L, 1000L, 1_000_000L));
            } else if (nulls || random.nextInt(12) == 0) {
                arguments[i] = null;
            } else if (types[i] == String.class && function.getName().matches("posix_spawnp?")) {
                arguments[i] = oneOf("/bin/true", "true", "/nonexistent/program", "", "nul\0inside");
            } else if (types[i] == String.class && function.getName().equals("offsetof")) {
                arguments[i] = oneOf("l_linger", "l_onoff", "sa_data", aString());
            } else if (LOOK_UPS.contains(function.getName()) && (i == 0 || types[i] == String.class)) {
                arguments[i] = aLocal(types[i]);
            } else if (types[i] == Class.class && function.getName().equals("offsetof")) {
                arguments[i] = oneOf(linger.class, sockaddr.class, Struct.class, Large.class, Private.class);
            } else {
                arguments[i] = an(types[i]);
            }
        }
        return arguments;
    }

    private int anInt(Int kind) throws ErrnoException {
        return switch (kind) {
            case ANY -> random.nextInt(3) == 0 ? random.nextInt(40)
                    : random.nextInt(20) == 0 ? random.nextInt() : NASTY[random.nextInt(NASTY.length)];
            case DESCRIPTOR -> {
                int fd = random.nextInt(8) == 0 ? oneOf(-1, 9999, Integer.MAX_VALUE, Integer.MIN_VALUE)
                        : descriptors.get(random.nextInt(descriptors.size()));
                fcntl(fd, F_SETFL, Math.max(fcntl(fd, F_GETFL), 0) | O_NONBLOCK);
                yield fd;
            }
            case CLOSEABLE -> random.nextBoolean() ? oneOf(-1, 9999, Integer.MAX_VALUE, Integer.MIN_VALUE)
                    : check(fcntl(descriptors.get(0), F_DUPFD, 0));
            case LEVEL -> oneOf(SOL_SOCKET, libc.netinet.In.IPPROTO_IP, libc.netinet.In.IPPROTO_IPV6,
                    libc.netinet.In.IPPROTO_TCP, libc.netinet.In.IPPROTO_UDP, -1, 255, Integer.MAX_VALUE);
            case OPTION -> random.nextInt(10) == 0 ? oneOf(-1, Integer.MIN_VALUE, Integer.MAX_VALUE)
                    : random.nextInt(OPTIONS);
            case COMMAND -> {
                int command = random.nextBoolean() ? random.nextInt(20) : 1024 + random.nextInt(20);
                yield SIGNALLING.contains(command) ? oneOf(-1, Integer.MIN_VALUE, Integer.MAX_VALUE) : command;
            }
            case TIMEOUT -> random.nextInt(2);
        };
    }

    private long aRequest() {
        return oneOf((long) FIONREAD, (long) FIONBIO, (long) FIOQSIZE, (long) FIOCLEX, (long) SIOCATMARK, (long) SIOCOUTQ,
                (long) SIOCGSTAMP, (long) SIOCGIFADDR, (long) SIOCGIFCONF, (long) SIOCETHTOOL, (long) SIOCGSKNS,
                (long) SIOCADDRT, aLong());
    }

    private long aLong() {
        return random.nextInt(4) == 0 ? random.nextLong() : NASTY[random.nextInt(NASTY.length)];
    }

    private Object an(Class<?> type) throws Exception {
        if (type == String.class) {
            return aString();
        } else if (type == byte[].class) {
            byte[] bytes = new byte[aSize()];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == int[].class) {
            int[] ints = new int[random.nextInt(5) == 0 ? aSize() : random.nextInt(3)];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = anInt(Int.ANY);
            }
            return ints;
        } else if (type == long[].class) {
            return random.longs(aSize() / 8).toArray();
        } else if (type == ByteBuffer.class) {
            return aBuffer();
        } else if (type == Object.class) {
            return an(oneOf(String.class, byte[].class, int[].class, long[].class, ByteBuffer.class, Struct.class,
                    pollfd[].class, Class.class));
        } else if (type == Object[].class) {
            return new Object[] {anInt(Int.ANY) % 1000, an(Object.class), aLong()};
        } else if (type == String[].class) {
            return oneOf(new String[0], new String[1], new String[] {"x", null, "y"}, new String[] {aString()},
                    new String[] {"x", "A=B"}, new String[] {"x".repeat(200_000)});
        } else if (type == sockaddr.class) {
            return anAddress();
        } else if (type == Struct.class) {
            return random.nextInt(3) == 0 ? anAddress()
                    : oneOf(new linger(), new timeval(1, 2), anIfreq(), anIfconf(), new tcp_info(), new in_addr(),
                            new in6_addr(), new pollfd(), new Large(), new Changing(),
                            new sock_fprog(anInt(Int.ANY), random.nextBoolean() ? null : sock_filter.array(aSize())));
        } else if (type == Struct[].class) {
            return random.nextBoolean() ? an(pollfd[].class) : oneOf(linger.array(3), new linger[0], new Struct[2]);
        } else if (type == pollfd[].class) {
            pollfd[] fds = pollfd.array(random.nextInt(6));
            for (int i = 0; i < fds.length; i++) {
                fds[i] = random.nextInt(20) == 0 ? null : new pollfd(anInt(Int.DESCRIPTOR), anInt(Int.ANY), 0);
            }
            return fds;
        } else if (type == sockaddr_in.class) {
            return new sockaddr_in(listener);
        } else if (type == addrinfo.class) {
            return new addrinfo(anInt(Int.ANY), random.nextInt(12), random.nextInt(6), oneOf(0, 6, 17, 255), 16, listener,
                    "x", null);
        } else if (type == addrinfo[].class) {
            return oneOf(new addrinfo[0], new addrinfo[1], addrinfo.array(2));
        } else if (type == ifaddrs.class) {
            return new ifaddrs();
        } else if (type == ifaddrs[].class) {
            return oneOf(new ifaddrs[0], new ifaddrs[1], ifaddrs.array(2));
        } else if (type == if_nameindex[].class) {
            return oneOf(new if_nameindex[0], if_nameindex.array(2));
        } else if (type == ether_addr.class) {
            return new ether_addr(new byte[] {1, 2, 3, 4, 5, 6});
        } else if (type == in_addr.class) {
            return new in_addr(anInt(Int.ANY));
        } else if (type == sockaddr_un.class) {
            return un(oneOf("", "x", "\0x", "x".repeat(108)));
        } else if (type == Class.class) {
            return oneOf(int.class, double.class, linger.class, sockaddr.class, Struct.class, String.class,
                    Large.class, Private.class);
        } else if (type == Stdio.FILE.class) {
            return oneOf(Stdio.stdin, Stdio.stdout, Stdio.stderr);
        } else if (type == posix_spawn_file_actions_t.class) {
            return new posix_spawn_file_actions_t();
        } else if (type == posix_spawnattr_t.class) {
            return new posix_spawnattr_t();
        } else if (type == epoll_event[].class) {
            return random.nextBoolean() ? new epoll_event[random.nextInt(6)] : epoll_event.array(random.nextInt(6));
        } else if (type == iovec[].class) {
            return someMemory();
        } else if (type == msghdr.class) {
            return aMessage();
        } else if (type == mmsghdr[].class) {
            mmsghdr[] messages = mmsghdr.array(random.nextInt(6));
            for (mmsghdr message : messages) {
                message.msg_hdr.set(aMessage());
            }
            return messages;
        } else if (type == cmsghdr.class) {
            msghdr message = aMessage();
            message.msg_control = (byte[]) an(byte[].class);
            message.msg_controllen = message.msg_control.length;
            return CMSG_FIRSTHDR(message);
        } else if (type == fd_set.class) {
            fd_set set = new fd_set();
            random.nextBytes(set.fds_bits);
            return set;
        } else if (Struct.class.isAssignableFrom(type) && type != Struct.class) {
            return anyOf(type.asSubclass(Struct.class));
        }
        throw new AssertionError("say in Fuzz.an what a " + type + " can be");
    }

    /** A struct of random bytes. */
    private Struct anyOf(Class<? extends Struct> type) throws ReflectiveOperationException {
        Struct struct = type.getConstructor().newInstance();
        byte[] bytes = new byte[struct.size()];
        if (random.nextBoolean()) {
            random.nextBytes(bytes);
        }
        struct.unpack(ByteBuffer.wrap(bytes));
        return struct;
    }

    /** What is looked up without a name server: addresses, 127.0.0.1 in /etc/hosts, what cannot be a name. */
    private Object aLocal(Class<?> type) {
        if (type == String.class) {
            return oneOf("", "127.0.0.1", "::1", "1::%lo", "1::%nowhere", "nul\0inside", "\0", "9".repeat(400),
                    "x".repeat(64) + ".invalid", "80");
        } else if (type == byte[].class) {
            return oneOf(new byte[] {127, 0, 0, 1}, new byte[] {127, 0, 0}, new byte[0]);
        } else if (type == sockaddr.class) {
            return oneOf(listener, un("x".repeat(108)), un(""), new sockaddr(0x7777, new byte[14]), new LargeAddress());
        }
        return new in_addr(htonl(INADDR_LOOPBACK));
    }

    private int aSize() {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 1024 + random.nextInt(2);
            case 2 -> random.nextInt(100_000);
            default -> random.nextInt(64);
        };
    }

    private String aString() {
        return oneOf("", "x", "127.0.0.1", "0x7f.1", "::1", "1::%lo", "sock", "./x/../sock", "/nonexistent/x",
                "nul\0inside", "\0", "\ud800", "\u20ac\ud83d\ude00", "%s %d %5.3s|%-8x%%", "%n", "%*d", "%", "%q",
                "x".repeat(107), "x".repeat(255) + "/y", "x/".repeat(5000), "9".repeat(400), "reno", "lo");
    }

    private ByteBuffer aBuffer() {
        int size = aSize() % 2048;
        boolean readOnly = random.nextInt(4) == 0;
        Guarded guarded = random.nextBoolean() ? Guarded.direct(size) : Guarded.heap(size);
        guards.put(guarded, readOnly ? 0 : size);
        ByteBuffer buffer = random.nextBoolean() ? guarded.slice() : guarded.part();
        return (readOnly ? buffer.asReadOnlyBuffer() : buffer)
                .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private sockaddr anAddress() {
        return switch (random.nextInt(10)) {
            case 0 -> new sockaddr(AF_UNSPEC, new byte[14]);
            case 1 -> new sockaddr(0x7777, new byte[] {1, 2, 3});
            case 2 -> new sockaddr_storage(listener);
            case 3 -> new sockaddr_in6(AF_INET6, listener.sin_port, -1, in6addr_loopback, anyInterface());
            case 4 -> un(aRelativePath());
            case 5 -> un("\0" + aRelativePath());
            case 6 -> new sockaddr_storage();
            case 7 -> new LargeAddress();
            default -> new sockaddr_in(listener);
        };
    }

    private ifreq anIfreq() throws Exception {
        ifreq ifr = new ifreq();
        ifr.ifr_name[0] = 'l';
        ifr.ifr_name[1] = 'o';
        ifr.ifr_data(oneOf(null, new int[] {0x0a, 0}, new int[] {0x0a}, new int[] {0x03}, new byte[aSize()], new linger(),
                aBuffer(), new int[] {0x1b, 0, 1 << 30}));
        return ifr;
    }

    private ifconf anIfconf() {
        ifconf ifc = new ifconf();
        ifc.ifc_len = oneOf(-1, 0, 39, 40, 80, 4096, Integer.MAX_VALUE);
        if (random.nextBoolean()) {
            ifc.ifc_buf(random.nextBoolean() ? new byte[aSize()] : null);
        } else {
            ifc.ifc_req(random.nextBoolean() ? new ifreq[random.nextInt(4)] : ifreq.array(random.nextInt(4)));
        }
        return ifc;
    }

    private iovec[] someMemory() throws Exception {
        iovec[] iov = iovec.array(random.nextInt(20) == 0 ? 1025 : random.nextInt(5));
        for (iovec v : iov) {
            v.iov_base = random.nextInt(12) == 0 ? null
                    : an(oneOf(byte[].class, ByteBuffer.class, ByteBuffer.class, String.class, Struct.class, int[].class));
            v.iov_len = random.nextInt(6) == 0 ? anInt(Int.ANY) : random.nextInt(32);
        }
        return iov;
    }

    private msghdr aMessage() throws Exception {
        msghdr message = new msghdr();
        message.msg_name = random.nextBoolean() ? null : anAddress();
        message.msg_namelen = random.nextInt(4) == 0 ? anInt(Int.ANY) : 16;
        message.msg_iov = random.nextInt(6) == 0 ? null : someMemory();
        message.msg_iovlen = message.msg_iov == null || random.nextInt(6) == 0 ? anInt(Int.ANY) : message.msg_iov.length;
        message.msg_control = random.nextBoolean() ? null : (byte[]) an(byte[].class);
        message.msg_controllen =
                message.msg_control == null || random.nextInt(4) == 0 ? anInt(Int.ANY) : message.msg_control.length;
        message.msg_flags = anInt(Int.ANY);
        return message;
    }

    private int anyInterface() {
        return NASTY[random.nextInt(NASTY.length)];
    }

    private String aRelativePath() {
        return oneOf("", "s1", "s2", "no/such/s3", "x".repeat(107));
    }

    @SafeVarargs
    private <T> T oneOf(T... of) {
        return of[random.nextInt(of.length)];
    }

    private static String describe(Object[] arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            String text = argument != null && argument.getClass().isArray()
                    ? argument.getClass().getComponentType().getSimpleName() + "[" + Array.getLength(argument) + "]"
                    : argument instanceof Struct ? argument.getClass().getSimpleName() : String.valueOf(argument);
            texts.add(text.length() > 100 ? text.substring(0, 100) + "..." + text.length() : text);
        }
        return texts.toString().replace("\0", "\\0");
    }

    /** A struct of the user's own, of more than fits where structs usually go. */
    public static final class Large extends Struct {

        public final byte[] bytes = new byte[100_000];

        @Override
        protected void fields(Fields f) {
            f.bytes("bytes", bytes);
        }
    }

    /** An address of the user's own, larger than any that there is. */
    public static final class LargeAddress extends sockaddr {

        public final byte[] bytes = new byte[1000];

        @Override
        protected void fields(Fields f) {
            f.bytes("bytes", bytes);
        }
    }

    /** A struct that is never as large as it was measured. */
    public static final class Changing extends Struct {

        private static int walks;

        @Override
        protected void fields(Fields f) {
            f.bytes("bytes", new byte[(walks++ + 64) % 3000]);
        }
    }

    /** A struct that nobody but its own class can make. */
    private static final class Private extends Struct {

        private Private() {}

        @Override
        protected void fields(Fields f) {
            f.int32("x", 0);
        }
    }
}

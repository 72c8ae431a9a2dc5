package libc;

import static libc.Errno.*;
import static libc.Netdb.*;
import static libc.Poll.poll;
import static libc.Poll.ppoll;
import static libc.Spawn.posix_spawn;
import static libc.Unistd.environ;
import static libc.linux.Sockios.SIOCETHTOOL;
import static libc.linux.Sockios.SIOCGIFCONF;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.TCP_ZEROCOPY_RECEIVE;
import static libc.sys.Epoll.*;
import static libc.sys.Ioctl.ioctl;
import static libc.sys.Select.select;
import static libc.sys.Uio.*;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import libc.Poll.pollfd;
import libc.linux.Filter.sock_filter;
import libc.linux.Filter.sock_fprog;
import libc.net.If.ifconf;
import libc.net.If.ifreq;
import libc.sys.Epoll.epoll_event;
import libc.sys.Select.fd_set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another thread changes, during the calls, the lengths and pointers that a struct has. A call gets one of the values:
 * its result is C's of that, or it is refused, and then nothing was received or sent.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RacesIT {

    private static final int CALLS = 2000;
    private static final int SMALL = 16;
    private static final int LARGE = 200;
    private static final int DATAGRAM = 400;

    @TempDir
    Path dir;

    private Sockets s;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        s = new Sockets();
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    /** A call that is made while another thread changes its arguments. */
    private interface Call {
        void make(int i) throws Exception;
    }

    /** Makes calls, and more of them until {@code seen} says that enough was, if the other thread did not get to run. */
    private static void race(int calls, IntConsumer change, BooleanSupplier seen, Call call) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread other = new Thread(() -> {
            for (int turn = 0; !done.get(); turn = turn + 1 & Integer.MAX_VALUE) {
                change.accept(turn);
                if (turn % 61 == 0) { // odd, for each choice to be the one that stays a while
                    Thread.yield();
                }
            }
        });
        other.start();
        try {
            for (int i = 0; i < calls || i < 100 * calls && !seen.getAsBoolean(); i++) {
                call.make(i);
                if (i % 16 == 0) {
                    Thread.yield();
                }
            }
        } finally {
            done.set(true);
            other.join();
        }
        assertTrue(seen.getAsBoolean(), "each call was refused");
    }

    private static void race(int calls, IntConsumer change, Call call) throws Exception {
        race(calls, change, () -> true, call);
    }

    /** Makes calls whose failures are those that C has of one of the arguments; others may be refused. */
    private static void race(IntConsumer change, IntSupplier call, Integer... errnos) throws Exception {
        boolean[] made = new boolean[1];
        race(CALLS, change, () -> made[0], i -> made[0] |= outcome(call, errnos) != null);
    }

    /** What a call returns, or null if it is refused. */
    private static Integer outcome(IntSupplier call, Integer... errnos) {
        int result;
        try {
            result = call.getAsInt();
        } catch (IndexOutOfBoundsException beyond) {
            return null;
        }
        if (result == -1 && !Set.of(errnos).contains(errno())) {
            fail(Strings.strerrorname_np(errno()));
        }
        return result;
    }

    /** {@link #outcome}, of a call on an array or struct that may lack one of its structs. */
    private static Integer outcomeOrLacking(IntSupplier call, Integer... errnos) {
        try {
            return outcome(call, errnos);
        } catch (NullPointerException lacking) {
            return null;
        }
    }

    @SafeVarargs
    private static <T> T choice(int turn, T... of) {
        return of[turn % of.length];
    }

    /** The memory that pieces are of: each kind once small and once large. */
    private static final class Memory {
        final Guarded[] guarded = {Guarded.direct(SMALL), Guarded.direct(LARGE), Guarded.heap(SMALL),
            Guarded.heap(LARGE)};
        final byte[][] arrays = {new byte[SMALL], new byte[LARGE]};
        final long[] longs = new long[SMALL / Long.BYTES];

        Memory(char fill) {
            for (Guarded g : guarded) {
                byte[] bytes = g.bytes();
                Arrays.fill(bytes, (byte) fill);
                g.part().put(bytes);
            }
            Arrays.fill(arrays[0], (byte) fill);
            Arrays.fill(arrays[1], (byte) fill);
            Arrays.fill(longs, fill * 0x0101010101010101L);
        }

        Object piece(int turn) {
            int k = turn % 8;
            return k < 4 ? guarded[k].part() : k < 6 ? arrays[k - 4] : k == 6 ? longs : null;
        }

        static int length(int turn) {
            return new int[] {1, SMALL, SMALL + 1, LARGE, 0, LARGE + 1, Integer.MAX_VALUE, -1}[turn % 8];
        }

        void change(iovec v, int turn) {
            v.iov_len = length(turn);
            v.iov_base = piece(turn / 3);
            v.iov_len = length(turn / 5);
        }

        void assertIntact() {
            for (Guarded g : guarded) {
                g.assertIntact();
            }
        }
    }

    private void change(Memory memory, msghdr msg, iovec[][] vectors, sockaddr[] names, byte[][] controls, int turn) {
        memory.change(vectors[1][turn % 2], turn);
        vectors[2][2] = turn % 16 == 0 ? null : vectors[1][0];
        msg.msg_iovlen = new int[] {1, 2, 3, 4, 0, Integer.MAX_VALUE, -1, 2}[turn / 2 % 8];
        msg.msg_iov = vectors[turn % vectors.length];
        msg.msg_namelen = new int[] {0, 2, 16, 110, 128, 1000, -1, Integer.MIN_VALUE}[turn / 3 % 8];
        msg.msg_name = names[turn / 2 % names.length];
        msg.msg_controllen = new int[] {0, 15, 16, 64, 300, -1, Integer.MAX_VALUE, 24}[turn / 5 % 8];
        msg.msg_control = controls[turn / 7 % controls.length];
    }

    private static iovec[][] vectors(Memory memory) {
        iovec[] two = {new iovec(memory.piece(0), 1), new iovec(memory.piece(5), 1)};
        return new iovec[][] {null, two, {two[0], two[1], two[0]}, {two[1]}, {}};
    }

    /** Receives one datagram after the other; one that a call was refused for is still there. */
    private void raceReceiving(IntConsumer change, int[] sv, IntSupplier receive, Memory memory) throws Exception {
        byte[] datagram = new byte[DATAGRAM];
        byte[] there = new byte[DATAGRAM];
        boolean[] received = new boolean[1];
        race(CALLS, change, () -> received[0], i -> {
            Arrays.fill(datagram, (byte) i);
            check(send(sv[0], datagram, DATAGRAM, 0));
            Integer n = outcomeOrLacking(receive, EFAULT, EINVAL, EMSGSIZE, ENOBUFS);
            int left = recv(sv[1], there, DATAGRAM, MSG_DONTWAIT);
            if (n == null) {
                assertEquals(DATAGRAM, left, "a refused call received something");
                assertEquals((byte) i, there[0]);
            } else if (n > 0) {
                assertEquals(-1, left, "it was received twice");
                received[0] = true;
            }
            memory.assertIntact();
        });
    }

    /** Sends; of what arrives each byte is one of the memory's, and of a call that was refused nothing does. */
    private void raceSending(IntConsumer change, int[] sv, IntSupplier transmit, char fill) throws Exception {
        byte[] there = new byte[4 * LARGE];
        boolean[] sent = new boolean[1];
        race(CALLS, change, () -> sent[0], i -> {
            Integer n = outcomeOrLacking(transmit, EFAULT, EINVAL, EMSGSIZE, ENOBUFS, EISCONN, EAFNOSUPPORT,
                    ECONNREFUSED, ENOENT, EPERM, EACCES, EDESTADDRREQ, EBADF);
            int left;
            while ((left = recv(sv[1], there, there.length, MSG_DONTWAIT)) != -1) {
                assertTrue(n != null && n != -1, "a refused call sent something");
                sent[0] = true;
                for (int k = 0; k < left; k++) {
                    assertEquals(fill, there[k]);
                }
            }
        });
    }

    @Test
    void pieces_to_receive_into() throws Exception {
        Memory memory = new Memory('\0');
        iovec[] iov = {new iovec(new byte[1], 1), new iovec(new byte[1], 1), null};
        int[] sv = s.pair(SOCK_DGRAM);
        raceReceiving(turn -> {
            memory.change(iov[turn % 2], turn);
            iov[2] = turn % 3 == 0 ? null : iov[0];
        }, sv, () -> readv(sv[1], iov, 3), memory);
    }

    @Test
    void pieces_to_send() throws Exception {
        Memory memory = new Memory('a');
        iovec[] iov = {new iovec(new byte[0], 0), new iovec(new byte[0], 0), null};
        int[] sv = s.pair(SOCK_DGRAM);
        raceSending(turn -> {
            memory.change(iov[turn % 2], turn);
            iov[2] = turn % 3 == 0 ? null : iov[0];
        }, sv, () -> writev(sv[0], iov, 3), 'a');
    }

    @Test
    void pieces_of_a_file() throws Exception {
        Memory memory = new Memory('a');
        int file = s.file(Files.write(dir.resolve("file"), new byte[DATAGRAM]), Fcntl.O_RDWR);
        iovec[] iov = {new iovec(new byte[1], 1), new iovec(new byte[1], 1)};
        race(CALLS, turn -> memory.change(iov[turn % 2], turn), i -> {
            outcomeOrLacking(() -> i % 2 == 0 ? preadv(file, iov, 2, 0) : pwritev2(file, iov, 2, 0, 0), EFAULT, EINVAL);
            memory.assertIntact();
        });
    }

    @Test
    void a_message_to_receive_into() throws Exception {
        Memory memory = new Memory('\0');
        msghdr msg = new msghdr();
        iovec[][] vectors = vectors(memory);
        sockaddr[] names = {null, new sockaddr_in(), new sockaddr_storage(), null};
        byte[][] controls = {null, new byte[SMALL], new byte[LARGE], new byte[0]};
        int[] sv = s.pair(SOCK_DGRAM);
        check(setsockopt(sv[1], SOL_SOCKET, SO_PASSCRED, 1));
        raceReceiving(turn -> change(memory, msg, vectors, names, controls, turn), sv, () -> recvmsg(sv[1], msg, 0),
                memory);
    }

    @Test
    void a_message_to_send() throws Exception {
        Memory memory = new Memory('a');
        msghdr msg = new msghdr();
        iovec[][] vectors = vectors(memory);
        sockaddr[] names = {null, new sockaddr_in(), null, null};
        byte[][] controls = {null, null, new byte[LARGE], null};
        int[] sv = s.pair(SOCK_DGRAM);
        raceSending(turn -> change(memory, msg, vectors, names, controls, turn), sv, () -> sendmsg(sv[0], msg, 0), 'a');
    }

    @Test
    void messages_to_receive_into() throws Exception {
        Memory memory = new Memory('\0');
        mmsghdr[] messages = {new mmsghdr(), new mmsghdr()};
        mmsghdr[] two = messages.clone();
        iovec[][] vectors = vectors(memory);
        sockaddr[] names = {null, new sockaddr_storage()};
        byte[][] controls = {null, new byte[SMALL], new byte[LARGE]};
        timespec timeout = new timespec();
        int[] sv = s.pair(SOCK_DGRAM);
        raceReceiving(turn -> {
            change(memory, two[turn % 2].msg_hdr, vectors, names, controls, turn);
            messages[0] = two[turn / 2 % 2];
            messages[1] = turn % 5 == 0 ? null : two[0];
            timeout.tv_sec = turn % 4;
        }, sv, () -> recvmmsg(sv[1], messages, 2, MSG_DONTWAIT, timeout), memory);
    }

    @Test
    void messages_to_send() throws Exception {
        Memory memory = new Memory('a');
        mmsghdr[] messages = {new mmsghdr(), new mmsghdr()};
        mmsghdr[] two = messages.clone();
        iovec[][] vectors = vectors(memory);
        sockaddr[] names = {null};
        byte[][] controls = {null, null, new byte[LARGE]};
        int[] sv = s.pair(SOCK_DGRAM);
        raceSending(turn -> {
            change(memory, two[turn % 2].msg_hdr, vectors, names, controls, turn);
            messages[0] = two[turn / 2 % 2];
            messages[1] = turn % 5 == 0 ? null : two[0];
        }, sv, () -> sendmmsg(sv[0], messages, 2, MSG_DONTWAIT), 'a');
    }

    @Test
    void a_program() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        sock_filter accept = new sock_filter(0x06, 0, 0, -1);
        sock_filter[] one = {accept};
        sock_filter[] three = {accept, accept, accept};
        sock_fprog program = new sock_fprog(1, one);
        boolean[] made = new boolean[1];
        race(CALLS, turn -> {
            program.len = choice(turn, 1, 3, 0, 4, 65_535, -1, 1, 3);
            program.filter = choice(turn / 3, one, three, null, three);
            three[1] = turn % 7 == 0 ? null : accept;
            program.len = choice(turn / 5, 1, 3, 2, 0);
        }, () -> made[0], i -> {
            Integer result = outcomeOrLacking(
                    () -> setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, sizeof(program)), EFAULT, EINVAL);
            made[0] |= result != null && result == 0;
        });
    }

    @Test
    void a_list_of_interfaces() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        ifconf list = new ifconf();
        byte[] small = new byte[sizeof(ifreq.class)];
        byte[] large = new byte[10 * sizeof(ifreq.class)];
        ifreq[] structs = ifreq.array(4);
        race(CALLS, turn -> {
            list.ifc_len = choice(turn, 40, 400, 39, 41, -1, Integer.MAX_VALUE, 0, 160);
            switch (turn / 3 % 4) {
                case 0 -> list.ifc_buf(small);
                case 1 -> list.ifc_buf(large);
                case 2 -> list.ifc_req(structs);
                default -> list.ifc_buf(null);
            }
            structs[1] = turn % 3 == 0 ? null : structs[0];
            list.ifc_len = choice(turn / 5, 40, 80, 400);
        }, i -> outcome(() -> ioctl(fd, SIOCGIFCONF, list), EFAULT, EINVAL));
    }

    private static final int ETHTOOL_GDRVINFO = 3;
    private static final int ETHTOOL_GLINK = 0x0a;
    private static final int DRVINFO = 196;

    /** The first number of what ifr_data points to says how long it is. */
    @Test
    void a_request_with_data() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        ifreq ifr = new ifreq();
        byte[] lo = {'l', 'o', 0};
        System.arraycopy(lo, 0, ifr.ifr_name, 0, lo.length);
        Guarded[] guarded = {Guarded.direct(8), Guarded.heap(8), Guarded.direct(DRVINFO), Guarded.heap(DRVINFO)};
        ByteBuffer[] commands = Arrays.stream(guarded).map(Guarded::slice).toArray(ByteBuffer[]::new);
        byte[] array = new byte[8];
        for (ByteBuffer command : commands) {
            command.putInt(0, ETHTOOL_GLINK);
        }
        boolean[] answered = new boolean[1];
        race(CALLS, turn -> {
            ByteBuffer command = commands[turn % commands.length];
            command.putInt(0, turn / 5 % 2 == 0 ? ETHTOOL_GLINK : ETHTOOL_GDRVINFO);
            array[0] = (byte) (turn % 2 == 0 ? ETHTOOL_GLINK : ETHTOOL_GDRVINFO);
            ifr.ifr_data(choice(turn / 3, commands[0], commands[1], array, commands[2], null, commands[3], "x", ifr));
            command.putInt(0, turn / 7 % 2 == 0 ? ETHTOOL_GLINK : ETHTOOL_GDRVINFO);
        }, () -> answered[0], i -> {
            try {
                Integer result = outcome(() -> ioctl(fd, SIOCETHTOOL, ifr), EFAULT, EINVAL, EOPNOTSUPP, EPERM);
                answered[0] |= result != null && result == 0;
            } catch (IllegalArgumentException noMemory) {
                assertTrue(noMemory.getMessage() != null);
            }
            for (Guarded g : guarded) {
                g.assertIntact();
            }
        });
    }

    private static final int SOURCES = 8;

    /** struct ip_msfilter, in which the kernel looks for the number of sources that there is room for. */
    @Test
    void a_filter_of_sources() throws Exception {
        int fd = s.open(AF_INET, SOCK_DGRAM);
        int group = libc.arpa.Inet.inet_addr("239.1.2.3");
        int self = libc.arpa.Inet.htonl(INADDR_LOOPBACK);
        for (int i = 1; i <= SOURCES; i++) {
            int[] mreq = {group, self, libc.arpa.Inet.inet_addr("127.0.0." + (i + 1))};
            check(setsockopt(fd, IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP, mreq, sizeof(mreq)));
        }
        Guarded[] ofIp = {Guarded.direct(16), Guarded.heap(16), Guarded.direct(16 + 4 * SOURCES)};
        for (Guarded guarded : ofIp) {
            ByteBuffer value = guarded.slice();
            value.putInt(0, group).putInt(4, self).putInt(8, MCAST_INCLUDE).putInt(12, 0);
            race(turn -> value.putInt(12, turn % 3 == 0 ? 0 : turn % 3 == 1 ? SOURCES : -1), () -> {
                int result = getsockopt(fd, IPPROTO_IP, IP_MSFILTER, value.duplicate());
                guarded.assertIntact();
                return result;
            }, EINVAL, ENOBUFS, EADDRNOTAVAIL, EFAULT);
        }
        Guarded[] ofAny = {Guarded.direct(144), Guarded.heap(144)};
        for (Guarded guarded : ofAny) {
            ByteBuffer value = guarded.slice();
            value.putInt(0, 1).putShort(8, (short) AF_INET).putInt(12, group).putInt(136, MCAST_INCLUDE).putInt(140, 0);
            race(turn -> value.putInt(140, turn % 3 == 0 ? 0 : turn % 3 == 1 ? SOURCES : -1), () -> {
                int result = getsockopt(fd, IPPROTO_IP, MCAST_MSFILTER, value.duplicate());
                guarded.assertIntact();
                return result;
            }, EINVAL, ENOBUFS, EADDRNOTAVAIL, EFAULT);
        }
        int[] ints = {group, self, MCAST_INCLUDE, 0};
        race(turn -> ints[3] = turn % 2 == 0 ? 0 : SOURCES,
                () -> getsockopt(fd, IPPROTO_IP, IP_MSFILTER, ints, new int[] {16}), EINVAL, ENOBUFS, EADDRNOTAVAIL);
        race(turn -> ints[3] = turn % 2 == 0 ? 0 : SOURCES,
                () -> setsockopt(fd, IPPROTO_IP, IP_MSFILTER, ints, 16), EINVAL, ENOBUFS, EADDRNOTAVAIL);
    }

    /** struct tcp_zerocopy_receive, in which there is an address. */
    @Test
    void an_address_in_an_option() throws Exception {
        Path path = dir.resolve("elsewhere");
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer elsewhere = channel.map(FileChannel.MapMode.READ_WRITE, 0, 4096);
            String range = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                    .filter(line -> line.endsWith(path.toString())).findFirst().orElseThrow();
            long address = Long.parseUnsignedLong(range.substring(0, range.indexOf('-')), 16);
            int[] sv = s.tcp();
            ByteBuffer value = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
            race(turn -> value.putLong(24, turn % 2 == 0 ? 0 : address).putInt(32, turn % 2 == 0 ? 0 : 64), () -> {
                send(sv[1], "x", 1, MSG_DONTWAIT);
                int result = getsockopt(sv[0], IPPROTO_TCP, TCP_ZEROCOPY_RECEIVE, value.duplicate());
                assertEquals(0, elsewhere.get(0));
                return result;
            }, EFAULT, EINVAL, EIO);
        }
    }

    @Test
    void hints() throws Exception {
        addrinfo hints = new addrinfo();
        addrinfo[] res = new addrinfo[1];
        race(CALLS / 5, turn -> {
            hints.ai_family = choice(turn, AF_UNSPEC, AF_INET, AF_INET6, 999);
            hints.ai_socktype = choice(turn / 2, 0, SOCK_STREAM, SOCK_DGRAM, -1);
            hints.ai_protocol = choice(turn / 3, 0, IPPROTO_TCP, IPPROTO_UDP, 254);
            hints.ai_addrlen = choice(turn, 0, 16, -1);
            hints.ai_addr = choice(turn / 2, null, new sockaddr_in(), new sockaddr_storage());
            hints.ai_canonname = choice(turn, null, "x");
            hints.ai_next = choice(turn / 3, null, hints);
            hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | turn % 2;
        }, i -> {
            int error = getaddrinfo("127.0.0.1", "1", hints, res);
            assertTrue(Set.of(0, EAI_FAMILY, EAI_SOCKTYPE, EAI_SERVICE, EAI_ADDRFAMILY, EAI_BADFLAGS, EAI_NONAME)
                    .contains(error), () -> gai_strerror(error));
        });
    }

    @Test
    void the_length_of_an_address() throws Exception {
        int udp = s.open(AF_INET, SOCK_DGRAM);
        sockaddr_in there = Sockets.bound(udp);
        check(connect(udp, there, sizeof(there)));
        sockaddr_in addr = new sockaddr_in();
        int[] len = {16};
        IntConsumer change = turn -> len[0] = choice(turn, 16, 0, 3, 17, 128, 1000, -1, Integer.MIN_VALUE);
        race(change, () -> getsockname(udp, addr, len), EINVAL);
        race(change, () -> getpeername(udp, addr, len), EINVAL);
        byte[] x = {'x'};
        race(CALLS, change, i -> {
            check(send(udp, x, 1, 0));
            Integer n = outcome(() -> recvfrom(udp, new byte[1], 1, 0, addr, len), EINVAL);
            if (n == null) {
                assertEquals(1, recv(udp, new byte[1], 1, MSG_DONTWAIT), "a refused call received something");
            }
        });
    }

    @Test
    void the_length_of_an_option() throws Exception {
        int udp6 = s.open(AF_INET6, SOCK_DGRAM);
        int[] len = {4};
        IntConsumer change = turn -> len[0] = choice(turn, 4, 0, 3, 16, 17, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        byte[] bytes = new byte[16];
        int[] ints = new int[4];
        linger struct = new linger();
        for (int[] option : new int[][] {{IPPROTO_IPV6, IPV6_UNICAST_HOPS}, {IPPROTO_IPV6, IPV6_V6ONLY},
            {SOL_SOCKET, SO_TYPE}, {SOL_SOCKET, SO_LINGER}, {SOL_SOCKET, SO_GET_FILTER}}) {
            race(change, () -> getsockopt(udp6, option[0], option[1], bytes, len), EINVAL);
        }
        race(change, () -> getsockopt(udp6, IPPROTO_IPV6, IPV6_UNICAST_HOPS, ints, len), EINVAL);
        race(change, () -> getsockopt(udp6, SOL_SOCKET, SO_LINGER, struct, len), EINVAL);
    }

    @Test
    void descriptors_to_poll() throws Exception {
        int[] sv = s.pair(SOCK_STREAM);
        check(send(sv[1], "x", 1, 0));
        pollfd[] own = {new pollfd(sv[0], Poll.POLLIN, 0), new pollfd(-1, 0, 0), new pollfd(sv[1], Poll.POLLOUT, 0)};
        pollfd[] fds = own.clone();
        timespec none = new timespec();
        race(CALLS, turn -> {
            fds[turn % 3] = turn % 11 == 0 ? null : own[turn / 2 % 3];
            own[1].fd = choice(turn, -1, sv[0], 9999);
            none.tv_nsec = turn % 2;
        }, i -> {
            Integer n = outcomeOrLacking(() -> i % 2 == 0 ? poll(fds, 3, 0) : ppoll(fds, 3, none, null));
            assertTrue(n == null || n >= 0 && n <= 3);
        });
    }

    @Test
    void events() throws Exception {
        int[] sv = s.pair(SOCK_STREAM);
        int ep = s.keep(epoll_create1(0));
        for (int fd : sv) {
            epoll_event event = new epoll_event();
            event.events = EPOLLOUT;
            event.data.fd(fd);
            check(epoll_ctl(ep, EPOLL_CTL_ADD, fd, event));
        }
        epoll_event[] events = epoll_event.array(3);
        race(CALLS, turn -> events[turn % 3] = turn % 2 == 0 ? null : new epoll_event(),
                i -> assertEquals(2, epoll_wait(ep, events, 3, 0), "empty slots are filled"));
    }

    @Test
    void a_set_of_descriptors() throws Exception {
        int[] sv = s.pair(SOCK_STREAM);
        fd_set set = new fd_set();
        int nfds = Math.max(sv[0], sv[1]) + 1;
        byte bit = (byte) (1 << sv[0] % Byte.SIZE);
        timeval none = new timeval();
        race(turn -> {
            set.fds_bits[sv[0] / Byte.SIZE] = turn % 2 == 0 ? bit : 0;
            set.fds_bits[set.fds_bits.length - 1] = (byte) turn;
        }, () -> select(nfds, null, set, null, none), EBADF);
    }

    @Test
    void arguments_of_a_program() throws Exception {
        String[] argv = {"true", "x", "x"};
        String[] envp = Arrays.copyOf(environ, environ.length + 1);
        String large = "x".repeat(10_000);
        int[] pid = new int[1];
        race(30, turn -> {
            argv[1] = choice(turn, "x", large, null, "");
            argv[2] = choice(turn / 3, large, null);
            envp[envp.length - 1] = choice(turn, null, "A=" + large, "A=");
            envp[0] = turn % 2 == 0 ? environ[0] : large;
        }, i -> {
            assertEquals(0, posix_spawn(pid, "/bin/true", null, null, argv, envp));
            check(waitpid(pid[0], null, 0));
        });
    }
}

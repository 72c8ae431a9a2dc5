package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.*;
import static libc.Sockets.bound;
import static libc.Sockets.in;
import static libc.Sockets.listening;
import static libc.Sockets.loopback;
import static libc.Sockets.un;
import static libc.Spawn.*;
import static libc.Strings.str;
import static libc.Unistd.STDOUT_FILENO;
import static libc.Unistd.environ;
import static libc.Unistd.getpid;
import static libc.Unistd.getppid;
import static libc.Unistd.read;
import static libc.Unistd.unlink;
import static libc.Unistd.write;
import static libc.arpa.Inet.*;
import static libc.netinet.Tcp.*;
import static libc.sys.Un.SUN_LEN;
import static libc.sys.Un.sockaddr_un;
import static libc.sys.Socket.*;
import static libc.sys.Wait.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import libc.Poll.pollfd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each function does what its man page says. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class BasicsIT {

    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    /** A server that waits in a call occupies its thread. */
    private static final Executor OWN_THREAD = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    };

    @TempDir
    Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    private static String received(int fd) throws ErrnoException {
        byte[] buf = new byte[100];
        int n = check(recv(fd, buf, buf.length, MSG_DONTWAIT));
        return new String(buf, 0, n, UTF_8);
    }

    private static int option(int fd, int level, int option) throws ErrnoException {
        int[] value = new int[1];
        int[] len = {sizeof(value)};
        check(getsockopt(fd, level, option, value, len));
        assertEquals(sizeof(value), len[0]);
        return value[0];
    }

    @Test
    void socketMakesWhatItIsAskedFor() throws Exception {
        try (Sockets s = new Sockets()) {
            for (int domain : new int[] {AF_INET, AF_INET6, AF_UNIX}) {
                for (int type : new int[] {SOCK_STREAM, SOCK_DGRAM}) {
                    int fd = s.open(domain, type);
                    assertEquals(domain, option(fd, SOL_SOCKET, SO_DOMAIN));
                    assertEquals(type, option(fd, SOL_SOCKET, SO_TYPE));
                }
            }
            int udp = s.keep(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP));
            assertEquals(IPPROTO_UDP, option(udp, SOL_SOCKET, SO_PROTOCOL));
            int fd = s.open(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK);
            assertEquals(FD_CLOEXEC, check(fcntl(fd, F_GETFD)));
            assertEquals(O_NONBLOCK, check(fcntl(fd, F_GETFL)) & O_NONBLOCK);
        }
    }

    @Test
    void socketpairConnectsTwo() throws Exception {
        try (Sockets s = new Sockets()) {
            for (int type : new int[] {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
                int[] sv = s.pair(type);
                assertNotEquals(sv[0], sv[1]);
                assertEquals(HELLO.length, check(send(sv[0], HELLO, HELLO.length, 0)));
                assertEquals("hello", received(sv[1]));
                assertEquals(3, check(send(sv[1], "abc", 3, 0)));
                assertEquals("abc", received(sv[0]));
            }
        }
    }

    @Test
    void serverAndClientMeetOverTcp() throws Exception {
        try (Sockets s = new Sockets()) {
            int listener = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in addr = listening(listener, 5);
            assertNotEquals(0, addr.sin_port, "the kernel chose a port");
            assertEquals(1, option(listener, SOL_SOCKET, SO_ACCEPTCONN));

            CompletableFuture<String> server = CompletableFuture.supplyAsync(() -> {
                try {
                    sockaddr_in peer = new sockaddr_in();
                    int[] len = {sizeof(peer)};
                    int fd = s.keep(accept(listener, peer, len));
                    byte[] buf = new byte[HELLO.length];
                    check(recv(fd, buf, buf.length, MSG_WAITALL));
                    check(send(fd, "bye", 4, 0));
                    return len[0] + " " + peer + " " + str(buf);
                } catch (ErrnoException e) {
                    throw new AssertionError(e);
                }
            }, OWN_THREAD);

            int client = s.open(AF_INET, SOCK_STREAM);
            check(connect(client, addr, sizeof(addr)));
            sockaddr_in own = new sockaddr_in();
            int[] len = {sizeof(own)};
            check(getsockname(client, own, len));
            check(send(client, HELLO, HELLO.length, 0));
            byte[] buf = new byte[4];
            assertEquals(4, check(recv(client, buf, buf.length, MSG_WAITALL)));
            assertEquals("bye", str(buf));
            assertEquals("16 " + own + " hello", server.get());

            sockaddr_in peer = new sockaddr_in();
            check(getpeername(client, peer, len));
            assertEquals(addr.toString(), peer.toString());
        }
    }

    @Test
    void acceptNeedNotTellTheAddress() throws Exception {
        try (Sockets s = new Sockets()) {
            int listener = s.open(AF_INET6, SOCK_STREAM);
            sockaddr_in6 addr = new sockaddr_in6(AF_INET6, 0, 0, in6addr_loopback, 0);
            check(bind(listener, addr, sizeof(addr)));
            int[] len = {sizeof(addr)};
            check(getsockname(listener, addr, len));
            assertEquals(28, len[0]);
            check(listen(listener, 1));
            int client = s.open(AF_INET6, SOCK_STREAM);
            check(connect(client, addr, sizeof(addr)));
            int server = s.keep(accept(listener, null, null));
            sockaddr_storage peer = new sockaddr_storage();
            len[0] = sizeof(peer);
            check(getpeername(server, peer, len));
            assertEquals(28, len[0]);
            assertArrayEquals(in6addr_loopback.s6_addr, new sockaddr_in6(peer).sin6_addr.s6_addr);
        }
    }

    @Test
    void aFamilyMayBeGivenByAnyAddress() throws Exception {
        try (Sockets s = new Sockets()) {
            int listener = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in addr = listening(listener, 1);
            int fd = s.open(AF_INET, SOCK_STREAM);
            check(connect(fd, new sockaddr_storage(addr), sizeof(sockaddr_storage.class)));
            int udp = s.open(AF_INET, SOCK_DGRAM);
            check(connect(udp, addr, sizeof(addr)));
            sockaddr none = new sockaddr();
            none.sa_family(AF_UNSPEC);
            check(connect(udp, none, sizeof(none)));
            assertEquals(-1, getpeername(udp, addr, new int[] {16}));
            assertEquals(ENOTCONN, errno(), "AF_UNSPEC has dissolved the connection");
        }
    }

    @Test
    void anAddressIsCutToItsRoomAndItsLengthTold() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in addr = bound(fd);
            sockaddr_in cut = in("1.2.3.4", 0x7777);
            int[] len = {4};
            check(getsockname(fd, cut, len));
            assertEquals(16, len[0], "the length that there was no room for");
            assertEquals(AF_INET, cut.sin_family);
            assertEquals(addr.sin_port, cut.sin_port);
            assertEquals(inet_addr("1.2.3.4"), cut.sin_addr.s_addr, "beyond the room all is as it was");
            len[0] = 0;
            check(getsockname(fd, null, len));
            assertEquals(16, len[0]);
        }
    }

    @Test
    void unixAddressesAreAsLongAsTheirNames() throws Exception {
        try (Sockets s = new Sockets()) {
            sockaddr_un addr = new sockaddr_un();
            int[] len = {sizeof(addr)};
            int unnamed = s.open(AF_UNIX, SOCK_STREAM);
            check(getsockname(unnamed, addr, len));
            assertEquals(sizeof(short.class), len[0], "no name at all");
            assertEquals("{sa_family=AF_UNIX}", addr.toString());

            sockaddr_un path = un(dir.resolve("socket"));
            assertEquals(2 + dir.resolve("socket").toString().length(), SUN_LEN(path));
            check(bind(unnamed, path, SUN_LEN(path)));
            len[0] = sizeof(addr);
            check(getsockname(unnamed, addr, len));
            assertEquals(SUN_LEN(path) + 1, len[0], "a pathname is told with its NUL");
            assertEquals(dir.resolve("socket").toString(), str(addr.sun_path));
            assertTrue(Files.exists(dir.resolve("socket")));
            check(unlink(dir.resolve("socket").toString()));
            assertTrue(Files.notExists(dir.resolve("socket")));

            // An abstract name is all bytes up to addrlen, NULs too.
            String text = "\0libc-sockets\0" + getpid() + "\0" + System.nanoTime() + "\0";
            sockaddr_un name = un(text);
            int length = offsetof(sockaddr_un.class, "sun_path") + text.length();
            int fd = s.open(AF_UNIX, SOCK_STREAM);
            check(bind(fd, name, length));
            sockaddr_un told = new sockaddr_un();
            len[0] = sizeof(told);
            check(getsockname(fd, told, len));
            assertEquals(length, len[0]);
            assertArrayEquals(name.sun_path, told.sun_path);

            // bind with nothing but a family: the kernel chooses five hex digits.
            int auto = s.open(AF_UNIX, SOCK_DGRAM);
            check(bind(auto, new sockaddr_un(AF_UNIX, new byte[0]), sizeof(short.class)));
            sockaddr_un chosen = new sockaddr_un();
            len[0] = sizeof(chosen);
            check(getsockname(auto, chosen, len));
            assertEquals(sizeof(short.class) + 6, len[0]);
            assertTrue(chosen.toString().matches("\\{sa_family=AF_UNIX, sun_path=@\"[0-9a-f]{5}\"}"),
                    chosen.toString());
        }
    }

    @Test
    void aUnixPathMayFillTheAddress() throws Exception {
        try (Sockets s = new Sockets()) {
            for (int bytes : new int[] {107, 108}) {
                String path = dir + "/" + "x".repeat(bytes - dir.toString().length() - 1);
                int listener = s.open(AF_UNIX, SOCK_STREAM);
                sockaddr_un addr = un(path);
                check(bind(listener, addr, sizeof(addr)));
                check(listen(listener, 1));
                check(connect(s.open(AF_UNIX, SOCK_STREAM), addr, sizeof(addr)));
                sockaddr_un told = new sockaddr_un();
                int[] len = {sizeof(told)};
                check(getsockname(listener, told, len));
                assertEquals(2 + bytes + 1, len[0], "with a NUL, for which an address of 108 bytes has no room");
                assertArrayEquals(addr.sun_path, told.sun_path);
                assertTrue(Files.exists(Path.of(path)));
            }
        }
    }

    @Test
    void datagramsTellTheirSender() throws Exception {
        try (Sockets s = new Sockets()) {
            int server = s.open(AF_INET, SOCK_DGRAM);
            sockaddr_in to = bound(server);
            int client = s.open(AF_INET, SOCK_DGRAM);
            assertEquals(5, check(sendto(client, HELLO, 5, 0, to, sizeof(to))));
            sockaddr_in own = new sockaddr_in();
            check(getsockname(client, own, new int[] {16}));
            sockaddr_in from = new sockaddr_in();
            int[] len = {sizeof(from)};
            byte[] buf = new byte[10];
            assertEquals(5, check(recvfrom(server, buf, 10, 0, from, len)));
            assertEquals(16, len[0]);
            assertEquals(htonl(INADDR_LOOPBACK), from.sin_addr.s_addr);
            assertEquals(own.sin_port, from.sin_port);
            assertEquals("hello", str(buf));

            assertEquals(0, check(sendto(server, "", 0, 0, from, sizeof(from))), "an empty datagram");
            check(connect(client, to, sizeof(to)));
            assertEquals(0, check(recvfrom(client, buf, 10, 0, from, len)));
            assertEquals(to.sin_port, from.sin_port);
            assertEquals(2, check(sendto(client, HELLO, 1, 2, 0, null, 0)), "connected: no address is needed");
            assertEquals("el", received(server));
        }
    }

    @Test
    void unixDatagramsTellTheirSender() throws Exception {
        try (Sockets s = new Sockets()) {
            sockaddr_un to = un(dir.resolve("server"));
            sockaddr_un own = un(dir.resolve("client"));
            int server = s.open(AF_UNIX, SOCK_DGRAM);
            check(bind(server, to, sizeof(to)));
            check(sendto(s.open(AF_UNIX, SOCK_DGRAM), HELLO, 5, 0, to, sizeof(to)));
            int client = s.open(AF_UNIX, SOCK_DGRAM);
            check(bind(client, own, sizeof(own)));
            check(sendto(client, HELLO, 5, 0, to, sizeof(to)));

            sockaddr_un from = new sockaddr_un();
            int[] len = {sizeof(from)};
            check(recvfrom(server, new byte[10], 10, 0, from, len));
            assertEquals(0, len[0], "of one without a name, none is told");
            len[0] = sizeof(from);
            check(recvfrom(server, new byte[10], 10, 0, from, len));
            assertEquals(SUN_LEN(own) + 1, len[0]);
            assertEquals(own.toString(), from.toString());
        }
    }

    @Test
    void msgPeekLeavesTheData() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.tcp();
            check(send(sv[0], HELLO, 5, 0));
            byte[] buf = new byte[5];
            assertEquals(2, check(recv(sv[1], buf, 2, MSG_PEEK)));
            assertEquals("he", str(buf));
            assertEquals(5, check(recv(sv[1], buf, 5, MSG_PEEK | MSG_WAITALL)));
            assertEquals("hello", received(sv[1]));
        }
    }

    @Test
    void msgTruncTellsADatagramsWholeLength() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            check(send(sv[0], HELLO, 5, 0));
            check(send(sv[0], HELLO, 5, 0));
            byte[] buf = new byte[5];
            assertEquals(5, check(recv(sv[1], buf, 2, MSG_TRUNC)));
            assertEquals("he", str(buf));
            assertEquals(2, check(recv(sv[1], buf, 2, 0)), "and without it what there was room for");
            assertEquals(-1, recv(sv[1], buf, 5, MSG_DONTWAIT));
            assertEquals(EAGAIN, errno(), "the rest is lost");
        }
    }

    @Test
    void msgWaitallWaitsForAll() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.tcp();
            CompletableFuture<Integer> receiver = CompletableFuture.supplyAsync(
                    () -> recv(sv[1], new byte[10], 10, MSG_WAITALL), OWN_THREAD);
            for (int i = 0; i < 5; i++) {
                assertFalse(receiver.isDone());
                check(send(sv[0], "ab", 2, 0));
            }
            assertEquals(10, receiver.get());
            check(send(sv[0], "abc", 3, 0));
            check(shutdown(sv[0], SHUT_WR));
            assertEquals(3, check(recv(sv[1], new byte[10], 10, MSG_WAITALL)), "less at the end of the stream");
        }
    }

    @Test
    void readAndWriteTakeNumbersAndStructs() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            assertEquals(12, check(write(sv[0], new int[] {1, -2, 3}, 12)));
            int[] ints = {7, 7, 7, 7};
            assertEquals(12, check(read(sv[1], ints, sizeof(ints))));
            assertArrayEquals(new int[] {1, -2, 3, 7}, ints, "what was not read stays");
            assertEquals(8, check(write(sv[0], new long[] {Long.MIN_VALUE}, 8)));
            long[] longs = {7};
            assertEquals(8, check(read(sv[1], longs, sizeof(longs))));
            assertEquals(Long.MIN_VALUE, longs[0]);
            assertEquals(16, check(write(sv[0], new timeval(3, 4), sizeof(timeval.class))));
            timeval tv = new timeval();
            assertEquals(16, check(read(sv[1], tv, sizeof(tv))));
            assertEquals("{tv_sec=3, tv_usec=4}", tv.toString());
            assertEquals(8, check(write(sv[0], new timeval(5, 6), 8)));
            assertEquals(8, check(read(sv[1], tv, sizeof(tv))));
            assertEquals("{tv_sec=5, tv_usec=4}", tv.toString(), "what was not read stays");
            assertEquals(4, check(write(sv[0], "\u20ac", 4)), "UTF-8 and the NUL");
            byte[] buf = new byte[4];
            assertEquals(4, check(read(sv[1], buf, 4)));
            assertArrayEquals(new byte[] {(byte) 0xe2, (byte) 0x82, (byte) 0xac, 0}, buf);
            assertEquals(2, check(write(sv[0], HELLO, 3, 2)));
            assertEquals(2, check(read(sv[1], buf, 1, 3)));
            assertArrayEquals(new byte[] {(byte) 0xe2, 'l', 'o', 0}, buf);
        }
    }

    @Test
    void shutdownClosesOneDirection() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.tcp();
            check(send(sv[0], HELLO, 5, 0));
            check(shutdown(sv[0], SHUT_WR));
            assertEquals(5, check(recv(sv[1], new byte[5], 5, MSG_WAITALL)));
            assertEquals(0, check(recv(sv[1], new byte[5], 5, 0)), "end of the stream");
            check(send(sv[1], "answer", 6, 0));
            byte[] buf = new byte[6];
            assertEquals(6, check(recv(sv[0], buf, 6, MSG_WAITALL)), "the other direction is open");
            check(shutdown(sv[0], SHUT_RD));
            assertEquals(0, check(recv(sv[0], buf, 6, 0)));
        }
    }

    @Test
    void closeEndsTheStreamOfThePeer() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            s.closeNow(sv[1]);
            assertEquals(0, check(recv(sv[0], new byte[1], 1, 0)));
        }
    }

    @Test
    void intOptions() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            assertEquals(0, option(fd, SOL_SOCKET, SO_REUSEADDR));
            check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, new int[] {1}, 4));
            assertEquals(1, option(fd, SOL_SOCKET, SO_REUSEADDR));
            check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 0, sizeof(int.class)));
            assertEquals(0, option(fd, SOL_SOCKET, SO_REUSEADDR));
            check(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, 1));
            assertEquals(1, option(fd, IPPROTO_TCP, TCP_NODELAY));
            check(setsockopt(fd, SOL_SOCKET, SO_RCVBUF, 8192));
            assertEquals(16384, option(fd, SOL_SOCKET, SO_RCVBUF), "the kernel doubles it");
            ByteBuffer one = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(1).flip();
            check(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, one));
            assertEquals(0, one.position());
            ByteBuffer answer = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
            check(getsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, answer));
            assertEquals(4, answer.position(), "what was answered");
            assertEquals(1, answer.getInt(0));
        }
    }

    @Test
    void anAnswerShorterThanItsRoomKeepsTheRest() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            check(setsockopt(fd, IPPROTO_IP, IP_TTL, 77));
            int[] ints = {-1, -1};
            int[] len = {8};
            check(getsockopt(fd, IPPROTO_IP, IP_TTL, ints, len));
            assertArrayEquals(new int[] {77, -1}, ints);
            assertEquals(4, len[0]);

            ints[0] = -1;
            len[0] = 1;
            check(getsockopt(fd, IPPROTO_IP, IP_TTL, ints, len));
            assertEquals(0xffffff00 | 77, ints[0], "one byte was asked for");
            assertEquals(1, len[0]);

            byte[] bytes = {9, 9, 9, 9, 9, 9};
            len[0] = 6;
            check(getsockopt(fd, SOL_SOCKET, SO_TYPE, bytes, len));
            assertArrayEquals(new byte[] {SOCK_STREAM, 0, 0, 0, 9, 9}, bytes);

            linger linger = new linger(3, 4);
            len[0] = 4;
            check(getsockopt(fd, SOL_SOCKET, SO_LINGER, linger, len));
            assertEquals("{l_onoff=0, l_linger=4}", linger.toString());
        }
    }

    @Test
    void longAndStringOptions() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            long[] cookie = {0};
            int[] len = {sizeof(cookie)};
            check(getsockopt(fd, SOL_SOCKET, SO_COOKIE, cookie, len));
            assertEquals(8, len[0]);
            assertNotEquals(0, cookie[0]);
            long[] again = {0};
            check(getsockopt(fd, SOL_SOCKET, SO_COOKIE, again, len));
            assertEquals(cookie[0], again[0]);

            check(setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "reno", 4));
            byte[] name = new byte[16];
            len[0] = sizeof(name);
            check(getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, name, len));
            assertEquals("reno", str(name));
            check(setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, "reno".getBytes(UTF_8), 4));
            check(setsockopt(fd, SOL_SOCKET, SO_MAX_PACING_RATE, new long[] {1L << 33}, 8));
            long[] rate = {0};
            check(getsockopt(fd, SOL_SOCKET, SO_MAX_PACING_RATE, rate, new int[] {8}));
            assertEquals(1L << 33, rate[0]);
        }
    }

    @Test
    void structOptions() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            int[] len = {sizeof(linger.class)};
            check(setsockopt(fd, SOL_SOCKET, SO_LINGER, new linger(1, 5), sizeof(linger.class)));
            linger linger = new linger();
            check(getsockopt(fd, SOL_SOCKET, SO_LINGER, linger, len));
            assertEquals("{l_onoff=1, l_linger=5}", linger.toString());

            check(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, new timeval(2, 500_000), sizeof(timeval.class)));
            timeval tv = new timeval();
            len[0] = sizeof(tv);
            check(getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, tv, len));
            assertEquals("{tv_sec=2, tv_usec=500000}", tv.toString());

            ucred cred = new ucred();
            len[0] = sizeof(cred);
            check(getsockopt(s.pair(SOCK_STREAM)[0], SOL_SOCKET, SO_PEERCRED, cred, len));
            assertEquals(getpid(), cred.pid);
            assertEquals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), cred.uid);
            assertEquals(Files.getAttribute(Path.of("/proc/self"), "unix:gid"), cred.gid);

            tcp_info info = new tcp_info();
            len[0] = sizeof(info);
            check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, len));
            assertEquals(TCP_CLOSE, info.tcpi_state);
            len[0] = sizeof(info);
            check(getsockopt(s.tcp()[0], IPPROTO_TCP, TCP_INFO, info, len));
            assertEquals(TCP_ESTABLISHED, info.tcpi_state);
            assertTrue(info.tcpi_snd_mss > 0 && info.tcpi_rto > 0 && info.tcpi_pmtu > 0, info.toString());
        }
    }

    @Test
    void whatAnOlderKernelWritesOfAStructIsTaken() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.tcp()[0];
            int older = offsetof(tcp_info.class, "tcpi_snd_mss");
            tcp_info info = new tcp_info();
            int[] len = {older};
            check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, info, len));
            assertEquals(older, len[0], "so much was written");
            assertTrue(info.tcpi_rto > 0, info.toString());
            assertEquals(0, info.tcpi_snd_mss);

            ByteBuffer whole = ByteBuffer.allocate(sizeof(info) + 8).order(ByteOrder.nativeOrder());
            check(getsockopt(fd, IPPROTO_TCP, TCP_INFO, whole));
            tcp_info all = new tcp_info(whole.flip());
            assertTrue(all.tcpi_snd_mss > 0, all.toString());
            tcp_info some = new tcp_info(whole.limit(older));
            assertEquals(all.tcpi_rto, some.tcpi_rto);
            assertEquals(0, some.tcpi_snd_mss);
            assertEquals("{tcpi_state=0", new tcp_info(whole.limit(0)).toString().substring(0, 13));
        }
    }

    @Test
    void groupsAreJoinedAndLeft() throws Exception {
        try (Sockets s = new Sockets()) {
            int lo = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()).getIndex();
            int fd = s.open(AF_INET, SOCK_DGRAM);
            ip_mreqn group = new ip_mreqn(new in_addr(inet_addr("239.1.2.3")), new in_addr(), lo);
            check(setsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, group, sizeof(group)));
            in_addr is = new in_addr();
            check(getsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, is, new int[] {sizeof(is)}));
            check(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, group, sizeof(group)));
            assertEquals(-1, setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, group, sizeof(group)));
            assertEquals(EADDRINUSE, errno(), "joined already");
            sockaddr_in to = in("0.0.0.0", 0);
            check(bind(fd, to, sizeof(to)));
            check(getsockname(fd, to, new int[] {sizeof(to)}));
            to.sin_addr.s_addr = group.imr_multiaddr.s_addr;
            check(sendto(fd, HELLO, 5, 0, to, sizeof(to)));
            assertEquals("hello", received(fd), "a member hears what it sends");
            check(setsockopt(fd, IPPROTO_IP, IP_DROP_MEMBERSHIP, group, sizeof(group)));

            int fd6 = s.open(AF_INET6, SOCK_DGRAM);
            ipv6_mreq group6 = new ipv6_mreq();
            assertEquals(1, check(inet_pton(AF_INET6, "ff01::123", group6.ipv6mr_multiaddr)));
            group6.ipv6mr_interface = lo;
            check(setsockopt(fd6, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, group6, sizeof(group6)));
            check(setsockopt(fd6, IPPROTO_IPV6, IPV6_DROP_MEMBERSHIP, group6, sizeof(group6)));
            assertEquals(-1, setsockopt(fd6, IPPROTO_IPV6, IPV6_DROP_MEMBERSHIP, group6, sizeof(group6)));
            assertEquals(EADDRNOTAVAIL, errno(), "left already");
        }
    }

    @Test
    void fcntlGetsAndSets() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_UNIX, SOCK_STREAM);
            assertEquals(O_RDWR, check(fcntl(fd, F_GETFL)));
            check(fcntl(fd, F_SETFL, O_NONBLOCK));
            assertEquals(O_RDWR | O_NONBLOCK, check(fcntl(fd, F_GETFL, 0)));
            assertEquals(0, check(fcntl(fd, F_GETFD)));
            check(fcntl(fd, F_SETFD, FD_CLOEXEC));
            assertEquals(FD_CLOEXEC, check(fcntl(fd, F_GETFD)));
            int copy = s.keep(fcntl(fd, F_DUPFD, 500));
            assertTrue(copy >= 500, "the least that is free from 500 on, not " + copy);
            assertEquals(0, check(fcntl(copy, F_GETFD)), "the copy is not close-on-exec");
            assertEquals(O_RDWR | O_NONBLOCK, check(fcntl(copy, F_GETFL)), "what F_GETFL tells is shared");
            assertEquals(FD_CLOEXEC, check(fcntl(s.keep(fcntl(fd, F_DUPFD_CLOEXEC, 0)), F_GETFD)));
            check(fcntl(fd, F_SETOWN, getpid()));
            assertEquals(getpid(), check(fcntl(fd, F_GETOWN)));
        }
    }

    @Test
    void pollTellsWhatHolds() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            int[] other = s.pair(SOCK_STREAM);
            pollfd[] fds = {new pollfd(sv[0], POLLIN | POLLOUT, -1), new pollfd(sv[1], POLLIN, -1),
                new pollfd(-1, POLLIN, -1), new pollfd(9999, POLLIN, -1)};
            assertEquals(2, check(poll(fds, fds.length, 0)));
            assertEquals(POLLOUT, fds[0].revents);
            assertEquals(0, fds[1].revents);
            assertEquals(0, fds[2].revents, "a negative descriptor is passed over");
            assertEquals(POLLNVAL, fds[3].revents);

            check(send(sv[0], "x", 1, 0));
            assertEquals(1, check(poll(from(fds, 1), 1, 10_000)), "&fds[1], 1");
            assertEquals(POLLIN, fds[1].revents);

            check(shutdown(sv[0], SHUT_WR));
            fds[1].events = POLLRDHUP;
            assertEquals(1, check(poll(from(fds, 1), 1, 10_000)));
            assertEquals(POLLRDHUP, fds[1].revents);
            s.closeNow(sv[0]);
            assertEquals(1, check(poll(from(fds, 1), 1, 10_000)));
            assertEquals(POLLRDHUP | POLLHUP, fds[1].revents);

            long before = System.nanoTime();
            assertEquals(0, check(poll(new pollfd[] {new pollfd(other[0], POLLIN, -1)}, 1, 20)));
            assertTrue(System.nanoTime() - before >= 20_000_000, "20 ms");

            CompletableFuture<Integer> waiter = CompletableFuture.supplyAsync(
                    () -> poll(new pollfd[] {new pollfd(other[0], POLLIN, 0)}, 1, -1), OWN_THREAD);
            check(send(other[1], "x", 1, 0));
            assertEquals(1, waiter.get());
        }
    }

    @Test
    void byteorder() {
        assertEquals(0x0100, htons(1));
        assertEquals(0x1d25, htons(9501));
        assertEquals(9501, ntohs(htons(9501)));
        assertEquals(0xffff, htons(0xffff));
        assertEquals(0x3412, htons(0xffff1234), "a uint16_t has 16 bits");
        assertEquals(0x0100007f, htonl(0x7f000001));
        assertEquals(0x7f000001, ntohl(0x0100007f));
        assertEquals(-1, htonl(-1));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 0x7f000001", "0.0.0.0, 0", "255.255.255.254, 0xfffffffe", "10.1, 0x0a000001",
        "10.1.2, 0x0a010002", "10.1.65535, 0x0a01ffff", "2130706433, 0x7f000001", "0x7f000001, 0x7f000001",
        "0x7f.1, 0x7f000001", "0177.0.0.1, 0x7f000001", "1.2.3.4 , 0x01020304"})
    void inetAtonReadsTheOldForms(String text, String expected) {
        in_addr addr = new in_addr();
        int value = htonl(Integer.parseUnsignedInt(expected.replace("0x", ""), 16));
        assertEquals(1, inet_aton(text, addr));
        assertEquals(value, addr.s_addr);
        assertEquals(value, inet_addr(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "256.0.0.1", "1.2.3.4.5", "1.2.3.", "08", "0x", "a", "1.2.3.4x", "-1",
        "4294967296", "1.16777216", "1..2"})
    void inetAtonRefuses(String text) {
        in_addr addr = new in_addr(7);
        assertEquals(0, inet_aton(text, addr));
        assertEquals(7, addr.s_addr);
        assertEquals(INADDR_NONE, inet_addr(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "0x7f.0.0.1", "127.0.0.01", "127.0.0.1 ", " 127.0.0.1", "256.0.0.1", "1.2.3",
        "::1", ""})
    void inetPtonReadsFourDecimalNumbersAndNothingElse(String text) throws Exception {
        byte[] addr = {7, 7, 7, 7};
        assertEquals(0, check(inet_pton(AF_INET, text, addr)));
        assertArrayEquals(new byte[] {7, 7, 7, 7}, addr);
    }

    @ParameterizedTest
    @CsvSource({"::, ::", "::1, ::1", "1::, 1::", "fe80::1, fe80::1", "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1", "1:0:0:2:0:0:0:3, 1:0:0:2::3", "::ffff:1.2.3.4, ::ffff:1.2.3.4",
        "::1.2.3.4, ::1.2.3.4", "0:0:0:0:0:0:0:0, ::", "0001:0002:0003:0004:0005:0006:0007:0008, 1:2:3:4:5:6:7:8"})
    void inetPtonReadsAndInetNtopPrintsIpv6(String text, String canonical) throws Exception {
        in6_addr addr = new in6_addr();
        assertEquals(1, check(inet_pton(AF_INET6, text, addr)));
        byte[] dst = new byte[INET6_ADDRSTRLEN];
        assertEquals(canonical, check(inet_ntop(AF_INET6, addr, dst, dst.length)));
        assertEquals(canonical, str(dst));
        assertEquals(canonical, inet_ntop(AF_INET6, addr.s6_addr, dst, dst.length));
        byte[] bytes = new byte[16];
        assertEquals(1, check(inet_pton(AF_INET6, canonical, bytes)));
        assertArrayEquals(addr.s6_addr, bytes);
        String printed = new sockaddr_in6(AF_INET6, 0, 0, addr, 0).toString();
        assertTrue(printed.contains("inet_pton(AF_INET6, \"" + canonical + "\", &sin6_addr)"), printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "12345::", "::g",
        "::1%lo", "::1.2.3", "[::1]", "::ffff:1.2.3.256", " ::1"})
    void inetPtonRefusesOfIpv6(String text) throws Exception {
        assertEquals(0, check(inet_pton(AF_INET6, text, new in6_addr())));
    }

    @Test
    void addressesAsTextAgreeWithTheJdk() throws Exception {
        Random random = new Random(4);
        byte[] dst = new byte[INET6_ADDRSTRLEN];
        for (int i = 0; i < 500; i++) {
            byte[] v4 = new byte[4];
            random.nextBytes(v4);
            String text = InetAddress.getByAddress(v4).getHostAddress();
            assertEquals(text, inet_ntop(AF_INET, v4, dst, dst.length));
            in_addr addr = new in_addr();
            assertEquals(1, inet_pton(AF_INET, text, addr));
            assertEquals(text, inet_ntoa(addr));
            assertEquals("inet_addr(\"" + text + "\")", addr.toString());

            byte[] v6 = new byte[16];
            random.nextBytes(v6);
            for (int k = random.nextInt(16); k > 0; k--) {
                v6[random.nextInt(16)] = 0;
            }
            String printed = inet_ntop(AF_INET6, v6, dst, dst.length);
            InetAddress jdk = InetAddress.getByName(printed);
            assertArrayEquals(v6, jdk.getAddress(), printed);
            byte[] back = new byte[16];
            assertEquals(1, inet_pton(AF_INET6, jdk.getHostAddress(), back));
            assertArrayEquals(v6, back, printed);
        }
    }

    @Test
    void networkAndHostNumbers() {
        assertEquals(0x0a000000 >>> 24, inet_network("10"));
        assertEquals(0x0a0b, inet_network("10.11"));
        assertEquals(0x7f000001, inet_network("127.0.0.1"));
        assertEquals(-1, inet_network("x"));
        in_addr a = new in_addr(inet_addr("10.1.2.3"));
        assertEquals(10, inet_netof(a));
        assertEquals(0x010203, inet_lnaof(a));
        in_addr c = new in_addr(inet_addr("192.168.1.2"));
        assertEquals(0xc0a801, inet_netof(c));
        assertEquals(2, inet_lnaof(c));
        assertEquals("192.168.1.2", inet_ntoa(inet_makeaddr(0xc0a801, 2)));
        assertEquals("10.1.2.3", inet_ntoa(inet_makeaddr(10, 0x010203)));
    }

    @Test
    void processIds() {
        ProcessHandle self = ProcessHandle.current();
        assertEquals(self.pid(), getpid());
        assertEquals(self.parent().map(ProcessHandle::pid).orElse(0L), getppid());
    }

    private static int waited(int pid) throws ErrnoException {
        int[] status = {-1};
        assertEquals(pid, check(waitpid(pid, status, 0)));
        return status[0];
    }

    private static String output(int fd) throws ErrnoException {
        StringBuilder output = new StringBuilder();
        byte[] buf = new byte[4096];
        int n;
        while ((n = check(recv(fd, buf, buf.length, 0))) > 0) {
            output.append(new String(buf, 0, n, UTF_8));
        }
        return output.toString();
    }

    /** Runs a shell script with the given environment, its output on a socket of ours. */
    private static String shell(Sockets s, String script, posix_spawnattr_t attr, String[] envp) throws Exception {
        int[] sv = s.pair(SOCK_STREAM);
        posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
        assertEquals(0, posix_spawn_file_actions_init(actions));
        assertEquals(0, posix_spawn_file_actions_adddup2(actions, sv[1], STDOUT_FILENO));
        assertEquals(0, posix_spawn_file_actions_addclose(actions, sv[0]));
        assertEquals(0, posix_spawn_file_actions_addclose(actions, sv[1]));
        int[] pid = {0};
        assertEquals(0, posix_spawn(pid, "/bin/sh", actions, attr, new String[] {"sh", "-c", script}, envp));
        assertEquals(0, posix_spawn_file_actions_destroy(actions));
        s.closeNow(sv[1]);
        String output = output(sv[0]);
        int status = waited(pid[0]);
        assertTrue(WIFEXITED(status) && WEXITSTATUS(status) == 0, output);
        return output;
    }

    @Test
    void posixSpawnHandsDescriptorsOn() throws Exception {
        try (Sockets s = new Sockets()) {
            assertEquals("hello\n", shell(s, "echo hello", null, environ));
            // A descriptor of our own number, and the two that were closed.
            int[] sv = s.pair(SOCK_STREAM);
            posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
            assertEquals(0, posix_spawn_file_actions_adddup2(actions, sv[1], 7));
            assertEquals(0, posix_spawn_file_actions_addopen(actions, 8, dir + "/file", O_WRONLY | O_CREAT, 0640));
            int[] pid = {0};
            assertEquals(0, posix_spawnp(pid, "sh", actions, null,
                    new String[] {"sh", "-c", "cat <&7 >&8; echo answer >&7", null, "not an argument"}, environ));
            s.closeNow(sv[1]);
            check(send(sv[0], "question", 8, 0));
            check(shutdown(sv[0], SHUT_WR));
            assertEquals("answer\n", output(sv[0]));
            assertEquals(0, waited(pid[0]));
            assertEquals("question", Files.readString(dir.resolve("file")));
            assertEquals(0640 & ~umask(s), (int) Files.getAttribute(dir.resolve("file"), "unix:mode") & 0777);
        }
    }

    private static int umask(Sockets s) throws Exception {
        return Integer.parseInt(shell(s, "umask", null, environ).trim(), 8);
    }

    @Test
    void aDescriptorStaysOpenThoughItIsCloseOnExec() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM | SOCK_CLOEXEC);
            posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
            assertEquals(0, posix_spawn_file_actions_adddup2(actions, sv[1], sv[1]));
            int[] pid = {0};
            assertEquals(0, posix_spawn(pid, "/bin/sh", actions, null,
                    new String[] {"sh", "-c", "cd /proc/self/fd && test -e " + sv[1] + " && ! test -e " + sv[0]},
                    environ));
            assertEquals(0, waited(pid[0]), "the other one is closed");
        }
    }

    @Test
    void posixSpawnGivesTheEnvironmentAndTheArguments() throws Exception {
        try (Sockets s = new Sockets()) {
            assertEquals("[\u20ac][]\n",
                    shell(s, "echo \"[$A][$HOME]\"", null, new String[] {"A=\u20ac", null, "HOME=x"}));
            assertEquals("unset\n", shell(s, "echo ${HOME-unset}", null, null));
            assertEquals(System.getenv("PATH") + "\n", shell(s, "echo $PATH", null, environ));
        }
    }

    @Test
    void posixSpawnSetsTheAttributes() throws Exception {
        try (Sockets s = new Sockets()) {
            String ids = "cut -d' ' -f1,5,6 /proc/$$/stat";
            posix_spawnattr_t attr = new posix_spawnattr_t();
            assertEquals(0, posix_spawnattr_init(attr));
            String[] same = shell(s, ids, attr, environ).trim().split(" ");
            assertNotEquals(same[0], same[1], "the group is ours");

            assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETPGROUP));
            assertEquals(0, posix_spawnattr_setpgroup(attr, 0));
            String[] group = shell(s, ids, attr, environ).trim().split(" ");
            assertEquals(group[0], group[1], "a group of its own");
            assertEquals(same[2], group[2], "in our session");

            assertEquals(0, posix_spawnattr_setflags(attr, POSIX_SPAWN_SETSID));
            String[] session = shell(s, ids, attr, environ).trim().split(" ");
            assertEquals(session[0], session[2], "a session of its own");
            assertEquals(0, posix_spawnattr_destroy(attr));
        }
    }

    @Test
    void waitpidTellsHowAChildEnded() throws Exception {
        int[] pid = {0};
        String[] ways = {"exit 0", "exit 3", "exit 255", "kill -TERM $$", "kill -KILL $$"};
        String[] told = {"exited 0", "exited 3", "exited 255", "signal 15", "signal 9"};
        for (int i = 0; i < ways.length; i++) {
            assertEquals(0, posix_spawn(pid, "/bin/sh", null, null, new String[] {"sh", "-c", ways[i]}, environ));
            int status = waited(pid[0]);
            assertEquals(told[i], WIFEXITED(status) ? "exited " + WEXITSTATUS(status)
                    : WIFSIGNALED(status) ? "signal " + WTERMSIG(status) : "?");
            assertFalse(WIFSTOPPED(status) || WIFCONTINUED(status));
        }
        assertEquals(-1, waitpid(pid[0], null, WNOHANG));
        assertEquals(ECHILD, errno(), "it was waited for");
    }

    @Test
    void waitpidTellsOfStopsToo() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
            assertEquals(0, posix_spawn_file_actions_adddup2(actions, sv[1], 0));
            int[] pid = {0};
            assertEquals(0, posix_spawn(pid, "/bin/sh", actions, null,
                    new String[] {"sh", "-c", "read line; kill -STOP $$; read line; exit 5"}, environ));
            int[] status = {-1};
            assertEquals(0, check(waitpid(pid[0], status, WNOHANG)), "it waits for a line");
            assertEquals(-1, status[0]);
            check(send(sv[0], "\n", 1, 0));
            assertEquals(pid[0], check(waitpid(pid[0], status, WUNTRACED)));
            assertTrue(WIFSTOPPED(status[0]) && WSTOPSIG(status[0]) == Signal.SIGSTOP, "status " + status[0]);
            assertFalse(WIFEXITED(status[0]) || WIFSIGNALED(status[0]));
            Needs.run(dir, "kill", "-CONT", "" + pid[0]);
            assertEquals(pid[0], check(waitpid(pid[0], status, WCONTINUED)));
            assertTrue(WIFCONTINUED(status[0]), "status " + status[0]);
            check(send(sv[0], "\n", 1, 0));
            assertEquals(5, WEXITSTATUS(waited(pid[0])));
        }
    }

    @Test
    void addressesPrintAsStracePrintsThem() {
        sockaddr_in in = loopback(9501);
        assertEquals("{sa_family=AF_INET, sin_port=htons(9501), sin_addr=inet_addr(\"127.0.0.1\")}", in.toString());
        assertEquals(in.toString(), new sockaddr_storage(in).toString());
        assertEquals(in.toString(), new sockaddr(in).toString());
        assertEquals("{sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(5), inet_pton(AF_INET6, \"::1\","
                + " &sin6_addr), sin6_scope_id=2}",
                new sockaddr_in6(AF_INET6, htons(443), htonl(5), in6addr_loopback, 2).toString());
        assertEquals("{sa_family=AF_UNIX, sun_path=\"/tmp/a\\\"b\\\\c\\n\\1\\0012\"}",
                un("/tmp/a\"b\\c\n\u0001\u00012").toString());
        assertEquals("{sa_family=AF_UNIX, sun_path=@\"abstract\"}", un("\0abstract").toString());
        assertEquals("{sa_family=AF_UNIX}", new sockaddr_un(AF_UNIX, new byte[0]).toString());
        assertEquals("{sa_family=AF_UNIX, sun_path=\"x\"}", new sockaddr_storage(un("x")).toString());
        assertEquals("{sa_family=AF_UNSPEC, sa_data=\"" + "\\0".repeat(14) + "\"}", new sockaddr().toString());
        assertEquals("inet_addr(\"127.0.0.1\")", in.sin_addr.toString());
        assertEquals("{fd=3, events=POLLIN, revents=0}", new pollfd(3, POLLIN, 0).toString());
    }

    @Test
    void aCopyOfAnAddressIsAnotherAddress() {
        sockaddr_in in = loopback(9501);
        sockaddr_storage storage = new sockaddr_storage(in);
        in.sin_port = 0;
        assertEquals(htons(9501), new sockaddr_in(storage).sin_port);
        sockaddr_in set = new sockaddr_in();
        set.set(loopback(1));
        assertEquals(loopback(1).toString(), set.toString());
    }
}

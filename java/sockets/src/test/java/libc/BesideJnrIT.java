package libc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Assert.assertFails;
import static libc.Errno.EAGAIN;
import static libc.Errno.EBADF;
import static libc.Errno.ENOTSOCK;
import static libc.Errno.EPIPE;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Fcntl.FD_CLOEXEC;
import static libc.Fcntl.F_GETFD;
import static libc.Fcntl.F_GETFL;
import static libc.Fcntl.F_SETFL;
import static libc.Fcntl.O_NONBLOCK;
import static libc.Strings.memcpy;
import static libc.Unistd.close;
import static libc.Unistd.getgid;
import static libc.Unistd.getpid;
import static libc.Unistd.getuid;
import static libc.Unistd.pipe;
import static libc.Unistd.read;
import static libc.Unistd.write;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jnr.constants.platform.Fcntl;
import jnr.enxio.channels.NativeSocketChannel;
import jnr.ffi.byref.IntByReference;
import jnr.posix.CmsgHdr;
import jnr.posix.MsgHdr;
import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;
import jnr.unixsocket.Credentials;
import jnr.unixsocket.UnixServerSocketChannel;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that calls jnr-posix and jnr-unixsocket beside the library, on the same descriptors. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BesideJnrIT {

    private static final POSIX POSIX = POSIXFactory.getNativePOSIX();
    private static final int CALLS = 10_000;

    private final Sockets sockets = new Sockets();

    @BeforeEach
    void backend() {
        Sockets.assertBackend();
    }

    @AfterEach
    void closeAll() throws ErrnoException {
        sockets.close();
    }

    @Test
    void aPairOfJnrPosixIsOurs() throws IOException {
        converse(posixPair());
    }

    @Test
    void ourPairIsOneForJnrPosix() throws IOException {
        converse(sockets.pair(SOCK_STREAM));
    }

    /** Each writes what the other reads, from arrays and from direct buffers. */
    private static void converse(int[] sv) throws IOException {
        byte[] got = new byte[8];
        assertEquals(4, check(send(sv[0], "ours", 4, 0)));
        assertEquals(4, POSIX.read(sv[1], got, 8L));
        assertEquals("ours", new String(got, 0, 4, US_ASCII));

        assertEquals(6, POSIX.write(sv[1], "theirs".getBytes(US_ASCII), 6L));
        assertEquals(6, check(recv(sv[0], got, got.length, 0)));
        assertEquals("theirs", new String(got, 0, 6, US_ASCII));

        ByteBuffer direct = ByteBuffer.allocateDirect(8).put("direct".getBytes(US_ASCII)).flip();
        assertEquals(6, check(send(sv[1], direct, 0)));
        assertEquals(6, POSIX.read(sv[0], direct.clear(), 8L));
        assertEquals(US_ASCII.encode("direct"), direct.limit(6));
        assertEquals(6, POSIX.write(sv[0], direct, 6L));
        assertEquals(6, check(recv(sv[1], direct.clear(), 0)));
        assertEquals(US_ASCII.encode("direct"), direct.flip());
    }

    @Test
    void aDescriptorThatJnrPosixPassesArrivesHere() throws IOException {
        int[] sv = posixPair();
        int[] pipe = newPipe();
        MsgHdr theirs = POSIX.allocateMsgHdr();
        theirs.setIov(new ByteBuffer[] {direct("a"), direct("bc")});
        CmsgHdr header = theirs.allocateControl(Integer.BYTES);
        header.setLevel(SOL_SOCKET);
        header.setType(SCM_RIGHTS);
        header.setData(direct(Integer.BYTES).putInt(pipe[1]).flip());
        assertEquals(3, POSIX.sendmsg(sv[0], theirs, 0));

        byte[] data = new byte[8];
        byte[] control = new byte[CMSG_SPACE(sizeof(int.class))];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(data, data.length)}, 1, control, sizeof(control), 0);
        assertEquals(3, check(recvmsg(sv[1], msg, MSG_CMSG_CLOEXEC)));
        assertEquals("abc", new String(data, 0, 3, US_ASCII));
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        assertEquals(SOL_SOCKET, cmsg.cmsg_level());
        assertEquals(SCM_RIGHTS, cmsg.cmsg_type());
        assertEquals(CMSG_LEN(sizeof(int.class)), cmsg.cmsg_len());
        assertLeadsTo(sockets.keep(CMSG_DATA(cmsg).getInt()), pipe);
    }

    @Test
    void aDescriptorThatIsPassedHereArrivesAtJnrPosix() throws IOException {
        int[] sv = sockets.pair(SOCK_STREAM);
        int[] pipe = newPipe();
        int[] end = {pipe[1]};
        byte[] control = new byte[CMSG_SPACE(sizeof(end))];
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec("abc", 3)}, 1, control, sizeof(control), 0);
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        cmsg.cmsg_level(SOL_SOCKET);
        cmsg.cmsg_type(SCM_RIGHTS);
        cmsg.cmsg_len(CMSG_LEN(sizeof(end)));
        memcpy(CMSG_DATA(cmsg), end, sizeof(end));
        assertEquals(3, check(sendmsg(sv[0], msg, 0)));

        MsgHdr theirs = POSIX.allocateMsgHdr();
        ByteBuffer[] data = {direct(1), direct(2)};
        theirs.setIov(data);
        theirs.allocateControl(Integer.BYTES);
        assertEquals(3, POSIX.recvmsg(sv[1], theirs, 0));
        assertEquals(List.of(US_ASCII.encode("a"), US_ASCII.encode("bc")),
                Stream.of(theirs.getIov()).map(buffer -> buffer.rewind()).toList());
        CmsgHdr header = theirs.getControls()[0];
        assertEquals(SOL_SOCKET, header.getLevel());
        assertEquals(SCM_RIGHTS, header.getType());
        assertLeadsTo(sockets.keep(header.getData().order(ByteOrder.nativeOrder()).getInt()), pipe);
    }

    /** The descriptor is another one of the pipe's end to write to. */
    private static void assertLeadsTo(int fd, int[] pipe) throws IOException {
        assertTrue(fd != pipe[1]);
        assertEquals(2, check(write(fd, "up", 2)));
        byte[] got = new byte[2];
        assertEquals(2, POSIX.read(pipe[0], got, 2L));
        assertEquals("up", new String(got, US_ASCII));
        assertEquals(4, POSIX.write(fd, "down".getBytes(US_ASCII), 4L));
        assertEquals(2, check(read(pipe[0], got, 2)));
        assertEquals("do", new String(got, US_ASCII));
        assertEquals(2, check(read(pipe[0], got, 2)));
    }

    @Test
    void anOptionThatOneSetsTheOtherGets() throws IOException {
        int fd = sockets.pair(SOCK_STREAM)[0];
        check(setsockopt(fd, SOL_SOCKET, SO_PASSCRED, 1));
        assertEquals(1, posixOption(fd, SO_PASSCRED));
        assertEquals(0, POSIX.libc().setsockopt(fd, SOL_SOCKET, SO_PASSCRED, direct(4).putInt(0).flip(), 4));
        assertEquals(0, option(fd, SO_PASSCRED));
        for (int optname : new int[] {SO_TYPE, SO_DOMAIN, SO_RCVBUF, SO_SNDBUF, SO_ERROR, SO_ACCEPTCONN}) {
            assertEquals(posixOption(fd, optname), option(fd, optname), Names.of("SO_", optname));
        }
    }

    @Test
    void flagsThatOneSetsTheOtherGets() throws IOException {
        int fd = posixPair()[0];
        int flags = check(libc.Fcntl.fcntl(fd, F_GETFL));
        assertEquals(flags, POSIX.fcntl(fd, Fcntl.F_GETFL));
        assertEquals(0, POSIX.fcntl(fd, Fcntl.F_SETFL, flags | O_NONBLOCK));
        assertEquals(flags | O_NONBLOCK, check(libc.Fcntl.fcntl(fd, F_GETFL)));
        assertFails(EAGAIN, recv(fd, new byte[1], 1, 0));
        assertEquals(-1, POSIX.read(fd, new byte[1], 1L));
        assertEquals(EAGAIN, POSIX.errno());
        check(libc.Fcntl.fcntl(fd, F_SETFL, flags));
        assertEquals(flags, POSIX.fcntl(fd, Fcntl.F_GETFL));
        assertEquals(0, POSIX.fcntl(fd, Fcntl.F_SETFD, FD_CLOEXEC));
        assertEquals(FD_CLOEXEC, check(libc.Fcntl.fcntl(fd, F_GETFD)));
    }

    @Test
    void errnoIsOfTheLastCallHereWhateverJnrPosixCalls() throws IOException {
        int notASocket = newPipe()[0];
        assertFails(EBADF, close(-1));
        for (int i = 0; i < CALLS; i++) {
            assertEquals(-1, posixOption(notASocket, SO_TYPE));
            assertEquals(ENOTSOCK, POSIX.errno());
            assertEquals(EBADF, errno());
            assertFails(EBADF, close(-1));
        }
        POSIX.errno(0);
        assertEquals(EBADF, errno());
        assertEquals(getpid(), POSIX.getpid());
        assertEquals(EBADF, errno());
    }

    @Test
    void jnrPosixReadsTheErrnoOfItsOwnCallBesideOtherThreads() throws Exception {
        int notASocket = newPipe()[0];
        List<Callable<Void>> threads = List.of(
                () -> {
                    for (int i = 0; i < CALLS; i++) {
                        assertFails(EBADF, close(-1));
                    }
                    return null;
                },
                () -> {
                    for (int i = 0; i < CALLS; i++) {
                        assertEquals(-1, posixOption(notASocket, SO_TYPE));
                        assertEquals(ENOTSOCK, POSIX.errno());
                    }
                    return null;
                });
        ExecutorService executor = Executors.newFixedThreadPool(threads.size());
        try {
            for (Future<Void> thread : executor.invokeAll(threads)) {
                thread.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void ourCallsWorkOnJnrUnixsocketsChannels(@TempDir Path dir) throws IOException {
        Path path = dir.resolve("socket");
        try (UnixServerSocketChannel server = UnixServerSocketChannel.open()) {
            server.socket().bind(new UnixSocketAddress(path.toFile()));
            int fd = sockets.open(AF_UNIX, SOCK_STREAM);
            sockaddr_un addr = Sockets.un(path);
            check(connect(fd, addr, sizeof(addr)));
            try (UnixSocketChannel accepted = server.accept()) {
                sockaddr_un name = new sockaddr_un();
                check(getsockname(accepted.getFD(), name, new int[] {sizeof(name)}));
                assertEquals(path.toString(), Strings.str(name.sun_path));
                converse(accepted, fd);
                ucred peer = new ucred();
                check(getsockopt(accepted.getFD(), SOL_SOCKET, SO_PEERCRED, peer, new int[] {sizeof(peer)}));
                Credentials theirs = accepted.getOption(UnixSocketOptions.SO_PEERCRED);
                assertEquals(List.of(getpid(), getuid(), getgid()), List.of(peer.pid, peer.uid, peer.gid));
                assertEquals(List.of(peer.pid, peer.uid, peer.gid),
                        List.of(theirs.getPid(), theirs.getUid(), theirs.getGid()));
            }
        }
    }

    @Test
    void jnrUnixsocketsChannelWorksOnOurDescriptor() throws IOException {
        int[] sv = sockets.pair(SOCK_STREAM);
        UnixSocketChannel channel = UnixSocketChannel.fromFD(Unistd.dup(sv[0]));
        try (channel) {
            converse(channel, sv[1]);
            assertFails(EBADF, close(-1));
            check(libc.Fcntl.fcntl(sv[0], F_SETFL, O_NONBLOCK));
            assertEquals(0, new NativeSocketChannel(sv[0]).read(ByteBuffer.allocate(1)), "EAGAIN");
            assertEquals(EBADF, errno());
        }
        sockets.closeNow(sv[1]);
        IOException refused = assertThrows(IOException.class,
                () -> new NativeSocketChannel(sv[0]).write(ByteBuffer.allocate(1)));
        assertEquals(Strings.strerror(EPIPE), refused.getMessage());
        assertEquals(EBADF, errno());
    }

    private static void converse(UnixSocketChannel channel, int fd) throws IOException {
        assertEquals(4, check(send(fd, "ours", 4, 0)));
        ByteBuffer got = ByteBuffer.allocate(8);
        assertEquals(4, channel.read(got));
        assertEquals(US_ASCII.encode("ours"), got.flip());
        assertEquals(6, channel.write(US_ASCII.encode("theirs")));
        byte[] received = new byte[8];
        assertEquals(6, check(recv(fd, received, received.length, 0)));
        assertEquals("theirs", new String(received, 0, 6, US_ASCII));
    }

    private int[] posixPair() throws ErrnoException {
        int[] sv = new int[2];
        assertEquals(0, POSIX.socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
        sockets.keep(sv[0]);
        sockets.keep(sv[1]);
        return sv;
    }

    private int[] newPipe() throws ErrnoException {
        int[] pipe = new int[2];
        check(pipe(pipe));
        sockets.keep(pipe[0]);
        sockets.keep(pipe[1]);
        return pipe;
    }

    private static int option(int fd, int optname) throws ErrnoException {
        int[] value = new int[1];
        check(getsockopt(fd, SOL_SOCKET, optname, value, new int[] {sizeof(value)}));
        return value[0];
    }

    /** What getsockopt of jnr-posix gets, or -1. */
    private static int posixOption(int fd, int optname) {
        ByteBuffer value = direct(Integer.BYTES);
        int result = POSIX.libc().getsockopt(fd, SOL_SOCKET, optname, value, new IntByReference(Integer.BYTES));
        return result == 0 ? value.getInt(0) : result;
    }

    private static ByteBuffer direct(String text) {
        return direct(text.length()).put(text.getBytes(US_ASCII)).flip();
    }

    private static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}

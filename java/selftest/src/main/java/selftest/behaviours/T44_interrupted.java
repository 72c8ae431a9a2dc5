package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.*;
import static libc.Signal.*;
import static libc.Unistd.*;
import static libc.sys.Epoll.*;
import static libc.sys.Select.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import selftest.Conversation;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/**
 * A signal whose handler has no SA_RESTART ends a call that waits, with EINTR; with it the call goes on, but for those
 * that signal(7) lists.
 */
class T44_interrupted {

    /** Of the handlers that the JVM sets for {@code signal}, all have SA_RESTART. */
    private static final int RESTARTS = SIGURG;

    /** By this one the JDK's channels wake a thread; its handler does nothing and has no SA_RESTART. */
    private static final int ENDS = SIGRTMAX - 2;

    private static final byte[] BUF = new byte[1024];

    /** What is called in a test. */
    private interface Call {
        int call() throws Exception;
    }

    /** A call that waits: the number and value of an argument by which the kernel's list of calls shows that it does. */
    private record Waiting(int number, long argument, Call call) {}

    @On(Group.ALL)
    void recv_without_sa_restart(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEnded(sockets, ENDS, receiving(c.server()));
        sendText(c.client(), "later");
        assertEquals("later", recvText(c.server()), "nothing is lost");
    }

    @On(Group.ALL)
    void recv_with_sa_restart(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertGoesOn(sockets, receiving(c.server()), 5, () -> send(c.client(), "later", 5, 0));
    }

    /** signal(7): with a timeout, EINTR whatever the handler. */
    @On(Group.ALL)
    void recv_with_a_timeout(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        timeout(c.server(), SO_RCVTIMEO);
        assertEnded(sockets, ENDS, receiving(c.server()));
        assertEnded(sockets, RESTARTS, receiving(c.server()));
    }

    @On({Group.STREAM, Group.UNIX})
    void send_without_sa_restart(Transport transport, Sockets sockets) throws Exception {
        assertEnded(sockets, ENDS, sending(full(transport, sockets).client()));
    }

    @On({Group.STREAM, Group.UNIX})
    void send_with_sa_restart(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = full(transport, sockets);
        AtomicBoolean sent = new AtomicBoolean();
        Waiting sending = sending(c.client());
        assertGoesOn(sockets, new Waiting(sending.number, sending.argument, () -> {
            int n = sending.call.call();
            sent.set(true);
            return n;
        }), BUF.length, () -> {
            Sockets.until("there is room", () -> {
                recv(c.server(), BUF, BUF.length, MSG_DONTWAIT);
                return sent.get();
            });
            return 0;
        });
    }

    @On({Group.STREAM, Group.UNIX})
    void send_with_a_timeout(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = full(transport, sockets);
        timeout(c.client(), SO_SNDTIMEO);
        assertEnded(sockets, RESTARTS, sending(c.client()));
    }

    @On(Group.LISTENER)
    void accept_without_sa_restart(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        assertEnded(sockets, ENDS, accepting(sockets, listener));
        sockets.connected(sockets.open(), addr);
        sockets.keep(accept(listener, null, null));
    }

    @On(Group.LISTENER)
    void accept_with_sa_restart(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.listening(listener);
        int client = sockets.open();
        assertGoesOn(sockets, accepting(sockets, listener), 0, () -> connect(client, addr, Sockets.length(addr)));
    }

    @On(Group.LISTENER)
    void accept_with_a_timeout(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockets.listening(listener);
        timeout(listener, SO_RCVTIMEO);
        assertEnded(sockets, RESTARTS, accepting(sockets, listener));
    }

    /** connect(2): a TCP connection is still made, as of a socket that does not wait. */
    @On(Group.LISTENER)
    void connect_without_sa_restart(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = crowded(sockets, listener);
        int client = sockets.open();
        assertEnded(sockets, ENDS, connecting(client, addr));
        check(fcntl(client, F_SETFL, O_NONBLOCK));
        assertFails(transport.isUnix() ? EAGAIN : EALREADY, connect(client, addr, Sockets.length(addr)));
        sockets.keep(accept(listener, null, null));
        if (transport.isInternet()) {
            Sockets.await(client, POLLOUT);
            assertEquals(0, Sockets.option(client, SOL_SOCKET, SO_ERROR));
        } else {
            sockets.connected(client, addr);
        }
    }

    @On(Group.LISTENER)
    void connect_with_sa_restart(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = crowded(sockets, listener);
        assertGoesOn(sockets, connecting(sockets.open(), addr), 0,
                () -> sockets.keep(accept(listener, null, null)));
    }

    @On(Group.LISTENER)
    void connect_with_a_timeout(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = crowded(sockets, sockets.open());
        int client = sockets.open();
        timeout(client, SO_SNDTIMEO);
        assertEnded(sockets, RESTARTS, connecting(client, addr));
    }

    @On(Group.ALL)
    void poll_select_and_epoll_wait_never_go_on(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().server();
        int epfd = sockets.keep(epoll_create1(0));
        epoll_event event = new epoll_event();
        event.events = EPOLLIN;
        check(epoll_ctl(epfd, EPOLL_CTL_ADD, fd, event));
        fd_set set = new fd_set();
        FD_SET(fd, set);
        for (int signum : new int[] {ENDS, RESTARTS}) {
            assertEnded(sockets, signum, new Waiting(2, 1, () -> poll(new pollfd[] {new pollfd(fd, POLLIN, 0)}, 1, -1)));
            assertEnded(sockets, signum, new Waiting(1, fd + 1, () -> select(fd + 1, set, null, null, null)));
            assertEnded(sockets, signum, new Waiting(1, epfd, () -> epoll_wait(epfd, epoll_event.array(1), 1, -1)));
        }
    }

    @On(Group.STREAM)
    void what_was_received_before_is_counted(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int signum : new int[] {ENDS, RESTARTS}) {
            sendText(c.client(), "abc");
            Sockets.await(c.server(), POLLIN);
            during(sockets, signum, new Waiting(1, c.server(),
                    () -> recv(c.server(), BUF, BUF.length, MSG_WAITALL)), result -> assertEquals(3, result));
        }
    }

    @On(Group.STREAM)
    void what_was_sent_before_is_counted(Transport transport, Sockets sockets) throws Exception {
        byte[] data = new byte[16 << 20];
        for (int signum : new int[] {ENDS, RESTARTS}) {
            int fd = sockets.connected().client();
            during(sockets, signum, new Waiting(1, fd, () -> send(fd, data, data.length, 0)),
                    result -> assertTrue(result > 0 && result < data.length, "sent " + result));
        }
    }

    private static Waiting receiving(int fd) {
        return new Waiting(1, fd, () -> recv(fd, BUF, BUF.length, 0));
    }

    private static Waiting sending(int fd) {
        return new Waiting(1, fd, () -> send(fd, BUF, BUF.length, 0));
    }

    private static Waiting connecting(int fd, sockaddr addr) {
        return new Waiting(1, fd, () -> connect(fd, addr, Sockets.length(addr)));
    }

    /** Answers 0 for any descriptor. */
    private static Waiting accepting(Sockets sockets, int listener) {
        return new Waiting(1, listener, () -> {
            int fd = accept(listener, null, null);
            return fd == -1 ? -1 : sockets.keep(fd) * 0;
        });
    }

    /** Two of which the client finds no room to send any more. */
    private static Sockets.Connected full(Transport transport, Sockets sockets) throws IOException {
        Sockets.Connected c = sockets.connected();
        Sockets.fill(c.client());
        if (transport.isInternet()) {
            check(setsockopt(c.client(), SOL_SOCKET, SO_SNDBUF, 1)); // for what TCP hands over meanwhile makes room
        }
        return c;
    }

    /** Lets a socket listen whose queue is full. */
    private static sockaddr crowded(Sockets sockets, int listener) throws IOException {
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, 0));
        sockets.connected(sockets.open(), addr);
        return addr;
    }

    private static void timeout(int fd, int option) throws IOException {
        timeval time = new timeval(60, 0);
        check(setsockopt(fd, SOL_SOCKET, option, time, sizeof(time)));
    }

    /** The signal ends the call. */
    private static void assertEnded(Sockets sockets, int signum, Waiting waiting) throws Exception {
        during(sockets, signum, waiting, result -> assertFails(EINTR, result));
    }

    /** The call survives the signal, and comes to its own end. */
    private static void assertGoesOn(Sockets sockets, Waiting waiting, int expected, Call end) throws Exception {
        CountDownLatch handled = new CountDownLatch(1);
        AtomicInteger tid = new AtomicInteger();
        sighandler_t before = signal(RESTARTS, signum -> handled.countDown());
        assertNotEquals(SIG_ERR, before);
        try {
            Conversation.between(server -> {
                tid.set(gettid());
                server.step();
                assertEquals(expected, check(waiting.call.call()));
            }, client -> {
                client.step();
                Sockets.untilBlocked(tid.get(), waiting.number, waiting.argument);
                signalThread(sockets, tid.get(), RESTARTS);
                assertTrue(handled.await(10, TimeUnit.SECONDS), "the signal has come");
                Sockets.untilBlocked(tid.get(), waiting.number, waiting.argument);
                check(end.call());
            });
        } finally {
            assertNotEquals(SIG_ERR, signal(RESTARTS, before));
        }
    }

    private interface Result {
        void check(int result);
    }

    /** The signal comes while the call waits. */
    private static void during(Sockets sockets, int signum, Waiting waiting, Result expected) throws Exception {
        AtomicInteger tid = new AtomicInteger();
        sighandler_t before = signum == RESTARTS ? signal(RESTARTS, n -> { }) : null;
        assertNotEquals(SIG_ERR, before);
        letTheJdkHandleItsSignal();
        try {
            Conversation.between(server -> {
                tid.set(gettid());
                server.step();
                expected.check(waiting.call.call());
            }, client -> {
                client.step();
                Sockets.untilBlocked(tid.get(), waiting.number, waiting.argument);
                signalThread(sockets, tid.get(), signum);
            });
        } finally {
            if (signum == RESTARTS) {
                assertNotEquals(SIG_ERR, signal(RESTARTS, before));
            }
        }
    }

    /** It sets the handler when a channel is first used by a thread that may have to be woken. */
    private static void letTheJdkHandleItsSignal() throws IOException {
        Pipe pipe = Pipe.open();
        try (Pipe.SinkChannel sink = pipe.sink(); Pipe.SourceChannel source = pipe.source()) {
            sink.write(ByteBuffer.allocate(1));
            source.read(ByteBuffer.allocate(1));
        }
    }

    /** A signal for one thread alone: that input has come for a socket which it owns. */
    private static void signalThread(Sockets sockets, int tid, int signum) throws IOException {
        int[] sv = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
        sockets.keep(sv[0]);
        sockets.keep(sv[1]);
        check(fcntl(sv[0], F_SETOWN_EX, new f_owner_ex(F_OWNER_TID, tid)));
        check(fcntl(sv[0], F_SETSIG, signum));
        check(fcntl(sv[0], F_SETFL, O_ASYNC));
        check(write(sv[1], "!", 1));
    }
}

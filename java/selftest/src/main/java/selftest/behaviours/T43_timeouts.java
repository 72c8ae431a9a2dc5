package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.poll;
import static libc.Unistd.gettid;
import static libc.Unistd.read;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.sendText;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import selftest.Conversation;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** With SO_RCVTIMEO and SO_SNDTIMEO a call that has waited in vain for so long answers EAGAIN. */
class T43_timeouts {

    private static final int TIMEOUT_MS = 50;
    private static final byte[] BUF = new byte[1024];

    /** What is called in a test. */
    private interface Call {
        int call() throws Exception;
    }

    @On(Group.ALL)
    void receiving_ends_when_the_time_is_up(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().server();
        timeout(fd, SO_RCVTIMEO);
        msghdr msg = new msghdr(null, 0, new iovec[] {new iovec(BUF, BUF.length)}, 1, null, 0, 0);
        mmsghdr[] msgs = mmsghdr.array(1);
        msgs[0].msg_hdr.set(msg);
        assertTimesOut(EAGAIN, () -> recv(fd, BUF, BUF.length, 0));
        assertTimesOut(EAGAIN, () -> recvfrom(fd, BUF, BUF.length, 0, null, null));
        assertTimesOut(EAGAIN, () -> recvmsg(fd, msg, 0));
        assertTimesOut(EAGAIN, () -> recvmmsg(fd, msgs, 1, 0, null));
        assertTimesOut(EAGAIN, () -> read(fd, BUF, BUF.length));
    }

    @On(Group.ALL)
    void what_comes_in_time_is_received(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        timeval ample = new timeval(10, 0);
        check(setsockopt(c.server(), SOL_SOCKET, SO_RCVTIMEO, ample, sizeof(ample)));
        sendText(c.client(), "now");
        assertEquals(3, check(recv(c.server(), BUF, BUF.length, 0)));
        assertFails(EAGAIN, recv(c.server(), BUF, BUF.length, MSG_DONTWAIT));
    }

    @On({Group.STREAM, Group.UNIX})
    void sending_ends_when_the_time_is_up(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        timeout(fd, SO_SNDTIMEO);
        long start = 0;
        int result = 0;
        for (int i = 0; i < 1 << 20 && result != -1; i++) {
            start = System.nanoTime();
            result = send(fd, BUF, BUF.length, MSG_NOSIGNAL);
        }
        assertFails(EAGAIN, result);
        assertWaited(start);
    }

    @On(Group.STREAM)
    void what_was_sent_before_is_counted(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        timeout(fd, SO_SNDTIMEO);
        byte[] data = new byte[16 << 20];
        int sent = check(send(fd, data, data.length, MSG_NOSIGNAL));
        assertTrue(sent > 0 && sent < data.length, "sent " + sent);
    }

    @On(Group.LISTENER)
    void accepting_ends_when_the_time_is_up(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockets.listening(fd);
        timeout(fd, SO_RCVTIMEO);
        assertTimesOut(EAGAIN, () -> accept(fd, null, null));
    }

    /** socket(7): of connect(2) it is SO_SNDTIMEO, and EINPROGRESS, which only TCP can be. */
    @On(Group.LISTENER)
    void connecting_ends_when_the_time_is_up(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        check(listen(listener, 0));
        sockets.connected(sockets.open(), addr);
        int fd = sockets.open();
        timeout(fd, SO_SNDTIMEO);
        assertTimesOut(transport.isUnix() ? EAGAIN : EINPROGRESS, () -> connect(fd, addr, Sockets.length(addr)));
    }

    @On(Group.ALL)
    void the_time_can_be_asked_for(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int option : new int[] {SO_RCVTIMEO, SO_SNDTIMEO}) {
            timeval time = new timeval(1, 1);
            int[] length = {sizeof(time)};
            check(getsockopt(fd, SOL_SOCKET, option, time, length));
            assertEquals(new timeval(0, 0).toString(), time.toString(), "it waits without end");
            assertEquals(sizeof(time), length[0]);
            time = new timeval(2, 500_000);
            check(setsockopt(fd, SOL_SOCKET, option, time, sizeof(time)));
            timeval told = new timeval();
            check(getsockopt(fd, SOL_SOCKET, option, told, length));
            assertEquals(time.toString(), told.toString());
        }
    }

    @On(Group.ALL)
    void no_time_is_time_without_end(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        timeout(c.server(), SO_RCVTIMEO);
        assertTimesOut(EAGAIN, () -> recv(c.server(), BUF, BUF.length, 0));
        timeval none = new timeval(0, 0);
        check(setsockopt(c.server(), SOL_SOCKET, SO_RCVTIMEO, none, sizeof(none)));
        AtomicInteger tid = new AtomicInteger();
        Conversation.between(server -> {
            tid.set(gettid());
            server.step();
            assertEquals(4, check(recv(c.server(), BUF, BUF.length, 0)));
        }, client -> {
            client.step();
            Sockets.untilBlocked(tid.get(), 1, c.server());
            check(poll(null, 0, 2 * TIMEOUT_MS)); // the time that has to pass
            sendText(c.client(), "late");
        });
    }

    @On(Group.ALL)
    void what_is_no_time_is_edom(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        for (int option : new int[] {SO_RCVTIMEO, SO_SNDTIMEO}) {
            timeval wrong = new timeval(0, 1_000_000);
            assertFails(EDOM, setsockopt(fd, SOL_SOCKET, option, wrong, sizeof(wrong)));
            assertFails(EINVAL, setsockopt(fd, SOL_SOCKET, option, wrong, sizeof(wrong) - 1));
        }
    }

    private static void timeout(int fd, int option) throws Exception {
        timeval time = new timeval(0, TimeUnit.MILLISECONDS.toMicros(TIMEOUT_MS));
        check(setsockopt(fd, SOL_SOCKET, option, time, sizeof(time)));
    }

    private static void assertTimesOut(int errno, Call call) throws Exception {
        long start = System.nanoTime();
        assertFails(errno, call.call());
        assertWaited(start);
    }

    private static void assertWaited(long start) {
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        // The kernel counts in ticks, of which the first may be a short one.
        assertTrue(waited >= TIMEOUT_MS / 2, "waited " + waited + " ms");
    }
}

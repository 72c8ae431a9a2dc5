package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.Time.*;
import static libc.linux.Errqueue.*;
import static libc.linux.NetTstamp.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import libc.netinet.In;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SO_TIMESTAMP, SO_TIMESTAMPNS and SO_TIMESTAMPING say when a message came, in us and ns, or when it went. */
class T53_timestamps {

    private static final String NO_TIME = "a UNIX stream keeps no time";
    private static final long TOLERANCE = TimeUnit.SECONDS.toNanos(1); // a clock may be set meanwhile
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final int TIMEOUT = 20_000;

    private static long now() throws Exception {
        timespec now = new timespec();
        check(clock_gettime(CLOCK_REALTIME, now));
        return nanos(now);
    }

    private static long nanos(timespec time) {
        return TimeUnit.SECONDS.toNanos(time.tv_sec) + time.tv_nsec;
    }

    private static void assertBetween(long before, long time, long after) {
        assertTrue(time >= before - TOLERANCE && time <= after + TOLERANCE,
                () -> time + " is not between " + before + " and " + after);
    }

    private static msghdr exchanged(Sockets.Connected c) throws Exception {
        check(send(c.client(), "x", 1, 0));
        msghdr msg = Control.room(new byte[1], 256);
        assertEquals(1, check(recvmsg(c.server(), msg, 0)));
        return msg;
    }

    /** A message that has its time. The kernel begins to stamp packets a moment after the first socket has asked. */
    private static msghdr stamped(Sockets.Connected c) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        msghdr msg = exchanged(c);
        while (Control.all(msg).isEmpty() && System.nanoTime() < end) {
            msg = exchanged(c);
        }
        return msg;
    }

    private static int option(int fd, int option) throws Exception {
        int[] value = new int[1];
        check(getsockopt(fd, SOL_SOCKET, option, value, new int[] {sizeof(value)}));
        return value[0];
    }

    @On(value = {Group.MESSAGE, Group.TCP}, otherwise = NO_TIME)
    void a_timeval_comes_with_SO_TIMESTAMP(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_TIMESTAMP, 1));
        long before = now();
        timeval time = new timeval(Control.only(stamped(c), SOL_SOCKET, SCM_TIMESTAMP));
        assertTrue(time.tv_usec >= 0 && time.tv_usec < 1_000_000, time::toString);
        assertBetween(before, TimeUnit.SECONDS.toNanos(time.tv_sec) + TimeUnit.MICROSECONDS.toNanos(time.tv_usec), now());
    }

    @On(value = {Group.MESSAGE, Group.TCP}, otherwise = NO_TIME)
    void a_timespec_comes_with_SO_TIMESTAMPNS(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_TIMESTAMPNS, 1));
        long before = now();
        timespec time = new timespec(Control.only(stamped(c), SOL_SOCKET, SCM_TIMESTAMPNS));
        assertTrue(time.tv_nsec >= 0 && time.tv_nsec < 1_000_000_000, time::toString);
        assertBetween(before, nanos(time), now());
    }

    @On(Group.ALL)
    void one_of_the_two_switches_the_other_off(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        assertEquals(0, option(fd, SO_TIMESTAMP));
        check(setsockopt(fd, SOL_SOCKET, SO_TIMESTAMP, 1));
        assertEquals(List.of(1, 0), List.of(option(fd, SO_TIMESTAMP), option(fd, SO_TIMESTAMPNS)));
        check(setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, 1));
        assertEquals(List.of(0, 1), List.of(option(fd, SO_TIMESTAMP), option(fd, SO_TIMESTAMPNS)));
        check(setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, 0));
        assertEquals(List.of(0, 0), List.of(option(fd, SO_TIMESTAMP), option(fd, SO_TIMESTAMPNS)));
    }

    @On(value = {Group.MESSAGE, Group.TCP}, otherwise = NO_TIME)
    void who_does_not_ask_is_not_told(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_TIMESTAMP, 1));
        assertEquals(1, Control.all(stamped(c)).size());
        check(setsockopt(c.server(), SOL_SOCKET, SO_TIMESTAMP, 0));
        assertEquals(List.of(), Control.all(exchanged(c)));
    }

    @On(value = {Group.UDP, Group.TCP}, otherwise = "SO_TIMESTAMPING is about packets")
    void three_timespecs_come_with_SO_TIMESTAMPING(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int flags = SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;
        check(setsockopt(c.server(), SOL_SOCKET, SO_TIMESTAMPING, flags));
        assertEquals(flags, option(c.server(), SO_TIMESTAMPING));
        long before = now();
        scm_timestamping times = new scm_timestamping(Control.only(stamped(c), SOL_SOCKET, SCM_TIMESTAMPING));
        assertBetween(before, nanos(times.ts[0]), now());
        assertEquals(0, nanos(times.ts[1]), "not used any more");
        assertEquals(0, nanos(times.ts[2]), "no hardware");
    }

    @On(value = Group.UDP, otherwise = "SO_TIMESTAMPING is about packets, those of TCP are not its sends")
    void when_it_went_comes_through_the_error_queue(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.client(), SOL_SOCKET, SO_TIMESTAMPING, SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE
                | SOF_TIMESTAMPING_OPT_ID | SOF_TIMESTAMPING_OPT_TSONLY));
        long before = now();
        for (int id = 0; id < 2; id++) {
            check(send(c.client(), "x", 1, 0));
            pollfd[] poll = {new pollfd(c.client(), 0, 0)};
            assertEquals(1, check(poll(poll, 1, TIMEOUT)));
            assertEquals(POLLERR, poll[0].revents);
            msghdr msg = Control.room(new byte[8], 256);
            assertEquals(0, check(recvmsg(c.client(), msg, MSG_ERRQUEUE | MSG_DONTWAIT)), "the time only");
            assertBetween(before, nanos(new scm_timestamping(Control.only(msg, SOL_SOCKET, SCM_TIMESTAMPING)).ts[0]), now());
            ByteBuffer error = transport == Transport.UDP4 ? Control.only(msg, In.IPPROTO_IP, In.IP_RECVERR)
                    : Control.only(msg, In.IPPROTO_IPV6, In.IPV6_RECVERR);
            sock_extended_err err = new sock_extended_err(error);
            assertEquals(ENOMSG, err.ee_errno);
            assertEquals(SO_EE_ORIGIN_TIMESTAMPING, err.ee_origin);
            assertEquals(SCM_TSTAMP_SND, err.ee_info);
            assertEquals(id, err.ee_data, "which datagram it was");
        }
    }
}

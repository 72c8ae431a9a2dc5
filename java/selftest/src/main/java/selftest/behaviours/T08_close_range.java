package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import java.util.concurrent.FutureTask;
import libc.ErrnoException;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A range of descriptors is closed, or set close-on-exec, in one call. */
class T08_close_range {

    private static final String SOCKETS = "says something of sockets, of which this is none";
    private static final String NO_END = "has no end that its peer sees";
    private static final int NO_FLAG = 1 << 30;

    @On(value = Group.CONNECTION, otherwise = NO_END)
    void the_range_is_closed_and_no_more(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected[] c = {sockets.connected(), sockets.connected(), sockets.connected(), sockets.connected()};
        int[] row = inARow(sockets, c);
        if (!has(close_range(row[1], row[2], 0))) {
            return;
        }
        assertEquals(0, check(fcntl(row[0], F_GETFD)) & FD_CLOEXEC);
        assertFails(EBADF, fcntl(row[1], F_GETFD));
        assertFails(EBADF, fcntl(row[2], F_GETFD));
        assertEquals(0, check(fcntl(row[3], F_GETFD)) & FD_CLOEXEC);
        for (int i = 0; i < row.length; i++) {
            byte[] buf = new byte[4];
            if (i == 1 || i == 2) {
                assertEquals(0, check(recv(c[i].server(), buf, buf.length, 0)));
            } else {
                assertFails(EAGAIN, recv(c[i].server(), buf, buf.length, MSG_DONTWAIT));
                check(close(row[i]));
            }
        }
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void numbers_without_descriptor_are_passed_over(Transport transport, Sockets sockets) throws Exception {
        int[] row = inARow(sockets, sockets.connected(), sockets.connected(), sockets.connected(), sockets.connected());
        check(close(row[1]));
        check(close(row[2]));
        if (has(close_range(row[0], row[3], 0))) {
            assertEquals(0, check(close_range(row[0], row[3], 0)), "there is nothing left to close");
        } else {
            check(close(row[0]));
            check(close(row[3]));
        }
    }

    // CLOSE_RANGE_CLOEXEC is of Linux 5.11, and an unknown flag before.
    @On(value = Group.ALL, otherwise = SOCKETS)
    void with_CLOEXEC_they_stay_open_until_exec(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected[] c = {sockets.connected(), sockets.connected(), sockets.connected(), sockets.connected()};
        int[] row = inARow(sockets, c);
        boolean set = has(close_range(row[1], row[2], CLOSE_RANGE_CLOEXEC), EINVAL);
        for (int i = 0; i < row.length; i++) {
            assertEquals(set && (i == 1 || i == 2) ? FD_CLOEXEC : 0, check(fcntl(row[i], F_GETFD)));
            assertEquals(1, check(send(row[i], "x", 1, 0)));
            assertEquals(1, check(recv(c[i].server(), new byte[4], 4, 0)));
            check(close(row[i]));
        }
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void with_UNSHARE_they_stay_open_for_the_other_threads(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected[] c = {sockets.connected(), sockets.connected(), sockets.connected(), sockets.connected()};
        int[] row = inARow(sockets, c);
        FutureTask<Boolean> other = new FutureTask<>(() -> {
            boolean unshared = has(close_range(row[1], row[2], CLOSE_RANGE_UNSHARE));
            if (unshared) {
                assertFails(EBADF, fcntl(row[1], F_GETFD));
                assertFails(EBADF, fcntl(row[2], F_GETFD));
                check(fcntl(row[0], F_GETFD));
            }
            return unshared;
        });
        new Thread(other).start();
        other.get();
        for (int i = 0; i < row.length; i++) {
            assertEquals(1, check(send(row[i], "x", 1, 0)));
            assertEquals(1, check(recv(c[i].server(), new byte[4], 4, 0)));
            check(close(row[i]));
        }
    }

    @On(value = Group.NONE, otherwise = "is a descriptor in a range")
    void an_empty_range_and_an_unknown_flag_are_invalid() throws Exception {
        if (has(close_range(Integer.MAX_VALUE, Integer.MAX_VALUE, 0))) {
            assertFails(EINVAL, close_range(Integer.MAX_VALUE, Integer.MAX_VALUE - 1, 0));
            assertFails(EINVAL, close_range(Integer.MAX_VALUE, Integer.MAX_VALUE, NO_FLAG));
        }
    }

    /** Whether this kernel has the call, of Linux 5.9, and the flag: it says what it lacks. */
    private static boolean has(int result, int... otherErrors) throws ErrnoException {
        if (result == -1 && (errno() == ENOSYS || otherErrors.length > 0 && errno() == otherErrors[0])) {
            return false;
        }
        check(result);
        return true;
    }

    /** The clients' sockets, moved to numbers in a row. */
    private static int[] inARow(Sockets sockets, Sockets.Connected... c) throws ErrnoException {
        int first = sockets.aside(sockets.open());
        sockets.closeNow(first);
        int[] row = new int[c.length];
        for (int i = 0; i < c.length; i++) {
            row[i] = check(dup2(c[i].client(), first + i));
            sockets.closeNow(c[i].client());
        }
        return row;
    }
}

package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Spawn.*;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static libc.sys.Wait.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A program that is run has the sockets that are not close-on-exec. */
class T09_inheritance_over_exec {

    private static final String SOCKETS = "says something of sockets, of which this is none";
    private static final String NO_END = "has no end that its peer sees";

    @On(value = Group.ALL, otherwise = SOCKETS)
    void a_socket_stays_open(Transport transport, Sockets sockets) throws Exception {
        assertTrue(isOpenInChild(sockets.open()));
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void one_that_is_close_on_exec_does_not(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open(SOCK_CLOEXEC);
        assertFalse(isOpenInChild(fd));
        check(fcntl(fd, F_SETFD, 0));
        assertTrue(isOpenInChild(fd));
        check(fcntl(fd, F_SETFD, FD_CLOEXEC));
        assertFalse(isOpenInChild(fd));
        check(fcntl(fd, F_GETFD));
    }

    @On(value = Group.ALL, otherwise = SOCKETS)
    void what_the_child_writes_comes_to_the_peer(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(fcntl(c.client(), F_SETFD, FD_CLOEXEC));
        posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
        // A duplicate is not close-on-exec, even if what it duplicates is.
        assertEquals(0, posix_spawn_file_actions_adddup2(actions, c.client(), 1));
        assertEquals(0, status(shell("echo hello", actions)));
        byte[] buf = new byte[16];
        int n = check(recv(c.server(), buf, buf.length, 0));
        assertEquals("hello\n", new String(buf, 0, n, US_ASCII));
    }

    @On(value = Group.CONNECTION, otherwise = NO_END)
    void the_connection_lives_as_long_as_the_child_has_it(Transport transport, Sockets sockets) throws Exception {
        int[] pipe = new int[2];
        check(pipe2(pipe, O_CLOEXEC));
        sockets.keep(pipe[0]);
        sockets.keep(pipe[1]);
        Sockets.Connected c = sockets.connected();
        check(fcntl(c.server(), F_SETFD, FD_CLOEXEC));
        posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
        assertEquals(0, posix_spawn_file_actions_adddup2(actions, pipe[0], 0));
        int child = shell("read line", actions);
        sockets.closeNow(c.client());
        byte[] buf = new byte[4];
        assertFails(EAGAIN, recv(c.server(), buf, buf.length, MSG_DONTWAIT));
        assertEquals(1, check(write(pipe[1], "\n", 1)));
        assertEquals(0, status(child));
        assertEquals(0, check(recv(c.server(), buf, buf.length, 0)));
    }

    private static boolean isOpenInChild(int fd) throws Exception {
        int status = status(shell("test -S /proc/$$/fd/" + fd, null));
        assertTrue(status == 0 || status == 1, "test ended with " + status);
        return status == 0;
    }

    private static int shell(String command, posix_spawn_file_actions_t actions) {
        int[] pid = new int[1];
        assertEquals(0, posix_spawn(pid, "/bin/sh", actions, null, new String[] {"sh", "-c", command}, environ));
        return pid[0];
    }

    private static int status(int pid) throws Exception {
        int[] status = new int[1];
        assertEquals(pid, check(waitpid(pid, status, 0)));
        assertTrue(WIFEXITED(status[0]));
        return WEXITSTATUS(status[0]);
    }
}

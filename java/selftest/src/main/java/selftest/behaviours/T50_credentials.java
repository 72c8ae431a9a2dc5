package selftest.behaviours;

import static libc.Errno.*;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import java.util.List;
import selftest.Control;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SO_PASSCRED brings the sender's ids with each message; SCM_CREDENTIALS may say them, but not others. */
class T50_credentials {

    private static final String UNIX_ONLY = "credentials travel over AF_UNIX alone";
    private static final int NOBODY = 65534;
    private static final int PID_MAX_LIMIT = 1 << 22;

    private static ucred own() {
        return new ucred(getpid(), geteuid(), getegid());
    }

    private static msghdr claiming(ucred cred) {
        return Control.message("x", Control.of(SOL_SOCKET, SCM_CREDENTIALS, cred));
    }

    private static msghdr received(int fd) throws Exception {
        msghdr msg = Control.room(new byte[8], 256);
        assertEquals(1, check(recvmsg(fd, msg, MSG_DONTWAIT)));
        return msg;
    }

    private static void assertReceived(ucred expected, int fd) throws Exception {
        assertEquals(expected.toString(), new ucred(Control.only(received(fd), SOL_SOCKET, SCM_CREDENTIALS)).toString());
    }

    private static Sockets.Connected asking(Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_PASSCRED, 1));
        return c;
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void who_asks_gets_them_with_each_message(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = asking(sockets);
        for (int i = 0; i < 2; i++) {
            check(send(c.client(), "x", 1, 0));
            assertReceived(own(), c.server());
        }
        check(setsockopt(c.server(), SOL_SOCKET, SO_PASSCRED, 0));
        check(send(c.client(), "x", 1, 0));
        assertEquals(List.of(), Control.all(received(c.server())), "not asked any more");
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void who_does_not_ask_does_not_get_what_is_sent(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(sendmsg(c.client(), claiming(own()), 0));
        assertEquals(List.of(), Control.all(received(c.server())));
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void own_ones_may_be_sent(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = asking(sockets);
        check(sendmsg(c.client(), claiming(new ucred(getpid(), getuid(), getgid())), 0));
        assertReceived(new ucred(getpid(), getuid(), getgid()), c.server());
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void of_another_process_only_CAP_SYS_ADMIN_may_speak(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = asking(sockets);
        ucred parent = new ucred(getppid(), geteuid(), getegid());
        int result = sendmsg(c.client(), claiming(parent), 0);
        if (Machine.has(Machine.CAP_SYS_ADMIN)) {
            assertEquals(1, check(result));
            assertReceived(parent, c.server());
            // Beyond the largest pid there can be.
            assertFails(ESRCH, sendmsg(c.client(), claiming(new ucred(PID_MAX_LIMIT + 1, geteuid(), getegid())), 0));
        } else {
            assertFails(EPERM, result);
            assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
        }
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void of_another_user_only_CAP_SETUID_may_speak(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = asking(sockets);
        ucred other = new ucred(getpid(), geteuid() == 0 ? NOBODY : 0, getegid());
        int result = sendmsg(c.client(), claiming(other), 0);
        if (Machine.has(Machine.CAP_SETUID)) {
            assertEquals(1, check(result));
            assertReceived(other, c.server());
        } else {
            assertFails(EPERM, result);
        }
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void of_another_group_only_CAP_SETGID_may_speak(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = asking(sockets);
        ucred other = new ucred(getpid(), geteuid(), getegid() == 0 ? NOBODY : 0);
        int result = sendmsg(c.client(), claiming(other), 0);
        if (Machine.has(Machine.CAP_SETGID)) {
            assertEquals(1, check(result));
            assertReceived(other, c.server());
        } else {
            assertFails(EPERM, result);
        }
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void a_struct_of_another_length_is_EINVAL(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertFails(EINVAL, sendmsg(c.client(),
                Control.message("x", Control.of(SOL_SOCKET, SCM_CREDENTIALS, getpid(), geteuid())), 0));
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void they_go_beside_descriptors(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = asking(sockets);
        check(sendmsg(c.client(), Control.message("x", Control.of(SOL_SOCKET, SCM_RIGHTS, c.client())), 0));
        msghdr msg = received(c.server());
        assertEquals(own().toString(), new ucred(Control.only(msg, SOL_SOCKET, SCM_CREDENTIALS)).toString());
        sockets.keep(Control.only(msg, SOL_SOCKET, SCM_RIGHTS).getInt());
    }
}

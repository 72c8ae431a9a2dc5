package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.O_NONBLOCK;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static selftest.Assert.assertFails;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SCM_RIGHTS hands open files over AF_UNIX: none, one, many, up to 253, under one header or several. */
class T47_scm_rights {

    private static final int SCM_MAX_FD = 253;
    private static final String UNIX_ONLY = "descriptors travel over AF_UNIX alone";

    private static Control rights(int... fds) {
        return Control.of(SOL_SOCKET, SCM_RIGHTS, fds);
    }

    /** A pipe whose read end answers EAGAIN instead of waiting. */
    private static int[] pipe(Sockets sockets) throws Exception {
        int[] pipe = new int[2];
        check(pipe2(pipe, O_NONBLOCK));
        sockets.keep(pipe[0]);
        sockets.keep(pipe[1]);
        return pipe;
    }

    /** Receives a message and the descriptors that have come with it. */
    private static int[] received(Sockets sockets, int fd) throws Exception {
        msghdr msg = Control.room(new byte[8], CMSG_SPACE((SCM_MAX_FD + 1) * Integer.BYTES));
        assertEquals(1, check(recvmsg(fd, msg, MSG_DONTWAIT)));
        assertEquals(0, msg.msg_flags & MSG_CTRUNC);
        ByteBuffer data = Control.only(msg, SOL_SOCKET, SCM_RIGHTS);
        int[] fds = new int[data.remaining() / Integer.BYTES];
        for (int i = 0; i < fds.length; i++) {
            fds[i] = sockets.keep(data.getInt());
        }
        return fds;
    }

    /** What is written to one descriptor comes out of the other. */
    private static void assertJoined(int writeEnd, int readEnd) throws Exception {
        byte[] buf = new byte[8];
        check(write(writeEnd, "abc", 3));
        assertEquals(3, check(read(readEnd, buf, buf.length)));
        assertEquals("abc", new String(buf, 0, 3));
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void one_descriptor_is_the_same_open_file_under_a_new_number(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] pipe = pipe(sockets);
        assertEquals(1, check(sendmsg(c.client(), Control.message("x", rights(pipe[1])), 0)));
        sockets.closeNow(pipe[1]);
        int[] fds = received(sockets, c.server());
        assertEquals(1, fds.length);
        assertNotEquals(pipe[0], fds[0]);
        assertJoined(fds[0], pipe[0]);
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void many_come_in_their_order(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] one = pipe(sockets);
        int[] two = pipe(sockets);
        check(sendmsg(c.client(), Control.message("x", rights(one[1], two[1], one[0])), 0));
        int[] fds = received(sockets, c.server());
        assertEquals(3, fds.length);
        assertJoined(fds[0], fds[2]);
        assertJoined(fds[1], two[0]);
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void there_may_be_253(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] pipe = pipe(sockets);
        int[] most = new int[SCM_MAX_FD];
        Arrays.fill(most, pipe[1]);
        check(sendmsg(c.client(), Control.message("x", rights(most)), 0));
        int[] fds = received(sockets, c.server());
        assertEquals(SCM_MAX_FD, fds.length);
        assertEquals(SCM_MAX_FD, IntStream.of(fds).distinct().count());
        assertJoined(fds[SCM_MAX_FD - 1], pipe[0]);
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void more_than_253_are_EINVAL_and_nothing_is_sent(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] tooMany = new int[SCM_MAX_FD + 1];
        Arrays.fill(tooMany, c.client());
        assertFails(EINVAL, sendmsg(c.client(), Control.message("x", rights(tooMany)), 0));
        int[] most = Arrays.copyOf(tooMany, SCM_MAX_FD);
        assertFails(EINVAL, sendmsg(c.client(), Control.message("x", rights(most), rights(c.client())), 0));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void those_of_separate_headers_come_under_one(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] one = pipe(sockets);
        int[] two = pipe(sockets);
        check(sendmsg(c.client(), Control.message("x", rights(one[1]), rights(two[1], two[0])), 0));
        int[] fds = received(sockets, c.server());
        assertEquals(3, fds.length);
        assertJoined(fds[0], one[0]);
        assertJoined(fds[1], fds[2]);
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void an_empty_header_brings_none(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(sendmsg(c.client(), Control.message("x", rights()), 0));
        msghdr msg = Control.room(new byte[8], 100);
        assertEquals(1, check(recvmsg(c.server(), msg, MSG_DONTWAIT)));
        assertEquals(List.of(), Control.all(msg));
        assertEquals(0, msg.msg_controllen);
        assertEquals(0, msg.msg_flags & MSG_CTRUNC);
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void a_closed_one_is_EBADF_and_nothing_is_sent(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertFails(EBADF, sendmsg(c.client(), Control.message("x", rights(c.client(), -1)), 0));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
    }

    /** unix(7): on a stream, at least one byte of real data has to go with it. */
    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void without_data_they_go_with_a_message_but_not_in_a_stream(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] pipe = pipe(sockets);
        assertEquals(0, check(sendmsg(c.client(), Control.message("", rights(pipe[1])), 0)));
        msghdr msg = Control.room(new byte[8], CMSG_SPACE(Integer.BYTES));
        int result = recvmsg(c.server(), msg, MSG_DONTWAIT);
        if (transport.isStream()) {
            assertFails(EAGAIN, result);
        } else {
            assertEquals(0, check(result));
            assertJoined(sockets.keep(Control.only(msg, SOL_SOCKET, SCM_RIGHTS).getInt()), pipe[0]);
        }
    }

    /** unix(7): ancillary data is a barrier, so that it is known which bytes it came with. */
    @On(value = Group.UNIX, except = {Group.MESSAGE}, otherwise = "a message has its own")
    void a_recv_ends_behind_the_bytes_that_they_came_with(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(send(c.client(), "a", 1, 0));
        check(sendmsg(c.client(), Control.message("b", rights(c.client())), 0));
        check(send(c.client(), "c", 1, 0));
        byte[] data = new byte[8];
        msghdr msg = Control.room(data, CMSG_SPACE(Integer.BYTES));
        assertEquals(2, check(recvmsg(c.server(), msg, MSG_DONTWAIT)));
        assertEquals("ab", new String(data, 0, 2));
        sockets.keep(Control.only(msg, SOL_SOCKET, SCM_RIGHTS).getInt());
        assertEquals(1, check(recv(c.server(), data, data.length, MSG_DONTWAIT)));
    }

    /** The kernel reads the header and does nothing about it; no page says so. */
    @On(value = Group.INTERNET, otherwise = "over AF_UNIX they travel")
    void over_ip_they_do_not_come(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(1, check(sendmsg(c.client(), Control.message("x", rights(c.client())), 0)));
        msghdr msg = Control.room(new byte[8], 100);
        assertEquals(1, check(recvmsg(c.server(), msg, 0)));
        assertFalse(Control.all(msg).stream().anyMatch(control -> control.type() == SCM_RIGHTS));
    }
}

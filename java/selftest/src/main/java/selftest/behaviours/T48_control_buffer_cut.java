package selftest.behaviours;

import static libc.Errno.*;
import static libc.Fcntl.O_NONBLOCK;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** Wherever msg_control ends, what fits is there, MSG_CTRUNC says that something is missing, and no descriptor leaks. */
class T48_control_buffer_cut {

    private static final int COUNT = 3;
    private static final int HEADER = CMSG_LEN(0);
    private static final String UNIX_ONLY = "descriptors and credentials travel over AF_UNIX alone";

    /** Sends the write end of a new pipe three times with one byte, keeps none, and answers the read end. */
    private static int sendAway(Sockets sockets, int fd) throws Exception {
        int[] pipe = new int[2];
        check(pipe2(pipe, O_NONBLOCK));
        sockets.keep(pipe[0]);
        check(sendmsg(fd, Control.message("x", Control.of(SOL_SOCKET, SCM_RIGHTS, pipe[1], pipe[1], pipe[1])), 0));
        check(close(pipe[1]));
        return pipe[0];
    }

    /** A pipe is at its end when nobody can write to it any more. */
    private static void assertNobodyHasIt(int readEnd, String message) throws Exception {
        assertEquals(0, check(read(readEnd, new byte[1], 1)), message);
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void as_many_descriptors_come_as_have_room_and_the_others_are_closed(Transport transport, Sockets sockets)
            throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int room = 0; room <= CMSG_SPACE(COUNT * Integer.BYTES); room++) {
            String message = "room for " + room;
            int pipe = sendAway(sockets, c.client());
            msghdr msg = Control.room(new byte[1], room);
            assertEquals(1, check(recvmsg(c.server(), msg, MSG_DONTWAIT)), message);
            int fit = Math.min(COUNT, Math.max(0, room - HEADER) / Integer.BYTES);
            assertEquals(fit < COUNT ? MSG_CTRUNC : 0, msg.msg_flags & MSG_CTRUNC, message);
            if (fit == 0) {
                assertNull(CMSG_FIRSTHDR(msg), message);
            } else {
                assertEquals(Math.min(room, CMSG_SPACE(fit * Integer.BYTES)), msg.msg_controllen, message);
                ByteBuffer data = Control.only(msg, SOL_SOCKET, SCM_RIGHTS);
                assertEquals(fit * Integer.BYTES, data.remaining(), message);
                while (data.hasRemaining()) {
                    check(close(data.getInt()));
                }
            }
            assertNobodyHasIt(pipe, message);
        }
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void a_recv_without_control_messages_closes_them(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int pipe = sendAway(sockets, c.client());
        assertEquals(1, check(recv(c.server(), new byte[1], 1, MSG_DONTWAIT)));
        assertNobodyHasIt(pipe, "after recv");
        pipe = sendAway(sockets, c.client());
        msghdr msg = Control.room(new byte[1], 0);
        msg.msg_control = null;
        assertEquals(1, check(recvmsg(c.server(), msg, MSG_DONTWAIT)));
        assertEquals(MSG_CTRUNC, msg.msg_flags & MSG_CTRUNC);
        assertNobodyHasIt(pipe, "after recvmsg");
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void what_nobody_received_is_closed_with_the_socket(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int pipe = sendAway(sockets, c.client());
        assertEquals(-1, read(pipe, new byte[1], 1));
        assertEquals(EAGAIN, errno(), "in flight it is open");
        sockets.closeNow(c.server());
        assertNobodyHasIt(pipe, "after close");
    }

    @On(value = Group.UNIX, otherwise = UNIX_ONLY)
    void of_a_struct_the_beginning_comes(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(setsockopt(c.server(), SOL_SOCKET, SO_PASSCRED, 1));
        int whole = sizeof(ucred.class);
        for (int room = 0; room <= CMSG_SPACE(whole); room++) {
            String message = "room for " + room;
            check(send(c.client(), "x", 1, 0));
            msghdr msg = Control.room(new byte[1], room);
            assertEquals(1, check(recvmsg(c.server(), msg, MSG_DONTWAIT)), message);
            assertEquals(room < CMSG_LEN(whole) ? MSG_CTRUNC : 0, msg.msg_flags & MSG_CTRUNC, message);
            if (room < HEADER) {
                assertNull(CMSG_FIRSTHDR(msg), message);
            } else {
                ByteBuffer data = Control.only(msg, SOL_SOCKET, SCM_CREDENTIALS);
                assertEquals(Math.min(room - HEADER, whole), data.remaining(), message);
                if (data.remaining() >= Integer.BYTES) {
                    assertEquals(getpid(), data.getInt(), message);
                }
            }
        }
    }
}

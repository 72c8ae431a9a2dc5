package selftest.behaviours;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.Unistd.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A descriptor that came by SCM_RIGHTS is close-on-exec if MSG_CMSG_CLOEXEC asked for it, whatever the sender's was. */
class T49_msg_cmsg_cloexec {

    @On(value = Group.UNIX, otherwise = "descriptors travel over AF_UNIX alone")
    void the_receiver_decides(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (int sent : new int[] {0, O_CLOEXEC}) {
            for (int flag : new int[] {0, MSG_CMSG_CLOEXEC}) {
                int[] pipe = new int[2];
                check(pipe2(pipe, sent));
                check(sendmsg(c.client(), Control.message("x",
                        Control.of(SOL_SOCKET, SCM_RIGHTS, sockets.keep(pipe[0]), sockets.keep(pipe[1]))), 0));
                msghdr msg = Control.room(new byte[1], CMSG_SPACE(2 * Integer.BYTES));
                assertEquals(1, check(recvmsg(c.server(), msg, flag)));
                assertEquals(flag, msg.msg_flags & MSG_CMSG_CLOEXEC, "told in msg_flags");
                ByteBuffer data = Control.only(msg, SOL_SOCKET, SCM_RIGHTS);
                for (int i = 0; i < 2; i++) {
                    int fd = sockets.keep(data.getInt());
                    assertEquals(flag == 0 ? 0 : FD_CLOEXEC, check(fcntl(fd, F_GETFD)), "of the received");
                }
                assertEquals(sent == 0 ? 0 : FD_CLOEXEC, check(fcntl(pipe[0], F_GETFD)), "of the sent, as before");
            }
        }
    }
}

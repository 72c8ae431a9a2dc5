package libc;

import static libc.Errno.EAGAIN;
import static libc.Errno.EBADF;
import static libc.Errno.EFAULT;
import static libc.Errno.EINVAL;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.linux.Filter.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** SO_ATTACH_FILTER: a struct that points to others. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class FilterIT {

    /** Passes datagrams that begin with a byte. */
    private static sock_fprog beginningWith(int b) {
        sock_filter[] code = {
            BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 0),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, b, 0, 1),
            BPF_STMT(BPF_RET | BPF_K, 0xffffffff),
            BPF_STMT(BPF_RET | BPF_K, 0),
        };
        return new sock_fprog(code.length, code);
    }

    @Test
    void filterDropsWhatItDoesNotPass() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            sock_fprog program = beginningWith('y');
            check(setsockopt(sv[1], SOL_SOCKET, SO_ATTACH_FILTER, program, sizeof(program)));
            byte[] buf = new byte[8];
            for (String message : new String[] {"no", "yes", "nay"}) {
                send(sv[0], message, message.length(), MSG_DONTWAIT);
            }
            assertEquals(3, recv(sv[1], buf, buf.length, MSG_DONTWAIT));
            assertEquals("yes", new String(buf, 0, 3));
            assertEquals(-1, recv(sv[1], buf, buf.length, MSG_DONTWAIT));
            assertEquals(EAGAIN, errno());
            check(setsockopt(sv[1], SOL_SOCKET, SO_DETACH_FILTER, 0));
            check(send(sv[0], "no", 2, MSG_DONTWAIT));
            assertEquals(2, recv(sv[1], buf, buf.length, MSG_DONTWAIT));
        }
    }

    @Test
    void filterThatIsNoneIsRefused() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.pair(SOCK_DGRAM)[0];
            sock_fprog program = beginningWith('y');
            assertError(EINVAL, fd, new sock_fprog(0, program.filter), sizeof(program));
            assertError(EINVAL, fd, new sock_fprog(1, null), sizeof(program));
            assertError(EINVAL, fd, new sock_fprog(1, new sock_filter[] {BPF_STMT(BPF_LD, 0)}), sizeof(program));
            assertError(EINVAL, fd, program, 8);
            assertError(EBADF, -1, program, sizeof(program));
            assertEquals(-1, setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, (sock_fprog) null, sizeof(program)));
            assertEquals(EFAULT, errno());
        }
    }

    private static void assertError(int error, int fd, sock_fprog program, int optlen) {
        assertEquals(-1, setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, optlen));
        assertEquals(error, errno(), () -> Strings.strerror(errno()) + " of " + program);
    }

    @Test
    void noInstructionIsReadBeyondTheArray() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.pair(SOCK_DGRAM)[0];
            sock_fprog program = beginningWith('y');
            program.len++;
            assertThrows(IndexOutOfBoundsException.class,
                    () -> setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, sizeof(program)));
            program.len--;
            assertThrows(IndexOutOfBoundsException.class,
                    () -> setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, sizeof(program) + 1));
            check(setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, sizeof(program)));
        }
    }
}

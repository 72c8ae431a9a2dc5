package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.linux.Filter.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import java.nio.ByteBuffer;
import selftest.Group;
import selftest.Machine;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** SO_ATTACH_FILTER lets a classic BPF program pass, shorten or drop what comes. */
class T60_filter {

    private static final String NO_MESSAGE = "a stream has no messages to drop or shorten";
    private static final int UDP_HEADER = 8;
    private static final int ALL = -1;
    private static final int INSTRUCTION = sizeof(sock_filter.class);
    private static final int TIMEOUT = 20_000;

    /** Where a message begins in what a program sees: of UDP, behind the header. */
    private static int start(Transport transport) {
        return transport.isInternet() ? UDP_HEADER : 0;
    }

    private static sock_fprog program(sock_filter... code) {
        return new sock_fprog(code.length, code);
    }

    private static sock_fprog answering(int k) {
        return program(BPF_STMT(BPF_RET | BPF_K, k));
    }

    /** Passes what has a byte at a place. */
    private static sock_fprog only(int at, int b) {
        return program(
                BPF_STMT(BPF_LD | BPF_B | BPF_ABS, at),
                BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, b, 0, 1),
                BPF_STMT(BPF_RET | BPF_K, ALL),
                BPF_STMT(BPF_RET | BPF_K, 0));
    }

    private static int attach(int fd, sock_fprog program) {
        return setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, sizeof(program));
    }

    /** TCP lets nobody without CAP_NET_ADMIN attach one in newer kernels; no page says so. */
    private static boolean isDenied(Transport transport, int fd) throws Exception {
        boolean free = !transport.isInternet() || !transport.isStream() || Machine.has(Machine.CAP_NET_ADMIN);
        if (free || attach(fd, answering(ALL)) == 0) {
            return false;
        }
        assertEquals(EPERM, errno());
        assertFails(ENOENT, detach(fd));
        return true;
    }

    private static int detach(int fd) {
        return setsockopt(fd, SOL_SOCKET, SO_DETACH_FILTER, 0);
    }

    private static String received(int fd) throws Exception {
        byte[] buf = new byte[16];
        return new String(buf, 0, check(recv(fd, buf, buf.length, 0)));
    }

    private static void sent(int fd, String text) throws Exception {
        assertEquals(text.length(), check(send(fd, text, text.length(), 0)), "the sender does not learn of it");
    }

    @On(value = Group.MESSAGE, otherwise = NO_MESSAGE)
    void what_does_not_pass_is_dropped(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(attach(c.server(), only(start(transport), 'y')));
        for (String text : new String[] {"no", "yes", "nay", "you"}) {
            sent(c.client(), text);
        }
        assertEquals("yes", received(c.server()));
        assertEquals("you", received(c.server()));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
        check(attach(c.server(), only(start(transport), 'n')));
        sent(c.client(), "yes");
        sent(c.client(), "no");
        assertEquals("no", received(c.server()), "a new one takes the place of the old");
        check(detach(c.server()));
        sent(c.client(), "yes");
        assertEquals("yes", received(c.server()));
    }

    @On(value = Group.MESSAGE, otherwise = NO_MESSAGE)
    void what_is_longer_than_the_answer_is_cut(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(attach(c.server(), answering(start(transport) + 3)));
        sent(c.client(), "abcdef");
        sent(c.client(), "ab");
        assertEquals("abc", received(c.server()));
        assertEquals("ab", received(c.server()));
    }

    @On(value = Group.MESSAGE, otherwise = NO_MESSAGE)
    void what_a_program_reads_beyond_is_dropped(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(attach(c.server(), only(start(transport) + 2, 'c')));
        sent(c.client(), "ab");
        sent(c.client(), "abc");
        assertEquals("abc", received(c.server()));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
    }

    @On(value = Group.MESSAGE, otherwise = NO_MESSAGE)
    void a_program_may_look_at_the_length(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(attach(c.server(), program(
                BPF_STMT(BPF_LD | BPF_W | BPF_LEN, 0),
                BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, start(transport) + 4, 1, 0),
                BPF_STMT(BPF_RET | BPF_K, 0),
                BPF_STMT(BPF_RET | BPF_K, ALL))));
        sent(c.client(), "1234");
        sent(c.client(), "12345");
        assertEquals("12345", received(c.server()));
    }

    @On(value = Group.TCP, otherwise = "concerns TCP, whose segments are sent again")
    void what_is_dropped_of_tcp_comes_again(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        if (isDenied(transport, c.server())) {
            return;
        }
        check(attach(c.server(), answering(0)));
        sent(c.client(), "abc");
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
        check(detach(c.server()));
        assertEquals(1, check(poll(new pollfd[] {new pollfd(c.server(), POLLIN, 0)}, 1, TIMEOUT)));
        assertEquals("abc", received(c.server()));
    }

    @On(Group.ALL)
    void the_program_can_be_got(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (isDenied(transport, sockets.open())) {
            return;
        }
        sock_fprog program = only(3, 'x');
        int[] len = {0};
        byte[] bytes = new byte[program.len * INSTRUCTION];
        check(getsockopt(fd, SOL_SOCKET, SO_GET_FILTER, bytes, len));
        assertEquals(0, len[0], "none");
        check(attach(fd, program));
        check(getsockopt(fd, SOL_SOCKET, SO_GET_FILTER, (byte[]) null, len));
        assertEquals(program.len, len[0], "of instructions, not of bytes");
        check(getsockopt(fd, SOL_SOCKET, SO_GET_FILTER, bytes, len));
        for (int i = 0; i < program.len; i++) {
            sock_filter got = new sock_filter(ByteBuffer.wrap(bytes, i * INSTRUCTION, INSTRUCTION).slice());
            assertEquals(program.filter[i].toString(), got.toString());
        }
        len[0] = program.len - 1;
        assertFails(EINVAL, getsockopt(fd, SOL_SOCKET, SO_GET_FILTER, bytes, len));
    }

    @On(Group.ALL)
    void a_locked_one_stays(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (isDenied(transport, sockets.open())) {
            return;
        }
        assertFails(ENOENT, detach(fd));
        check(attach(fd, answering(ALL)));
        check(setsockopt(fd, SOL_SOCKET, SO_LOCK_FILTER, 1));
        assertFails(EPERM, detach(fd));
        assertFails(EPERM, attach(fd, answering(0)));
        assertFails(EPERM, setsockopt(fd, SOL_SOCKET, SO_LOCK_FILTER, 0));
    }

    @On(Group.ALL)
    void what_is_no_program_is_EINVAL(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (isDenied(transport, sockets.open())) {
            return;
        }
        assertFails(EINVAL, attach(fd, program()));
        assertFails(EINVAL, attach(fd, program(BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 0)))); // does not end with a return
        assertFails(EINVAL, attach(fd, program(BPF_JUMP(BPF_JMP | BPF_JA, 5, 0, 0), BPF_STMT(BPF_RET | BPF_K, 0))));
        assertFails(EINVAL, attach(fd, program(BPF_STMT(BPF_ALU | BPF_DIV | BPF_K, 0), BPF_STMT(BPF_RET | BPF_K, 0))));
        sock_fprog one = answering(0);
        assertFails(EINVAL, setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, one, sizeof(one) - 1));
        assertFails(ENOENT, detach(fd));
    }
}

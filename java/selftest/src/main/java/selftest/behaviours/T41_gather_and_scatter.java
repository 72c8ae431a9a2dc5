package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Limits.IOV_MAX;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static libc.sys.Uio.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.util.Arrays;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A call gathers what it sends from up to IOV_MAX buffers, and scatters what it receives over as many. */
class T41_gather_and_scatter {

    @On(Group.ALL)
    void sendmsg_gathers(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        iovec[] iov = {new iovec("one", 3), new iovec("", 0), new iovec("two".getBytes(US_ASCII), 2), new iovec("3", 1)};
        assertEquals(6, check(sendmsg(c.client(), message(iov, iov.length), 0)));
        assertEquals("onetw3", recvText(c.server()));
        assertEquals(3, check(sendmsg(c.client(), message(iov, 2), 0)), "of the first two");
        assertEquals("one", recvText(c.server()));
    }

    @On(Group.ALL)
    void writev_gathers(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        iovec[] iov = {new iovec("one", 3), new iovec("two", 3)};
        assertEquals(6, check(writev(c.client(), iov, 2)));
        assertEquals("onetwo", recvText(c.server()));
    }

    @On(Group.ALL)
    void recvmsg_and_readv_scatter(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        for (boolean asMessage : new boolean[] {true, false}) {
            byte[] one = "....".getBytes(US_ASCII);
            byte[] none = ".".getBytes(US_ASCII);
            byte[] two = "....".getBytes(US_ASCII);
            byte[] three = "....".getBytes(US_ASCII);
            iovec[] iov = {new iovec(one, 2), new iovec(none, 0), new iovec(two, 4), new iovec(three, 4)};
            sendText(c.client(), "abcdefg");
            await(c.server(), POLLIN);
            assertEquals(7, check(asMessage ? recvmsg(c.server(), message(iov, 4), 0) : readv(c.server(), iov, 4)));
            assertEquals("ab..", new String(one, US_ASCII));
            assertEquals(".", new String(none, US_ASCII));
            assertEquals("cdef", new String(two, US_ASCII));
            assertEquals("g...", new String(three, US_ASCII));
        }
    }

    @On(Group.ALL)
    void without_buffers_there_is_nothing_to_write(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(0, check(writev(c.client(), new iovec[0], 0)));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        assertEquals(0, check(readv(c.server(), new iovec[0], 0)));
        assertEquals("abc", recvText(c.server()), "it was left there");
    }

    @On(Group.ALL)
    void iov_max_buffers_are_the_most(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] data = new byte[IOV_MAX];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) ('a' + i % 26);
        }
        assertEquals(IOV_MAX, check(sendmsg(c.client(), message(pieces(data, IOV_MAX), IOV_MAX), 0)));
        await(c.server(), POLLIN);
        iovec[] in = pieces(new byte[IOV_MAX], IOV_MAX);
        assertEquals(IOV_MAX, check(recvmsg(c.server(), message(in, IOV_MAX), MSG_WAITALL)));
        for (int i = 0; i < IOV_MAX; i++) {
            assertEquals(data[i], ((byte[]) in[i].iov_base)[0]);
        }
        assertEquals(IOV_MAX, check(writev(c.client(), pieces(data, IOV_MAX), IOV_MAX)));
        assertEquals(new String(data, US_ASCII), recvText(c.server()));
    }

    @On(Group.ALL)
    void one_more_is_refused(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        iovec[] many = pieces(new byte[IOV_MAX + 1], IOV_MAX + 1);
        assertFails(EMSGSIZE, sendmsg(c.client(), message(many, IOV_MAX + 1), 0));
        assertFails(EINVAL, writev(c.client(), many, IOV_MAX + 1));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        assertFails(EMSGSIZE, recvmsg(c.server(), message(many, IOV_MAX + 1), 0));
        assertFails(EINVAL, readv(c.server(), many, IOV_MAX + 1));
        assertEquals("abc", recvText(c.server()), "it was left there");
    }

    @On(Group.MESSAGE)
    void a_message_received_into_no_buffer_is_gone(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abc");
        sendText(c.client(), "next");
        await(c.server(), POLLIN);
        msghdr msg = new msghdr();
        assertEquals(0, check(recvmsg(c.server(), msg, 0)));
        assertEquals(MSG_TRUNC, msg.msg_flags & MSG_TRUNC);
        assertEquals("next", recvText(c.server()));
    }

    @On(Group.STREAM)
    void a_stream_received_into_no_buffer_stays(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        assertEquals(0, check(recvmsg(c.server(), new msghdr(), 0)));
        assertEquals("abc", recvText(c.server()));
    }

    private static msghdr message(iovec[] iov, int count) {
        return new msghdr(null, 0, iov, count, null, 0, 0);
    }

    /** Each byte in a buffer of its own. */
    private static iovec[] pieces(byte[] data, int count) {
        iovec[] iov = iovec.array(count);
        for (int i = 0; i < count; i++) {
            iov[i].iov_base = Arrays.copyOfRange(data, i, i + 1);
            iov[i].iov_len = 1;
        }
        return iov;
    }
}

package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Poll.POLLIN;
import static libc.sys.Socket.*;
import static libc.sys.Uio.readv;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.fill;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import selftest.Conversation;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A stream takes and gives as much as there is room or data for, and says how much; a message goes whole. */
class T31_partial_send_and_recv {

    private static final String WHOLE = "a message goes whole or not at all";

    @On(value = Group.STREAM, otherwise = WHOLE)
    void what_finds_no_room_is_not_sent(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] data = new byte[16 << 20];
        int sent = check(send(c.client(), data, data.length, MSG_DONTWAIT));
        assertTrue(sent > 0 && sent < data.length, "sent " + sent);
        // What TCP hands over to the peer makes room for more, until the peer has none either.
        int rest = fill(c.client());
        await(c.server(), POLLIN);
        long received = 0;
        for (int n = 1; n > 0 && received < sent + rest; received += n) {
            n = check(recv(c.server(), data, data.length, 0));
        }
        assertEquals(sent + rest, received, "what was said to be sent was");
    }

    @On(value = Group.STREAM, otherwise = WHOLE)
    void of_scattered_buffers_too(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] data = new byte[16 << 20];
        new Random(31).nextBytes(data);
        int half = data.length / 2;
        iovec[] out = {new iovec(ByteBuffer.wrap(data, 0, half), half), new iovec(ByteBuffer.wrap(data, half, half), half)};
        int sent = check(sendmsg(c.client(), new msghdr(null, 0, out, 2, null, 0, 0), MSG_DONTWAIT));
        assertTrue(sent > 0 && sent < data.length, "sent " + sent);

        byte[] received = new byte[sent];
        byte[] three = new byte[3];
        for (int got = 0; got < sent;) {
            byte[] more = new byte[sent];
            iovec[] in = {new iovec(three, 3), new iovec(more, more.length)};
            int n = check(recvmsg(c.server(), new msghdr(null, 0, in, 2, null, 0, 0), 0));
            assertTrue(n > 0, "the end after " + got);
            System.arraycopy(three, 0, received, got, Math.min(n, 3));
            System.arraycopy(more, 0, received, got + Math.min(n, 3), Math.max(n - 3, 0));
            got += n;
        }
        assertArrayEquals(Arrays.copyOf(data, sent), received);
    }

    @On(value = Group.STREAM, otherwise = WHOLE)
    void what_does_not_reach_a_buffer_leaves_it(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcd");
        byte[] one = "...".getBytes(US_ASCII);
        byte[] two = "...".getBytes(US_ASCII);
        byte[] three = "...".getBytes(US_ASCII);
        iovec[] in = {new iovec(one, 3), new iovec(two, 3), new iovec(three, 3)};
        assertEquals(4, check(readv(c.server(), in, 3)));
        assertEquals("abcd.....", new String(one, US_ASCII) + new String(two, US_ASCII) + new String(three, US_ASCII));
    }

    @On(Group.MESSAGE)
    void a_message_is_sent_whole_or_not_at_all(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        byte[] data = new byte[1000];
        int result = data.length;
        for (int i = 0; i < 10_000 && result != -1; i++) {
            result = send(fd, data, data.length, MSG_DONTWAIT);
            assertTrue(result == data.length || result == -1, "sent " + result);
        }
        if (transport.isUnix()) {
            assertFails(EAGAIN, result);
        } else {
            assertEquals(data.length, result, "UDP waits for nobody's room");
        }
    }

    @On(Group.MESSAGE)
    void a_recv_takes_one_message(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "one");
        sendText(c.client(), "three");
        assertEquals("one", recvText(c.server()));
        assertEquals("three", recvText(c.server()));
    }

    @On(value = Group.STREAM, otherwise = WHOLE)
    void a_recv_takes_what_is_there(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] data = new byte[1 << 20];
        new Random(31).nextBytes(data);
        Conversation.between(server -> {
            server.step();
            byte[] received = new byte[data.length];
            assertEquals(3, check(recv(c.server(), received, 3, 0)), "less than there is, if that is asked for");
            assertEquals(4, check(recv(c.server(), received, 3, received.length - 3, 0)), "less than asked for");
            server.step();
            for (int got = 7; got < data.length;) {
                int n = check(recv(c.server(), received, got, received.length - got, 0));
                assertTrue(n > 0, "the end after " + got);
                got += n;
            }
            assertArrayEquals(data, received);
        }, client -> {
            assertEquals(7, check(send(c.client(), data, 7, 0)));
            client.step();
            client.step();
            for (int sent = 7; sent < data.length;) {
                sent += check(send(c.client(), data, sent, data.length - sent, 0));
            }
        });
    }
}

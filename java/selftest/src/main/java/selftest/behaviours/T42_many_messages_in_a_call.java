package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Limits.IOV_MAX;
import static libc.Poll.*;
import static libc.Strings.memcmp;
import static libc.Unistd.gettid;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.util.concurrent.atomic.AtomicInteger;
import libc.ErrnoException;
import selftest.Conversation;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** sendmmsg(2) and recvmmsg(2) answer how many messages they have sent or received, and each message its length. */
class T42_many_messages_in_a_call {

    private static final int ROOM = 16;
    private static final int SECONDS = 10;
    private static final int NANOSECONDS = 1_000_000_000;

    @On(Group.ALL)
    void each_message_tells_its_length(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        mmsghdr[] out = texts("one", "three", "");
        assertEquals(3, check(sendmmsg(c.client(), out, 3, 0)));
        assertEquals(3, out[0].msg_len);
        assertEquals(5, out[1].msg_len);
        assertEquals(0, out[2].msg_len);
        if (transport.isStream()) {
            Sockets.until("all", () -> Sockets.unread(c.server()) == 8);
            assertEquals("onethree", recvText(c.server()));
        } else {
            assertEquals("one", recvText(c.server()));
            assertEquals("three", recvText(c.server()));
            assertEquals("", recvText(c.server()));
        }
        assertEquals(0, check(sendmmsg(c.client(), out, 0, 0)));
    }

    @On({Group.STREAM, Group.UNIX})
    void those_for_which_there_is_no_room_are_not_counted(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] data = new byte[32 << 10];
        mmsghdr[] out = mmsghdr.array(IOV_MAX);
        for (mmsghdr message : out) {
            set(message, data);
        }
        int sent = check(sendmmsg(c.client(), out, out.length, MSG_DONTWAIT));
        assertTrue(sent > 0 && sent < out.length, "sent " + sent);
        for (int i = 0; i < sent - 1; i++) {
            assertEquals(data.length, out[i].msg_len);
        }
        for (int i = sent; i < out.length; i++) {
            assertEquals(0, out[i].msg_len);
        }
        if (transport.isUnix()) {
            assertFails(EAGAIN, sendmmsg(c.client(), out, 1, MSG_DONTWAIT));
        }
    }

    @On(Group.MESSAGE)
    void an_error_behind_the_first_is_told_by_the_next_call(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        mmsghdr[] out = texts("one", "", "three");
        set(out[1], new byte[8 << 20]);
        assertEquals(1, check(sendmmsg(c.client(), out, 3, 0)));
        assertFails(EMSGSIZE, sendmmsg(c.client(), from(out, 1), 2, 0));
        assertEquals("one", recvText(c.server()));
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
    }

    @On(Group.MESSAGE)
    void no_more_are_received_than_are_there(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        mmsghdr[] in = rooms(5);
        assertFails(EAGAIN, recvmmsg(c.server(), in, 5, MSG_DONTWAIT, null));
        for (int flags : new int[] {MSG_DONTWAIT, MSG_WAITFORONE}) {
            assertEquals(2, check(sendmmsg(c.client(), texts("one", "three"), 2, 0)));
            Sockets.until("both", () -> secondIsThere(c.server()));
            assertEquals(2, check(recvmmsg(c.server(), in, 5, flags, null)));
            assertEquals("one", text(in[0]));
            assertEquals("three", text(in[1]));
            assertEquals(0, in[2].msg_len);
        }
    }

    @On(Group.MESSAGE)
    void no_more_are_received_than_are_asked_for(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(sendmmsg(c.client(), texts("one", "two", "three"), 3, 0));
        mmsghdr[] in = rooms(3);
        assertEquals(2, check(recvmmsg(c.server(), in, 2, 0, null)));
        assertEquals("two", text(in[1]));
        assertEquals(0, in[2].msg_len);
        assertEquals("three", recvText(c.server()));
        assertEquals(0, check(recvmmsg(c.server(), in, 0, MSG_DONTWAIT, null)));
    }

    /** BUGS of recvmmsg(2): only after a message is the time looked at. */
    @On(Group.MESSAGE)
    void the_timeout_ends_the_call_but_not_the_wait(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        AtomicInteger tid = new AtomicInteger();
        Conversation.between(server -> {
            tid.set(gettid());
            server.step();
            timespec timeout = new timespec(0, 1);
            assertEquals(1, check(recvmmsg(c.server(), rooms(2), 2, 0, timeout)));
            assertEquals(new timespec(0, 0).toString(), timeout.toString(), "nothing is left");
        }, client -> {
            client.step();
            Sockets.untilBlocked(tid.get(), 1, c.server());
            sendText(c.client(), "one");
        });
    }

    @On(Group.MESSAGE)
    void no_time_is_time_for_one(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(sendmmsg(c.client(), texts("one", "three"), 2, 0));
        Sockets.until("both", () -> secondIsThere(c.server()));
        assertEquals(1, check(recvmmsg(c.server(), rooms(2), 2, 0, new timespec(0, 0))));
        assertEquals("three", recvText(c.server()));
    }

    @On(Group.MESSAGE)
    void what_is_left_of_the_time_is_told(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(sendmmsg(c.client(), texts("one", "three"), 2, 0));
        timespec timeout = new timespec(SECONDS, 0);
        assertEquals(2, check(recvmmsg(c.server(), rooms(2), 2, 0, timeout)));
        assertTrue(timeout.tv_sec >= 0 && timeout.tv_sec < SECONDS, timeout.toString());
        assertTrue(timeout.tv_nsec >= 0 && timeout.tv_nsec < NANOSECONDS, timeout.toString());
    }

    @On(Group.ALL)
    void what_is_no_time_is_einval(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "one");
        await(c.server(), POLLIN);
        assertFails(EINVAL, recvmmsg(c.server(), rooms(1), 1, 0, new timespec(0, NANOSECONDS)));
        assertFails(EINVAL, recvmmsg(c.server(), rooms(1), 1, 0, new timespec(-1, 0)));
        assertEquals("one", recvText(c.server()));
    }

    @On(Group.MESSAGE)
    void headers_can_be_used_again(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        mmsghdr[] in = rooms(2);
        in[0].msg_hdr.msg_iov[0].iov_len = 3;
        in[0].msg_hdr.msg_control = new byte[64];
        in[0].msg_hdr.msg_controllen = 64;
        check(sendmmsg(c.client(), texts("abcdef", "three"), 2, 0));
        assertEquals(2, check(recvmmsg(c.server(), in, 2, 0, null)));
        assertEquals("abc", text(in[0]));
        assertEquals("three", text(in[1]));
        assertEquals(MSG_TRUNC, in[0].msg_hdr.msg_flags & MSG_TRUNC);
        assertEquals(0, in[0].msg_hdr.msg_controllen, "the room for control messages is gone, as none came");
        assertEquals(3, in[0].msg_hdr.msg_iov[0].iov_len, "that for data is what it was");

        check(sendmmsg(c.client(), texts("one", "four"), 2, 0));
        assertEquals(2, check(recvmmsg(c.server(), in, 2, 0, null)));
        assertEquals("one", text(in[0]));
        assertEquals("four", text(in[1]));
        assertEquals(0, in[0].msg_hdr.msg_flags & MSG_TRUNC);
        assertEquals(2, check(sendmmsg(c.server(), in, 2, 0)), "to send what they have received");
        assertEquals(ROOM, in[1].msg_len, "the whole buffer: msg_len is no length to send");
        assertEquals("one", recvText(c.client()));
    }

    @On(value = Group.DATAGRAM, except = Group.PAIR)
    void the_room_for_a_name_has_to_be_set_again(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr addr = sockets.bound(server);
        int client = sockets.open();
        sockaddr name = sockets.bound(client);
        sockets.connected(client, addr);
        int length = transport.isUnix() ? Sockets.length(name) : name.size();
        mmsghdr[] in = rooms(1);
        sockaddr_storage from = new sockaddr_storage();
        in[0].msg_hdr.msg_name = from;
        in[0].msg_hdr.msg_namelen = 1;
        sendText(client, "one");
        assertEquals(1, check(recvmmsg(server, in, 1, 0, null)));
        assertEquals(length, in[0].msg_hdr.msg_namelen, "the length of the whole, of which one byte is here");
        assertNotEquals(0, memcmp(name, from, length));
        sendText(client, "two");
        assertEquals(1, check(recvmmsg(server, in, 1, 0, null)));
        assertEquals(length, in[0].msg_hdr.msg_namelen);
        assertEquals(0, memcmp(name, from, length), "there was room for it now");
    }

    /** A peek beyond the three bytes of the first sees the second. */
    private static boolean secondIsThere(int fd) throws ErrnoException {
        check(setsockopt(fd, SOL_SOCKET, SO_PEEK_OFF, 3));
        int n = recv(fd, new byte[ROOM], ROOM, MSG_PEEK | MSG_DONTWAIT);
        check(setsockopt(fd, SOL_SOCKET, SO_PEEK_OFF, -1));
        return n == 5;
    }

    private static mmsghdr[] texts(String... texts) {
        mmsghdr[] messages = mmsghdr.array(texts.length);
        for (int i = 0; i < texts.length; i++) {
            set(messages[i], texts[i].getBytes(US_ASCII));
        }
        return messages;
    }

    private static mmsghdr[] rooms(int count) {
        mmsghdr[] messages = mmsghdr.array(count);
        for (mmsghdr message : messages) {
            set(message, new byte[ROOM]);
        }
        return messages;
    }

    private static void set(mmsghdr message, byte[] buf) {
        message.msg_hdr.msg_iov = new iovec[] {new iovec(buf, buf.length)};
        message.msg_hdr.msg_iovlen = 1;
    }

    private static String text(mmsghdr message) {
        return new String((byte[]) message.msg_hdr.msg_iov[0].iov_base, 0, message.msg_len, US_ASCII);
    }
}

package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.Strings.memcpy;
import static libc.linux.Netlink.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** What a buffer has no room for of a message is lost; the flag MSG_TRUNC says so, and asked for, the whole length. */
class T35_truncation {

    @On(Group.MESSAGE)
    void the_rest_is_lost(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcdef");
        sendText(c.client(), "next");
        byte[] buf = "....".getBytes(US_ASCII);
        await(c.server(), POLLIN);
        assertEquals(3, check(recv(c.server(), buf, 3, 0)));
        assertEquals("abc.", new String(buf, US_ASCII));
        assertEquals("next", recvText(c.server()));
    }

    @On(Group.MESSAGE)
    void msg_flags_say_so(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcdef");
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        msghdr msg = message(3);
        assertEquals(3, check(recvmsg(c.server(), msg, 0)));
        assertEquals(MSG_TRUNC, msg.msg_flags & MSG_TRUNC);
        await(c.server(), POLLIN);
        assertEquals(3, check(recvmsg(c.server(), msg, 0)));
        assertEquals(0, msg.msg_flags & MSG_TRUNC, "of one that just fits");
    }

    @On(Group.MESSAGE)
    void asked_for_the_result_is_the_whole_length(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] buf = "....".getBytes(US_ASCII);
        sendText(c.client(), "abcdef");
        await(c.server(), POLLIN);
        assertEquals(6, check(recv(c.server(), new byte[0], 0, MSG_PEEK | MSG_TRUNC)), "and so of one not taken yet");
        assertEquals(6, check(recv(c.server(), buf, 3, MSG_TRUNC)));
        assertEquals("abc.", new String(buf, US_ASCII));
        sendText(c.client(), "abcdef");
        await(c.server(), POLLIN);
        msghdr msg = message(3);
        assertEquals(6, check(recvmsg(c.server(), msg, MSG_TRUNC)));
        assertEquals(MSG_TRUNC, msg.msg_flags & MSG_TRUNC);
        assertFails(EAGAIN, recv(c.server(), buf, 3, MSG_DONTWAIT));
    }

    /** tcp(7). */
    @On(Group.TCP)
    void of_tcp_it_throws_bytes_away(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcdef");
        await(c.server(), POLLIN);
        byte[] buf = "....".getBytes(US_ASCII);
        assertEquals(4, check(recv(c.server(), buf, 4, MSG_TRUNC)));
        assertEquals("....", new String(buf, US_ASCII), "no byte is copied");
        assertEquals("ef", recvText(c.server()));
    }

    @On(Group.STREAM)
    void what_a_stream_has_no_room_for_stays(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "abcdef");
        await(c.server(), POLLIN);
        msghdr msg = message(4);
        assertEquals(4, check(recvmsg(c.server(), msg, 0)));
        assertEquals(0, msg.msg_flags & MSG_TRUNC);
        assertEquals("ef", recvText(c.server()));
    }

    /** The kernel acknowledges a message that says nothing, with a header, an error of 0 and the header that it had. */
    @On(Group.NONE)
    void of_netlink(Transport transport, Sockets sockets) throws Exception {
        int acknowledgement = NLMSG_LENGTH(sizeof(nlmsgerr.class));
        int fd = sockets.keep(socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
        nlmsghdr question = new nlmsghdr(NLMSG_LENGTH(0), NLMSG_NOOP, NLM_F_REQUEST | NLM_F_ACK, 1, 0);
        byte[] bytes = new byte[NLMSG_LENGTH(0)];
        memcpy(bytes, question, bytes.length);
        sockaddr_nl kernel = new sockaddr_nl(AF_NETLINK, 0, 0, 0);
        for (int i = 0; i < 2; i++) {
            check(sendto(fd, bytes, bytes.length, 0, kernel, sizeof(kernel)));
        }
        await(fd, POLLIN);
        byte[] buf = new byte[NLMSG_LENGTH(0)];
        assertEquals(acknowledgement, check(recv(fd, buf, buf.length, MSG_PEEK | MSG_TRUNC)));
        assertEquals(acknowledgement, check(recv(fd, buf, buf.length, MSG_TRUNC)));
        assertEquals(NLMSG_ERROR, new nlmsghdr(buf).nlmsg_type());
        msghdr msg = message(buf.length);
        assertEquals(buf.length, check(recvmsg(fd, msg, 0)));
        assertEquals(MSG_TRUNC, msg.msg_flags & MSG_TRUNC);
        assertFails(EAGAIN, recv(fd, buf, buf.length, MSG_DONTWAIT));
    }

    private static msghdr message(int length) {
        return new msghdr(null, 0, new iovec[] {new iovec(new byte[length], length)}, 1, null, 0, 0);
    }
}

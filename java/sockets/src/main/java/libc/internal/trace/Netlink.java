package libc.internal.trace;

import static libc.bits.Socket.AF_INET6;
import static libc.bits.Socket.AF_INET;
import static libc.bits.Socket.AF_NETLINK;
import static libc.bits.Socket.AF_UNIX;
import static libc.bits.Socket.SOL_SOCKET;
import static libc.bits.Socket.SO_DOMAIN;
import static libc.bits.Socket.SO_PROTOCOL;
import static libc.internal.call.Function.function;
import static libc.internal.memory.Memory.memory;
import static libc.linux.Netlink.NETLINK_ROUTE;
import static libc.linux.Netlink.NETLINK_SOCK_DIAG;
import static libc.linux.Netlink.NLMSG_ALIGN;
import static libc.linux.Netlink.NLMSG_DONE;
import static libc.linux.Netlink.NLMSG_ERROR;
import static libc.linux.Netlink.NLMSG_MIN_TYPE;
import static libc.linux.Netlink.NLM_F_REQUEST;
import static libc.linux.Rtnetlink.*;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import libc.Names;
import libc.Struct;
import libc.internal.memory.Memory;
import libc.linux.IfAddr.ifaddrmsg;
import libc.linux.InetDiag.inet_diag_msg;
import libc.linux.InetDiag.inet_diag_req_v2;
import libc.linux.Neighbour.ndmsg;
import libc.linux.UnixDiag.unix_diag_msg;
import libc.linux.UnixDiag.unix_diag_req;

/** Messages of netlink(7): the header, and the struct that follows it; dots stand for the attributes behind that. */
final class Netlink {

    private static final libc.internal.call.Function GETSOCKOPT =
            function("int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen)");

    private static final int HEADER = 16;
    private static final int TYPE = 4;
    private static final int FLAGS = 6;
    private static final int SEQ = 8;
    private static final int PID = 12;
    private static final int GROUP = 4;

    private Netlink() {}

    /** Whether data begins as a message does: what other sockets carry rarely does, and need not be asked about. */
    static boolean mayBegin(ByteBuffer data) {
        return mayBegin(data, data.limit());
    }

    /** {@link #mayBegin(ByteBuffer)} of data of which only the beginning is there. */
    static boolean mayBegin(ByteBuffer data, long length) {
        return length >= HEADER && data.getInt(0) >= HEADER && data.getInt(0) <= length;
    }

    /** The messages in the data of a socket, or null if it is not of netlink. */
    static String print(int fd, ByteBuffer data) {
        if (option(fd, SO_DOMAIN) != AF_NETLINK) {
            return null;
        }
        int protocol = option(fd, SO_PROTOCOL);
        List<String> messages = new ArrayList<>();
        for (int at = 0; mayBegin(data.slice(at, data.limit() - at).order(data.order()))
                && messages.size() < Text.MOST;) {
            int length = data.getInt(at);
            messages.add(message(protocol, data.slice(at, length).order(data.order())));
            at = Math.min(at + NLMSG_ALIGN(length), data.limit());
        }
        return messages.size() == 1 ? messages.get(0) : messages.toString();
    }

    private static int option(int fd, int option) {
        try (Memory m = memory()) { // not by the header's function: the program's errno is not to change
            long value = m.in(-1);
            m.call(GETSOCKOPT, fd, SOL_SOCKET, option, value, m.in(Integer.BYTES));
            return m.getInt(value);
        }
    }

    private static String message(int protocol, ByteBuffer message) {
        ByteBuffer payload = message.slice(HEADER, message.limit() - HEADER).order(message.order());
        String header = header(protocol, message);
        return payload.hasRemaining() ? "[" + header + ", " + payload(protocol, message, payload) + "]" : header;
    }

    private static String header(int protocol, ByteBuffer message) {
        int type = message.getShort(TYPE) & 0xffff;
        String name = Names.of(type < NLMSG_MIN_TYPE ? "NLMSG_" : protocol == NETLINK_ROUTE ? "RTM_"
                : protocol == NETLINK_SOCK_DIAG ? "SOCK_DIAG_BY_FAMILY" : "NLMSG_", type);
        return "{nlmsg_len=" + message.getInt(0) + ", nlmsg_type=" + name + ", nlmsg_flags="
                + Names.of(flags(protocol, type), message.getShort(FLAGS) & 0xffff) + ", nlmsg_seq="
                + Integer.toUnsignedString(message.getInt(SEQ)) + ", nlmsg_pid="
                + message.getInt(PID) + "}";
    }

    /** What the upper flags mean, the type says: rtnetlink has four types to a kind, new, del, get and set. */
    private static String flags(int protocol, int type) {
        return type == NLMSG_ERROR ? "NLM_F_CAPPED" : protocol != NETLINK_ROUTE || type < RTM_BASE ? "NLM_F_"
                : switch (type % GROUP) {
                    case 0 -> "NLM_F_REPLACE";
                    case 1 -> "NLM_F_NONREC";
                    default -> "NLM_F_";
                };
    }

    private static String payload(int protocol, ByteBuffer message, ByteBuffer payload) {
        int type = message.getShort(TYPE) & 0xffff;
        boolean asks = (message.getShort(FLAGS) & NLM_F_REQUEST) != 0;
        if (type == NLMSG_ERROR && payload.limit() >= Integer.BYTES + HEADER) {
            int error = payload.getInt(0);
            ByteBuffer of = payload.slice(Integer.BYTES, payload.limit() - Integer.BYTES).order(payload.order());
            return "{error=" + (error < 0 ? "-" + Names.errno(-error) : "" + error) + ", msg=" + header(protocol, of) + "}";
        } else if (type == NLMSG_DONE && payload.limit() >= Integer.BYTES) {
            return "" + payload.getInt(0);
        } else if (protocol == NETLINK_ROUTE) {
            return switch (type) {
                case RTM_NEWLINK, RTM_DELLINK, RTM_GETLINK, RTM_SETLINK ->
                    struct(payload, sizeof(ifinfomsg.class), ifinfomsg::new);
                case RTM_NEWADDR, RTM_DELADDR, RTM_GETADDR -> struct(payload, sizeof(ifaddrmsg.class), ifaddrmsg::new);
                case RTM_NEWROUTE, RTM_DELROUTE, RTM_GETROUTE -> struct(payload, sizeof(rtmsg.class), rtmsg::new);
                case RTM_NEWNEIGH, RTM_DELNEIGH, RTM_GETNEIGH -> struct(payload, sizeof(ndmsg.class), ndmsg::new);
                default -> Text.data(payload, payload.limit());
            };
        } else if (protocol == NETLINK_SOCK_DIAG) {
            return switch (payload.get(0)) {
                case AF_INET, AF_INET6 -> asks ? struct(payload, sizeof(inet_diag_req_v2.class), inet_diag_req_v2::new)
                        : struct(payload, sizeof(inet_diag_msg.class), inet_diag_msg::new);
                case AF_UNIX -> asks ? struct(payload, sizeof(unix_diag_req.class), unix_diag_req::new)
                        : struct(payload, sizeof(unix_diag_msg.class), unix_diag_msg::new);
                default -> Text.data(payload, payload.limit());
            };
        }
        return Text.data(payload, payload.limit());
    }

    private static String struct(ByteBuffer payload, int size, Function<ByteBuffer, ? extends Struct> struct) {
        return payload.limit() < size ? Text.data(payload, payload.limit())
                : struct.apply(payload).toString().replaceAll("__\\w+=\\w+, ", "") + (payload.limit() > size ? ", ..." : "");
    }
}

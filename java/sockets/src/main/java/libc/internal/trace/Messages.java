package libc.internal.trace;

import static libc.sys.Types.offsetof;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import libc.Names;
import libc.bits.Socket.mmsghdr;
import libc.bits.Socket.msghdr;
import libc.sys.Types.iovec;

/** Arguments that point to vectors and messages. */
final class Messages {

    private static final int IOVEC = sizeof(iovec.class);
    private static final int IOV_LEN = offsetof(iovec.class, "iov_len");
    private static final int NAMELEN = offsetof(msghdr.class, "msg_namelen");
    private static final int IOV = offsetof(msghdr.class, "msg_iov");
    private static final int IOVLEN = offsetof(msghdr.class, "msg_iovlen");
    private static final int CONTROL = offsetof(msghdr.class, "msg_control");
    private static final int CONTROLLEN = offsetof(msghdr.class, "msg_controllen");
    private static final int FLAGS = offsetof(msghdr.class, "msg_flags");
    private static final int MMSGHDR = sizeof(mmsghdr.class);
    private static final int MSG_LEN = offsetof(mmsghdr.class, "msg_len");

    private Messages() {}

    /** A message to send. */
    static final Argument MESSAGE = Argument.inMemory((call, memory) -> message(call, memory, "", Long.MAX_VALUE));

    /** Room for a message that comes. */
    static final Argument MESSAGE_OUT = (call, i) -> {
        if (call.memory(i) == null) {
            return () -> "NULL";
        }
        int namelen = call.memory(i).getInt(NAMELEN);
        return () -> call.failed() ? "{msg_namelen=" + namelen + "}"
                : message(call, call.memory(i), "" + namelen, call.result());
    };

    /** Messages to send: of those that were sent, it is told how much of each was. */
    static final Argument MESSAGES = (call, i) -> {
        ByteBuffer before = call.memory(i);
        if (before == null) {
            return () -> "NULL";
        }
        long count = call.number(i + 1);
        String failed = Text.array(count, m -> "{msg_hdr=" + message(call, part(before, m), "", Long.MAX_VALUE) + "}");
        return () -> call.failed() ? failed
                : Text.array(count, m -> m < call.result() ? sized(call, part(call.memory(i), m), "", Long.MAX_VALUE)
                        : "{msg_hdr=" + message(call, part(call.memory(i), m), "", Long.MAX_VALUE) + "}");
    };

    /** Room for messages that come. */
    static final Argument MESSAGES_OUT = (call, i) -> {
        if (call.memory(i) == null) {
            return () -> "NULL";
        }
        ByteBuffer memory = call.memory(i);
        int[] namelens = new int[(int) Math.min(call.number(i + 1), Text.MOST)];
        for (int m = 0; m < namelens.length; m++) {
            namelens[m] = part(memory, m).getInt(NAMELEN);
        }
        return () -> call.failed() ? call.pointer(i) : Text.array(call.result(), m -> {
            ByteBuffer one = part(call.memory(i), m);
            return sized(call, one, "" + namelens[m], one.getInt(MSG_LEN));
        });
    };

    private static ByteBuffer part(ByteBuffer memory, int message) {
        return memory.slice(message * MMSGHDR, MMSGHDR).order(memory.order());
    }

    private static String sized(Seen call, ByteBuffer message, String namelen, long length) {
        return "{msg_hdr=" + message(call, message, namelen, length) + ", msg_len="
                + Integer.toUnsignedString(message.getInt(MSG_LEN)) + "}";
    }

    /** A message with so much data, and the length of the room for its name, if there is one. */
    private static String message(Seen call, ByteBuffer memory, String namelenBefore, long length) {
        long name = memory.getLong(0);
        String namelen = Integer.toString(memory.getInt(NAMELEN));
        long controllen = memory.getLong(CONTROLLEN);
        return "{msg_name=" + name(call, name, memory.getInt(NAMELEN), namelenBefore) + ", msg_namelen="
                + (namelenBefore.isEmpty() ? namelen : Text.change(namelenBefore, namelen))
                + ", msg_iov=" + vector(call, memory.getLong(IOV), memory.getLong(IOVLEN), length)
                + ", msg_iovlen=" + memory.getLong(IOVLEN)
                + (controllen == 0 ? "" : ", msg_control=" + control(call, memory.getLong(CONTROL), controllen))
                + ", msg_controllen=" + Long.toUnsignedString(controllen)
                + ", msg_flags=" + Names.of("MSG_", memory.getInt(FLAGS)) + "}";
    }

    private static String name(Seen call, long address, int length, String room) {
        int known = room.isEmpty() ? length : Math.min(length, Integer.parseInt(room));
        return address == 0 || known < Short.BYTES ? Text.pointer(address)
                : SocketAddresses.print(call.behind(address, known), known);
    }

    private static String control(Seen call, long address, long length) {
        return address == 0 ? "NULL" : ControlMessages.print(call.behind(address, length));
    }

    /** A vector of data to send, of as many elements as another argument says. */
    static Argument vector(int count) {
        return Argument.inMemory((call, memory) -> vector(call, memory, call.number(count), Long.MAX_VALUE));
    }

    /** A vector of room, of which the result says how much has been filled. */
    static Argument vectorOut(int count) {
        return (call, i) -> {
            if (call.memory(i) == null) {
                return () -> "NULL";
            }
            return () -> call.failed() ? Text.array(call.number(count), k -> "{iov_base="
                    + Text.pointer(call.memory(i).getLong(k * IOVEC)) + ", iov_len="
                    + call.memory(i).getLong(k * IOVEC + IOV_LEN) + "}")
                    : vector(call, call.memory(i), call.number(count), call.result());
        };
    }

    private static String vector(Seen call, long address, long count, long length) {
        return address == 0 ? "NULL"
                : vector(call, call.behind(address), count, length);
    }

    private static String vector(Seen call, ByteBuffer memory, long count, long length) {
        long[] left = {length};
        return Text.array(count, i -> {
            long size = memory.getLong(i * IOVEC + IOV_LEN);
            long here = Math.min(size, left[0]);
            left[0] -= here;
            return "{iov_base=" + Buffers.data(call, memory.getLong(i * IOVEC), here) + ", iov_len=" + size + "}";
        });
    }
}

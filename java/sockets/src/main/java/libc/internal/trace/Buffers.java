package libc.internal.trace;

import java.nio.ByteBuffer;

/** Arguments that point to data, strings and single numbers. */
final class Buffers {

    private Buffers() {}

    /** A string that ends with NUL, whole as paths are. */
    static final Argument STRING = Argument.inMemory((call, memory) -> Text.string(memory));

    /** Room for a string that ends with NUL. */
    static final Argument STRING_OUT = Argument.outMemory((call, memory) -> Text.string(memory));

    /** Room for one int. */
    static final Argument INT_OUT = Argument.outMemory((call, memory) -> "[" + memory.getInt(0) + "]");

    /** Room for two ints. */
    static final Argument PAIR_OUT =
            Argument.outMemory((call, memory) -> "[" + memory.getInt(0) + ", " + memory.getInt(Integer.BYTES) + "]");

    /** Room for one unsigned long. */
    static final Argument LONG_OUT =
            Argument.outMemory((call, memory) -> "[" + Long.toUnsignedString(memory.getLong(0)) + "]");

    /** A position in a file, which C moves on. */
    static final Argument OFFSET = Argument.inOutMemory((call, memory) -> "[" + memory.getLong(0) + "]");

    /** Data to send, of a length that another argument says. */
    static Argument in(int length) {
        return Argument.in((call, i) -> call.memory(i) == null ? "NULL" : data(call, call.memory(i), call.number(length)));
    }

    /** Room for data that fills it. */
    static Argument filled(int length) {
        return Argument.outMemory((call, memory) -> Text.data(memory, call.number(length)));
    }

    /** Room for data, of which the result says how much has come; with MSG_TRUNC that may be more than the room. */
    static Argument out(int length) {
        return Argument.outMemory((call, memory) -> {
            ByteBuffer room = memory.limit((int) Math.min(call.number(length), memory.capacity()));
            return data(call, room, Math.min(call.result(), room.limit()));
        });
    }

    /** Data, which is netlink's messages if the first argument is the descriptor of such a socket. */
    private static String data(Seen call, ByteBuffer memory, long length) {
        ByteBuffer data = memory.slice(0, (int) Math.min(length, memory.limit())).order(memory.order());
        String messages = call.isNumber(0) && Netlink.mayBegin(data) ? Netlink.print((int) call.number(0), data) : null;
        return messages != null ? messages : Text.data(data, length);
    }

    /** Data at an address that stands in a struct. */
    static String data(Seen call, long address, long length) {
        if (address == 0) {
            return "NULL";
        }
        ByteBuffer begin = call.behind(address, Math.min(length, Text.MOST));
        return Netlink.mayBegin(begin, length) ? data(call, call.behind(address, length), length)
                : Text.data(begin, length);
    }
}

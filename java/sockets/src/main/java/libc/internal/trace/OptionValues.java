package libc.internal.trace;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import libc.Names;
import libc.SocketOption;
import libc.internal.Options;
import libc.netinet.In.ip_mreq;

/** Options of sockets by their names, and their values by their types. */
final class OptionValues {

    private OptionValues() {}

    /** The level of an option. */
    static final Argument LEVEL = Numbers.named("SOL_");

    /** An option, whose level is the argument before it. */
    static final Argument NAME = Argument.in((call, i) -> name((int) call.number(i - 1), (int) call.number(i)));

    /** A value to set, of the option before it, and of the length behind it. */
    static final Argument VALUE =
            Argument.inMemory((call, memory) -> print(call, memory, (int) call.number(4)));

    /** Room for a value. */
    static final Argument VALUE_OUT =
            Argument.outMemory((call, memory) -> print(call, memory, call.memory(4).getInt(0)));

    static String name(int level, int option) {
        SocketOption known = SocketOption.of(level, option);
        return known == null ? "%#x".formatted(option) : known.name();
    }

    private static String print(Seen call, ByteBuffer memory, int length) {
        int level = (int) call.number(1);
        SocketOption option = SocketOption.of(level, (int) call.number(2));
        int size = Math.min(Options.size(level, (int) call.number(2), Math.max(length, 0)), memory.limit());
        ByteBuffer value = memory.limit(size);
        if (option == null) {
            return size == Integer.BYTES ? "[" + value.getInt(0) + "]" : Text.data(value, size);
        }
        if (option.type().equals("struct ip_mreqn") && size == sizeof(ip_mreq.class)) {
            return new ip_mreq(value).toString(); // of which ip_mreqn is the newer form
        } else if (option.name().startsWith("SO_TIMESTAMPING") && size == Integer.BYTES) {
            return "[" + Names.of("SOF_TIMESTAMPING_", value.getInt(0)) + "]"; // so_timestamping is it too
        }
        Object typed = option.value(value);
        String text = typed instanceof byte[] ? Text.data(value, size) : option.text(typed);
        return typed instanceof Number ? "[" + text + "]" : text;
    }
}

package libc.internal.trace;

import static libc.bits.Fcntl.O_ACCMODE;
import static libc.bits.Socket.AF_INET;
import static libc.bits.Socket.AF_INET6;
import static libc.bits.Socket.AF_NETLINK;
import static libc.bits.Socket.AF_PACKET;

import java.util.function.LongFunction;
import libc.Names;

/** Arguments that are numbers. */
final class Numbers {

    private Numbers() {}

    /** An int or a long, a descriptor. */
    static final Argument INT = number(Long::toString);

    /** An unsigned int. */
    static final Argument UNSIGNED = number(value -> Integer.toUnsignedString((int) value));

    /** A {@code size_t}, a {@code uint64_t}. */
    static final Argument SIZE = number(Long::toUnsignedString);

    /** A user or a group: -1 is none. */
    static final Argument ID = number(value -> value == -1 ? "-1" : Integer.toUnsignedString((int) value));

    /** Bits without names. */
    static final Argument HEX = number(value -> value == 0 ? "0" : "%#x".formatted(value));

    /** Permissions. */
    static final Argument MODE = number(Numbers::mode);

    /** Flags of open(2) for what is open for good: how it is accessed is not among them. */
    static final Argument OPENED = number(value -> (value & O_ACCMODE) != 0 ? "%#x".formatted(value)
            : value == 0 ? "0" : Names.of("O_", value).replace("O_RDONLY|", ""));

    /** A signal, or 0. */
    static final Argument SIGNAL = number(value -> value == 0 ? "0" : Names.of("SIG", value));

    /** A port in network byte order. */
    static final Argument PORT =
            number(value -> "htons(" + Short.toUnsignedInt(Short.reverseBytes((short) value)) + ")");

    /** The protocol of a socket whose family is argument 0. */
    static final Argument PROTOCOL = Argument.in((call, i) -> {
        long protocol = call.number(i);
        return switch ((int) call.number(0)) {
            case AF_INET, AF_INET6 -> Names.of("IPPROTO_", protocol);
            case AF_NETLINK -> Names.of("NETLINK_", protocol);
            case AF_PACKET -> "htons(" + Names.of("ETH_P_", Short.toUnsignedInt(Short.reverseBytes((short) protocol))) + ")";
            default -> Long.toString(protocol);
        };
    });

    static Argument number(LongFunction<String> print) {
        return Argument.in((call, i) -> print.apply(call.number(i)));
    }

    /** A value that has a name, or a set of flags. */
    static Argument named(String prefix) {
        return number(value -> Names.of(prefix, value));
    }

    static String mode(long mode) {
        return (mode < Byte.SIZE ? "00" : "0") + Long.toOctalString(mode);
    }
}

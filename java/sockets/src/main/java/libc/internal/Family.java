package libc.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Constants that name the values of one thing: the families of sockets, the flags of a send.
 *
 * @param values the name of each value
 * @param flags the names of bits, in the order in which they are told, each after those of more bits
 * @param field the bits that hold one of {@code values}: all in a family without flags
 * @param format how a number without a name is written
 */
public record Family(Map<Long, String> values, List<Flag> flags, long field, String format) {

    /** All bits: a value, and no flags. */
    public static final long WHOLE = -1;

    /** How flags are told: by their lowest bits, and what has more bits first. */
    public static final Comparator<String> BY_BITS = Comparator.<String>comparingInt(Family::lowestBit)
            .thenComparing(Family::bits, Comparator.reverseOrder()).thenComparing(Comparator.naturalOrder());

    /** A name for some bits. */
    public record Flag(String name, long bits) {}

    /**
     * A family.
     *
     * @param names its constants; of two with one value the first counts
     */
    public static Family of(List<String> names, long field, String format) {
        Map<Long, String> values = new TreeMap<>();
        List<Flag> flags = new ArrayList<>();
        for (String name : names) {
            long value = Headers.value(name);
            if ((value & ~field) == 0) {
                values.putIfAbsent(value, name);
            } else {
                flags.add(new Flag(name, value));
            }
        }
        return new Family(values, flags, field, format);
    }

    private static int lowestBit(String name) {
        return Long.numberOfTrailingZeros(Headers.value(name));
    }

    private static int bits(String name) {
        return Long.bitCount(Headers.value(name));
    }

    /** The name of a value, or those of flags; what has none stays a number. */
    public String name(long number) {
        long left = Headers.unsigned(number);
        String value = values.get(left & field);
        List<String> names = new ArrayList<>();
        if (value != null && (field != 0 || left == 0)) {
            names.add(value);
            left &= ~field;
        }
        for (Flag flag : flags) {
            if ((left & flag.bits) == flag.bits) {
                names.add(flag.name);
                left &= ~flag.bits;
            }
        }
        if (names.isEmpty() || left != 0) {
            names.add(left == 0 ? "0" : format.formatted(format.equals("%d") ? number : left));
        }
        return String.join("|", names);
    }
}

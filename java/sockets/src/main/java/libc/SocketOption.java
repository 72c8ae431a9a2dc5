package libc;

import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.bits.Socket.SO_PEERNAME;
import static libc.bits.Socket.SOL_SOCKET;
import static libc.sys.Socket.getpeername;
import static libc.sys.Socket.getsockopt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import libc.bits.Socket.sockaddr_storage;
import libc.internal.Addresses;
import libc.internal.Headers;

/**
 * An option of sockets, and the catalogue of those that socket(7), ip(7), ipv6(7), tcp(7), udp(7), unix(7), packet(7),
 * netlink(7), vsock(7) and the headers have. It tells about them; getsockopt and setsockopt take any level and option
 * whether it is here or not.
 *
 * <p>{@code access} is {@code rw}, {@code r} or {@code w}: who reads it, who sets it. Instead of {@code r} stands
 * {@code c} where reading is not looking: SO_ERROR clears the error, SO_PEERPIDFD opens a descriptor, PACKET_STATISTICS
 * begins to count anew.
 *
 * @param level the level, as setsockopt takes it
 * @param levelName its name, as {@code SOL_SOCKET}
 * @param optname the option, as setsockopt takes it
 * @param name its name, as {@code SO_KEEPALIVE}
 * @param type the C type of its value: {@code int}, {@code unsigned} (which is unsigned int), {@code unsigned long},
 *     {@code char[16]}, {@code uint8_t[]}, {@code struct linger}
 * @param access {@code rw}, {@code r}, {@code w}, {@code c} or {@code cw}
 * @param since the kernel that has it first; {@code 2.0} is that or an older one, {@code -} not known
 * @param man the man pages that describe it, {@code -} for none
 * @param names what the names of its values begin with, as {@link Names#of} takes it; {@code -} if it is a number
 */
public record SocketOption(int level, String levelName, int optname, String name, String type, String access, String since,
        String man, String names) {

    /** The room for a value that says its own length, in bytes. */
    private static final int ROOM = 4096;

    private static final String STRUCT = "struct ";

    /**
     * Whether getsockopt reads it.
     *
     * @return whether it does
     */
    public boolean isReadable() {
        return !access.equals("w");
    }

    /**
     * Whether setsockopt sets it.
     *
     * @return whether it does
     */
    public boolean isWritable() {
        return access.endsWith("w");
    }

    /**
     * Whether the socket is another after it was read.
     *
     * @return whether it is
     */
    public boolean isConsumed() {
        return access.startsWith("c");
    }

    /**
     * All that there are.
     *
     * @return them, by level
     */
    public static List<SocketOption> all() {
        return Catalogue.ALL;
    }

    /**
     * The option of a level and number.
     *
     * @param level as setsockopt takes it
     * @param optname as setsockopt takes it
     * @return the option, or null if the catalogue has none
     */
    public static SocketOption of(int level, int optname) {
        return Catalogue.BY_NUMBER.get(key(level, optname));
    }

    /**
     * All that a socket has, with their values: those that can be looked at, and that the kernel answers for it. What
     * {@link #isConsumed} is not among them. {@code errno()} stays what it was.
     *
     * @param sockfd the socket
     * @return each option's value, as {@link #value(int)} answers it
     */
    public static Map<SocketOption, Object> options(int sockfd) {
        int before = errno();
        Map<SocketOption, Object> options = new LinkedHashMap<>();
        for (SocketOption option : all()) {
            if (option.isReadable() && !option.isConsumed()) {
                ByteBuffer value = option.read(sockfd);
                if (value != null) {
                    options.put(option, option.value(value));
                }
            }
        }
        errno(before);
        return options;
    }

    /**
     * {@link #options}, a line for each: {@code SOL_SOCKET SO_TYPE = SOCK_STREAM}.
     *
     * @param sockfd the socket
     * @return the lines
     */
    public static String describe(int sockfd) {
        return options(sockfd).entrySet().stream().map(option -> option.getKey().levelName + " " + option.getKey().name
                + " = " + option.getKey().text(option.getValue()) + "\n").collect(Collectors.joining());
    }

    /**
     * Reads the option of a socket.
     *
     * @param sockfd the socket
     * @return its value, by its type: an Integer, a Long, a String, a {@code byte[]}, an {@code int[]}, a {@code long[]},
     *     a {@link Struct}
     * @throws ErrnoException if getsockopt fails
     */
    public Object value(int sockfd) throws ErrnoException {
        ByteBuffer value = read(sockfd);
        return value(value != null ? value : ByteBuffer.allocate(check(-1)));
    }

    /**
     * What bytes say as the value of this option.
     *
     * @param bytes as getsockopt gives or setsockopt takes them, from the position to the limit, which stay
     * @return the value, as {@link #value(int)} answers it; what there is too little of is 0
     */
    public Object value(ByteBuffer bytes) {
        int length = bytes.remaining();
        byte[] all = new byte[Math.max(length, size())];
        bytes.get(bytes.position(), all, 0, length);
        ByteBuffer memory = ByteBuffer.wrap(all).order(ByteOrder.nativeOrder());
        if (type.equals("int") || type.equals("unsigned")) {
            return memory.getInt(0);
        } else if (type.equals("unsigned long")) {
            return memory.getLong(0);
        } else if (type.startsWith("char[")) {
            return Strings.str(all);
        } else if (type.startsWith("unsigned[")) {
            int[] ints = new int[length / Integer.BYTES];
            memory.asIntBuffer().get(ints);
            return ints;
        } else if (type.startsWith("unsigned long[")) {
            long[] longs = new long[length / Long.BYTES];
            memory.asLongBuffer().get(longs);
            return longs;
        } else if (type.equals("struct sockaddr")) {
            return Addresses.ofFamily(new sockaddr_storage(memory));
        }
        return type.startsWith(STRUCT) ? unpacked(memory) : all;
    }

    /**
     * A value as strace prints it.
     *
     * @param value as {@link #value(int)} answers it
     * @return {@code 1}, {@code SOCK_STREAM}, {@code "lo"}, {@code {l_onoff=0, l_linger=0}}
     */
    public String text(Object value) {
        if (value instanceof Integer number) {
            return !names.equals("-") ? Names.of(names, number)
                    : type.equals("unsigned") ? Integer.toUnsignedString(number) : String.valueOf(number);
        } else if (value instanceof Long number) {
            return Long.toUnsignedString(number);
        } else if (value instanceof String string) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            return Addresses.quoted(bytes, 0, bytes.length);
        } else if (value instanceof byte[] bytes) {
            return Addresses.quoted(bytes, 0, bytes.length);
        } else if (value instanceof int[] ints) {
            return Arrays.stream(ints).mapToObj(Integer::toUnsignedString).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof long[] longs) {
            return Arrays.stream(longs).mapToObj(Long::toUnsignedString).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value);
    }

    /** The value's size in bytes; of one that says its own length, the least. */
    int size() {
        if (type.equals("struct sockaddr")) {
            return Struct.layout(sockaddr_storage.class).size();
        } else if (type.startsWith(STRUCT)) {
            return Struct.layout(Headers.struct(type.substring(STRUCT.length()))).size();
        }
        int bracket = type.indexOf('[');
        String element = bracket < 0 ? type : type.substring(0, bracket);
        String count = bracket < 0 ? "1" : type.substring(bracket + 1, type.length() - 1);
        int size = switch (element) {
            case "char", "uint8_t" -> 1;
            case "int", "unsigned" -> Integer.BYTES;
            default -> Long.BYTES;
        };
        return count.isEmpty() ? 0 : size * Integer.parseInt(count);
    }

    /** The bytes that getsockopt answers, or null if it fails. */
    ByteBuffer read(int sockfd) {
        int room = size() == 0 ? ROOM : size();
        if (optname == SO_PEERNAME && level == SOL_SOCKET) { // which wants no more room than the name has
            int[] length = {room};
            if (getpeername(sockfd, new sockaddr_storage(), length) < 0) {
                return null;
            }
            room = length[0];
        }
        ByteBuffer value = ByteBuffer.allocate(room);
        return getsockopt(sockfd, level, optname, value) < 0 ? null : value.flip();
    }

    private Struct unpacked(ByteBuffer memory) {
        try {
            Struct struct = Headers.struct(type.substring(STRUCT.length())).getConstructor().newInstance();
            struct.unpack(memory);
            return struct;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static long key(int level, int optname) {
        return (long) level << Integer.SIZE | Integer.toUnsignedLong(optname);
    }

    /** The table, read when first asked for. */
    private static final class Catalogue {

        static final List<SocketOption> ALL = read();
        static final Map<Long, SocketOption> BY_NUMBER = ALL.stream()
                .collect(Collectors.toUnmodifiableMap(option -> key(option.level(), option.optname()), option -> option));

        private static List<SocketOption> read() {
            try (BufferedReader table = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                    SocketOption.class.getResourceAsStream("options.tsv")), StandardCharsets.UTF_8))) {
                return table.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                        .map(row -> new SocketOption((int) Headers.value(row[0]), row[0], (int) Headers.value(row[1]),
                                row[1], row[2], row[3], row[4], row[5], row[6])).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

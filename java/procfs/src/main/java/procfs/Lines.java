package procfs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The lines of a file, and a cursor that reads a line's columns one after the other, from its bytes. It need not look where
 * the line ends, since the newline that is there is part of no column.
 */
final class Lines implements Closeable {

    /** Far longer than any line. */
    private static final int CAPACITY = 1 << 16;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final Path file;
    private final InputStream in;
    private final byte[] bytes = new byte[CAPACITY];
    private int limit;
    private int begin;
    private int end = -1;
    private int at;
    private int number;
    /** Whether the last line that could be read to its end has a name. */
    private boolean named;

    Lines(Path file) throws IOException {
        this.file = file;
        this.in = Files.newInputStream(file);
    }

    /** Goes to the next line; false if there is none. */
    boolean next() throws IOException {
        begin = end + 1;
        int scan = begin;
        int count;
        do {
            for (; scan < limit; scan++) {
                if (bytes[scan] == '\n') {
                    line(scan);
                    return true;
                }
            }
            System.arraycopy(bytes, begin, bytes, 0, limit - begin);
            scan -= begin;
            limit -= begin;
            begin = 0;
            count = in.read(bytes, limit, CAPACITY - limit);
            limit += Math.max(count, 0);
        } while (count > 0);
        line(limit);
        if (limit == 0) {
            return false;
        }
        throw malformed(count == 0 ? "a line of more than " + CAPACITY + " bytes" : "a line without an end");
    }

    private void line(int newEnd) {
        end = newEnd;
        at = begin;
        number++;
    }

    /** All of the line. */
    String text() {
        return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }

    /** How many bytes the cursor has not read yet. */
    private int remaining() {
        return end - at;
    }

    /** A name that is the rest of the line, behind one space; none if the line ends here. */
    byte[] name() throws MalformedLineException {
        boolean follows = remaining() > 0;
        if (follows && hasNul(skip(' ').at)) {
            throw malformed("a NUL in a name");
        }
        named = follows;
        return Arrays.copyOfRange(bytes, at, end);
    }

    /**
     * The name above and this line, a newline between them; null if that cannot be: there was no name above, or it would be
     * longer than that.
     */
    byte[] continued(byte[] name, int max) {
        int length = name.length + 1 + end - begin;
        if (!named || length > max || hasNul(begin)) {
            return null;
        }
        byte[] longer = Arrays.copyOf(name, length);
        longer[name.length] = '\n';
        System.arraycopy(bytes, begin, longer, name.length + 1, end - begin);
        return longer;
    }

    private boolean hasNul(int from) {
        int scan = from;
        while (scan < end && bytes[scan] != 0) {
            scan++;
        }
        return scan < end;
    }

    /** Spaces, if there are any. */
    Lines indent() {
        while (bytes[at] == ' ') {
            at++;
        }
        return this;
    }

    /** The space between two columns, which is more where one of them is padded. */
    Lines space() throws MalformedLineException {
        return skip(' ').indent();
    }

    /** A character that has to be there. */
    Lines skip(char c) throws MalformedLineException {
        if (bytes[at] != c) {
            throw malformed("no '" + c + "' at character " + (at - begin + 1));
        }
        at++;
        return this;
    }

    /** Whether nothing follows but what the line is padded with. */
    boolean ends() {
        int last = at;
        while (bytes[last] == ' ') {
            last++;
        }
        return last == end;
    }

    /** The end of the line, which has to be here. */
    void finish() throws MalformedLineException {
        if (!ends()) {
            throw malformed("more than there are columns, at character " + (at - begin + 1));
        }
    }

    /** A number that stands for something. */
    <T> T one(String column, int value, IntFunction<T> of) throws MalformedLineException {
        try {
            return of.apply(value);
        } catch (IllegalArgumentException e) {
            throw malformed(column + ": " + e.getMessage());
        }
    }

    /** A number that is written in so many hexadecimal digits, at most 8. */
    int hex(String column, int digits) throws MalformedLineException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = digit();
            if (digit < 0) {
                throw malformed(column + " has no " + digits + " hexadecimal digits");
            }
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    /** A number of 64 bits, in at least so many hexadecimal digits. */
    long hexLong(String column, int atLeast) throws MalformedLineException {
        int first = at;
        long value = 0;
        for (int digit = digit(); digit >= 0; digit = digit()) {
            value = value << 4 | digit;
            at++;
        }
        if (at - first < atLeast || at - first > 16) {
            throw malformed(column + " has no " + atLeast + " to 16 hexadecimal digits");
        }
        return value;
    }

    /** A number in decimal digits. */
    long decimal(String column, long max) throws MalformedLineException {
        int first = at;
        long value = 0;
        for (int digit = digit(); digit >= 0 && digit <= 9; digit = digit()) {
            if (digit > max || value > (max - digit) / 10) {
                throw malformed(column + " is more than " + max);
            }
            value = 10 * value + digit;
            at++;
        }
        if (at == first) {
            throw malformed(column + " is no number");
        }
        return value;
    }

    /** An {@code unsigned int}. */
    long unsigned(String column) throws MalformedLineException {
        return decimal(column, 0xffffffffL);
    }

    /** An {@code int}. */
    int signed(String column) throws MalformedLineException {
        if (bytes[at] == '-') {
            at++;
            return (int) -decimal(column, -(long) Integer.MIN_VALUE);
        }
        return (int) decimal(column, Integer.MAX_VALUE);
    }

    /** An address of one or four words, each in this machine's byte order, and a port. */
    InetSocketAddress address(String column, int words) throws IOException {
        byte[] address = new byte[4 * words];
        for (int i = 0; i < words; i++) {
            WORD.set(address, 4 * i, hex(column, 8));
        }
        int port = skip(':').hex(column, 4);
        // An IPv4 address that is mapped to IPv6 stays one of IPv6: so it is in the kernel.
        InetAddress host = words == 1 ? InetAddress.getByAddress(address) : Inet6Address.getByAddress(null, address, -1);
        return new InetSocketAddress(host, port);
    }

    /** The next character as a hexadecimal digit; -1 if it is none. */
    private int digit() {
        int c = bytes[at];
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = (c | 0x20) - 'a';
        return letter >= 0 && letter < 6 ? letter + 10 : -1;
    }

    MalformedLineException malformed(String reason) {
        return new MalformedLineException(file, number, text(), reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.CProgram.literal;
import static libc.Errno.EBADF;
import static libc.Errno.ECONNREFUSED;
import static libc.Errno.EIO;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.Stdio.EOF;
import static libc.Stdio.fflush;
import static libc.Stdio.fgets;
import static libc.Stdio.fprintf;
import static libc.Stdio.fputs;
import static libc.Stdio.perror;
import static libc.Stdio.printf;
import static libc.Stdio.puts;
import static libc.Stdio.snprintf;
import static libc.Stdio.stderr;
import static libc.Stdio.stdin;
import static libc.Stdio.stdout;
import static libc.Strings.str;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StdioIT {

    private static final int ROOM = 512;
    private static final byte UNTOUCHED = (byte) 0xaa;

    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restore() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
        Locale.setDefault(locale);
    }

    /** A call of snprintf, the same in Java and in C. */
    private record Call(int size, String format, List<String> c, Object... args) {

        static Call of(String format, String c, Object... args) {
            return new Call(ROOM, format, c.isEmpty() ? List.of() : List.of(c), args);
        }

        String inC() {
            String more = c.isEmpty() ? "" : ", " + String.join(", ", c);
            return "    show(" + size + ", " + literal(format) + more + ");\n";
        }

        String inJava() {
            byte[] buf = new byte[ROOM];
            Arrays.fill(buf, UNTOUCHED);
            int n = snprintf(buf, size, format, args);
            return n + " " + HexFormat.of().formatHex(buf);
        }

        @Override
        public String toString() {
            return '"' + format + "\", " + String.join(", ", c) + " into " + size;
        }
    }

    private static final List<Call> CALLS = List.of(
            Call.of("", ""),
            Call.of("plain, 100%%, caf\u00e9 \uD83D\uDE00\n", ""),
            Call.of("%s:%d", "\"::1\", 9501", "::1", 9501),
            Call.of("%zd %zu", "(ssize_t) -1, (size_t) -1", -1, -1),
            Call.of("%ld of %lu", "LONG_MIN, ULONG_MAX", Long.MIN_VALUE, -1L),
            Call.of("%d %u", "(int) 0x1ffffffffL, (unsigned) 0x1ffffffffL", 0x1ffffffffL, 0x1ffffffffL),
            Call.of("%02x:%02X %hhx %hx", "(unsigned char) 0xfe, (unsigned char) 10, 0x1234, 0x12345",
                    (byte) 0xfe, (byte) 10, 0x1234, 0x12345),
            Call.of("%d %i %hhd", "(signed char) 0xfe, (signed char) 0xfe, 0xfe", (byte) 0xfe, (byte) 0xfe, 0xfe),
            Call.of("%u %o %lx", "(unsigned char) 0xfe, (unsigned char) 0xfe, 0xfeL",
                    (byte) 0xfe, (byte) 0xfe, (byte) 0xfe),
            Call.of("%d %d %u", "1, 0, 1", true, false, true),
            Call.of("%d %x", "'*', '*'", '*', '*'),
            Call.of("%d %x", "(short) -2, (short) -2", (short) -2, (short) -2),
            Call.of("%#x %#X %#o %#x %#o", "255, 255, 8, 0, 0", 255, 255, 8, 0, 0),
            Call.of("%.0d|%.d|%#.0x|%#.0o|%5.0d|%+.0d", "0, 0, 0, 0, 0, 0", 0, 0, 0, 0, 0, 0),
            Call.of("%+d|% d|%+ d|%+d", "5, 5, 5, -5", 5, 5, 5, -5),
            Call.of("%*d|%-*d|%*d|%.*d|%.*d", "6, 1, 6, 2, -6, 3, 4, 5, -4, 6", 6, 1, 6, 2, -6, 3, 4, 5, -4, 6),
            Call.of("%.*s", "3, (char[]) {'a', 'b', 'c'}", 3, new byte[] {'a', 'b', 'c'}),
            Call.of("%.*s|", "2, \"a\\0b\"", 2, new byte[] {'a', 0, 'b'}),
            Call.of("%s|%s", "\"ab\\0cd\", \"ef\\0gh\"", "ab\0cd", new byte[] {'e', 'f', 0, 'g', 'h'}),
            Call.of("%s|%.5s|%.6s|%10s|%-10s", "(char *) 0, (char *) 0, (char *) 0, (char *) 0, (char *) 0",
                    null, null, null, null, null),
            Call.of("%4s|%-4s|%.1s", "\"\u00e9\", \"\u00e9\", \"\u00e9\"", "\u00e9", "\u00e9", "\u00e9"),
            Call.of("%c%c%c|%5c|%-5c|", "'a', 'b', 0xe9, 0, 'z'", 'a', (byte) 'b', 0xe9, 0, 'z'),
            Call.of("%c", "0x1241", 0x1241),
            Call.of("%p %p %12p %-12p| %12p",
                    "(void *) 0, (void *) 0xbeef, (void *) 0xbeef, (void *) 0xbeef, (void *) 0",
                    null, 0xbeefL, 0xbeef, 0xbeefL, 0L),
            Call.of("%f %e %g", "1.0 / 3, 1.0 / 3, 1.0 / 3", 1.0 / 3, 1.0 / 3, 1.0 / 3),
            Call.of("%.1f ms, %lf", "(double) 0.25f, 2.5", 0.25f, 2.5),
            Call.of("%g %g %g %g", "100000.0, 1e6, 1e-4, 1e-5", 100000.0, 1e6, 1e-4, 1e-5),
            Call.of("%#g %#.0g %#.3G %#g", "1.0, 2.0, 1e-7, 0.0", 1.0, 2.0, 1e-7, 0.0),
            Call.of("%d, and no more", "1", 1));

    @Test
    void formatsAsCDoes(@TempDir Path dir) {
        List<Call> calls = new ArrayList<>(CALLS);
        Random random = new Random(2);
        for (int i = 0; i < 4000; i++) {
            calls.add(randomCall(random));
        }
        StringBuilder source = new StringBuilder("""
                #include <limits.h>
                #include <stdarg.h>
                #include <stdio.h>
                #include <string.h>
                #include <sys/types.h>

                static void show(size_t size, const char *format, ...)
                {
                    unsigned char buf[ROOM];
                    memset(buf, UNTOUCHED, sizeof(buf));
                    va_list args;
                    va_start(args, format);
                    printf("%d ", vsnprintf((char *) buf, size, format, args));
                    va_end(args);
                    for (size_t i = 0; i < sizeof(buf); i++)
                        printf("%02x", buf[i]);
                    putchar('\\n');
                }

                int main(void)
                {
                """.replace("ROOM", "" + ROOM).replace("UNTOUCHED", "" + (UNTOUCHED & 0xff)));
        calls.forEach(call -> source.append(call.inC()));
        List<String> c = CProgram.run(dir, source.append("}\n").toString(), new byte[0]).lines();
        CProgram.assertLines(calls, c, calls.stream().map(Call::inJava).toList());
    }

    private static Call randomCall(Random random) {
        StringBuilder format = new StringBuilder();
        List<String> c = new ArrayList<>();
        List<Object> args = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            char conversion = pick(random, 'd', 'i', 'u', 'o', 'x', 'X', 'c', 's', 'f', 'F', 'e', 'E', 'g', 'G');
            format.append(pick(random, "", "[", "\u00e9=", "%%")).append('%');
            // of %#g, glibc 2.36 forgets the zeros where rounding carries: 999999.5 becomes 1.e+06
            for (char flag : (conversion == 'g' || conversion == 'G' ? "-+ 0" : "-+ #0").toCharArray()) {
                format.append(random.nextInt(4) == 0 ? flag : "");
            }
            switch (random.nextInt(3)) {
                case 0 -> format.append(1 + random.nextInt(20));
                case 1 -> star(format, c, args, random.nextInt(41) - 20);
                default -> { }
            }
            switch (random.nextInt(5)) {
                case 0 -> format.append('.').append(random.nextInt(20));
                case 1 -> format.append('.');
                case 2 -> star(format.append('.'), c, args, random.nextInt(25) - 5);
                default -> { }
            }
            switch (conversion) {
                case 'c' -> randomCharacter(random, c, args);
                case 's' -> randomString(random, c, args);
                case 'f', 'F', 'e', 'E', 'g', 'G' -> randomDouble(random, c, args);
                default -> randomInteger(random, conversion, format, c, args);
            }
            format.append(conversion).append(pick(random, "", "]", "\n"));
        }
        int size = random.nextInt(4) == 0 ? random.nextInt(40) : ROOM;
        return new Call(size, format.toString(), c, args.toArray());
    }

    private static void star(StringBuilder format, List<String> c, List<Object> args, int value) {
        format.append('*');
        c.add(literal(value));
        args.add(value);
    }

    private static void randomInteger(Random random, char conversion, StringBuilder format, List<String> c,
            List<Object> args) {
        String length = pick(random, "", "", "hh", "h", "l", "ll", "z", "j", "t");
        format.append(length);
        long value = pick(random, 0L, 1L, -1L, 8L, 127L, 128L, 255L, 256L, 32768L, 65535L, 65536L,
                (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE,
                random.nextLong());
        boolean signed = conversion == 'd' || conversion == 'i';
        String type = length.isEmpty() || length.startsWith("h") ? "int" : "long";
        switch (random.nextInt(6)) {
            case 0 -> add(c, args, "(" + type + ") (" + (signed ? "signed" : "unsigned") + " char) " + literal(value),
                    (byte) value);
            case 1 -> add(c, args, "(" + type + ") (short) " + literal(value), (short) value);
            case 2 -> add(c, args, "(" + type + ") " + (value & 1), (value & 1) == 1);
            case 3 -> add(c, args, "(" + type + ") (unsigned short) " + literal(value), (char) value);
            case 4 -> add(c, args, "(" + type + ") " + literal((int) value), (int) value);
            default -> add(c, args, "(" + type + ") " + literal(value), value);
        }
    }

    private static void randomCharacter(Random random, List<String> c, List<Object> args) {
        int value = random.nextInt(256);
        switch (random.nextInt(3)) {
            case 0 -> add(c, args, literal(value), value);
            case 1 -> add(c, args, literal(value), (byte) value);
            default -> add(c, args, literal(value & 0x7f), (char) (value & 0x7f));
        }
    }

    private static void randomString(Random random, List<String> c, List<Object> args) {
        String value = pick(random, "", "a", "hello, world", "a\0b", "h\u00e9llo \u4e16\u754c \uD83D\uDE00", "100%",
                "\"?\\");
        add(c, args, literal(value), random.nextBoolean() ? value : value.getBytes(UTF_8));
    }

    private static void randomDouble(Random random, List<String> c, List<Object> args) {
        double value = pick(random, 0.0, -0.0, 1.0, 0.5, 1.5, 2.5, 0.125, 0.1, 9.5, 99.95, 999999.5, 9.9995e-5,
                123456789.0, 1e15, 1e22, 1e100, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Double.NaN,
                Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, random.nextGaussian(), random.nextInt(100000) / 8.0,
                random.nextDouble() * Math.pow(10, random.nextInt(40) - 20));
        if (random.nextInt(4) == 0) {
            add(c, args, literal((double) (float) value), (float) value);
        } else {
            add(c, args, literal(value), value);
        }
    }

    private static void add(List<String> c, List<Object> args, String inC, Object inJava) {
        c.add(inC);
        args.add(inJava);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    @Test
    void printsWhatCPrints(@TempDir Path dir) {
        CProgram.Output c = CProgram.run(dir, """
                #include <errno.h>
                #include <stdio.h>

                int main(void)
                {
                    int n = printf("%s %d %c\\n", "caf\u00e9", 42, 0xe9);
                    int m = puts("pu\u00e9ts");
                    int k = fputs("fputs\\n", stdout);
                    int j = fprintf(stdout, "%5s|", "abc");
                    int i = fprintf(stderr, "%-5d|\\n", 7);
                    int h = fputs("", stderr);
                    printf("%d %d %d %d %d %d %d\\n", n, m, k > 0, j, i, h > 0, fflush(stdout));
                    errno = ECONNREFUSED;
                    perror("connect");
                    perror("");
                    perror(NULL);
                    errno = 0;
                    perror("100%d");
                    errno = 4711;
                    perror("\u00e9");
                    errno = ECONNREFUSED;
                    fprintf(stderr, "%m|%5.10m|%-30m|%30m|\\n");
                    puts("");
                    return 0;
                }
                """, new byte[0]);
        ByteArrayOutputStream out = capture();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, false));

        int n = printf("%s %d %c\n", "caf\u00e9", 42, 0xe9);
        int m = puts("pu\u00e9ts");
        int k = fputs("fputs\n", stdout);
        int j = fprintf(stdout, "%5s|", "abc");
        int i = fprintf(stderr, "%-5d|\n", 7);
        int h = fputs("", stderr);
        printf("%d %d %d %d %d %d %d\n", n, m, k > 0, j, i, h > 0, fflush(stdout));
        errno(ECONNREFUSED);
        perror("connect");
        perror("");
        perror(null);
        errno(0);
        perror("100%d");
        errno(4711);
        perror("\u00e9");
        errno(ECONNREFUSED);
        fprintf(stderr, "%m|%5.10m|%-30m|%30m|\n");
        puts("");

        assertEquals(HexFormat.of().formatHex(c.out()), HexFormat.of().formatHex(out.toByteArray()));
        assertEquals(new String(c.err(), UTF_8), err.toString(UTF_8));
        assertEquals(ECONNREFUSED, errno());
    }

    private static ByteArrayOutputStream capture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, false));
        return out;
    }

    @Test
    void putsAndFputsEndAtTheNulOrTheArraysEnd() {
        ByteArrayOutputStream out = capture();
        assertEquals(3, puts(new byte[] {'a', 'b', 0, 'c'}));
        assertEquals(3, puts(new byte[] {'a', (byte) 0xff}));
        assertEquals(1, fputs(new byte[] {'d', 0, 'e'}, stdout));
        assertEquals(2, puts("f\0g"));
        assertArrayEquals(new byte[] {'a', 'b', '\n', 'a', (byte) 0xff, '\n', 'd', 'f', '\n'}, out.toByteArray());
        assertThrows(NullPointerException.class, () -> puts((byte[]) null));
        assertThrows(NullPointerException.class, () -> fputs((String) null, stdout));
    }

    @Test
    void theStreamsAreThoseOfTheMoment() {
        ByteArrayOutputStream first = capture();
        printf("one");
        System.out.print(" and");
        printf(" two");
        ByteArrayOutputStream second = capture();
        printf("three");
        assertEquals("one and two", first.toString(UTF_8));
        assertEquals("three", second.toString(UTF_8));
    }

    /** Counts the writes that reach it. */
    private static final class Writes extends OutputStream {
        private int count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            count++;
        }
    }

    @Test
    void aCallIsOneWrite() {
        Writes writes = new Writes();
        System.setOut(new PrintStream(writes, true));
        printf("a %s\nb %d\n", "\u00e9", 1);
        assertEquals(1, writes.count);
        puts("c\nd");
        assertEquals(2, writes.count);
    }

    @Test
    void stdoutIsFlushedByFflushAndStderrByEachCall() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(new BufferedOutputStream(out), false));
        System.setErr(new PrintStream(new BufferedOutputStream(err), false));
        printf("out");
        fprintf(stderr, "err");
        assertEquals("", out.toString(UTF_8));
        assertEquals("err", err.toString(UTF_8));
        assertEquals(0, fflush(stdout));
        assertEquals("out", out.toString(UTF_8));
        printf("put");
        assertEquals(0, fflush(null));
        assertEquals("output", out.toString(UTF_8));
        assertEquals(0, fflush(stdin));
    }

    @Test
    void aFailedWriteShowsAtFflush() {
        System.setOut(new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space");
            }
        }, false));
        errno(0);
        assertEquals(1, printf("x"));
        assertEquals(EOF, fflush(stdout));
        assertEquals(EIO, errno());
        assertEquals(EOF, fflush(null));
        assertEquals(0, fflush(stderr));
    }

    @Test
    void aStreamOfTheOtherDirectionIsEbadf() {
        errno(0);
        assertEquals(EOF, fprintf(stdin, "x"));
        assertEquals(EBADF, errno());
        errno(0);
        assertEquals(EOF, fputs("x", stdin));
        assertEquals(EBADF, errno());
        errno(0);
        assertNull(fgets(new byte[8], 8, stdout));
        assertEquals(EBADF, errno());
        assertEquals("fputs: EBADF (Bad file descriptor)",
                assertThrows(ErrnoException.class, () -> check(fputs("x", stdin))).getMessage());
    }

    @Test
    void theJvmsLocaleDoesNotMatter() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        byte[] buf = new byte[64];
        snprintf(buf, 64, "%d %.2f %e %X", -1234, 1234.5, 1e-7, 0xabc);
        assertEquals("-1234 1234.50 1.000000e-07 ABC", str(buf));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        snprintf(buf, 64, "%E %F", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertEquals("INF INF", str(buf));
    }

    @Test
    void surplusArgumentsAreIgnored() {
        byte[] buf = new byte[16];
        assertEquals(1, snprintf(buf, 16, "%d", 1, 2, "three"));
        assertEquals("1", str(buf));
        assertEquals(0, snprintf(buf, 16, "", new int[0]));
    }

    @Test
    void aNulEndsTheFormat() {
        byte[] buf = new byte[16];
        assertEquals(2, snprintf(buf, 16, "ab\0%d"));
        assertEquals("ab", str(buf));
    }

    @Test
    void aNullForTheArgumentsIsOneNull() {
        byte[] buf = new byte[16];
        assertEquals(6, snprintf(buf, 16, "%s", (Object[]) null));
        assertEquals("(null)", str(buf));
    }

    @Test
    void aCharBeyondAsciiIsUtf8() {
        byte[] buf = new byte[16];
        assertEquals(5, snprintf(buf, 16, "%c%4c", '\u00e9', '\u20ac') - 1);
        assertEquals("\u00e9 \u20ac", str(buf));
    }

    @Test
    void whatDoesNotFitTheFormatIsRefusedAndPrintsNothing() {
        ByteArrayOutputStream out = capture();
        refused("%d", "%d", (Object) new int[] {1});
        refused("%d", "%d", (Object) new byte[] {1});
        refused("%ld", "%ld", (Object) new long[] {1});
        refused("%#x", "%#x", "1");
        refused("%u", "%u", 1.0);
        refused("%d", "%d", (Object) null);
        refused("%5c", "%5c", "c");
        refused("%s", "%s", 1);
        refused("%s", "%s", (Object) new char[] {'a'});
        refused("%.2f", "%.2f", 1);
        refused("%p", "%p", new Object());
        refused("%*d", "%*d", "6", 1);
        refused("%-5d", "a%-5d");
        refused("%*d", "%*d", 5);
        refused("%s", "%d%s", 1);
        refused("%n", "%n", (Object) new int[1]);
        refused("%a", "%a", 1.0);
        refused("%1$", "%1$d", 1);
        refused("%l", "%ls", "wide");
        refused("%q", "%qd", 1L);
        refused("%5", "%d%5", 1);
        refused("%", "100%");
        refused("99999999999", "%99999999999d", 1);
        assertEquals(0, out.size());
    }

    private static void refused(String named, String format, Object... args) {
        String message = assertThrows(IllegalArgumentException.class, () -> printf(format, args), format).getMessage();
        assertTrue(message.contains(named), message);
    }

    @Test
    void snprintfStaysWithinItsSize() {
        byte[] buf = {'x', 'x', 'x', 'x'};
        assertThrows(IndexOutOfBoundsException.class, () -> snprintf(buf, 5, "a"));
        assertThrows(IndexOutOfBoundsException.class, () -> snprintf(buf, -1, "a"));
        assertThrows(IndexOutOfBoundsException.class, () -> snprintf(null, 1, "a"));
        assertThrows(IllegalArgumentException.class, () -> snprintf(buf, 4, "a%d"));
        assertEquals(5, snprintf(buf, 0, "%d", 12345));
        assertEquals(5, snprintf(null, 0, "%d", 12345));
        assertArrayEquals(new byte[] {'x', 'x', 'x', 'x'}, buf);
        assertEquals(5, snprintf(buf, 3, "%d", 12345));
        assertArrayEquals(new byte[] {'1', '2', 0, 'x'}, buf);
    }

    @Test
    void fgetsReadsAsCDoes(@TempDir Path dir) {
        byte[] input = ("line one\n\nline two, which is too long for the array\nnul \0 inside\n0123456\n01234567\n"
                + "caf\u00e9 caf\u00e9\nno newline at the end").getBytes(UTF_8);
        CProgram.Output c = CProgram.run(dir, """
                #include <stdio.h>
                #include <string.h>

                int main(void)
                {
                    char buf[9];
                    memset(buf, 'x', sizeof(buf));
                    for (int i = 0; i < 24; i++) {
                        int size = i < 4 ? i : (int) sizeof(buf);
                        char *line = fgets(buf, size, stdin);
                        printf("%d", line == buf);
                        for (size_t k = 0; k < sizeof(buf); k++)
                            printf("%02x", (unsigned char) buf[k]);
                        puts("");
                    }
                    return 0;
                }
                """, input);
        System.setIn(new ByteArrayInputStream(input));
        byte[] buf = new byte[9];
        Arrays.fill(buf, (byte) 'x');
        List<String> java = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int size = i < 4 ? i : buf.length;
            byte[] line = fgets(buf, size, stdin);
            java.add((line == buf ? "1" : "0") + HexFormat.of().formatHex(buf));
        }
        assertEquals(c.lines(), java);
        assertTrue(java.get(23).startsWith("0"), "the end of file was not reached");
    }

    @Test
    void fgetsStaysWithinItsSize() {
        System.setIn(new ByteArrayInputStream("abc\n".getBytes(UTF_8)));
        byte[] buf = new byte[4];
        assertThrows(IndexOutOfBoundsException.class, () -> fgets(buf, 5, stdin));
        assertThrows(IndexOutOfBoundsException.class, () -> fgets(buf, -1, stdin));
        assertSame(buf, fgets(buf, 4, stdin));
        assertEquals("abc", str(buf));
    }

    @Test
    void fgetsOfABrokenStreamIsEio() {
        System.setIn(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        errno(0);
        assertNull(fgets(new byte[8], 8, stdin));
        assertEquals(EIO, errno());
    }
}

package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.CProgram.literal;
import static libc.Strings.memcmp;
import static libc.Strings.memcpy;
import static libc.Strings.memmove;
import static libc.Strings.memset;
import static libc.Strings.str;
import static libc.Strings.strcat;
import static libc.Strings.strchr;
import static libc.Strings.strcmp;
import static libc.Strings.strcpy;
import static libc.Strings.strerror;
import static libc.Strings.strerrordesc_np;
import static libc.Strings.strerrorname_np;
import static libc.Strings.strlen;
import static libc.Strings.strncmp;
import static libc.Strings.strncpy;
import static libc.Strings.strstr;
import static libc.sys.Types.sizeof;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import libc.sys.Types.timeval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StringsIT {

    private static final int ROOM = 48;

    /** Two strings and a number for every function of strings. */
    private record Pair(String a, String b, int n) {

        String inC() {
            return "    show(" + literal(a) + ", " + literal(b) + ", " + n + ");\n";
        }

        String inJava() {
            byte[] x = chars(a);
            byte[] y = chars(b);
            StringJoiner line = new StringJoiner(" ");
            line.add("" + strlen(x));
            line.add("" + Integer.signum(strcmp(x, y)));
            line.add("" + Integer.signum(strncmp(x, y, n)));
            line.add("" + strchr(x, n));
            line.add("" + strchr(x, 'b'));
            line.add("" + strstr(x, y));
            line.add(hex(strcpy(room(), x)));
            line.add(hex(strcat(strcpy(room(), x), y)));
            line.add(hex(strncpy(room(), x, n)));
            return line.toString();
        }
    }

    /** A string in a larger array, with something behind its NUL. */
    private static byte[] chars(String s) {
        return (s + "\0b\u00e9").getBytes(UTF_8);
    }

    private static byte[] room() {
        byte[] room = new byte[ROOM];
        Arrays.fill(room, (byte) 0xaa);
        return room;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>(List.of(new Pair("", "", 0), new Pair("a", "\u00e9", 1),
                new Pair("ab\0c", "ab", 4), new Pair("ab\0c", "ab\0d", 5), new Pair("\u0001", "\u00ff", 1),
                new Pair("aab", "ab", 2), new Pair("abab", "", 0)));
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            pairs.add(new Pair(word(random), word(random), random.nextInt(20)));
        }
        return pairs;
    }

    private static String word(Random random) {
        String alphabet = "aaabb\u00e9\u20ac\u0001";
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    @Test
    void stringsAreWhatCMakesOfThem(@TempDir Path dir) {
        List<Pair> pairs = pairs();
        StringBuilder source = new StringBuilder("""
                #include <stdio.h>
                #include <string.h>

                static char room[ROOM];

                static char *fresh(void)
                {
                    return memset(room, 0xaa, sizeof(room));
                }

                static int sign(int n)
                {
                    return (n > 0) - (n < 0);
                }

                static int at(const char *s, const char *p)
                {
                    return p == NULL ? -1 : (int) (p - s);
                }

                static void hex(const char *s)
                {
                    putchar(' ');
                    for (int i = 0; i < ROOM; i++)
                        printf("%02x", (unsigned char) s[i]);
                }

                static void show(const char *a, const char *b, volatile size_t n)
                {
                    printf("%zu %d %d", strlen(a), sign(strcmp(a, b)), sign(strncmp(a, b, n)));
                    printf(" %d %d %d", at(a, strchr(a, (int) n)), at(a, strchr(a, 'b')), at(a, strstr(a, b)));
                    hex(strcpy(fresh(), a));
                    hex(strcat(strcpy(fresh(), a), b));
                    hex(strncpy(fresh(), a, n));
                    putchar('\\n');
                }

                int main(void)
                {
                """.replace("ROOM", "" + ROOM));
        pairs.forEach(pair -> source.append(pair.inC()));
        List<String> c = CProgram.run(dir, source.append("}\n").toString(), new byte[0]).lines();
        CProgram.assertLines(pairs, c, pairs.stream().map(Pair::inJava).toList());
    }

    @Test
    void aStringIsItsUtf8Bytes() {
        for (Pair pair : pairs()) {
            String a = pair.a();
            String b = pair.b();
            byte[] x = chars(a);
            byte[] y = chars(b);
            assertEquals(strlen(x), strlen(a));
            assertEquals(strchr(x, 'b'), strchr(a, 'b'));
            assertEquals(strcmp(x, y), strcmp(a, b));
            assertEquals(strcmp(x, y), strcmp(x, b));
            assertEquals(strcmp(x, y), strcmp(a, y));
            assertEquals(strncmp(x, y, 3), strncmp(a, b, 3));
            assertEquals(strncmp(x, y, 3), strncmp(x, b, 3));
            assertEquals(strncmp(x, y, 3), strncmp(a, y, 3));
            assertEquals(strstr(x, y), strstr(a, b));
            assertEquals(strstr(x, y), strstr(x, b));
            assertEquals(strstr(x, y), strstr(a, y));
            assertArrayEquals(strcpy(room(), x), strcpy(room(), a));
            assertArrayEquals(strncpy(room(), x, 9), strncpy(room(), a, 9));
            assertArrayEquals(strcat(strcpy(room(), x), y), strcat(strcpy(room(), a), b));
        }
        assertEquals(7, strlen("h\u00e9llo!"));
        assertEquals(3, strchr("h\u00e9llo!", 'l'));
        assertEquals(5, strstr("h\u00e9llo!", "o"));
    }

    @Test
    void theArraysEndStandsForAMissingNul() {
        byte[] abc = {'a', 'b', 'c'};
        assertEquals(3, strlen(abc));
        assertEquals(3, strchr(abc, 0));
        assertEquals(-1, strchr(abc, 'd'));
        assertEquals(0, strcmp(abc, "abc"));
        assertEquals(1, strstr(abc, new byte[] {'b', 'c'}));
        assertEquals("abc", str(abc));
        assertEquals("abc", str(strcpy(new byte[4], abc)));
        assertEquals(0, strlen(new byte[0]));
    }

    @Test
    void whatIsWrittenHasToFit() {
        byte[] dest = {'a', 0, 'x'};
        byte[] before = dest.clone();
        assertThrows(IndexOutOfBoundsException.class, () -> strcpy(dest, "abc"));
        assertThrows(IndexOutOfBoundsException.class, () -> strcpy(dest, chars("abc")));
        assertThrows(IndexOutOfBoundsException.class, () -> strcat(dest, "bc"));
        assertThrows(IndexOutOfBoundsException.class, () -> strcat(new byte[] {'a'}, ""));
        assertThrows(IndexOutOfBoundsException.class, () -> strncpy(dest, "", 4));
        assertThrows(IndexOutOfBoundsException.class, () -> strncpy(dest, "", -1));
        assertThrows(IndexOutOfBoundsException.class, () -> strncmp("a", "b", -1));
        assertArrayEquals(before, dest);
        assertSame(dest, strcpy(dest, "ab"));
        assertSame(dest, strcpy(dest, ""));
        assertSame(dest, strcat(dest, "ab"));
        assertSame(dest, strncpy(dest, "wxyz", 3));
        assertArrayEquals(new byte[] {'w', 'x', 'y'}, dest);
        assertSame(dest, strcpy(dest, "v"));
        assertArrayEquals(new byte[] {'v', 0, 'y'}, dest);
    }

    @Test
    void strEndsAtTheNul() {
        byte[] buf = {'a', 0, (byte) 0xc3, (byte) 0xa9, 'b', 0, 'c'};
        assertEquals("a", str(buf));
        assertEquals("", str(buf, 1));
        assertEquals("\u00e9b", str(buf, 2));
        assertEquals("c", str(buf, 6));
        assertEquals("", str(buf, 7));
        assertThrows(IndexOutOfBoundsException.class, () -> str(buf, 8));
        assertThrows(IndexOutOfBoundsException.class, () -> str(buf, -1));
    }

    @Test
    void errorsHaveTheTextsOfTheCLocale(@TempDir Path dir) {
        List<Integer> errnums = new ArrayList<>(IntStream.rangeClosed(-1, 140).boxed().toList());
        errnums.addAll(List.of(512, 4096, Integer.MAX_VALUE, Integer.MIN_VALUE));
        StringBuilder source = new StringBuilder("""
                #define _GNU_SOURCE
                #include <stdio.h>
                #include <string.h>

                static void show(int errnum)
                {
                    const char *name = strerrorname_np(errnum);
                    const char *desc = strerrordesc_np(errnum);
                    printf("%s|%s|%s\\n", strerror(errnum), name ? name : "null", desc ? desc : "null");
                }

                int main(void)
                {
                """);
        errnums.forEach(errnum -> source.append("    show(" + literal(errnum) + ");\n"));
        List<String> c = CProgram.run(dir, source.append("}\n").toString(), new byte[0]).lines();
        CProgram.assertLines(errnums, c, errnums.stream().map(errnum ->
                strerror(errnum) + "|" + strerrorname_np(errnum) + "|" + strerrordesc_np(errnum)).toList());
    }

    /** 16 bytes as one of the things that hold memory. */
    private enum Kind {
        BYTES("bytes"), HEAP("bytes"), DIRECT("bytes"), INTS("ints"), LONGS("longs"), STRUCT("times"), STRUCTS("times");

        final String c;

        Kind(String c) {
            this.c = c;
        }

        Object memory(long a, long b) {
            ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()).putLong(0, a).putLong(8, b);
            return switch (this) {
                case BYTES -> bytes.array();
                case HEAP -> ByteBuffer.allocate(21).position(3).put(3, bytes.array()).limit(19);
                case DIRECT -> ByteBuffer.allocateDirect(21).position(5).put(5, bytes.array());
                case INTS -> new int[] {bytes.getInt(0), bytes.getInt(4), bytes.getInt(8), bytes.getInt(12)};
                case LONGS -> new long[] {a, b};
                case STRUCT -> new timeval(a, b);
                case STRUCTS -> new timeval[] {new timeval(a, b)};
            };
        }

        String values(Object memory) {
            return switch (this) {
                case BYTES -> Arrays.toString((byte[]) memory);
                case HEAP, DIRECT -> {
                    ByteBuffer buffer = (ByteBuffer) memory;
                    byte[] bytes = new byte[buffer.remaining()];
                    buffer.get(buffer.position(), bytes);
                    yield Arrays.toString(bytes);
                }
                case INTS -> Arrays.toString((int[]) memory);
                case LONGS -> Arrays.toString((long[]) memory);
                case STRUCT -> Arrays.toString(new long[] {((timeval) memory).tv_sec, ((timeval) memory).tv_usec});
                case STRUCTS -> STRUCT.values(((timeval[]) memory)[0]);
            };
        }
    }

    /** A copy, a comparison and a fill between two kinds of memory. */
    private record Memory(Kind to, Kind from, long[] words, int n) {

        String inC() {
            return "    SHOW(" + to.c + ", " + from.c + ", " + literal(words[0]) + ", " + literal(words[1]) + ", "
                    + literal(words[2]) + ", " + literal(words[3]) + ", " + n + ");\n";
        }

        String inJava() {
            Object s = from.memory(words[2], words[3]);
            return Integer.signum(memcmp(to.memory(words[0], words[1]), s, n)) + " " + to.values(copy(s, false)) + " "
                    + to.values(copy(s, true)) + " " + to.values(fill());
        }

        private Object copy(Object s, boolean move) {
            Object d = to.memory(words[0], words[1]);
            assertSame(d, switch (to) {
                case BYTES -> move ? memmove((byte[]) d, s, n) : memcpy((byte[]) d, s, n);
                case HEAP, DIRECT -> move ? memmove((ByteBuffer) d, s, n) : memcpy((ByteBuffer) d, s, n);
                case INTS -> move ? memmove((int[]) d, s, n) : memcpy((int[]) d, s, n);
                case LONGS -> move ? memmove((long[]) d, s, n) : memcpy((long[]) d, s, n);
                case STRUCT -> move ? memmove((timeval) d, s, n) : memcpy((timeval) d, s, n);
                case STRUCTS -> move ? memmove((timeval[]) d, s, n) : memcpy((timeval[]) d, s, n);
            });
            return d;
        }

        private Object fill() {
            Object d = to.memory(words[0], words[1]);
            int c = (int) words[2];
            assertSame(d, switch (to) {
                case BYTES -> memset((byte[]) d, c, n);
                case HEAP, DIRECT -> memset((ByteBuffer) d, c, n);
                case INTS -> memset((int[]) d, c, n);
                case LONGS -> memset((long[]) d, c, n);
                case STRUCT -> memset((timeval) d, c, n);
                case STRUCTS -> memset((timeval[]) d, c, n);
            });
            return d;
        }

        @Override
        public String toString() {
            return inC();
        }
    }

    @Test
    void memoryIsLaidOutAsInC(@TempDir Path dir) {
        List<Memory> cases = new ArrayList<>();
        Random random = new Random(5);
        for (Kind to : Kind.values()) {
            for (Kind from : Kind.values()) {
                for (int n = 0; n <= 16; n++) {
                    long a = random.nextLong();
                    long b = random.nextLong();
                    long c = random.nextBoolean() ? a : a ^ 1L << random.nextInt(64);
                    cases.add(new Memory(to, from, new long[] {a, b, c, random.nextLong()}, n));
                }
            }
        }
        StringBuilder source = new StringBuilder("""
                #include <stdio.h>
                #include <string.h>
                #include <sys/time.h>

                union memory {
                    signed char bytes[16];
                    int ints[4];
                    long longs[2];
                    struct timeval times;
                };

                static int sign(int n)
                {
                    return (n > 0) - (n < 0);
                }

                static void bytes(const union memory *m)
                {
                    for (int i = 0; i < 16; i++)
                        printf("%s%d", i ? ", " : " [", m->bytes[i]);
                    printf("]");
                }

                static void ints(const union memory *m)
                {
                    printf(" [%d, %d, %d, %d]", m->ints[0], m->ints[1], m->ints[2], m->ints[3]);
                }

                static void longs(const union memory *m)
                {
                    printf(" [%ld, %ld]", m->longs[0], m->longs[1]);
                }

                static void times(const union memory *m)
                {
                    printf(" [%ld, %ld]", m->times.tv_sec, m->times.tv_usec);
                }

                static void show(void (*print)(const union memory *), const long *d, const long *s, size_t n)
                {
                    union memory to = {.longs = {d[0], d[1]}};
                    union memory from = {.longs = {s[0], s[1]}};
                    printf("%d", sign(memcmp(&to, &from, n)));
                    union memory m = to;
                    print(memcpy(&m, &from, n));
                    m = to;
                    print(memmove(&m, &from, n));
                    m = to;
                    print(memset(&m, (int) s[0], n));
                    putchar('\\n');
                }

                #define SHOW(to, from, a, b, c, d, n) show(to, (long[]) {a, b}, (long[]) {c, d}, n)

                int main(void)
                {
                """);
        cases.forEach(memory -> source.append(memory.inC()));
        List<String> c = CProgram.run(dir, source.append("}\n").toString(), new byte[0]).lines();
        CProgram.assertLines(cases, c, cases.stream().map(Memory::inJava).toList());
    }

    @Test
    void aBufferKeepsItsPosition() {
        ByteBuffer dest = ByteBuffer.allocate(8).position(2).limit(6);
        ByteBuffer src = ByteBuffer.wrap("abcdef".getBytes(UTF_8)).position(1);
        memcpy(dest, src, 3);
        memset(dest, 'z', 1);
        assertEquals(0, memcmp(dest, "zcd", 4));
        assertEquals(2, dest.position());
        assertEquals(6, dest.limit());
        assertEquals(1, src.position());
        assertEquals("\0\0zcd\0\0\0", new String(dest.array(), UTF_8));
    }

    @Test
    void aBuffersByteOrderDoesNotMatter() {
        int[] one = {0};
        memcpy(one, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x01020304), 4);
        memcpy(ByteBuffer.allocate(4).order(ByteOrder.BIG_ENDIAN), one, 4);
        assertEquals(0x01020304, one[0]);
        ByteBuffer big = memcpy(ByteBuffer.allocate(4).order(ByteOrder.BIG_ENDIAN), one, 4);
        assertEquals(0x04030201, big.getInt(0));
    }

    @Test
    void aStringBringsItsNul() {
        byte[] dest = room();
        memcpy(dest, "h\u00e9", 4);
        assertEquals("h\u00e9", str(dest));
        assertEquals(0, memcmp("bye", new byte[] {'b', 'y', 'e', 0}, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> memcpy(dest, "bye", 5));
        assertThrows(IndexOutOfBoundsException.class, () -> memcmp("bye", "bye!", 5));
    }

    @Test
    void structsFollowEachOther() {
        timeval[] times = {new timeval(1, 2), new timeval(3, 4)};
        long[] longs = new long[4];
        memcpy(longs, times, sizeof(times));
        assertArrayEquals(new long[] {1, 2, 3, 4}, longs);
        timeval second = times[1];
        memcpy(times, new long[] {5, 6, 7}, 24);
        assertSame(second, times[1]);
        memcpy(longs, times, sizeof(times));
        assertArrayEquals(new long[] {5, 6, 7, 4}, longs);
        memset(times, 0, sizeof(times));
        assertEquals(0, memcmp(times, new byte[32], 32));
    }

    @Test
    void overlappingMemoryIsCopiedAsIfThroughAnother() {
        for (int from = 0; from < 4; from++) {
            for (int to = 0; to < 4; to++) {
                byte[] expected = "abcdefghijkl".getBytes(UTF_8);
                System.arraycopy(expected, from, expected, to, 8);
                byte[] array = "abcdefghijkl".getBytes(UTF_8);
                ByteBuffer direct = ByteBuffer.allocateDirect(12).put(0, array);
                memmove(direct.duplicate().position(to), direct.duplicate().position(from), 8);
                assertEquals(0, memcmp(direct, expected, 12));
                memcpy(ByteBuffer.wrap(array).position(to), ByteBuffer.wrap(array).position(from), 8);
                assertArrayEquals(expected, array);
            }
        }
    }

    @Test
    void memoryIsNotOverrun() {
        byte[] bytes = {1, 2, 3, 4};
        byte[] large = new byte[64];
        assertThrows(IndexOutOfBoundsException.class, () -> memcpy(bytes, large, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> memcpy(large, bytes, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> memmove(bytes, large, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> memcpy(bytes, large, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> memset(bytes, 0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> memset(bytes, 0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> memset(bytes, 0, Integer.MAX_VALUE));
        assertThrows(IndexOutOfBoundsException.class, () -> memcmp(bytes, large, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> memcmp(bytes, bytes, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> memset(ByteBuffer.wrap(bytes).position(1), 0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> memcpy(ByteBuffer.wrap(bytes).limit(3), large, 4));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, bytes);
        int[] ints = {7};
        long[] longs = {7};
        timeval time = new timeval(7, 7);
        timeval[] times = {time};
        assertThrows(IndexOutOfBoundsException.class, () -> memcpy(ints, large, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> memset(longs, 0, 9));
        assertThrows(IndexOutOfBoundsException.class, () -> memcpy(time, large, 17));
        assertThrows(IndexOutOfBoundsException.class, () -> memset(times, 0, 17));
        assertEquals(List.of(7, 7L, 7L, 7L), List.of(ints[0], longs[0], time.tv_sec, time.tv_usec));
    }

    @Test
    void aReadOnlyBufferIsNotWritten() {
        ByteBuffer buffer = ByteBuffer.allocate(4).asReadOnlyBuffer();
        assertThrows(ReadOnlyBufferException.class, () -> memcpy(buffer, "abc", 4));
        assertThrows(ReadOnlyBufferException.class, () -> memmove(buffer, "abc", 0));
        assertThrows(ReadOnlyBufferException.class, () -> memset(buffer, 1, 4));
        assertThrows(ReadOnlyBufferException.class, () -> memset(buffer, 1, 0));
        assertEquals(0, memcmp(buffer, new byte[4], 4));
    }

    @Test
    void whatIsNotMemoryIsRefused() {
        byte[] bytes = new byte[8];
        assertThrows(IllegalArgumentException.class, () -> memcpy(bytes, 1, 4));
        assertThrows(IllegalArgumentException.class, () -> memcpy(bytes, new short[4], 4));
        assertThrows(IllegalArgumentException.class, () -> memcmp(new Object(), bytes, 0));
        assertThrows(NullPointerException.class, () -> memcpy(bytes, null, 0));
    }
}

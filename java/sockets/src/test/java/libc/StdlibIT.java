package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.CProgram.literal;
import static libc.Errno.ERANGE;
import static libc.Errno.errno;
import static libc.Stdlib.EXIT_FAILURE;
import static libc.Stdlib.EXIT_SUCCESS;
import static libc.Stdlib.atoi;
import static libc.Stdlib.exit;
import static libc.Stdlib.getenv;
import static libc.Stdlib.strtol;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StdlibIT {

    private static final int UNTOUCHED = -7;

    /** A text to read a number from. */
    private record Text(String text, int base) {

        String inC() {
            return "    show(" + literal(text) + ", " + base + ");\n";
        }

        String inJava() {
            int[] end = {UNTOUCHED};
            errno(0);
            long value = strtol(text, end, base);
            int why = errno();
            return value + " " + end[0] + " " + why + " " + atoi(text);
        }
    }

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (int base : new int[] {-1, 0, 1, 2, 8, 10, 16, 36, 37, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            for (String text : List.of("", " ", "-", "+", "0", "-0", "0x", "0xg", "0X1f", "-0x1f",
                    " \t\n\u000b\f\r12", "--1", "+-1", "1 2", "12abc", "z", "9501", "70000", "08", "1\u0001",
                    "\u0661", "\u00a01", "1\0002", "0b1", "1_000", "\u001c1", "2147483647", "2147483648",
                    "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
                    "-9223372036854775809", "99999999999999999999999", "-99999999999999999999999", "7fffffffffffffff",
                    "8000000000000000", "-8000000000000000", "-0x8000000000000001x")) {
                texts.add(new Text(text, base));
            }
        }
        Random random = new Random(3);
        String alphabet = " \t+-00xX1789afz\u00e9";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int base = random.nextInt(4) == 0 ? 2 + random.nextInt(35) : random.nextInt(2) * 16;
            texts.add(new Text(text.toString(), base));
        }
        for (int i = 0; i < 1000; i++) {
            int base = 2 + random.nextInt(35);
            String digits = Long.toString(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE, base);
            char[] near = digits.toCharArray();
            near[near.length - 1] = Character.forDigit(random.nextInt(base), base);
            texts.add(new Text(new String(near) + (random.nextInt(4) == 0 ? "0" : ""), base));
        }
        return texts;
    }

    @Test
    void readsNumbersAsCDoes(@TempDir Path dir) {
        List<Text> texts = texts();
        StringBuilder source = new StringBuilder("""
                #include <errno.h>
                #include <stdio.h>
                #include <stdlib.h>

                static void show(char *s, int base)
                {
                    char *end = s + UNTOUCHED;
                    errno = 0;
                    long value = strtol(s, &end, base);
                    int why = errno;
                    printf("%ld %td %d %d\\n", value, end - s, why, atoi(s));
                }

                int main(void)
                {
                """.replace("UNTOUCHED", "" + UNTOUCHED));
        texts.forEach(text -> source.append(text.inC()));
        List<String> c = CProgram.run(dir, source.append("}\n").toString(), new byte[0]).lines();
        CProgram.assertLines(texts, c, texts.stream().map(Text::inJava).toList());
    }

    @Test
    void anArrayIsReadUpToItsNulOrItsEnd() {
        int[] end = new int[1];
        assertEquals(12, strtol(new byte[] {'1', '2', 0, '3'}, end, 10));
        assertEquals(2, end[0]);
        assertEquals(12, strtol(new byte[] {'1', '2'}, end, 0));
        assertEquals(2, end[0]);
        assertEquals(0, strtol(new byte[] {'0', 'x'}, end, 16));
        assertEquals(1, end[0]);
        assertEquals(0, strtol(new byte[0], end, 10));
        assertEquals(0, end[0]);
        assertEquals(-7, atoi(new byte[] {' ', '-', '7'}));
        assertEquals(255, strtol("ff", null, 16));
    }

    @Test
    void successLeavesErrno() {
        errno(ERANGE);
        assertEquals(1, strtol("1", null, 10));
        assertEquals(ERANGE, errno());
    }

    @Test
    void getenvIsTheEnvironmentOfTheStart() {
        assertEquals(System.getenv("PATH"), getenv("PATH"));
        assertNull(getenv("LIBC_SOCKETS_NO_SUCH_VARIABLE"));
    }

    /** A program that ends by {@code exit} with output in its buffers. */
    static final class Exiting {
        private Exiting() {}

        /** @param args the status */
        public static void main(String[] args) {
            System.setOut(new PrintStream(new BufferedOutputStream(System.out), false, UTF_8));
            System.setErr(new PrintStream(new BufferedOutputStream(System.err), false, UTF_8));
            System.out.print("out");
            System.err.print("err");
            exit(Integer.parseInt(args[0]));
            System.out.print("not reached");
        }
    }

    @Test
    void exitFlushesAndEndsTheJvm(@TempDir Path dir) throws IOException, InterruptedException, URISyntaxException {
        for (int[] status : new int[][] {{EXIT_SUCCESS, 0}, {EXIT_FAILURE, 1}, {2, 2}, {256 + 3, 3}, {-1, 255}}) {
            CProgram.Output java = CProgram.run(dir, new byte[0],
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", path(Stdlib.class) + ":" + path(Exiting.class), Exiting.class.getName(), "" + status[0]);
            assertEquals(status[1], java.status());
            assertEquals("out", new String(java.out(), UTF_8));
            assertTrue(new String(java.err(), UTF_8).endsWith("err")); // after what JAVA_TOOL_OPTIONS makes a JVM say
        }
    }

    private static String path(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }
}

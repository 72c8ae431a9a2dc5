package libc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A C program as a test's oracle: compiled by gcc without a warning, and run once. */
final class CProgram {

    /** What a process leaves behind. */
    record Output(int status, byte[] out, byte[] err) {

        List<String> lines() {
            return new String(out, UTF_8).lines().toList();
        }
    }

    private CProgram() {}

    /** Compiles and runs a program that has to succeed at both; libraries are such as {@code -lresolv}. */
    static Output run(Path dir, String source, byte[] stdin, String... libraries) {
        Needs.tool("gcc");
        try {
            Files.writeString(dir.resolve("oracle.c"), source);
            List<String> compile = new ArrayList<>(List.of("gcc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-o",
                    "oracle", "oracle.c"));
            compile.addAll(List.of(libraries));
            Needs.run(dir, compile.toArray(String[]::new));
            Output output = run(dir, stdin, dir.resolve("oracle").toString());
            assertEquals(0, output.status(), "the C program's exit status");
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs a command for at most a minute. */
    static Output run(Path dir, byte[] stdin, String... command) throws IOException, InterruptedException {
        Path in = Files.write(dir.resolve("stdin"), stdin);
        Path out = dir.resolve("stdout");
        Path err = dir.resolve("stderr");
        Process process = new ProcessBuilder(command).directory(dir.toFile()).redirectInput(in.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!Needs.ends(process)) {
            throw new AssertionError(String.join(" ", command) + " did not end");
        }
        return new Output(process.exitValue(), Files.readAllBytes(out), Files.readAllBytes(err));
    }

    /** A C string literal. */
    static String literal(String s) {
        return literal(s.getBytes(UTF_8));
    }

    /** A C string literal: its bytes and the NUL that C appends. */
    static String literal(byte[] bytes) {
        StringBuilder literal = new StringBuilder("\"");
        for (byte b : bytes) {
            boolean plain = b == ' ' || Character.isLetterOrDigit(b) && b > 0;
            literal.append(plain ? Character.toString(b) : String.format(Locale.ROOT, "\\%03o", b & 0xff));
        }
        return literal.append('"').toString();
    }

    /** A C int literal. */
    static String literal(int i) {
        return i == Integer.MIN_VALUE ? "(-2147483647 - 1)" : Integer.toString(i);
    }

    /** A C long literal. */
    static String literal(long l) {
        return l == Long.MIN_VALUE ? "(-9223372036854775807L - 1)" : l + "L";
    }

    /** A C double literal. */
    static String literal(double d) {
        if (Double.isNaN(d)) {
            return "__builtin_nan(\"\")";
        }
        return Double.isInfinite(d) ? (d < 0 ? "-" : "") + "__builtin_inf()" : Double.toHexString(d);
    }

    /** Each Java line equals C's; the case that a line comes from says which. */
    static void assertLines(List<?> cases, List<String> c, List<String> java) {
        assertEquals(cases.size(), c.size(), "C's lines");
        for (int i = 0; i < cases.size(); i++) {
            assertEquals(c.get(i), java.get(i), Objects.toString(cases.get(i)));
        }
    }
}

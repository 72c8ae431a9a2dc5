package libc;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import libc.internal.call.Watch;
import libc.internal.trace.Tracer;

/**
 * Prints the calls to the C library in strace's notation, a line for each, with arguments as they are before and after it:
 *
 * <pre>{@code
 * accept(3, {sa_family=AF_INET, sin_port=htons(51526), sin_addr=inet_addr("127.0.0.1")}, [16]) = 4
 * recv(4, "GET / HTTP/1.1\r\n"..., 4096, MSG_PEEK) = 78
 * bind(5, {sa_family=AF_UNIX, sun_path="/run/it"}, 110) = -1 EADDRINUSE (Address already in use)
 * }</pre>
 *
 * <p>A program that is to be traced needs no code: {@code java -Dlibc.trace=true}, or a file name for {@code true}, or
 * {@code LIBC_TRACE=1} or a file name in the environment. {@code -Dlibc.trace.show=time,duration,thread} is {@link #show}.
 *
 * <p>A line is printed when the call has ended, so that lines of threads do not mix; what a call that waits is waiting for
 * is seen when it is over. The names are those of the C functions, where strace has the system calls behind them. Strings
 * are cut after 32 bytes, arrays after 32 elements. What the library calls for itself is not shown: memory that it copies
 * or frees, and file actions, which posix_spawn(3) shows.
 */
public final class Trace {

    private Trace() {}

    /** Begins, or goes on. A thread that is in the middle of calls comes along soon. */
    public static void on() {
        Watch.add(Tracer.TRACER);
    }

    /** Ends. */
    public static void off() {
        Watch.remove(Tracer.TRACER);
    }

    /**
     * Says where lines go from now on.
     *
     * @param out a stream, which stays open; null is standard error, as it is at the beginning
     */
    public static void to(PrintStream out) {
        Tracer.TRACER.to(out);
    }

    /**
     * Says where lines go from now on.
     *
     * @param file a file, which is made empty
     * @throws IOException if it cannot be opened
     */
    public static void to(Path file) throws IOException {
        Tracer.TRACER.to(Tracer.file(file));
    }

    /**
     * Says what each line has beside the call.
     *
     * @param words any of {@code "time"}, when it began; {@code "duration"}, how long it took, in seconds; {@code "thread"},
     *     the name of the thread; none of them for the call alone
     * @throws IllegalArgumentException if there is another word
     */
    public static void show(String... words) {
        Tracer.TRACER.show(words);
    }
}

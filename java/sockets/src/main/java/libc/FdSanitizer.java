package libc;

import java.util.Arrays;
import java.util.List;
import libc.internal.Descriptors;
import libc.internal.Headers;
import libc.internal.call.Watch;

/**
 * Finds descriptors that are closed twice, used after they were closed, or never closed. It watches the calls of this
 * library from the start with {@code -Dlibc.fdsan=true}, or from {@link #on}.
 *
 * <p>A second close, and any use of a number that was closed, is a {@link ClosedDescriptorException} that shows where the
 * descriptor was closed and where it was made. The kernel gives a closed number to whoever opens something next, and then
 * nobody can tell a stale number from a good one. So while this watches, close keeps the number for itself: the
 * descriptor is closed at once, but a closed-on-exec placeholder stays in its place until 64 others were closed, or the
 * process runs out of numbers. What is closed is thus found by any thread, however many descriptors are made meanwhile.
 *
 * <p>Not found is: a number used after those 64, if somebody has it by then; a number used inside a call that is already
 * under way, or by what posix_spawn does in the child; what the JVM itself does with a number that this library closed.
 * Numbers 0 to 2 are given out again at once, since programs count on that. A descriptor that comes from elsewhere (the
 * JVM, a parent process) is known from its close on. {@code fcntl} with F_GETFD or F_GETFL may ask whether a number is
 * open. A thread that has descriptors of its own, by CLOSE_RANGE_UNSHARE or CLONE_FILES, is no longer watched. Since the
 * numbers are other ones, a program that prints them prints others.
 */
public final class FdSanitizer {

    private FdSanitizer() {}

    /**
     * A descriptor that is open.
     *
     * @param fd its number
     * @param made where it was made: the function, the thread, and the stack
     */
    public record Open(int fd, Throwable made) {

        /** The number, what made it and where. */
        @Override
        public String toString() {
            return fd + " " + made.getMessage() + Arrays.stream(made.getStackTrace())
                    .filter(frame -> Headers.CLASSES.stream().noneMatch(c -> c.getName().equals(frame.getClassName())))
                    .findFirst().map(frame -> " at " + frame).orElse("");
        }
    }

    /** Watches from now on. What is open already is known when it is closed. */
    public static void on() {
        Watch.remove(Descriptors.WATCHER); // who is there already is not added twice
        Watch.add(Descriptors.WATCHER);
    }

    /** Watches no longer, gives the numbers back that it kept, and forgets what it knew. */
    public static void off() {
        Watch.remove(Descriptors.WATCHER);
        Descriptors.WATCHER.forget();
    }

    /**
     * The descriptors that this library made and that nobody has closed through it.
     *
     * @return them, by their numbers; none if this does not watch
     */
    public static List<Open> open() {
        return Descriptors.WATCHER.open();
    }
}

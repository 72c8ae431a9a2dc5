package libc.internal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import libc.internal.call.Watch;

/**
 * Which descriptors are open when the prompt ends, of those that were made there. Unlike {@link Descriptors} it changes
 * nothing: a number that was closed is free again, and to use it is EBADF.
 */
public final class LeftOpen implements Watch.Watcher {

    private record Made(String function, ByteBuffer identity) {}

    private final Map<Integer, Made> made = new ConcurrentSkipListMap<>();

    private LeftOpen() {}

    /** Lists them when this JVM ends, on the standard error of who is at the prompt. */
    public static void atTheEnd() {
        LeftOpen leftOpen = new LeftOpen();
        Watch.add(leftOpen);
        PrintStream err = err();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leftOpen.list(err)));
    }

    /** Opened while there is somebody: jshell may be gone before the JVM that ran what was typed. */
    private static PrintStream err() {
        try {
            return new PrintStream(new FileOutputStream(Terminal.descriptor(2), true), true);
        } catch (IOException e) {
            return System.err; // a socket cannot be opened by its name
        }
    }

    @Override
    public long see(Watch.Call call) {
        long result = call.make();
        if ((int) result >= 0) {
            String function = call.function().name();
            if (function.equals("close")) {
                made.remove((int) call.word(0));
            }
            for (int fd : Descriptors.made(function, call, (int) result)) {
                made.put(fd, new Made(function, Descriptors.identity(fd)));
            }
        }
        return result;
    }

    /** A number that stands for something else by now was closed another way. */
    private void list(PrintStream err) {
        Watch.unseen(() -> made.forEach((fd, made) -> {
            if (made.identity.equals(Descriptors.identity(fd))) {
                err.println("left open: " + fd + ", made by " + made.function);
            }
        }));
    }
}

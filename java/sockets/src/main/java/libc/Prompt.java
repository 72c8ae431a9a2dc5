package libc;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.util.StringJoiner;
import libc.internal.Hex;
import libc.internal.LeftOpen;
import libc.internal.Manual;
import libc.internal.Terminal;
import libc.internal.call.Native;

/**
 * What a prompt has beside the functions of C: the manual, and ways to look at buffers. Each prints what it has to say.
 *
 * <p>{@code make jshell} and the script {@code sockets.jsh} import them all.
 */
public final class Prompt {

    private static volatile boolean hasBegun;

    private Prompt() {}

    /**
     * Makes this JVM one that serves a prompt: an exception of {@link Errno#check} is one line, without a stack trace, and
     * descriptors that are open at the end are listed. On a terminal it greets.
     */
    public static void begin() {
        hasBegun = true;
        LeftOpen.atTheEnd();
        if (Terminal.isThere()) {
            System.out.printf("""
                    The Linux socket API on Java %d, through %s. Calls answer as in C, and errno() says why one failed.
                    man("recv") explains, Tab completes, Trace.on() shows each call, check(...) says in a line what failed.
                    text(buf), hex(buf), options(fd) and sockets() show what there is. Try
                      int[] sv = new int[2]; check(socketpair(AF_UNIX, SOCK_DGRAM, 0, sv)); send(sv[0], "hello", 5, 0)
                      byte[] buf = new byte[100]; int n = check(recv(sv[1], buf, sizeof(buf), 0)); text(buf, n); hex(buf, n)
                    """, Runtime.version().feature(), Native.backend());
        }
    }

    /** Whether somebody sits at a prompt who wants to be told in one line. */
    static boolean hasBegun() {
        return hasBegun;
    }

    /**
     * A function's C prototype, its forms in Java, what it returns and with which errno values, and the system's man page
     * if it has one: on a terminal in man's pager. Section 2 comes before 3 and 7.
     *
     * @param name the function, or any page of the manual
     * @throws IOException if the man page cannot be printed
     */
    public static void man(String name) throws IOException {
        Manual.print(name);
        Manual.page(name, "2:3:7");
    }

    /**
     * The system's man page in one section: {@code man("socket", 7)}.
     *
     * @param name the page
     * @param section the section, 2 for system calls, 3 for functions, 7 for protocols
     * @throws IOException if the man page cannot be printed
     */
    public static void man(String name, int section) throws IOException {
        Manual.page(name, String.valueOf(section));
    }

    /**
     * Shows bytes as text, with C's escapes.
     *
     * @param buf the bytes
     */
    public static void text(byte[] buf) {
        text(buf, buf.length);
    }

    /**
     * Shows the first bytes of a buffer as text, with C's escapes: {@code text(buf, recv(fd, buf, sizeof(buf), 0))}.
     *
     * @param buf the bytes
     * @param n how many; of a -1, none
     */
    public static void text(byte[] buf, int n) {
        text(ByteBuffer.wrap(buf, 0, Math.max(n, 0)));
    }

    /**
     * Shows a buffer's bytes from its position to its limit as text, with C's escapes.
     *
     * @param buf the buffer, which stays as it is
     */
    public static void text(ByteBuffer buf) {
        System.out.println(Hex.text(bytes(buf)));
    }

    /**
     * Shows bytes: where, in hexadecimal, as text.
     *
     * @param buf the bytes
     */
    public static void hex(byte[] buf) {
        hex(buf, buf.length);
    }

    /**
     * Shows the first bytes of a buffer: where, in hexadecimal, as text.
     *
     * @param buf the bytes
     * @param n how many; of a -1, none
     */
    public static void hex(byte[] buf, int n) {
        hex(ByteBuffer.wrap(buf, 0, Math.max(n, 0)));
    }

    /**
     * Shows a buffer's bytes from its position to its limit: where, in hexadecimal, as text.
     *
     * @param buf the buffer, which stays as it is
     */
    public static void hex(ByteBuffer buf) {
        System.out.print(Hex.dump(bytes(buf)));
    }

    /**
     * Shows a struct's bytes as C has them in memory: where, in hexadecimal, as text.
     *
     * @param struct the struct
     */
    public static void hex(Struct struct) {
        ByteBuffer memory = ByteBuffer.allocate(struct.size());
        struct.pack(memory.duplicate());
        hex(memory);
    }

    /**
     * Shows the options that a socket has, with their values now.
     *
     * @param sockfd the socket
     */
    public static void options(int sockfd) {
        System.out.print(SocketOption.describe(sockfd));
    }

    /**
     * Shows the sockets that this process has open, as the kernel's tables have them. It takes {@code libc-procfs} on the class
     * path.
     *
     * @throws IOException if a table cannot be read
     */
    public static void sockets() throws IOException {
        try {
            Object table = Class.forName("procfs.SocketTable").getMethod("of", int.class)
                    .invoke(null, (int) ProcessHandle.current().pid());
            for (Object entry : (Iterable<?>) table) {
                Object owners = table.getClass().getMethod("owners", entry.getClass()).invoke(table, entry);
                for (Object owner : (Iterable<?>) owners) {
                    System.out.println(columns(owner, "pid", "fd") + "  "
                            + columns(entry, "kind", "state", "local", "remote", "inode"));
                }
            }
        } catch (ClassNotFoundException e) {
            System.out.println("sockets() takes libc-procfs on the class path");
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What a record answers under some of its names. */
    private static String columns(Object row, String... names) throws ReflectiveOperationException {
        StringJoiner columns = new StringJoiner("  ");
        for (String name : names) {
            columns.add(name + "=" + row.getClass().getMethod(name).invoke(row));
        }
        return columns.toString();
    }

    private static byte[] bytes(ByteBuffer buf) {
        byte[] bytes = new byte[buf.remaining()];
        buf.duplicate().get(bytes);
        return bytes;
    }
}

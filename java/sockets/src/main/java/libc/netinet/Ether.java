package libc.netinet;

import static libc.Errno.EFAULT;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.refused;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;
import static libc.internal.memory.Pointers.string;

import libc.internal.call.Function;
import libc.internal.memory.Memory;
import libc.internal.memory.Pointers;

/**
 * {@code <netinet/ether.h>}: Ethernet addresses as text and as names.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/ether_aton.3.html">ether_aton(3)</a>
 */
public class Ether extends IfEther {

    private static final Function ETHER_NTOA = function("char *ether_ntoa(const struct ether_addr *addr)");
    private static final Function ETHER_ATON = function("struct ether_addr *ether_aton(const char *asc)");
    private static final Function ETHER_NTOHOST =
            function("int ether_ntohost(char *hostname, const struct ether_addr *addr)");
    private static final Function ETHER_HOSTTON =
            function("int ether_hostton(const char *hostname, struct ether_addr *addr)");
    private static final Function ETHER_LINE =
            function("int ether_line(const char *line, struct ether_addr *addr, char *hostname)");

    /** What glibc reads a line of /etc/ethers into. */
    private static final int LINE = 1024;

    private static final Object STATIC = new Object();

    /** Not to be made: a header's class has only static members. */
    protected Ether() {}

    /**
     * {@code char *ether_ntoa(const struct ether_addr *addr);}
     *
     * <p>Prints an Ethernet address in hexadecimal digits and colons, without leading zeros. The string is a fresh
     * one, not C's static buffer.
     *
     * @param addr the address
     * @return its text, or null with {@code errno()} EFAULT if {@code addr} is null
     * @see <a href="https://man7.org/linux/man-pages/man3/ether_ntoa.3.html">ether_ntoa(3)</a>
     */
    public static String ether_ntoa(ether_addr addr) {
        if (addr == null) {
            refused(ETHER_NTOA, EFAULT);
            return null;
        }
        synchronized (STATIC) {
            try (Memory m = memory()) {
                return string(ETHER_NTOA, m.call(ETHER_NTOA, m.in(addr)));
            }
        }
    }

    /**
     * {@code struct ether_addr *ether_aton(const char *asc);}
     *
     * <p>Reads an Ethernet address of hexadecimal digits and colons. The answer is a fresh object, not C's static one.
     *
     * @param asc the text
     * @return the address, or null if {@code asc} is none, or with {@code errno()} EFAULT if it is null
     * @throws IllegalArgumentException if there is a NUL in {@code asc}
     * @see <a href="https://man7.org/linux/man-pages/man3/ether_aton.3.html">ether_aton(3)</a>
     */
    public static ether_addr ether_aton(String asc) {
        if (asc == null) {
            refused(ETHER_ATON, EFAULT);
            return null;
        }
        synchronized (STATIC) {
            try (Memory m = memory()) {
                long address = m.call(ETHER_ATON, m.in(asc));
                return address == 0 ? null : new ether_addr(Pointers.bytes(address, sizeof(ether_addr.class)));
            }
        }
    }

    /**
     * {@code int ether_ntohost(char *hostname, const struct ether_addr *addr);}
     *
     * <p>Finds the host of an Ethernet address in /etc/ethers.
     *
     * @param hostname where its name goes, NUL-terminated
     * @param addr the address
     * @return 0, or -1 if there is none, with {@code errno()} ENOENT if there is no /etc/ethers, EFAULT if an
     *     argument is null
     * @throws IndexOutOfBoundsException if the name is longer than {@code hostname}
     * @see <a href="https://man7.org/linux/man-pages/man3/ether_ntohost.3.html">ether_ntohost(3)</a>
     */
    public static int ether_ntohost(byte[] hostname, ether_addr addr) {
        if (hostname == null || addr == null) {
            return refused(ETHER_NTOHOST, EFAULT);
        }
        try (Memory m = memory()) {
            long name = m.room(LINE);
            return back(m, result(ETHER_NTOHOST, m.call(ETHER_NTOHOST, name, m.in(addr))), name, hostname);
        }
    }

    /**
     * {@code int ether_hostton(const char *hostname, struct ether_addr *addr);}
     *
     * <p>Finds the Ethernet address of a host in /etc/ethers.
     *
     * @param hostname its name
     * @param addr where the address goes
     * @return 0, or -1 if there is none, with {@code errno()} ENOENT if there is no /etc/ethers, EFAULT if an
     *     argument is null
     * @throws IllegalArgumentException if there is a NUL in {@code hostname}
     * @see <a href="https://man7.org/linux/man-pages/man3/ether_hostton.3.html">ether_hostton(3)</a>
     */
    public static int ether_hostton(String hostname, ether_addr addr) {
        if (hostname == null || addr == null) {
            return refused(ETHER_HOSTTON, EFAULT);
        }
        try (Memory m = memory()) {
            long room = m.in(addr);
            int found = result(ETHER_HOSTTON, m.call(ETHER_HOSTTON, m.in(hostname), room));
            if (found == 0) {
                m.back(room, addr);
            }
            return found;
        }
    }

    /**
     * {@code int ether_line(const char *line, struct ether_addr *addr, char *hostname);}
     *
     * <p>Reads a line in the form of /etc/ethers: an Ethernet address, blanks, a host's name; {@code #} begins a
     * comment.
     *
     * @param line the line
     * @param addr where the address goes
     * @param hostname where the name goes, NUL-terminated; as long as {@code line} is enough
     * @return 0, or -1 if {@code line} has another form, or with {@code errno()} EFAULT if an argument is null
     * @throws IndexOutOfBoundsException if the name is longer than {@code hostname}
     * @throws IllegalArgumentException if there is a NUL in {@code line}
     * @see <a href="https://man7.org/linux/man-pages/man3/ether_line.3.html">ether_line(3)</a>
     */
    public static int ether_line(String line, ether_addr addr, byte[] hostname) {
        if (line == null || addr == null || hostname == null) {
            return refused(ETHER_LINE, EFAULT);
        }
        byte[] text = Memory.bytes(line);
        try (Memory m = memory()) {
            long room = m.in(addr);
            long name = m.room(text.length);
            int read = back(m, (int) m.call(ETHER_LINE, m.in(text, 0, text.length), room, name), name, hostname);
            if (read == 0) {
                m.back(room, addr);
            }
            return read;
        }
    }

    /** Ends a call: where it did not fail, copies the name and its NUL. */
    private static int back(Memory m, int result, long name, byte[] hostname) {
        if (result == 0) {
            byte[] found = Memory.bytes(Pointers.string(name));
            System.arraycopy(found, 0, hostname, 0, found.length);
        }
        return result;
    }
}

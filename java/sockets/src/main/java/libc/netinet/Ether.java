package libc.netinet;

import static libc.Errno.EFAULT;
import static libc.internal.Libc.names;
import static libc.internal.Native.refused;
import static libc.internal.Native.result;
import static libc.internal.Native.string;

import java.nio.ByteBuffer;
import libc.internal.Pointers;
import libc.internal.Scratch;

/**
 * {@code <netinet/ether.h>}: Ethernet addresses as text and as names.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/ether_aton.3.html">ether_aton(3)</a>
 */
public class Ether extends IfEther {

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
            refused("ether_ntoa", EFAULT);
            return null;
        }
        Scratch scratch = Scratch.current();
        synchronized (STATIC) {
            return string("ether_ntoa", names().ether_ntoa(scratch.address(addr, addr.size())));
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
            refused("ether_aton", EFAULT);
            return null;
        }
        synchronized (STATIC) {
            long address = names().ether_aton(Scratch.current().string(asc));
            Scratch.current().end();
            return address == 0 ? null : new ether_addr(Pointers.bytes(address, sizeof(ether_addr.class)));
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
            return refused("ether_ntohost", EFAULT);
        }
        Scratch scratch = Scratch.current();
        ByteBuffer name = scratch.room(LINE);
        int found = result("ether_ntohost", names().ether_ntohost(name, scratch.address(addr, addr.size())));
        return copyOut(found, name, hostname);
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
            return refused("ether_hostton", EFAULT);
        }
        Scratch scratch = Scratch.current();
        ByteBuffer address = scratch.address();
        int found = result("ether_hostton", names().ether_hostton(scratch.string(hostname), address));
        scratch.end();
        if (found == 0) {
            addr.unpack(address);
        }
        return found;
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
            return refused("ether_line", EFAULT);
        }
        byte[] text = Scratch.bytes(line);
        Scratch scratch = Scratch.current();
        ByteBuffer address = scratch.address();
        ByteBuffer[] rooms = scratch.rooms(text.length, text.length);
        int read = names().ether_line(rooms[0].put(0, text), address, rooms[1]);
        copyOut(read, rooms[1], hostname);
        if (read == 0) {
            addr.unpack(address);
        }
        return read;
    }

    /** Ends a call: where it did not fail, copies the name and its NUL. */
    private static int copyOut(int result, ByteBuffer name, byte[] hostname) {
        if (result == 0) {
            int length = 1;
            while (name.get(length - 1) != 0) {
                length++;
            }
            name.get(0, hostname, 0, length);
        }
        Scratch.current().end();
        return result;
    }
}

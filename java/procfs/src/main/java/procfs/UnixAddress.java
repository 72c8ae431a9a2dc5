package procfs;

import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A UNIX socket's name: a path, an abstract name, which begins with NUL and is no file, or none. The bytes are the
 * kernel's; nothing says that they are text.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
 */
public final class UnixAddress extends SocketAddress {

    /** No name. */
    public static final UnixAddress UNNAMED = new UnixAddress(new byte[0]);

    private static final long serialVersionUID = 1;

    /** With the NUL that an abstract name begins with. */
    private final byte[] name;

    private UnixAddress(byte[] name) {
        this.name = name;
    }

    /**
     * A name by its bytes.
     *
     * @param name the path, without a NUL behind it; or an abstract name with its NUL before it; or nothing
     * @return the address
     */
    public static UnixAddress of(byte[] name) {
        return name.length == 0 ? UNNAMED : new UnixAddress(name.clone());
    }

    /**
     * A name as text, in UTF-8, in the notation of {@code /proc/net/unix} and {@code ss}.
     *
     * @param name a path, or {@code @} and an abstract name; or nothing
     * @return the address
     */
    public static UnixAddress of(String name) {
        return of((name.startsWith("@") ? '\0' + name.substring(1) : name).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The bytes of the name.
     *
     * @return a copy; with the NUL that an abstract name begins with
     */
    public byte[] name() {
        return name.clone();
    }

    /**
     * Whether it has no name.
     *
     * @return whether it is of length 0
     */
    public boolean isUnnamed() {
        return name.length == 0;
    }

    /**
     * Whether the name is an abstract one.
     *
     * @return whether it begins with NUL
     */
    public boolean isAbstract() {
        return name.length > 0 && name[0] == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnixAddress address && Arrays.equals(name, address.name);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(name);
    }

    /** The name as {@code ss} prints it: each NUL as {@code @}, nothing as {@code *}. */
    @Override
    public String toString() {
        return isUnnamed() ? "*" : new String(name, StandardCharsets.UTF_8).replace('\0', '@');
    }
}

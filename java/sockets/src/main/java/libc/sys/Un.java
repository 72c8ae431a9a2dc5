package libc.sys;

import java.nio.ByteBuffer;

/**
 * {@code <sys/un.h>}: addresses of UNIX sockets.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
 */
public class Un extends Socket {

    /** ioctl(2) without an argument: opens, with O_PATH, the file that a socket is bound to. Needs CAP_NET_ADMIN. */
    public static final int SIOCUNIXFILE = 0x89e0;
    /** Bytes of sun_path. */
    public static final int UNIX_PATH_MAX = 108;

    /** Not to be made: a header's class has only static members. */
    protected Un() {}

    /**
     * {@code size_t SUN_LEN(struct sockaddr_un *ptr);}
     *
     * <p>Tells the length of an address with a pathname, without its NUL.
     *
     * @param ptr the address
     * @return {@code offsetof(struct sockaddr_un, sun_path)} and the path's bytes up to its first NUL
     * @see <a href="https://man7.org/linux/man-pages/man7/unix.7.html">unix(7)</a>
     */
    public static int SUN_LEN(sockaddr_un ptr) {
        int n = 0;
        while (n < ptr.sun_path.length && ptr.sun_path[n] != 0) {
            n++;
        }
        return offsetof(sockaddr_un.class, "sun_path") + n;
    }

    /**
     * {@code struct sockaddr_un}: the address of a UNIX socket. An address whose {@code sun_path} begins with NUL
     * is abstract, and {@code addrlen} says where its name ends.
     */
    public static final class sockaddr_un extends sockaddr {
        /** AF_UNIX. */
        public int sun_family;
        /** Pathname, NUL-terminated where there is room. */
        public final byte[] sun_path = new byte[108];

        /** {@code struct sockaddr_un a = {0}}. */
        public sockaddr_un() {}

        /**
         * {@code struct sockaddr_un a = {sun_family, sun_path}}.
         *
         * @param sun_family AF_UNIX
         * @param sun_path pathname, NUL-terminated where there is room
         */
        public sockaddr_un(int sun_family, byte[] sun_path) {
            this.sun_family = sun_family;
            System.arraycopy(sun_path, 0, this.sun_path, 0, sun_path.length);
        }

        /**
         * {@code (struct sockaddr_un *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_un(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_un(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_un a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_un[] array(int n) {
            return filled(new sockaddr_un[n], sockaddr_un::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_un from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return sun_family;
        }

        @Override
        public void sa_family(int family) {
            sun_family = family;
        }

        @Override
        protected void fields(Fields f) {
            sun_family = f.uint16("sun_family", sun_family);
            f.bytes("sun_path", sun_path);
        }
    }
}

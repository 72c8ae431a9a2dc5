package libc;

import libc.sys.Types;

/**
 * {@code <byteswap.h>}: bytes in reverse order.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/bswap.3.html">bswap(3)</a>
 */
public class Byteswap extends Types {

    /** Not to be made: a header's class has only static members. */
    protected Byteswap() {}

    /**
     * {@code uint16_t bswap_16(uint16_t x);}
     *
     * <p>Reverses the order of 2 bytes.
     *
     * @param x 16 bits; higher ones are cut off, as in C
     * @return the same bytes the other way round, 0 to 65,535
     * @see <a href="https://man7.org/linux/man-pages/man3/bswap.3.html">bswap(3)</a>
     */
    public static int bswap_16(int x) {
        return Short.toUnsignedInt(Short.reverseBytes((short) x));
    }

    /**
     * {@code uint32_t bswap_32(uint32_t x);}
     *
     * <p>Reverses the order of 4 bytes.
     *
     * @param x 32 bits
     * @return the same bytes the other way round
     * @see <a href="https://man7.org/linux/man-pages/man3/bswap.3.html">bswap(3)</a>
     */
    public static int bswap_32(int x) {
        return Integer.reverseBytes(x);
    }

    /**
     * {@code uint64_t bswap_64(uint64_t x);}
     *
     * <p>Reverses the order of 8 bytes.
     *
     * @param x 64 bits
     * @return the same bytes the other way round
     * @see <a href="https://man7.org/linux/man-pages/man3/bswap.3.html">bswap(3)</a>
     */
    public static long bswap_64(long x) {
        return Long.reverseBytes(x);
    }
}

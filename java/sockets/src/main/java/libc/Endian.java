package libc;

import libc.sys.Types;

/**
 * {@code <endian.h>}: numbers in the byte order of a file format or protocol. The host's own is little-endian.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
 */
public class Endian extends Types {

    /** The low byte comes first. */
    public static final int __LITTLE_ENDIAN = 1234;
    /** The high byte comes first. */
    public static final int __BIG_ENDIAN = 4321;
    /** The low byte of the high half comes first, as on a PDP-11. */
    public static final int __PDP_ENDIAN = 3412;
    /** The host's byte order. */
    public static final int __BYTE_ORDER = __LITTLE_ENDIAN;
    /** The host's byte order of floating-point numbers. */
    public static final int __FLOAT_WORD_ORDER = __BYTE_ORDER;
    /** The low byte comes first. */
    public static final int LITTLE_ENDIAN = __LITTLE_ENDIAN;
    /** The high byte comes first. */
    public static final int BIG_ENDIAN = __BIG_ENDIAN;
    /** The low byte of the high half comes first, as on a PDP-11. */
    public static final int PDP_ENDIAN = __PDP_ENDIAN;
    /** The host's byte order. */
    public static final int BYTE_ORDER = __BYTE_ORDER;

    /** Not to be made: a header's class has only static members. */
    protected Endian() {}

    /**
     * {@code uint16_t htobe16(uint16_t host_16bits);}
     *
     * <p>From host to big-endian byte order.
     *
     * @param host_16bits 16 bits in host byte order; higher ones are cut off, as in C
     * @return the same in big-endian byte order, 0 to 65,535
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int htobe16(int host_16bits) {
        return Byteswap.bswap_16(host_16bits);
    }

    /**
     * {@code uint16_t be16toh(uint16_t big_endian_16bits);}
     *
     * <p>From big-endian to host byte order.
     *
     * @param big_endian_16bits 16 bits in big-endian byte order; higher ones are cut off, as in C
     * @return the same in host byte order, 0 to 65,535
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int be16toh(int big_endian_16bits) {
        return Byteswap.bswap_16(big_endian_16bits);
    }

    /**
     * {@code uint16_t htole16(uint16_t host_16bits);}
     *
     * <p>From host to little-endian byte order: the same bits.
     *
     * @param host_16bits 16 bits in host byte order; higher ones are cut off, as in C
     * @return the same in little-endian byte order, 0 to 65,535
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int htole16(int host_16bits) {
        return Short.toUnsignedInt((short) host_16bits);
    }

    /**
     * {@code uint16_t le16toh(uint16_t little_endian_16bits);}
     *
     * <p>From little-endian to host byte order: the same bits.
     *
     * @param little_endian_16bits 16 bits in little-endian byte order; higher ones are cut off, as in C
     * @return the same in host byte order, 0 to 65,535
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int le16toh(int little_endian_16bits) {
        return Short.toUnsignedInt((short) little_endian_16bits);
    }

    /**
     * {@code uint32_t htobe32(uint32_t host_32bits);}
     *
     * <p>From host to big-endian byte order.
     *
     * @param host_32bits 32 bits in host byte order
     * @return the same in big-endian byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int htobe32(int host_32bits) {
        return Byteswap.bswap_32(host_32bits);
    }

    /**
     * {@code uint32_t be32toh(uint32_t big_endian_32bits);}
     *
     * <p>From big-endian to host byte order.
     *
     * @param big_endian_32bits 32 bits in big-endian byte order
     * @return the same in host byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int be32toh(int big_endian_32bits) {
        return Byteswap.bswap_32(big_endian_32bits);
    }

    /**
     * {@code uint32_t htole32(uint32_t host_32bits);}
     *
     * <p>From host to little-endian byte order: the same bits.
     *
     * @param host_32bits 32 bits in host byte order
     * @return the same in little-endian byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int htole32(int host_32bits) {
        return host_32bits;
    }

    /**
     * {@code uint32_t le32toh(uint32_t little_endian_32bits);}
     *
     * <p>From little-endian to host byte order: the same bits.
     *
     * @param little_endian_32bits 32 bits in little-endian byte order
     * @return the same in host byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static int le32toh(int little_endian_32bits) {
        return little_endian_32bits;
    }

    /**
     * {@code uint64_t htobe64(uint64_t host_64bits);}
     *
     * <p>From host to big-endian byte order.
     *
     * @param host_64bits 64 bits in host byte order
     * @return the same in big-endian byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static long htobe64(long host_64bits) {
        return Byteswap.bswap_64(host_64bits);
    }

    /**
     * {@code uint64_t be64toh(uint64_t big_endian_64bits);}
     *
     * <p>From big-endian to host byte order.
     *
     * @param big_endian_64bits 64 bits in big-endian byte order
     * @return the same in host byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static long be64toh(long big_endian_64bits) {
        return Byteswap.bswap_64(big_endian_64bits);
    }

    /**
     * {@code uint64_t htole64(uint64_t host_64bits);}
     *
     * <p>From host to little-endian byte order: the same bits.
     *
     * @param host_64bits 64 bits in host byte order
     * @return the same in little-endian byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static long htole64(long host_64bits) {
        return host_64bits;
    }

    /**
     * {@code uint64_t le64toh(uint64_t little_endian_64bits);}
     *
     * <p>From little-endian to host byte order: the same bits.
     *
     * @param little_endian_64bits 64 bits in little-endian byte order
     * @return the same in host byte order
     * @see <a href="https://man7.org/linux/man-pages/man3/endian.3.html">endian(3)</a>
     */
    public static long le64toh(long little_endian_64bits) {
        return little_endian_64bits;
    }
}

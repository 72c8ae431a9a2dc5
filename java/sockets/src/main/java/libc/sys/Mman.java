package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/mman.h>}: files that are memory. mmap(2) is not offered: a bare address cannot be made safe.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/memfd_create.2.html">memfd_create(2)</a>
 */
public class Mman extends Types {

    private static final Function MEMFD_CREATE = function("int memfd_create(const char *name, unsigned int flags)");

    /** The descriptor is closed by execve(2). */
    public static final int MFD_CLOEXEC = 0x1;
    /** The file can be sealed (F_ADD_SEALS). */
    public static final int MFD_ALLOW_SEALING = 0x2;
    /** The file is in huge pages. */
    public static final int MFD_HUGETLB = 0x4;
    /** The file cannot be executed, nor be made so. */
    public static final int MFD_NOEXEC_SEAL = 0x8;
    /** The file can be executed. */
    public static final int MFD_EXEC = 0x10;
    /** With MFD_HUGETLB: where in the flags the size of the pages is, as a power of 2. */
    public static final int MFD_HUGE_SHIFT = 26;
    /** Mask of the size of huge pages, before it is shifted. */
    public static final int MFD_HUGE_MASK = 0x3f;
    /** With MFD_HUGETLB: pages of 64 KiB. */
    public static final int MFD_HUGE_64KB = 16 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 512 KiB. */
    public static final int MFD_HUGE_512KB = 19 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 1 MiB. */
    public static final int MFD_HUGE_1MB = 20 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 2 MiB. */
    public static final int MFD_HUGE_2MB = 21 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 8 MiB. */
    public static final int MFD_HUGE_8MB = 23 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 16 MiB. */
    public static final int MFD_HUGE_16MB = 24 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 32 MiB. */
    public static final int MFD_HUGE_32MB = 25 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 256 MiB. */
    public static final int MFD_HUGE_256MB = 28 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 512 MiB. */
    public static final int MFD_HUGE_512MB = 29 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 1 GiB. */
    public static final int MFD_HUGE_1GB = 30 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 2 GiB. */
    public static final int MFD_HUGE_2GB = 31 << MFD_HUGE_SHIFT;
    /** With MFD_HUGETLB: pages of 16 GiB. */
    public static final int MFD_HUGE_16GB = 34 << MFD_HUGE_SHIFT;

    /** Not to be made: a header's class has only static members. */
    protected Mman() {}

    /**
     * {@code int memfd_create(const char *name, unsigned int flags);}
     *
     * <p>Makes a file that has no name in any directory and lives as long as its descriptors do.
     *
     * @param name what {@code /proc/self/fd} shows, at most 249 bytes
     * @param flags MFD_CLOEXEC, MFD_ALLOW_SEALING, MFD_HUGETLB, ... or 0
     * @return a descriptor, or -1 with {@code errno()} EINVAL, EMFILE, ENOMEM, EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code name}
     * @see <a href="https://man7.org/linux/man-pages/man2/memfd_create.2.html">memfd_create(2)</a>
     */
    public static int memfd_create(String name, int flags) {
        try (Memory m = memory()) {
            return result(MEMFD_CREATE, m.call(MEMFD_CREATE, m.in(name), flags));
        }
    }
}

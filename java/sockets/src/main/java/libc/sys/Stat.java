package libc.sys;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.call.Native.result;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.bits.Fcntl;
import libc.internal.Arch;
import libc.internal.call.Function;
import libc.internal.memory.Memory;

/**
 * {@code <sys/stat.h>}: what a file is and who may use it. The constants of {@code st_mode} come with
 * {@link libc.bits.Fcntl}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/stat.2.html">stat(2)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
 */
public class Stat extends Fcntl {

    private static final Function STAT = function("int stat(const char *pathname, struct stat *statbuf)");
    private static final Function FSTAT = function("int fstat(int fd, struct stat *statbuf)");
    private static final Function CHMOD = function("int chmod(const char *pathname, mode_t mode)");
    private static final Function FCHMOD = function("int fchmod(int fd, mode_t mode)");
    private static final Function UMASK = function("mode_t umask(mode_t mask)");

    /** What rwxrwxrwx is, all rights of all. */
    public static final int ACCESSPERMS = 0777;
    /** All bits of a mode that chmod(2) sets. */
    public static final int ALLPERMS = 07777;
    /** rw-rw-rw-. */
    public static final int DEFFILEMODE = 0666;
    /** Bytes of a block of {@code st_blocks}. */
    public static final int S_BLKSIZE = 512;
    /** BSD's name of S_IRUSR. */
    public static final int S_IREAD = S_IRUSR;
    /** BSD's name of S_IWUSR. */
    public static final int S_IWRITE = S_IWUSR;
    /** BSD's name of S_IXUSR. */
    public static final int S_IEXEC = S_IXUSR;

    /** Not to be made: a header's class has only static members. */
    protected Stat() {}

    /**
     * Is the file a regular file?
     *
     * @param mode a {@code st_mode}
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
     */
    public static boolean S_ISREG(int mode) {
        return (mode & S_IFMT) == S_IFREG;
    }

    /**
     * Is the file a directory?
     *
     * @param mode a {@code st_mode}
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
     */
    public static boolean S_ISDIR(int mode) {
        return (mode & S_IFMT) == S_IFDIR;
    }

    /**
     * Is the file a character device?
     *
     * @param mode a {@code st_mode}
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
     */
    public static boolean S_ISCHR(int mode) {
        return (mode & S_IFMT) == S_IFCHR;
    }

    /**
     * Is the file a block device?
     *
     * @param mode a {@code st_mode}
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
     */
    public static boolean S_ISBLK(int mode) {
        return (mode & S_IFMT) == S_IFBLK;
    }

    /**
     * Is the file a FIFO or pipe?
     *
     * @param mode a {@code st_mode}
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
     */
    public static boolean S_ISFIFO(int mode) {
        return (mode & S_IFMT) == S_IFIFO;
    }

    /**
     * Is the file a symbolic link?
     *
     * @param mode a {@code st_mode}
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
     */
    public static boolean S_ISLNK(int mode) {
        return (mode & S_IFMT) == S_IFLNK;
    }

    /**
     * Is the file a socket?
     *
     * @param mode a {@code st_mode}
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/inode.7.html">inode(7)</a>
     */
    public static boolean S_ISSOCK(int mode) {
        return (mode & S_IFMT) == S_IFSOCK;
    }

    /**
     * {@code int stat(const char *pathname, struct stat *statbuf);}
     *
     * <p>Tells what a file is, following symbolic links.
     *
     * @param pathname the file
     * @param statbuf where the answer goes
     * @return 0, or -1 with {@code errno()} ENOENT, EACCES, ENOTDIR, ELOOP, ENAMETOOLONG, EFAULT; ENOSYS before glibc
     *     2.33
     * @throws IllegalArgumentException if there is a NUL in {@code pathname}
     * @see <a href="https://man7.org/linux/man-pages/man2/stat.2.html">stat(2)</a>
     */
    public static int stat(String pathname, stat statbuf) {
        try (Memory m = memory()) {
            long room = m.in(statbuf);
            return m.back(result(STAT, m.call(STAT, m.in(pathname), room)), room, statbuf);
        }
    }

    /**
     * {@code int fstat(int fd, struct stat *statbuf);}
     *
     * <p>Tells what an open file is: of a socket, that it is one, and its inode number.
     *
     * @param fd a descriptor
     * @param statbuf where the answer goes
     * @return 0, or -1 with {@code errno()} EBADF, EFAULT; ENOSYS before glibc 2.33
     * @see <a href="https://man7.org/linux/man-pages/man2/fstat.2.html">fstat(2)</a>
     */
    public static int fstat(int fd, stat statbuf) {
        try (Memory m = memory()) {
            long room = m.in(statbuf);
            return m.back(result(FSTAT, m.call(FSTAT, fd, room)), room, statbuf);
        }
    }

    /**
     * {@code int chmod(const char *pathname, mode_t mode);}
     *
     * <p>Changes who may use a file, as a UNIX socket, to which connect(2) needs the right to write.
     *
     * @param pathname the file
     * @param mode S_IRUSR, S_IWUSR, ...: {@code 0600} is the owner alone
     * @return 0, or -1 with {@code errno()} ENOENT, EPERM, EACCES, EROFS, EFAULT
     * @throws IllegalArgumentException if there is a NUL in {@code pathname}
     * @see <a href="https://man7.org/linux/man-pages/man2/chmod.2.html">chmod(2)</a>
     */
    public static int chmod(String pathname, int mode) {
        try (Memory m = memory()) {
            return result(CHMOD, m.call(CHMOD, m.in(pathname), mode));
        }
    }

    /**
     * {@code int fchmod(int fd, mode_t mode);}
     *
     * <p>Changes who may use an open file; of a UNIX socket that is to be bound, with which rights its name is created.
     *
     * @param fd a descriptor
     * @param mode S_IRUSR, S_IWUSR, ...: {@code 0600} is the owner alone
     * @return 0, or -1 with {@code errno()} EBADF, EPERM, EROFS
     * @see <a href="https://man7.org/linux/man-pages/man2/fchmod.2.html">fchmod(2)</a>
     */
    public static int fchmod(int fd, int mode) {
        return result(FCHMOD, call(FCHMOD, fd, mode));
    }

    /**
     * {@code mode_t umask(mode_t mask);}
     *
     * <p>Says which rights no file gets that is created from now on, by any thread: the mask is the process's.
     *
     * @param mask the rights to withhold, {@code 0777} at most
     * @return the mask that was set before; it cannot fail
     * @see <a href="https://man7.org/linux/man-pages/man2/umask.2.html">umask(2)</a>
     */
    public static int umask(int mask) {
        return (int) call(UMASK, mask);
    }

    /**
     * {@code struct stat}: what a file is. C has its fields in another order on x86_64 than on other machines, and some
     * of them wider.
     */
    public static final class stat extends Struct {
        /** Device that the file is on. */
        public long st_dev;
        /** Inode number. */
        public long st_ino;
        /** Names that the file has. */
        public long st_nlink;
        /** Type (S_IFMT) and rights. */
        public int st_mode;
        /** User id of the owner, unsigned. */
        public int st_uid;
        /** Group id, unsigned. */
        public int st_gid;
        /** Device that the file is, if it is one. */
        public long st_rdev;
        /** Size in bytes. */
        public long st_size;
        /** Size in bytes that is good to read or write at once. */
        public long st_blksize;
        /** Blocks of 512 bytes that the file takes. */
        public long st_blocks;
        /** When it was last read. */
        public final timespec st_atim = new timespec();
        /** When it was last written. */
        public final timespec st_mtim = new timespec();
        /** When this struct's values last changed. */
        public final timespec st_ctim = new timespec();
        private long __pad;
        private int __pad2;
        private final byte[] __glibc_reserved = new byte[Arch.X86_64 ? 24 : 8];

        /** {@code struct stat a = {0}}. */
        public stat() {}

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public stat(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct stat a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static stat[] array(int n) {
            return filled(new stat[n], stat::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(stat from) {
            copy(from);
        }

        /**
         * {@code st_atim.tv_sec}.
         *
         * @return when the file was last read, in seconds since 1970-01-01 00:00 UTC
         */
        public long st_atime() {
            return st_atim.tv_sec;
        }

        /**
         * {@code st_mtim.tv_sec}.
         *
         * @return when the file was last written, in seconds since 1970-01-01 00:00 UTC
         */
        public long st_mtime() {
            return st_mtim.tv_sec;
        }

        /**
         * {@code st_ctim.tv_sec}.
         *
         * @return when this struct's values last changed, in seconds since 1970-01-01 00:00 UTC
         */
        public long st_ctime() {
            return st_ctim.tv_sec;
        }

        @Override
        protected void fields(Fields f) {
            st_dev = f.int64("st_dev", st_dev);
            st_ino = f.int64("st_ino", st_ino);
            if (Arch.X86_64) {
                st_nlink = f.int64("st_nlink", st_nlink);
                st_mode = f.as("S_").int32("st_mode", st_mode);
            } else {
                st_mode = f.as("S_").int32("st_mode", st_mode);
                st_nlink = f.int32("st_nlink", (int) st_nlink);
            }
            st_uid = f.int32("st_uid", st_uid);
            st_gid = f.int32("st_gid", st_gid);
            if (Arch.X86_64) {
                __pad = f.int32("__pad0", (int) __pad);
            }
            st_rdev = f.int64("st_rdev", st_rdev);
            if (!Arch.X86_64) {
                __pad = f.int64("__pad1", __pad);
            }
            st_size = f.int64("st_size", st_size);
            if (Arch.X86_64) {
                st_blksize = f.int64("st_blksize", st_blksize);
            } else {
                st_blksize = f.int32("st_blksize", (int) st_blksize);
                __pad2 = f.int32("__pad2", __pad2);
            }
            st_blocks = f.int64("st_blocks", st_blocks);
            f.struct("st_atim", st_atim);
            f.struct("st_mtim", st_mtim);
            f.struct("st_ctim", st_ctim);
            f.bytes("__glibc_reserved", __glibc_reserved);
        }
    }
}

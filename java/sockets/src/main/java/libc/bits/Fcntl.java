package libc.bits;

import libc.internal.Arch;

/**
 * {@code <bits/fcntl.h>}, the constants of {@code <fcntl.h>}: glibc's, those under {@code _GNU_SOURCE} included.
 *
 * <p>{@link #O_DIRECT}, {@link #O_DIRECTORY}, {@link #O_NOFOLLOW} and {@link #O_TMPFILE} differ between machines and
 * are looked up at run time; as a {@code case} label they will not do.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/fcntl.2.html">fcntl(2)</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/open.2.html">open(2)</a>
 */
public class Fcntl extends libc.sys.Types {

    /** Mask of the access mode in what F_GETFL answers. */
    public static final int O_ACCMODE = 0003;
    /** Access mode: reads. */
    public static final int O_RDONLY = 00;
    /** Access mode: writes. */
    public static final int O_WRONLY = 01;
    /** Access mode: reads and writes; that of a socket. */
    public static final int O_RDWR = 02;
    /** Creates the file if it does not exist. */
    public static final int O_CREAT = 0100;
    /** With O_CREAT: fails with EEXIST if the file exists. */
    public static final int O_EXCL = 0200;
    /** A terminal does not become the controlling terminal. */
    public static final int O_NOCTTY = 0400;
    /** Empties the file. */
    public static final int O_TRUNC = 01000;
    /** Each write goes to the end of the file. */
    public static final int O_APPEND = 02000;
    /** Calls do not block: EAGAIN, connect(2) EINPROGRESS. */
    public static final int O_NONBLOCK = 04000;
    /** Former name of O_NONBLOCK. */
    public static final int O_NDELAY = O_NONBLOCK;
    /** A write answers when its data is on the disk. */
    public static final int O_DSYNC = 010000;
    /** A write answers when its data and the file's metadata are on the disk. */
    public static final int O_SYNC = 04010000;
    /** BSD's name of O_SYNC. */
    public static final int O_FSYNC = O_SYNC;
    /** The same as O_SYNC: Linux has no separate guarantee for reads. */
    public static final int O_RSYNC = O_SYNC;
    /** SIGIO to the owner (F_SETOWN) when input or output becomes possible. */
    public static final int O_ASYNC = 020000;
    /** Files beyond 2 GiB: no flag is needed on a 64-bit machine. */
    public static final int O_LARGEFILE = 0;
    /** Fails with ENOTDIR if the file is no directory. */
    public static final int O_DIRECTORY = Arch.AARCH64 ? 040000 : 0200000;
    /** Fails with ELOOP if the last part of the path is a symbolic link. */
    public static final int O_NOFOLLOW = Arch.AARCH64 ? 0100000 : 0400000;
    /** The descriptor is closed by execve(2). */
    public static final int O_CLOEXEC = 02000000;
    /** Bypasses the page cache; on a pipe, each write is a packet. */
    public static final int O_DIRECT = Arch.AARCH64 ? 0200000 : 040000;
    /** Reading does not change the time of the last access. */
    public static final int O_NOATIME = 01000000;
    /** Names the file without opening it. */
    public static final int O_PATH = 010000000;
    /** A file without a name in the given directory. */
    public static final int O_TMPFILE = 020000000 | O_DIRECTORY;

    /** fcntl(2), int: a copy of the descriptor, the lowest that is free from the argument on. */
    public static final int F_DUPFD = 0;
    /** fcntl(2): answers the descriptor's flags, FD_CLOEXEC. */
    public static final int F_GETFD = 1;
    /** fcntl(2), int: sets the descriptor's flags, FD_CLOEXEC. */
    public static final int F_SETFD = 2;
    /** fcntl(2): answers access mode and status flags, O_NONBLOCK among them. */
    public static final int F_GETFL = 3;
    /** fcntl(2), int: sets O_APPEND, O_ASYNC, O_DIRECT, O_NOATIME, O_NONBLOCK. */
    public static final int F_SETFL = 4;
    /** fcntl(2), struct flock: F_GETLK by its 64-bit name. */
    public static final int F_GETLK64 = 5;
    /** fcntl(2), struct flock: which lock would be in the way? */
    public static final int F_GETLK = F_GETLK64;
    /** fcntl(2), struct flock: F_SETLK by its 64-bit name. */
    public static final int F_SETLK64 = 6;
    /** fcntl(2), struct flock: locks or unlocks part of a file, or fails with EAGAIN. */
    public static final int F_SETLK = F_SETLK64;
    /** fcntl(2), struct flock: F_SETLKW by its 64-bit name. */
    public static final int F_SETLKW64 = 7;
    /** fcntl(2), struct flock: locks or unlocks part of a file, waits for it. */
    public static final int F_SETLKW = F_SETLKW64;
    /** fcntl(2), int: pid, or negative process group, that gets SIGIO and SIGURG. */
    public static final int F_SETOWN = 8;
    /** fcntl(2): answers who gets SIGIO and SIGURG. */
    public static final int F_GETOWN = 9;
    /** fcntl(2), int: signal to send in place of SIGIO. */
    public static final int F_SETSIG = 10;
    /** fcntl(2): answers the signal sent in place of SIGIO; 0 for SIGIO. */
    public static final int F_GETSIG = 11;
    /** fcntl(2), struct f_owner_ex: thread, process or group that gets SIGIO and SIGURG. */
    public static final int F_SETOWN_EX = 15;
    /** fcntl(2), struct f_owner_ex: answers who gets SIGIO and SIGURG. */
    public static final int F_GETOWN_EX = 16;
    /** fcntl(2), struct flock: F_GETLK for locks of the open file description. */
    public static final int F_OFD_GETLK = 36;
    /** fcntl(2), struct flock: F_SETLK, owned by the open file description, not the process. */
    public static final int F_OFD_SETLK = 37;
    /** fcntl(2), struct flock: F_SETLKW, owned by the open file description, not the process. */
    public static final int F_OFD_SETLKW = 38;
    /** fcntl(2), F_RDLCK, F_WRLCK or F_UNLCK: asks to be told before others open the file. */
    public static final int F_SETLEASE = 1024;
    /** fcntl(2): answers the lease held. */
    public static final int F_GETLEASE = 1025;
    /** fcntl(2), DN_*: a signal when the directory changes. */
    public static final int F_NOTIFY = 1026;
    /** fcntl(2), int: F_DUPFD whose copy is closed by execve(2). */
    public static final int F_DUPFD_CLOEXEC = 1030;
    /** fcntl(2), int, bytes: capacity of a pipe; answers the one set. */
    public static final int F_SETPIPE_SZ = 1031;
    /** fcntl(2): returns 1 if a descriptor is of the same open file as the argument, else 0. Since Linux 6.10. */
    public static final int F_DUPFD_QUERY = 1027;
    /** fcntl(2): returns 1 if the file was created by the open of this descriptor, else 0. Since Linux 6.12. */
    public static final int F_CREATED_QUERY = 1028;
    /** fcntl(2): answers the capacity of a pipe in bytes. */
    public static final int F_GETPIPE_SZ = 1032;
    /** fcntl(2), F_SEAL_*: forbids changes to a memfd for good. */
    public static final int F_ADD_SEALS = 1033;
    /** fcntl(2): answers the seals of a memfd. */
    public static final int F_GET_SEALS = 1034;
    /** fcntl(2), long: answers the inode's RWH_WRITE_LIFE_*. */
    public static final int F_GET_RW_HINT = 1035;
    /** fcntl(2), long: sets the inode's RWH_WRITE_LIFE_*. */
    public static final int F_SET_RW_HINT = 1036;
    /** fcntl(2), long: answers the open file description's RWH_WRITE_LIFE_*. */
    public static final int F_GET_FILE_RW_HINT = 1037;
    /** fcntl(2), long: sets the open file description's RWH_WRITE_LIFE_*. */
    public static final int F_SET_FILE_RW_HINT = 1038;

    /** Descriptor flag: closed by execve(2). */
    public static final int FD_CLOEXEC = 1;

    /** l_type: a lock that others may share, to read. */
    public static final int F_RDLCK = 0;
    /** l_type: a lock for one alone, to write. */
    public static final int F_WRLCK = 1;
    /** l_type: no lock. */
    public static final int F_UNLCK = 2;
    /** Old implementation of flock(2): exclusive. */
    public static final int F_EXLCK = 4;
    /** Old implementation of flock(2): shared. */
    public static final int F_SHLCK = 8;

    /** flock(2): a lock that others may share. */
    public static final int LOCK_SH = 1;
    /** flock(2): a lock for one alone. */
    public static final int LOCK_EX = 2;
    /** flock(2), or-ed in: fails with EWOULDBLOCK rather than wait. */
    public static final int LOCK_NB = 4;
    /** flock(2): unlocks. */
    public static final int LOCK_UN = 8;
    /** flock(2): mandatory share mode, which Linux no longer has. */
    public static final int LOCK_MAND = 32;
    /** With LOCK_MAND: others may read. */
    public static final int LOCK_READ = 64;
    /** With LOCK_MAND: others may write. */
    public static final int LOCK_WRITE = 128;
    /** With LOCK_MAND: others may read and write. */
    public static final int LOCK_RW = 192;

    /** F_NOTIFY: a file was read. */
    public static final int DN_ACCESS = 0x00000001;
    /** F_NOTIFY: a file was written. */
    public static final int DN_MODIFY = 0x00000002;
    /** F_NOTIFY: a file was created. */
    public static final int DN_CREATE = 0x00000004;
    /** F_NOTIFY: a file was unlinked. */
    public static final int DN_DELETE = 0x00000008;
    /** F_NOTIFY: a file was renamed within the directory. */
    public static final int DN_RENAME = 0x00000010;
    /** F_NOTIFY: a file's attributes changed. */
    public static final int DN_ATTRIB = 0x00000020;
    /** F_NOTIFY: signals every time, not once. */
    public static final int DN_MULTISHOT = 0x80000000;

    /** F_SETOWN_EX: a thread. */
    public static final int F_OWNER_TID = 0;
    /** F_SETOWN_EX: a process. */
    public static final int F_OWNER_PID = 1;
    /** F_SETOWN_EX: a process group. */
    public static final int F_OWNER_PGRP = 2;
    /** Former name of F_OWNER_PGRP. */
    public static final int F_OWNER_GID = F_OWNER_PGRP;

    /** Seal: no further seals. */
    public static final int F_SEAL_SEAL = 0x0001;
    /** Seal: does not shrink. */
    public static final int F_SEAL_SHRINK = 0x0002;
    /** Seal: does not grow. */
    public static final int F_SEAL_GROW = 0x0004;
    /** Seal: is not written. */
    public static final int F_SEAL_WRITE = 0x0008;
    /** Seal: is not written but through mappings made before. */
    public static final int F_SEAL_FUTURE_WRITE = 0x0010;

    /** Expected lifetime of written data: no hint. */
    public static final int RWH_WRITE_LIFE_NOT_SET = 0;
    /** Misspelt name of RWH_WRITE_LIFE_NOT_SET. */
    public static final int RWF_WRITE_LIFE_NOT_SET = RWH_WRITE_LIFE_NOT_SET;
    /** Expected lifetime of written data: none known. */
    public static final int RWH_WRITE_LIFE_NONE = 1;
    /** Expected lifetime of written data: short. */
    public static final int RWH_WRITE_LIFE_SHORT = 2;
    /** Expected lifetime of written data: medium. */
    public static final int RWH_WRITE_LIFE_MEDIUM = 3;
    /** Expected lifetime of written data: long. */
    public static final int RWH_WRITE_LIFE_LONG = 4;
    /** Expected lifetime of written data: longer still. */
    public static final int RWH_WRITE_LIFE_EXTREME = 5;

    /** splice(2): move pages rather than copy, a hint that Linux ignores. */
    public static final int SPLICE_F_MOVE = 1;
    /** splice(2): does not block on the pipe. */
    public static final int SPLICE_F_NONBLOCK = 2;
    /** splice(2): more follows, as MSG_MORE. */
    public static final int SPLICE_F_MORE = 4;
    /** vmsplice(2): the pages are the kernel's to keep. */
    public static final int SPLICE_F_GIFT = 8;

    /** In place of a directory's descriptor: the working directory. */
    public static final int AT_FDCWD = -100;
    /** The symbolic link itself, not its target. */
    public static final int AT_SYMLINK_NOFOLLOW = 0x100;
    /** unlinkat(2): removes a directory. */
    public static final int AT_REMOVEDIR = 0x200;
    /** faccessat(3): checks by effective ids. */
    public static final int AT_EACCESS = 0x200;
    /** linkat(2): follows a symbolic link. */
    public static final int AT_SYMLINK_FOLLOW = 0x400;
    /** Does not mount what would mount itself. */
    public static final int AT_NO_AUTOMOUNT = 0x800;
    /** An empty path is the descriptor's own file. */
    public static final int AT_EMPTY_PATH = 0x1000;
    /** statx(2): mask of the next three. */
    public static final int AT_STATX_SYNC_TYPE = 0x6000;
    /** statx(2): as fresh as stat(2) has it. */
    public static final int AT_STATX_SYNC_AS_STAT = 0x0000;
    /** statx(2): asks the file's server. */
    public static final int AT_STATX_FORCE_SYNC = 0x2000;
    /** statx(2): what is cached will do. */
    public static final int AT_STATX_DONT_SYNC = 0x4000;
    /** The whole subtree. */
    public static final int AT_RECURSIVE = 0x8000;

    /** st_mode: mask of the file's type. */
    public static final int S_IFMT = 0170000;
    /** st_mode: FIFO or pipe. */
    public static final int S_IFIFO = 0010000;
    /** st_mode: character device. */
    public static final int S_IFCHR = 0020000;
    /** st_mode: directory. */
    public static final int S_IFDIR = 0040000;
    /** st_mode: block device. */
    public static final int S_IFBLK = 0060000;
    /** st_mode: regular file. */
    public static final int S_IFREG = 0100000;
    /** st_mode: symbolic link. */
    public static final int S_IFLNK = 0120000;
    /** st_mode: socket. */
    public static final int S_IFSOCK = 0140000;

    /** Mode: runs as the file's owner. */
    public static final int S_ISUID = 04000;
    /** Mode: runs as the file's group. */
    public static final int S_ISGID = 02000;
    /** Mode: sticky; in such a directory, only owners unlink. */
    public static final int S_ISVTX = 01000;
    /** Mode: all rights of the owner. */
    public static final int S_IRWXU = 0700;
    /** Mode: the owner reads. */
    public static final int S_IRUSR = 0400;
    /** Mode: the owner writes. */
    public static final int S_IWUSR = 0200;
    /** Mode: the owner executes. */
    public static final int S_IXUSR = 0100;
    /** Mode: all rights of the group. */
    public static final int S_IRWXG = 0070;
    /** Mode: the group reads. */
    public static final int S_IRGRP = 0040;
    /** Mode: the group writes; to connect(2) to a UNIX socket needs write. */
    public static final int S_IWGRP = 0020;
    /** Mode: the group executes. */
    public static final int S_IXGRP = 0010;
    /** Mode: all rights of others. */
    public static final int S_IRWXO = 0007;
    /** Mode: others read. */
    public static final int S_IROTH = 0004;
    /** Mode: others write; to connect(2) to a UNIX socket needs write. */
    public static final int S_IWOTH = 0002;
    /** Mode: others execute. */
    public static final int S_IXOTH = 0001;

    /** access(2): may be read. */
    public static final int R_OK = 4;
    /** access(2): may be written. */
    public static final int W_OK = 2;
    /** access(2): may be executed. */
    public static final int X_OK = 1;
    /** access(2): exists. */
    public static final int F_OK = 0;

    /** Offset from the start of the file, in bytes. */
    public static final int SEEK_SET = 0;
    /** Offset from the current position, in bytes. */
    public static final int SEEK_CUR = 1;
    /** Offset from the end of the file, in bytes. */
    public static final int SEEK_END = 2;

    /** lockf(3): unlocks. */
    public static final int F_ULOCK = 0;
    /** lockf(3): locks, waits for it. */
    public static final int F_LOCK = 1;
    /** lockf(3): locks, or fails with EAGAIN. */
    public static final int F_TLOCK = 2;
    /** lockf(3): is it locked by another process? */
    public static final int F_TEST = 3;

    /** BSD's name of O_APPEND. */
    public static final int FAPPEND = O_APPEND;
    /** BSD's name of O_FSYNC. */
    public static final int FFSYNC = O_FSYNC;
    /** BSD's name of O_ASYNC. */
    public static final int FASYNC = O_ASYNC;
    /** BSD's name of O_NONBLOCK. */
    public static final int FNONBLOCK = O_NONBLOCK;
    /** BSD's name of O_NDELAY, which is O_NONBLOCK. */
    public static final int FNDELAY = O_NDELAY;

    /** Not to be made: a header's class has only static members. */
    protected Fcntl() {}
}

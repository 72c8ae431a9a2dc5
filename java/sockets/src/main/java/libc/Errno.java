package libc;

import libc.internal.call.Caller;

/**
 * {@code <errno.h>}: glibc's, the same numbers on every architecture that is supported.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/errno.3.html">errno(3)</a>
 */
public class Errno extends libc.sys.Types {

    /** The caller lacks the privilege. */
    public static final int EPERM = 1;
    /** No such file; on connect(2) to a path, no such socket. */
    public static final int ENOENT = 2;
    /** No such process. */
    public static final int ESRCH = 3;
    /** A signal handler interrupted the call; nothing was done. */
    public static final int EINTR = 4;
    /** The device failed. */
    public static final int EIO = 5;
    /** No such device, or nobody at a FIFO's other end. */
    public static final int ENXIO = 6;
    /** Arguments and environment are too long for execve(2). */
    public static final int E2BIG = 7;
    /** The file is not a program. */
    public static final int ENOEXEC = 8;
    /** The descriptor is not open, or not for this. */
    public static final int EBADF = 9;
    /** No child to wait for. */
    public static final int ECHILD = 10;
    /** The call would block, or its timeout has passed; a resource is short for now. */
    public static final int EAGAIN = 11;
    /** BSD's name of EAGAIN, in what concerns sockets. */
    public static final int EWOULDBLOCK = EAGAIN;
    /** Out of memory. */
    public static final int ENOMEM = 12;
    /** Permission denied: a file's mode, a port below 1024, a broadcast address. */
    public static final int EACCES = 13;
    /** A pointer to memory that is not the caller's; here, null where memory is required. */
    public static final int EFAULT = 14;
    /** A block device is required. */
    public static final int ENOTBLK = 15;
    /** In use. */
    public static final int EBUSY = 16;
    /** The file exists already. */
    public static final int EEXIST = 17;
    /** A link across file systems. */
    public static final int EXDEV = 18;
    /** No such device, or none that can do it. */
    public static final int ENODEV = 19;
    /** A part of the path is not a directory. */
    public static final int ENOTDIR = 20;
    /** Is a directory. */
    public static final int EISDIR = 21;
    /** An argument makes no sense, or not in the socket's state. */
    public static final int EINVAL = 22;
    /** The system's limit of open files is reached. */
    public static final int ENFILE = 23;
    /** The process's limit of descriptors is reached (RLIMIT_NOFILE). */
    public static final int EMFILE = 24;
    /** The ioctl(2) is not one of this descriptor's kind. */
    public static final int ENOTTY = 25;
    /** The program is being executed or written. */
    public static final int ETXTBSY = 26;
    /** The file would become too large. */
    public static final int EFBIG = 27;
    /** The disk is full. */
    public static final int ENOSPC = 28;
    /** A socket or pipe has no position. */
    public static final int ESPIPE = 29;
    /** The file system is read-only. */
    public static final int EROFS = 30;
    /** Too many links to the file. */
    public static final int EMLINK = 31;
    /** Nobody reads at the other end, or this side was shut down for writing. */
    public static final int EPIPE = 32;
    /** An argument outside a function's domain; a timeout option whose microseconds are out of range. */
    public static final int EDOM = 33;
    /** The result does not fit, or the buffer is too short for it. */
    public static final int ERANGE = 34;
    /** Waiting for this lock would be for ever. */
    public static final int EDEADLK = 35;
    /** Another name of EDEADLK. */
    public static final int EDEADLOCK = EDEADLK;
    /** The file name is too long. */
    public static final int ENAMETOOLONG = 36;
    /** No more locks. */
    public static final int ENOLCK = 37;
    /** The kernel, or the C library, does not have this function. */
    public static final int ENOSYS = 38;
    /** The directory is not empty. */
    public static final int ENOTEMPTY = 39;
    /** Too many symbolic links on the way. */
    public static final int ELOOP = 40;
    /** No message of that type in the queue. */
    public static final int ENOMSG = 42;
    /** The IPC object was removed. */
    public static final int EIDRM = 43;
    /** Channel number out of range. */
    public static final int ECHRNG = 44;
    /** Level 2 not synchronized. */
    public static final int EL2NSYNC = 45;
    /** Level 3 halted. */
    public static final int EL3HLT = 46;
    /** Level 3 reset. */
    public static final int EL3RST = 47;
    /** Link number out of range. */
    public static final int ELNRNG = 48;
    /** Protocol driver not attached. */
    public static final int EUNATCH = 49;
    /** No CSI structure available. */
    public static final int ENOCSI = 50;
    /** Level 2 halted. */
    public static final int EL2HLT = 51;
    /** Invalid exchange. */
    public static final int EBADE = 52;
    /** Invalid request descriptor. */
    public static final int EBADR = 53;
    /** Exchange full. */
    public static final int EXFULL = 54;
    /** No anode. */
    public static final int ENOANO = 55;
    /** Invalid request code. */
    public static final int EBADRQC = 56;
    /** Invalid slot. */
    public static final int EBADSLT = 57;
    /** Invalid format of a font file. */
    public static final int EBFONT = 59;
    /** Not a STREAMS device. */
    public static final int ENOSTR = 60;
    /** No data, or no such extended attribute. */
    public static final int ENODATA = 61;
    /** A timer expired. */
    public static final int ETIME = 62;
    /** Out of STREAMS resources. */
    public static final int ENOSR = 63;
    /** The machine is not on the network. */
    public static final int ENONET = 64;
    /** The package is not installed. */
    public static final int ENOPKG = 65;
    /** The object is remote. */
    public static final int EREMOTE = 66;
    /** The link was severed. */
    public static final int ENOLINK = 67;
    /** Advertise error. */
    public static final int EADV = 68;
    /** Srmount error. */
    public static final int ESRMNT = 69;
    /** Communication error while sending. */
    public static final int ECOMM = 70;
    /** Protocol error; on accept(2), the connection failed before it was taken. */
    public static final int EPROTO = 71;
    /** A path across several remote machines. */
    public static final int EMULTIHOP = 72;
    /** Error of the remote file system RFS. */
    public static final int EDOTDOT = 73;
    /** Not a message that can be read. */
    public static final int EBADMSG = 74;
    /** The value does not fit its type. */
    public static final int EOVERFLOW = 75;
    /** The name is not unique on the network. */
    public static final int ENOTUNIQ = 76;
    /** The descriptor is in a state that does not allow it. */
    public static final int EBADFD = 77;
    /** The remote address changed. */
    public static final int EREMCHG = 78;
    /** A shared library cannot be opened. */
    public static final int ELIBACC = 79;
    /** A shared library is damaged. */
    public static final int ELIBBAD = 80;
    /** The .lib section of a program is damaged. */
    public static final int ELIBSCN = 81;
    /** Too many shared libraries. */
    public static final int ELIBMAX = 82;
    /** A shared library is not a program to run. */
    public static final int ELIBEXEC = 83;
    /** Bytes that are no character. */
    public static final int EILSEQ = 84;
    /** Within the kernel: start the system call again. */
    public static final int ERESTART = 85;
    /** STREAMS pipe error. */
    public static final int ESTRPIPE = 86;
    /** Too many users. */
    public static final int EUSERS = 87;
    /** The descriptor is not a socket. */
    public static final int ENOTSOCK = 88;
    /** Neither connected nor given a destination. */
    public static final int EDESTADDRREQ = 89;
    /** The datagram is too large to be sent in one piece. */
    public static final int EMSGSIZE = 90;
    /** The protocol, or the socket connected to, is of another type. */
    public static final int EPROTOTYPE = 91;
    /** No such option at this level. */
    public static final int ENOPROTOOPT = 92;
    /** The family does not have this protocol. */
    public static final int EPROTONOSUPPORT = 93;
    /** The family does not have this type of socket. */
    public static final int ESOCKTNOSUPPORT = 94;
    /** A socket of this type cannot do that. */
    public static final int EOPNOTSUPP = 95;
    /** POSIX's other name of EOPNOTSUPP; on Linux the same number. */
    public static final int ENOTSUP = EOPNOTSUPP;
    /** The kernel does not have this protocol family. */
    public static final int EPFNOSUPPORT = 96;
    /** The address is of a family that does not fit, or that the kernel does not have. */
    public static final int EAFNOSUPPORT = 97;
    /** Another socket is bound there, or no port is free. */
    public static final int EADDRINUSE = 98;
    /** Not an address of this machine; on connect(2), no port is free. */
    public static final int EADDRNOTAVAIL = 99;
    /** The network interface is down. */
    public static final int ENETDOWN = 100;
    /** No route to that network. */
    public static final int ENETUNREACH = 101;
    /** The network dropped the connection. */
    public static final int ENETRESET = 102;
    /** The connection was gone before accept(2) took it. */
    public static final int ECONNABORTED = 103;
    /** The peer reset the connection. */
    public static final int ECONNRESET = 104;
    /** No memory for buffers, or the interface's queue is full. */
    public static final int ENOBUFS = 105;
    /** Connected already. */
    public static final int EISCONN = 106;
    /** Not connected. */
    public static final int ENOTCONN = 107;
    /** Shut down: nothing can be sent any more. */
    public static final int ESHUTDOWN = 108;
    /** Too many descriptors on their way in SCM_RIGHTS messages. */
    public static final int ETOOMANYREFS = 109;
    /** The peer did not answer in time. */
    public static final int ETIMEDOUT = 110;
    /** Nobody listens there; on UDP, as an ICMP message told about an earlier send. */
    public static final int ECONNREFUSED = 111;
    /** The host is down. */
    public static final int EHOSTDOWN = 112;
    /** No route to that host. */
    public static final int EHOSTUNREACH = 113;
    /** An earlier connect(2) of this non-blocking socket is still under way. */
    public static final int EALREADY = 114;
    /** The non-blocking connect(2) has begun; POLLOUT tells the end, SO_ERROR the result. */
    public static final int EINPROGRESS = 115;
    /** The file is no longer on its server. */
    public static final int ESTALE = 116;
    /** The file system needs to be checked. */
    public static final int EUCLEAN = 117;
    /** Not a XENIX named file. */
    public static final int ENOTNAM = 118;
    /** No XENIX semaphores. */
    public static final int ENAVAIL = 119;
    /** Is a XENIX named file. */
    public static final int EISNAM = 120;
    /** The remote device failed. */
    public static final int EREMOTEIO = 121;
    /** The user's disk quota is used up. */
    public static final int EDQUOT = 122;
    /** No disk in the drive. */
    public static final int ENOMEDIUM = 123;
    /** The wrong kind of disk. */
    public static final int EMEDIUMTYPE = 124;
    /** The operation was cancelled. */
    public static final int ECANCELED = 125;
    /** The required key is not there. */
    public static final int ENOKEY = 126;
    /** The key has expired. */
    public static final int EKEYEXPIRED = 127;
    /** The key was revoked. */
    public static final int EKEYREVOKED = 128;
    /** The service did not accept the key. */
    public static final int EKEYREJECTED = 129;
    /** The owner of a robust mutex died. */
    public static final int EOWNERDEAD = 130;
    /** The state that a robust mutex guarded cannot be recovered. */
    public static final int ENOTRECOVERABLE = 131;
    /** Radio is switched off. */
    public static final int ERFKILL = 132;
    /** A memory page has a hardware error. */
    public static final int EHWPOISON = 133;

    /** Of getaddrinfo(3): errno says why. */
    private static final int EAI_SYSTEM = -11;

    /** Not to be made: a header's class has only static members. */
    protected Errno() {}

    /**
     * {@code errno}.
     *
     * <p>Of this thread, virtual ones too. Only a call that fails changes it; what the JVM itself calls never does.
     *
     * @return the error number of this thread's last call that failed, 0 if there was none
     * @see <a href="https://man7.org/linux/man-pages/man3/errno.3.html">errno(3)</a>
     */
    public static int errno() {
        return Caller.current().errno();
    }

    /**
     * {@code errno = value}.
     *
     * @param value the error number, for this thread
     * @see <a href="https://man7.org/linux/man-pages/man3/errno.3.html">errno(3)</a>
     */
    public static void errno(int value) {
        Caller caller = Caller.current();
        caller.failed(caller.function(), value);
    }

    /**
     * A call's result, or an exception: {@code int fd = check(socket(AF_INET, SOCK_STREAM, 0))}.
     *
     * <p>It looks at this thread's last call: posix_spawn(3) and its like, getaddrinfo(3) and getnameinfo(3) fail with a number
     * that is not 0, if_nametoindex(3) with 0, all others with -1.
     *
     * @param result what the call returned
     * @return {@code result}
     * @throws ErrnoException if the call failed, with its error and the function's name
     */
    public static int check(int result) throws ErrnoException {
        check((long) result);
        return result;
    }

    /**
     * {@link #check(int)} of a call that returns a long.
     *
     * @param result what the call returned
     * @return {@code result}, which is not -1
     * @throws ErrnoException if it is -1
     */
    public static long check(long result) throws ErrnoException {
        Caller caller = Caller.current();
        if (caller.failedAs(result)) {
            boolean isError = result != 0 && result != EAI_SYSTEM;
            throw new ErrnoException(caller.function(), isError ? (int) result : caller.errno());
        }
        if (result == -1) {
            throw failure();
        }
        return result;
    }

    /**
     * {@link #check(int)} of a call that returns NULL on failure, and of signal(2), which returns SIG_ERR.
     *
     * @param <T> what the call returns
     * @param result what the call returned
     * @return {@code result}, which is neither
     * @throws ErrnoException if it is one of them
     */
    public static <T> T check(T result) throws ErrnoException {
        if (result == null || result == Signal.SIG_ERR) {
            throw failure();
        }
        return result;
    }

    private static ErrnoException failure() {
        Caller caller = Caller.current();
        return new ErrnoException(caller.function(), caller.errno());
    }
}

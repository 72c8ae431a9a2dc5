package compare;

import static libc.Strings.strerrorname_np;
import static libc.sys.Socket.AF_UNIX;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jnr.ffi.byref.IntByReference;
import jnr.posix.MsgHdr;
import jnr.posix.POSIX;
import jnr.posix.POSIXFactory;

/** jnr-posix, whose functions return -1, as C's do, and keep an errno of their own. */
public final class Posix {

    /** Its functions. */
    public static final POSIX POSIX = POSIXFactory.getNativePOSIX();

    private Posix() {}

    /** What one of its functions returned, or an exception for -1. */
    public static int check(long result) throws IOException {
        if (result == -1) {
            throw new IOException(strerrorname_np(POSIX.errno()));
        }
        return (int) result;
    }

    /** What one of its functions returned: a number, or of -1 the name of its errno. */
    public static String outcome(long result) {
        return result == -1 ? strerrorname_np(POSIX.errno()) : Long.toString(result);
    }

    /** A UNIX connection: both its sockets, of a type such as SOCK_STREAM. */
    public static int[] pair(Lab lab, int type) throws IOException {
        int[] sv = new int[2];
        check(POSIX.socketpair(AF_UNIX, type, 0, sv));
        return new int[] {lab.keep(sv[0]), lab.keep(sv[1])};
    }

    /** An option's value of so many bytes. */
    public static ByteBuffer option(int fd, int level, int optname, int size) throws IOException {
        ByteBuffer value = buffer(size);
        check(POSIX.libc().getsockopt(fd, level, optname, value, new IntByReference(size)));
        return value;
    }

    /** Sets an option that is an int. */
    public static void setOption(int fd, int level, int optname, int value) throws IOException {
        check(POSIX.libc().setsockopt(fd, level, optname, buffer(Integer.BYTES).putInt(0, value), Integer.BYTES));
    }

    /** A message with room for so many bytes. */
    public static MsgHdr message(int size) {
        MsgHdr message = POSIX.allocateMsgHdr();
        message.setIov(new ByteBuffer[] {buffer(size)});
        return message;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}

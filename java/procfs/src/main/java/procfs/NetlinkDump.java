package procfs;

import static libc.Errno.EINTR;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.linux.Netlink.NLMSG_ALIGN;
import static libc.linux.Netlink.NLMSG_DONE;
import static libc.linux.Netlink.NLMSG_ERROR;
import static libc.linux.Netlink.NLMSG_HDRLEN;
import static libc.linux.Netlink.NLMSG_NOOP;
import static libc.linux.Netlink.NLM_F_DUMP;
import static libc.linux.Netlink.NLM_F_DUMP_INTR;
import static libc.linux.Netlink.NLM_F_REQUEST;
import static libc.sys.Socket.MSG_TRUNC;
import static libc.sys.Socket.recv;
import static libc.sys.Socket.send;
import static libc.sys.Types.offsetof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import libc.ErrnoException;
import libc.Unistd;
import libc.linux.Netlink.nlmsghdr;

/** A netlink socket whose requests are for dumps: one request after the other, each answered by many messages. */
final class NetlinkDump implements Closeable {

    /** The kernel makes no datagram of a dump larger than 32 KiB, whatever there is room for. */
    private static final int ROOM = 1 << 15;

    private static final int LEN = offsetof(nlmsghdr.class, "nlmsg_len");
    private static final int TYPE = offsetof(nlmsghdr.class, "nlmsg_type");
    private static final int FLAGS = offsetof(nlmsghdr.class, "nlmsg_flags");
    private static final int SEQ = offsetof(nlmsghdr.class, "nlmsg_seq");

    private final ByteBuffer datagram = ByteBuffer.allocateDirect(ROOM).order(ByteOrder.nativeOrder());
    private int fd;
    private int requested;
    private int sequence;
    private int next;
    private int begin;
    private int end;
    private boolean unfinished;
    private boolean interrupted;

    NetlinkDump(int fd) {
        this.fd = fd;
    }

    /** Asks for a dump. What is left of the last one is passed over, since the kernel makes one at a time. */
    void request(int type, byte[] payload) throws IOException {
        int open = open();
        while (unfinished) {
            next();
        }
        requested = type;
        sequence++;
        nlmsghdr header = new nlmsghdr(NLMSG_HDRLEN + payload.length, type, NLM_F_REQUEST | NLM_F_DUMP, sequence, 0);
        ByteBuffer message = ByteBuffer.allocate(NLMSG_HDRLEN + payload.length);
        header.pack(message);
        message.put(NLMSG_HDRLEN, payload);
        check(send(open, message, 0));
        unfinished = true;
        interrupted = false;
    }

    /**
     * Goes on to the next message.
     *
     * @return whether there is one; its payload is from {@link #begin} to {@link #end} of {@link #memory}
     */
    boolean next() throws IOException {
        while (unfinished) {
            if (next >= datagram.position()) {
                receive();
            }
            if (isOfThisDump()) {
                int type = datagram.getShort(begin - NLMSG_HDRLEN + TYPE);
                if (type == requested) {
                    return true;
                } else if (type == NLMSG_DONE || type == NLMSG_ERROR) {
                    unfinished = false;
                    fail(type);
                } else if (type != NLMSG_NOOP) {
                    throw new IOException("a message of type " + type + " from sock_diag");
                }
            }
        }
        return false;
    }

    /** Steps to the message at {@code next}; answers whether it has to do with the last request. */
    private boolean isOfThisDump() throws IOException {
        int at = next;
        int room = datagram.position() - at;
        next = datagram.position(); // of a damaged datagram the rest is lost
        int length = room < NLMSG_HDRLEN ? room : datagram.getInt(at + LEN);
        if (length < NLMSG_HDRLEN || length > room) {
            throw new IOException("a message of " + Integer.toUnsignedString(length) + " bytes in " + room
                    + " bytes from sock_diag");
        }
        next = at + NLMSG_ALIGN(length);
        begin = at + NLMSG_HDRLEN;
        end = at + length;
        boolean is = datagram.getInt(at + SEQ) == sequence;
        interrupted |= is && (datagram.getShort(at + FLAGS) & NLM_F_DUMP_INTR) != 0;
        return is;
    }

    private void receive() throws IOException {
        datagram.clear();
        next = 0;
        int length;
        do {
            length = recv(open(), datagram, MSG_TRUNC);
        } while (length == -1 && errno() == EINTR);
        if (length <= 0 || length > ROOM) {
            ErrnoException failure = length < 0 ? new ErrnoException("recv", errno()) : null;
            close(); // what the kernel would send next, if anything, is not known
            throw failure != null ? failure : new IOException("a datagram of " + length + " bytes from sock_diag");
        }
    }

    /** Not only an error has a number: the end of a dump, too, may say that it failed. */
    private void fail(int type) throws IOException {
        if (end - begin >= Integer.BYTES) {
            int negated = datagram.getInt(begin);
            if (negated < 0) {
                throw new ErrnoException("sock_diag", -negated);
            }
        } else if (type == NLMSG_ERROR) {
            throw new IOException("an error of " + (end - begin) + " bytes from sock_diag");
        }
    }

    private int open() throws ClosedChannelException {
        if (fd < 0) {
            throw new ClosedChannelException();
        }
        return fd;
    }

    /** Where the messages are. */
    ByteBuffer memory() {
        return datagram;
    }

    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    /** Whether the table changed while it was dumped, so that something may be lacking or twice. */
    boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public void close() throws IOException {
        if (fd >= 0) {
            int open = fd;
            fd = -1;
            check(Unistd.close(open));
        }
    }
}

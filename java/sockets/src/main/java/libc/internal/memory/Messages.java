package libc.internal.memory;

import static libc.bits.Socket.MSG_TRUNC;
import static libc.sys.Types.offsetof;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import libc.Struct;
import libc.bits.Socket.mmsghdr;
import libc.bits.Socket.msghdr;
import libc.sys.Types.iovec;

/**
 * Structs that point to memory, {@code iovec} and {@code msghdr}, for the length of one call.
 *
 * <p>Another thread may change a struct during the call. So each length and each pointer is read once, checked, and kept here: C gets
 * what was checked, and what C has written goes where it was meant to go.
 */
public final class Messages {

    private static final int IOV_LEN = offsetof(iovec.class, "iov_len");
    private static final int IOVEC = sizeof(iovec.class);
    private static final int NAMELEN = offsetof(msghdr.class, "msg_namelen");
    private static final int IOV = offsetof(msghdr.class, "msg_iov");
    private static final int IOVLEN = offsetof(msghdr.class, "msg_iovlen");
    private static final int CONTROL = offsetof(msghdr.class, "msg_control");
    private static final int CONTROLLEN = offsetof(msghdr.class, "msg_controllen");
    private static final int FLAGS = offsetof(msghdr.class, "msg_flags");
    private static final int MSGHDR = sizeof(msghdr.class);
    private static final int MSG_LEN = offsetof(mmsghdr.class, "msg_len");
    private static final int MMSGHDR = sizeof(mmsghdr.class);

    private final Memory m;
    private boolean receives;
    private int flags;
    private boolean isNegative;

    private Element[] elements = {};
    private int elementCount;
    private Header[] headers = {};
    private int headerCount;

    /** An element of a vector. */
    private static final class Element {
        Object base;
        int position;
        long at;
        int len;
    }

    /** A message; its elements are those from {@code first} to {@code end}. */
    private static final class Header {
        mmsghdr many;
        msghdr msg;
        Struct name;
        long nameAt;
        byte[] control;
        long controlAt;
        int controllen;
        long at;
        int first;
        int end;
    }

    Messages(Memory m) {
        this.m = m;
    }

    /** Lets go of all that a call has had. */
    void forget() {
        for (int i = 0; i < elementCount; i++) {
            elements[i].base = null;
        }
        for (int i = 0; i < headerCount; i++) {
            headers[i].many = null;
            headers[i].msg = null;
            headers[i].name = null;
            headers[i].control = null;
        }
        elementCount = 0;
        headerCount = 0;
        isNegative = false;
    }

    /** Whether the length of control data is negative: C takes it for the largest, and would write without end. */
    public boolean isNegative() {
        return isNegative;
    }

    // Java to C

    /** A vector that C reads. */
    public long sent(iovec[] iov, int iovcnt) {
        return vector(false, iov, iovcnt);
    }

    /** A vector that C writes to. */
    public long received(iovec[] iov, int iovcnt) {
        return vector(true, iov, iovcnt);
    }

    private long vector(boolean receives, iovec[] iov, int iovcnt) {
        this.receives = receives;
        flags = 0;
        return iov == null || iovcnt < 0 ? 0 : place(iov, iovcnt); // of a negative count C looks at nothing
    }

    /** A message that C reads. */
    public long sent(msghdr msg, int flags) {
        return message(false, msg, flags);
    }

    /** A message that C writes to. */
    public long received(msghdr msg, int flags) {
        return message(true, msg, flags);
    }

    private long message(boolean receives, msghdr msg, int flags) {
        this.receives = receives;
        this.flags = flags;
        if (msg == null) {
            return 0;
        }
        long at = m.room(MSGHDR);
        place(msg, at);
        return at;
    }

    /** Messages that C reads. */
    public long sent(mmsghdr[] msgvec, int vlen, int flags) {
        return messages(false, msgvec, vlen, flags);
    }

    /** Messages that C writes to. */
    public long received(mmsghdr[] msgvec, int vlen, int flags) {
        return messages(true, msgvec, vlen, flags);
    }

    private long messages(boolean receives, mmsghdr[] msgvec, int vlen, int flags) {
        this.receives = receives;
        this.flags = flags;
        if (msgvec == null) {
            return 0;
        }
        Objects.checkFromIndexSize(0, vlen, msgvec.length);
        long at = m.room(Math.multiplyExact(vlen, MMSGHDR));
        for (int i = 0; i < vlen; i++) {
            mmsghdr one = msgvec[i];
            m.putLong(at + (long) i * MMSGHDR + MSG_LEN, Integer.toUnsignedLong(one.msg_len));
            place(one.msg_hdr, at + (long) i * MMSGHDR).many = one;
        }
        return at;
    }

    private Header place(msghdr msg, long at) {
        Header h = header();
        h.msg = msg;
        h.at = at;
        h.name = msg.msg_name;
        int namelen = msg.msg_namelen;
        h.nameAt = m.in(h.name, namelen);
        m.putLong(at, h.nameAt);
        m.putLong(at + NAMELEN, Integer.toUnsignedLong(namelen));
        h.control = msg.msg_control;
        h.controllen = msg.msg_controllen;
        h.controlAt = control(m, h);
        isNegative |= h.control != null && h.controllen < 0;
        m.putLong(at + CONTROL, h.controlAt);
        m.putLong(at + CONTROLLEN, h.controllen);
        m.putLong(at + FLAGS, Integer.toUnsignedLong(msg.msg_flags));
        iovec[] iov = msg.msg_iov;
        int iovlen = msg.msg_iovlen;
        h.first = elementCount;
        m.putLong(at + IOV, iov == null || iovlen < 0 ? 0 : place(iov, iovlen));
        m.putLong(at + IOVLEN, iovlen);
        h.end = elementCount;
        return h;
    }

    /** Control data, for C to read and write: a header that is cut short holds the caller's own bytes. */
    private static long control(Memory m, Header h) {
        return h.control == null || h.controllen < 0 ? 0 : m.in(h.control, 0, h.controllen);
    }

    private long place(iovec[] iov, int iovcnt) {
        Objects.checkFromIndexSize(0, iovcnt, iov.length);
        long at = m.room(Math.multiplyExact(iovcnt, IOVEC));
        for (int i = 0; i < iovcnt; i++) {
            Element e = element();
            iovec one = iov[i];
            e.base = one.iov_base;
            e.len = one.iov_len;
            e.at = place(e);
            m.putLong(at + (long) i * IOVEC, e.at);
            m.putLong(at + (long) i * IOVEC + IOV_LEN, e.len);
        }
        return at;
    }

    private long place(Element e) {
        if (e.base instanceof ByteBuffer buffer) {
            e.position = buffer.position();
            if (receives) {
                Memory.checkWritable(buffer);
            } else {
                Memory.checkZeroCopy(flags, buffer);
            }
            return m.in(buffer, e.position, e.len, !receives || (flags & MSG_TRUNC) != 0);
        }
        return receives ? m.out(e.base, 0, e.len, flags) : m.in(e.base, 0, e.len, flags);
    }

    private Element element() {
        if (elementCount == elements.length) {
            elements = Arrays.copyOf(elements, Math.max(16, 2 * elementCount));
            for (int i = elementCount; i < elements.length; i++) {
                elements[i] = new Element();
            }
        }
        return elements[elementCount++];
    }

    private Header header() {
        if (headerCount == headers.length) {
            headers = Arrays.copyOf(headers, Math.max(1, 2 * headerCount));
            for (int i = headerCount; i < headers.length; i++) {
                headers[i] = new Header();
            }
        }
        return headers[headerCount++];
    }

    // C to Java

    /**
     * Ends a call that transferred {@code n} bytes of a vector, -1 if it failed.
     *
     * @return {@code n}
     */
    public int transferred(int n) {
        back(n, 0, elementCount);
        return n;
    }

    /**
     * Ends a call that transferred {@code n} bytes of a message, -1 if it failed.
     *
     * @return {@code n}
     */
    public int transferredOne(int n) {
        if (headerCount > 0) {
            if (n >= 0) {
                back(headers[0], n);
            }
            backControl(headers[0]);
        }
        return n;
    }

    /**
     * Ends a call that transferred {@code count} messages, -1 if it failed.
     *
     * @return {@code count}
     */
    public int transferredMany(int count) {
        for (int i = 0; i < headerCount; i++) {
            backControl(headers[i]);
        }
        for (int i = 0; i < count; i++) {
            Header h = headers[i];
            int len = m.getInt(h.at + MSG_LEN);
            h.many.msg_len = len;
            back(h, len);
        }
        return count;
    }

    private void back(Header h, int n) {
        if (receives) {
            m.back(h.nameAt, h.name);
            h.msg.msg_namelen = m.getInt(h.at + NAMELEN);
            h.msg.msg_controllen = (int) m.getLong(h.at + CONTROLLEN);
            h.msg.msg_flags = m.getInt(h.at + FLAGS);
        }
        back(n, h.first, h.end);
    }

    /** Control data as C has left it, which writes some also where it receives nothing then. */
    private void backControl(Header h) {
        if (receives && h.control != null) {
            m.back(h.controllen, h.controlAt, h.control, 0, h.controllen);
        }
    }

    /** Shares {@code n} bytes out among the elements, as C filled or took them; with MSG_TRUNC n may be more. */
    private void back(int n, int first, int end) {
        int left = n;
        for (int i = first; left > 0 && i < end; i++) {
            Element e = elements[i];
            int count = Math.min(left, e.len);
            if (receives && e.base instanceof ByteBuffer buffer) {
                m.back(count, e.at, buffer, e.position);
            } else if (receives) {
                m.back(count, e.at, e.base, 0, e.len);
            }
            left -= count;
        }
        left = n; // positions move when all is where it belongs: a buffer may be there twice
        for (int i = first; left > 0 && i < end; i++) {
            Element e = elements[i];
            int count = Math.min(left, e.len);
            if (e.base instanceof ByteBuffer buffer) {
                Memory.advance(buffer, Math.max(buffer.position(), e.position + count));
            }
            left -= count;
        }
    }
}

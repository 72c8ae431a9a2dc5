package libc.internal;

import static libc.sys.Types.offsetof;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import libc.Struct;
import libc.bits.Socket.mmsghdr;
import libc.bits.Socket.msghdr;
import libc.sys.Types.iovec;

/**
 * Structs that point to memory, {@code iovec} and {@code msghdr}, for the length of one call: the structs themselves,
 * names, control data and what has to be copied lie one behind the other in the thread's room.
 *
 * <p>A direct buffer is pointed to where it is; that holds only of one that nobody can free meanwhile, so of a buffer
 * from an arena C gets a copy here, through both backends.
 *
 * <p>Another thread may change a struct during the call. So each length is read once, checked against the memory beside
 * it, and from then on only what stands in the room counts.
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

    private final Scratch scratch;
    private final boolean receives;
    /** The buffers that C has the addresses of: the structs may let go of them during the call. */
    private final List<ByteBuffer> lent = new ArrayList<>();
    private int flags;
    private ByteBuffer room;
    private long base;
    private int end;

    Messages(Scratch scratch, boolean receives) {
        this.scratch = scratch;
        this.receives = receives;
    }

    // One vector

    /** A vector for C; {@link #transferred(int, iovec[])} ends the call. */
    public ByteBuffer vector(iovec[] iov, int iovcnt) {
        if (iov == null) {
            return null;
        }
        flags = 0;
        begin(roomFor(iov, iovcnt), 0);
        place(iov, iovcnt);
        return room;
    }

    /** Ends a call that transferred {@code n} bytes of a vector, -1 if it failed. */
    public int transferred(int n, iovec[] iov) {
        if (n > 0) {
            settle(0, iov, iov.length, n);
        }
        return done(n);
    }

    // One message

    /** A message for C; {@link #transferred(int, msghdr)} ends the call. */
    public ByteBuffer message(msghdr msg, int flags) {
        if (msg == null) {
            return null;
        }
        this.flags = flags;
        begin(MSGHDR + roomFor(msg), MSGHDR);
        place(msg, 0);
        return room;
    }

    /** Ends a call that transferred {@code n} bytes of a message, -1 if it failed. */
    public int transferred(int n, msghdr msg) {
        if (n >= 0) {
            settle(0, msg, n);
        }
        return done(n);
    }

    // Many messages

    /** Messages for C; {@link #transferred(int, mmsghdr[])} ends the call. */
    public ByteBuffer messages(mmsghdr[] msgvec, int vlen, int flags) {
        if (msgvec == null) {
            return null;
        }
        this.flags = flags;
        Objects.checkFromIndexSize(0, vlen, msgvec.length);
        long size = (long) vlen * MMSGHDR;
        for (int i = 0; i < vlen; i++) {
            size += roomFor(msgvec[i].msg_hdr);
        }
        begin(size, vlen * MMSGHDR);
        for (int i = 0; i < vlen; i++) {
            place(msgvec[i].msg_hdr, i * MMSGHDR);
            room.putInt(i * MMSGHDR + MSG_LEN, msgvec[i].msg_len);
        }
        return room;
    }

    /** Ends a call that transferred {@code count} messages, -1 if it failed. */
    public int transferred(int count, mmsghdr[] msgvec) {
        for (int i = 0; i < count; i++) {
            msgvec[i].msg_len = room.getInt(i * MMSGHDR + MSG_LEN);
            settle(i * MMSGHDR, msgvec[i].msg_hdr, msgvec[i].msg_len);
        }
        return done(count);
    }

    private void begin(long size, int structs) {
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(size + " bytes to copy: use direct buffers");
        }
        room = scratch.room((int) size);
        base = Memory.address(room);
        end = structs;
        lent.clear(); // of a call that an exception ended
    }

    private int done(int result) {
        lent.clear();
        room = null;
        scratch.end();
        return result;
    }

    // How much room is needed, as far as can be said now

    private static long roomFor(msghdr msg) {
        return (msg.msg_name == null ? 0 : align(msg.msg_name.size()))
                + (msg.msg_control == null ? 0 : align(msg.msg_control.length))
                + roomFor(msg.msg_iov, msg.msg_iovlen);
    }

    private static long roomFor(iovec[] iov, int iovcnt) {
        if (iov == null) {
            return 0;
        }
        Objects.checkFromIndexSize(0, iovcnt, iov.length);
        long size = (long) iovcnt * IOVEC;
        for (int i = 0; i < iovcnt; i++) {
            size += align(roomFor(iov[i]));
        }
        return size;
    }

    private static int roomFor(iovec v) {
        Object memory = v.iov_base;
        if (memory instanceof byte[] bytes) {
            return Math.min(Math.max(v.iov_len, 0), bytes.length);
        } else if (memory instanceof ByteBuffer buffer) {
            return Native.address(buffer) != 0 ? 0 : Math.min(Math.max(v.iov_len, 0), buffer.remaining());
        } else if (memory instanceof Struct struct) {
            return struct.size();
        }
        return memory instanceof String string ? Memory.terminated(string).length : 0;
    }

    private static long align(long size) {
        return size + Long.BYTES - 1 & -Long.BYTES;
    }

    // Java to C

    /** The address of the next {@code size} bytes of room. */
    private long next(int size) {
        Objects.checkFromIndexSize(end, size, room.limit());
        long address = base + end;
        end += (int) align(size);
        return address;
    }

    /** Where in the room an address is. */
    private int at(long address) {
        return (int) (address - base);
    }

    private void place(msghdr msg, int at) {
        Struct name = msg.msg_name;
        int namelen = msg.msg_namelen;
        room.putLong(at, 0).putInt(at + NAMELEN, namelen).putInt(at + NAMELEN + Integer.BYTES, 0);
        if (name != null) {
            checkLength(namelen, name.size(), "msg_namelen");
            room.putLong(at, next(name.size()));
            pack(name, at(room.getLong(at)));
        }
        byte[] control = msg.msg_control;
        int controllen = msg.msg_controllen;
        room.putLong(at + CONTROL, 0).putLong(at + CONTROLLEN, controllen);
        if (control != null) {
            checkLength(controllen, control.length, "msg_controllen");
            int length = Math.max(controllen, 0); // the kernel refuses a negative one
            room.putLong(at + CONTROL, next(length));
            room.put(at(room.getLong(at + CONTROL)), control, 0, length);
        }
        room.putInt(at + FLAGS, msg.msg_flags).putInt(at + FLAGS + Integer.BYTES, 0);
        iovec[] iov = msg.msg_iov;
        int iovlen = msg.msg_iovlen;
        room.putLong(at + IOV, iov == null ? 0 : base + end).putLong(at + IOVLEN, iovlen);
        if (iov != null) {
            place(iov, iovlen);
        }
    }

    private static void checkLength(int length, int size, String name) {
        if (length > size) {
            throw new IndexOutOfBoundsException(name + " " + length + " of " + size + " bytes");
        }
    }

    private void place(iovec[] iov, int iovcnt) {
        int at = at(next(Math.multiplyExact(iovcnt, IOVEC)));
        for (int i = 0; i < iovcnt; i++) {
            int len = iov[i].iov_len;
            room.putLong(at + i * IOVEC, address(iov[i].iov_base, len)).putLong(at + i * IOVEC + IOV_LEN, len);
        }
    }

    /** Where C finds {@code len} bytes of an object: in its own memory or, copied, in the room. */
    private long address(Object memory, int len) {
        if (memory == null) {
            Objects.checkFromIndexSize(0, len, Integer.MAX_VALUE);
            return 0;
        }
        if (!receives) {
            Scratch.checkZeroCopy(flags, memory);
        }
        if (memory instanceof byte[] bytes) {
            Objects.checkFromIndexSize(0, len, bytes.length);
            long address = next(len);
            if (!receives) {
                room.put(at(address), bytes, 0, len);
            }
            return address;
        } else if (memory instanceof ByteBuffer buffer) {
            return address(buffer, len);
        } else if (memory instanceof Struct struct) {
            Objects.checkFromIndexSize(0, len, struct.size());
            long address = next(struct.size());
            pack(struct, at(address));
            return address;
        } else if (memory instanceof String string && !receives) {
            byte[] bytes = Memory.terminated(string);
            Objects.checkFromIndexSize(0, len, bytes.length);
            long address = next(bytes.length);
            room.put(at(address), bytes);
            return address;
        }
        throw new IllegalArgumentException("iov_base cannot be " + memory.getClass().getName());
    }

    private long address(ByteBuffer buffer, int len) {
        if (receives && buffer.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        int position = buffer.position();
        Objects.checkFromIndexSize(0, len, buffer.limit() - position);
        long own = Native.address(buffer);
        if (own != 0) {
            lent.add(buffer);
            return own + position;
        }
        long address = next(len);
        if (!receives) {
            room.put(at(address), buffer, position, len);
        } else if (len > 0) {
            buffer.get(position); // a closed arena, or another thread's, refuses now and not when data is there
        }
        return address;
    }

    private void pack(Struct struct, int at) {
        struct.pack(room.position(at));
        room.position(0);
    }

    // C to Java

    private void settle(int at, msghdr msg, int n) {
        if (receives) {
            if (msg.msg_name != null) {
                unpack(msg.msg_name, at(room.getLong(at)));
            }
            msg.msg_namelen = room.getInt(at + NAMELEN);
            int controllen = (int) room.getLong(at + CONTROLLEN);
            if (msg.msg_control != null && controllen > 0) {
                room.get(at(room.getLong(at + CONTROL)), msg.msg_control, 0, controllen);
            }
            msg.msg_controllen = controllen;
            msg.msg_flags = room.getInt(at + FLAGS);
        }
        if (msg.msg_iov != null) {
            settle(at(room.getLong(at + IOV)), msg.msg_iov, (int) room.getLong(at + IOVLEN), n);
        }
    }

    /** Shares {@code n} bytes out among the elements, as C filled or took them; with MSG_TRUNC n may be more. */
    private void settle(int at, iovec[] iov, int iovcnt, int n) {
        int left = n;
        for (int i = 0; left > 0 && i < iovcnt; i++) {
            int count = (int) Math.min(left, room.getLong(at + i * IOVEC + IOV_LEN));
            long address = room.getLong(at + i * IOVEC);
            boolean copied = address >= base && address < base + room.limit();
            Object memory = iov[i].iov_base;
            if (memory instanceof ByteBuffer buffer) {
                int position = buffer.position();
                if (receives && copied) {
                    buffer.put(position, room, at(address), count);
                }
                buffer.position(position + count);
            } else if (receives && memory instanceof byte[] bytes) {
                room.get(at(address), bytes, 0, count);
            } else if (receives && memory instanceof Struct struct) {
                unpack(struct, at(address));
            }
            left -= count;
        }
    }

    private void unpack(Struct struct, int at) {
        struct.unpack(room.position(at));
        room.position(0);
    }
}

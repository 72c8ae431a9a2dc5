package libc.nio;

import static libc.Errno.EAGAIN;
import static libc.Errno.check;
import static libc.Errno.errno;
import static libc.sys.Socket.SHUT_RDWR;
import static libc.sys.Socket.SOCK_SEQPACKET;
import static libc.sys.Socket.SOCK_STREAM;
import static libc.sys.Socket.SOL_SOCKET;
import static libc.sys.Socket.SO_TYPE;
import static libc.sys.Socket.getsockopt;
import static libc.sys.Socket.shutdown;
import static libc.sys.Socket.sizeof;
import static libc.sys.Uio.UIO_MAXIOV;
import static libc.sys.Uio.readv;
import static libc.sys.Uio.writev;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.ScatteringByteChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntSupplier;
import libc.ErrnoException;
import libc.Unistd;
import libc.sys.Types.iovec;

/**
 * A descriptor as a channel: of a socket, a pipe, a file, of whatever read(2) and write(2) take. The channel owns it and
 * closes it once.
 *
 * <p>A method makes one call, read(2), write(2), readv(2) or writev(2), and tells its result as channels do: the end of the
 * stream is -1; EAGAIN, as of a non-blocking descriptor or when the time of SO_RCVTIMEO is up, is 0; any other error, EINTR
 * too, is an {@link ErrnoException}. Everything else is done to {@link #fd} by the call for it: {@code
 * shutdown(channel.fd(), SHUT_WR)}, {@code setsockopt}, {@code poll}. A call that waits occupies its carrier thread;
 * {@link Thread#interrupt} does not wake it.
 *
 * <p>Several threads may use and close the channel at once. The channel never uses its number after closing it, when it may
 * be another file's already: a {@link #close} during calls leaves the closing to the last of them. So that they end, it
 * shuts a socket down, both ways, and they throw {@link AsynchronousCloseException}. Whoever shares the socket, by dup(2) or
 * in another process, feels that too. Some cannot be woken, who wait for what is not a socket, or for room at the UNIX
 * socket that their datagram is for: the descriptor lives until the other end moves, and the call goes as if the channel
 * were open. None of this helps against others who close or use the number past the channel.
 */
public final class DescriptorChannel implements ByteChannel, ScatteringByteChannel, GatheringByteChannel {

    private static final int END = -1;
    private static final int NOT_NOW = -2;

    private final int fd;
    private int calls;
    private boolean closed;

    private DescriptorChannel(int fd) {
        this.fd = fd;
    }

    /**
     * The channel of a descriptor, which is the channel's from now on.
     *
     * @param fd an open descriptor
     * @return its channel
     * @throws IllegalArgumentException if {@code fd} is negative
     */
    public static DescriptorChannel of(int fd) {
        if (fd < 0) {
            throw new IllegalArgumentException("not a descriptor: " + fd);
        }
        return new DescriptorChannel(fd);
    }

    /**
     * The descriptor, which stays the channel's: not to be closed, and not to be used once the channel is.
     *
     * @return its number, or -1 if the channel is closed
     */
    public synchronized int fd() {
        return closed ? -1 : fd;
    }

    /**
     * Reads by read(2), from the buffer's position to its limit.
     *
     * @param dst where it goes; what was read advances its position
     * @return bytes read, 0 if there is nothing now or a datagram is empty, or -1 at the end of the file or stream
     * @throws ClosedChannelException if the channel is closed, an AsynchronousCloseException if that happens meanwhile
     * @throws ErrnoException if the call fails
     * @throws IllegalArgumentException if the buffer is read-only
     */
    @Override
    public int read(ByteBuffer dst) throws IOException {
        return orZero(readNow(dst));
    }

    /**
     * Reads by readv(2), into the first 1024 of the buffers that have room.
     *
     * @param dsts where it goes; what was read advances their positions
     * @param offset the first buffer
     * @param length how many
     * @return bytes read, 0 if there is nothing now or a datagram is empty, or -1 at the end of the file or stream
     * @throws ClosedChannelException if the channel is closed, an AsynchronousCloseException if that happens meanwhile
     * @throws ErrnoException if the call fails
     * @throws IllegalArgumentException if a buffer is read-only
     * @throws IndexOutOfBoundsException if there are not so many buffers
     */
    @Override
    public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
        iovec[] iov = vector(dsts, offset, length);
        for (iovec v : iov) {
            checkWritable((ByteBuffer) v.iov_base);
        }
        return orZero(call(() -> readv(fd, iov, iov.length), iov.length > 0));
    }

    /**
     * {@link #read(ByteBuffer[], int, int)} into all the buffers.
     *
     * @param dsts where it goes
     * @return bytes read, 0 or -1
     * @throws IOException if the channel is closed or the call fails
     */
    @Override
    public long read(ByteBuffer[] dsts) throws IOException {
        return read(dsts, 0, dsts.length);
    }

    /**
     * Writes by write(2), from the buffer's position to its limit.
     *
     * @param src what to write; what was written advances its position
     * @return bytes written, maybe fewer than there are, 0 if none can be now
     * @throws ClosedChannelException if the channel is closed, an AsynchronousCloseException if that happens meanwhile
     * @throws ErrnoException if the call fails
     */
    @Override
    public int write(ByteBuffer src) throws IOException {
        return orZero(writeNow(src));
    }

    /**
     * Writes by writev(2), the first 1024 of the buffers that are not empty.
     *
     * @param srcs what to write; what was written advances their positions
     * @param offset the first buffer
     * @param length how many
     * @return bytes written, maybe fewer than there are, 0 if none can be now
     * @throws ClosedChannelException if the channel is closed, an AsynchronousCloseException if that happens meanwhile
     * @throws ErrnoException if the call fails
     * @throws IndexOutOfBoundsException if there are not so many buffers
     */
    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        iovec[] iov = vector(srcs, offset, length);
        return orZero(call(() -> writev(fd, iov, iov.length), false));
    }

    /**
     * {@link #write(ByteBuffer[], int, int)} of all the buffers.
     *
     * @param srcs what to write
     * @return bytes written, or 0
     * @throws IOException if the channel is closed or the call fails
     */
    @Override
    public long write(ByteBuffer[] srcs) throws IOException {
        return write(srcs, 0, srcs.length);
    }

    /**
     * What can be read, as a stream: that of {@link Channels}, but that EAGAIN, which a stream has no word for, is an
     * {@link ErrnoException}. Closing the stream closes the channel.
     *
     * @return the stream, without a buffer
     */
    public InputStream input() {
        return Channels.newInputStream(new Waiting());
    }

    /**
     * A stream to write, which goes on after short writes: that of {@link Channels}, but that EAGAIN, which a stream has no
     * word for, is an {@link ErrnoException}. Closing the stream closes the channel.
     *
     * @return the stream, without a buffer
     */
    public OutputStream output() {
        return Channels.newOutputStream(new Waiting());
    }

    @Override
    public synchronized boolean isOpen() {
        return !closed;
    }

    /**
     * Closes the descriptor, or during calls of other threads has the last of them close it. A second time does nothing.
     *
     * @throws ErrnoException if close(2) answers an error; the descriptor is closed even then
     */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (calls > 0) {
                shutdown(fd, SHUT_RDWR); // while this lock keeps the last call from closing the number
                return;
            }
        }
        check(Unistd.close(fd));
    }

    private int readNow(ByteBuffer dst) throws IOException {
        checkWritable(dst);
        return call(() -> Unistd.read(fd, dst), dst.hasRemaining());
    }

    private int writeNow(ByteBuffer src) throws IOException {
        Objects.requireNonNull(src);
        return call(() -> Unistd.write(fd, src), false);
    }

    /** Makes a call on the number, which cannot be closed meanwhile; 0 is the end of what is to be read. */
    private int call(IntSupplier call, boolean reads) throws IOException {
        enter();
        try {
            int n = call.getAsInt();
            if (n <= 0 && !isOpen()) {
                throw new AsynchronousCloseException();
            } else if (n == -1 && errno() == EAGAIN) {
                return NOT_NOW;
            }
            return check(n) == 0 && reads && ends() ? END : n;
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
        calls++;
    }

    private void leave() throws ErrnoException {
        boolean last;
        synchronized (this) {
            calls--;
            last = closed && calls == 0;
        }
        if (last) {
            check(Unistd.close(fd));
        }
    }

    /** Whether it has an end that read(2) tells by 0; on other sockets that is an empty datagram. */
    private boolean ends() {
        int[] type = new int[1];
        return getsockopt(fd, SOL_SOCKET, SO_TYPE, type, new int[] {sizeof(type)}) == -1
                || type[0] == SOCK_STREAM || type[0] == SOCK_SEQPACKET;
    }

    private static int orZero(int n) {
        return n == NOT_NOW ? 0 : n;
    }

    private static void checkWritable(ByteBuffer dst) {
        if (dst.isReadOnly()) {
            throw new IllegalArgumentException("read-only buffer");
        }
    }

    /** Without empty buffers: 1024 of them would hide those behind, and their 0 would look like an end. */
    private static iovec[] vector(ByteBuffer[] buffers, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffers.length);
        return Arrays.stream(buffers, offset, offset + length).filter(ByteBuffer::hasRemaining).limit(UIO_MAXIOV)
                .map(buffer -> new iovec(buffer, buffer.remaining())).toArray(iovec[]::new);
    }

    /** The channel for streams, which would take a 0 for the end, or for ever. */
    private final class Waiting implements ByteChannel {

        @Override
        public int read(ByteBuffer dst) throws IOException {
            return waited("read", readNow(dst));
        }

        @Override
        public int write(ByteBuffer src) throws IOException {
            return waited("write", writeNow(src));
        }

        private static int waited(String function, int n) throws ErrnoException {
            if (n == NOT_NOW) {
                throw new ErrnoException(function, EAGAIN);
            }
            return n;
        }

        @Override
        public boolean isOpen() {
            return DescriptorChannel.this.isOpen();
        }

        @Override
        public void close() throws IOException {
            DescriptorChannel.this.close();
        }
    }
}

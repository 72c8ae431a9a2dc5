package libc.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import libc.Errno;

/**
 * The seam through the Foreign Function and Memory API.
 *
 * <p>Each function has a holder class of its name, whose handle is made when the function is first called:
 * a handle costs a millisecond or more, and nobody calls them all. A buffer goes in as the segment under it, so
 * the linker keeps it alive during the call, refuses one whose arena is closed or another thread's,
 * and holds off a close that comes meanwhile.
 */
public final class FfmLibc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private FfmLibc() {}

    /** Binds libc, on which this JVM itself runs. */
    public static Backend load() {
        handle(Libc.Sockets.class, "getpid"); // where native access is denied, the first handle says so
        return new Backend("ffm", FfmLibc::bind, new Captured(), new Segments(), Call::current);
    }

    private record Captured() implements Backend.Errno {
        @Override
        public int get() {
            return (int) ERRNO.get(Call.current().capture, 0L);
        }

        @Override
        public void set(int errno) {
            ERRNO.set(Call.current().capture, 0L, errno);
        }
    }

    /** The segment under a buffer is handed over as it is; the linker watches over its arena for the length of the call. */
    private record Segments() implements Backend.Lender {

        private static final Class<?> UNCLOSEABLE = Call.whole(ByteBuffer.allocateDirect(0)).scope().getClass();

        @Override
        public ByteBuffer lend(ByteBuffer buffer, int position) {
            return buffer.isDirect() ? buffer : null;
        }

        @Override
        public long address(ByteBuffer buffer) {
            if (!buffer.isDirect()) {
                return 0;
            }
            MemorySegment whole = Call.current().segments.of(buffer, Call::whole);
            return whole.scope().getClass() == UNCLOSEABLE ? whole.address() : 0;
        }
    }

    private static <T> T bind(Class<T> functions) {
        return functions.cast(functions == Libc.Sockets.class ? new Sockets()
                : functions == Libc.Names.class ? new Names()
                : functions == Libc.Files.class ? new Files()
                : new Processes());
    }

    /** The handle of the function, made from its signature in {@link Libc}. */
    @SuppressWarnings("restricted") // the caller grants native access to this module, or is told how to
    private static MethodHandle handle(Class<?> functions, String function, Linker.Option... options) {
        Method signature = Arrays.stream(functions.getMethods()).filter(m -> m.getName().equals(function)).findFirst()
                .orElseThrow();
        MemoryLayout[] parameters =
                Arrays.stream(signature.getParameterTypes()).map(FfmLibc::layout).toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = signature.getReturnType() == void.class ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(signature.getReturnType()), parameters);
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        Optional<MemorySegment> symbol = LINKER.defaultLookup().find(function).or(() -> resolver(function));
        return symbol.map(address -> LINKER.downcallHandle(address, descriptor, all))
                .orElseGet(() -> missing(descriptor.toMethodType()));
    }

    /** The function in libresolv, where it has stayed while most of that library moved to libc. */
    @SuppressWarnings("restricted")
    private static Optional<MemorySegment> resolver(String function) {
        try {
            return SymbolLookup.libraryLookup("libresolv.so.2", Arena.global()).find(function);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a machine without the library lacks the function too
        }
    }

    private static MemoryLayout layout(Class<?> type) {
        return type == int.class ? ValueLayout.JAVA_INT
                : type == long.class ? ValueLayout.JAVA_LONG
                : type == short.class ? ValueLayout.JAVA_SHORT
                : ValueLayout.ADDRESS;
    }

    /** What stands for a function that this machine's libc does not have: it answers -1 with ENOSYS. */
    private static MethodHandle missing(MethodType type) {
        try {
            MethodHandle enosys = MethodHandles.lookup().findStatic(FfmLibc.class, "enosys",
                    MethodType.methodType(int.class, MemorySegment.class));
            MethodHandle answer = enosys.asType(enosys.type().changeReturnType(type.returnType()));
            return MethodHandles.dropArguments(answer, 1, type.parameterList());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static int enosys(MemorySegment capture) {
        ERRNO.set(capture, 0L, Errno.ENOSYS);
        return -1;
    }

    /** What a thread brings to a call: its memory, which most calls hand to C, as segments too. */
    private static final class Call extends Scratch {

        private static final ThreadLocal<Call> ALL = ThreadLocal.withInitial(Call::new);

        /**
         * Those of the threads that called last, by the number that no two living threads share. A system call leaves little
         * of the JVM's memory in the nearest caches, and a ThreadLocal reads a map, its array, an entry and a reference.
         */
        private static final Call[] RECENT = new Call[64];

        private final long threadId = Thread.currentThread().threadId();

        /** Where the call leaves errno: a place that threads shared would show each the others'. */
        final MemorySegment capture;

        private final MemorySegment smallSegment;
        private final MemorySegment addressSegment;
        private final MemorySegment lengthSegment;

        private final Recent<MemorySegment> segments = new Recent<>();

        private Call() {
            MemorySegment all = whole(own); // one session for all: the linker, too, looks at it once then
            smallSegment = all.asSlice(0, SMALL);
            addressSegment = all.asSlice(SMALL, ADDRESS);
            lengthSegment = all.asSlice(SMALL + ADDRESS, LENGTH);
            capture = all.asSlice(SMALL + ADDRESS + LENGTH, CAPTURED.byteSize());
        }

        public static Call current() {
            long threadId = Thread.currentThread().threadId();
            Call recent = RECENT[(int) threadId & RECENT.length - 1];
            return recent != null && recent.threadId == threadId ? recent : find(threadId);
        }

        private static Call find(long threadId) {
            Call call = ALL.get();
            RECENT[(int) threadId & RECENT.length - 1] = call;
            return call;
        }

        /** The segment of a buffer, of which C takes as much as it likes. */
        MemorySegment segment(ByteBuffer buffer) {
            return segment(buffer, 0);
        }

        /** The segment of a buffer from which C takes {@code length} bytes: checked on what cannot change any more. */
        MemorySegment segment(ByteBuffer buffer, long length) {
            if (buffer == small && length <= SMALL) { // whose position Scratch leaves at 0
                return smallSegment;
            }
            return buffer == null ? MemorySegment.NULL : other(buffer, length);
        }

        private MemorySegment other(ByteBuffer buffer, long length) {
            int position = buffer.position();
            MemorySegment whole = buffer == address ? addressSegment : buffer == this.length ? lengthSegment
                    : segments.of(buffer, Call::whole);
            MemorySegment segment = position == 0 ? whole : whole.asSlice(position);
            if (segment.byteSize() < length) {
                throw new IndexOutOfBoundsException(length + " bytes of " + segment.byteSize());
            }
            return segment;
        }

        /** All of a buffer, whatever its position and limit. */
        private static MemorySegment whole(ByteBuffer buffer) {
            return MemorySegment.ofBuffer(buffer.duplicate().clear());
        }
    }

    /** A handle declares Throwable; what comes out of one is unchecked. */
    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /** {@link Libc.Sockets}. */
    private static final class Sockets implements Libc.Sockets {

        private static final class socket {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "socket");
        }

        @Override
        public int socket(int domain, int type, int protocol) {
            Call call = Call.current();
            try {
                return (int) socket.HANDLE.invokeExact(call.capture, domain, type, protocol);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class socketpair {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "socketpair");
        }

        @Override
        public int socketpair(int domain, int type, int protocol, ByteBuffer sv) {
            Call call = Call.current();
            try {
                return (int) socketpair.HANDLE.invokeExact(call.capture, domain, type, protocol, call.segment(sv));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class bind {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "bind");
        }

        @Override
        public int bind(int sockfd, ByteBuffer addr, int addrlen) {
            Call call = Call.current();
            try {
                return (int) bind.HANDLE.invokeExact(call.capture, sockfd, call.segment(addr, addrlen), addrlen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class listen {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "listen");
        }

        @Override
        public int listen(int sockfd, int backlog) {
            Call call = Call.current();
            try {
                return (int) listen.HANDLE.invokeExact(call.capture, sockfd, backlog);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class accept {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "accept");
        }

        @Override
        public int accept(int sockfd, ByteBuffer addr, ByteBuffer addrlen) {
            Call call = Call.current();
            try {
                return (int) accept.HANDLE.invokeExact(call.capture, sockfd, call.segment(addr),
                        call.segment(addrlen));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class connect {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "connect");
        }

        @Override
        public int connect(int sockfd, ByteBuffer addr, int addrlen) {
            Call call = Call.current();
            try {
                return (int) connect.HANDLE.invokeExact(call.capture, sockfd, call.segment(addr, addrlen), addrlen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getsockname {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getsockname");
        }

        @Override
        public int getsockname(int sockfd, ByteBuffer addr, ByteBuffer addrlen) {
            Call call = Call.current();
            try {
                return (int) getsockname.HANDLE.invokeExact(call.capture, sockfd, call.segment(addr),
                        call.segment(addrlen));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getpeername {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getpeername");
        }

        @Override
        public int getpeername(int sockfd, ByteBuffer addr, ByteBuffer addrlen) {
            Call call = Call.current();
            try {
                return (int) getpeername.HANDLE.invokeExact(call.capture, sockfd, call.segment(addr),
                        call.segment(addrlen));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getsockopt {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getsockopt");
        }

        @Override
        public int getsockopt(int sockfd, int level, int optname, ByteBuffer optval, ByteBuffer optlen) {
            Call call = Call.current();
            try {
                return (int) getsockopt.HANDLE.invokeExact(call.capture, sockfd, level, optname, call.segment(optval),
                        call.segment(optlen));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class setsockopt {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "setsockopt");
        }

        @Override
        public int setsockopt(int sockfd, int level, int optname, ByteBuffer optval, int optlen) {
            Call call = Call.current();
            try {
                return (int) setsockopt.HANDLE.invokeExact(call.capture, sockfd, level, optname,
                        call.segment(optval, optlen), optlen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class shutdown {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "shutdown");
        }

        @Override
        public int shutdown(int sockfd, int how) {
            Call call = Call.current();
            try {
                return (int) shutdown.HANDLE.invokeExact(call.capture, sockfd, how);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class send {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "send");
        }

        @Override
        public long send(int sockfd, ByteBuffer buf, long len, int flags) {
            Call call = Call.current();
            try {
                return (long) send.HANDLE.invokeExact(call.capture, sockfd, call.segment(buf, len), len, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sendto {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "sendto");
        }

        @Override
        public long sendto(int sockfd, ByteBuffer buf, long len, int flags, ByteBuffer addr, int addrlen) {
            Call call = Call.current();
            try {
                return (long) sendto.HANDLE.invokeExact(call.capture, sockfd, call.segment(buf, len), len, flags,
                        call.segment(addr, addrlen), addrlen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class recv {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "recv");
        }

        @Override
        public long recv(int sockfd, ByteBuffer buf, long len, int flags) {
            Call call = Call.current();
            try {
                return (long) recv.HANDLE.invokeExact(call.capture, sockfd, call.segment(buf, len), len, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class recvfrom {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "recvfrom");
        }

        @Override
        public long recvfrom(int sockfd, ByteBuffer buf, long len, int flags, ByteBuffer addr, ByteBuffer addrlen) {
            Call call = Call.current();
            try {
                return (long) recvfrom.HANDLE.invokeExact(call.capture, sockfd, call.segment(buf, len), len, flags,
                        call.segment(addr), call.segment(addrlen));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sendmsg {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "sendmsg");
        }

        @Override
        public long sendmsg(int sockfd, ByteBuffer msg, int flags) {
            Call call = Call.current();
            try {
                return (long) sendmsg.HANDLE.invokeExact(call.capture, sockfd, call.segment(msg), flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class recvmsg {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "recvmsg");
        }

        @Override
        public long recvmsg(int sockfd, ByteBuffer msg, int flags) {
            Call call = Call.current();
            try {
                return (long) recvmsg.HANDLE.invokeExact(call.capture, sockfd, call.segment(msg), flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sendmmsg {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "sendmmsg");
        }

        @Override
        public int sendmmsg(int sockfd, ByteBuffer msgvec, int vlen, int flags) {
            Call call = Call.current();
            try {
                return (int) sendmmsg.HANDLE.invokeExact(call.capture, sockfd, call.segment(msgvec), vlen, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class recvmmsg {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "recvmmsg");
        }

        @Override
        public int recvmmsg(int sockfd, ByteBuffer msgvec, int vlen, int flags, ByteBuffer timeout) {
            Call call = Call.current();
            try {
                return (int) recvmmsg.HANDLE.invokeExact(call.capture, sockfd, call.segment(msgvec), vlen, flags,
                        call.segment(timeout));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class accept4 {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "accept4");
        }

        @Override
        public int accept4(int sockfd, ByteBuffer addr, ByteBuffer addrlen, int flags) {
            Call call = Call.current();
            try {
                return (int) accept4.HANDLE.invokeExact(call.capture, sockfd, call.segment(addr),
                        call.segment(addrlen), flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sockatmark {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "sockatmark");
        }

        @Override
        public int sockatmark(int sockfd) {
            Call call = Call.current();
            try {
                return (int) sockatmark.HANDLE.invokeExact(call.capture, sockfd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class isfdtype {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "isfdtype");
        }

        @Override
        public int isfdtype(int fd, int fdtype) {
            Call call = Call.current();
            try {
                return (int) isfdtype.HANDLE.invokeExact(call.capture, fd, fdtype);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class readv {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "readv");
        }

        @Override
        public long readv(int fd, ByteBuffer iov, int iovcnt) {
            Call call = Call.current();
            try {
                return (long) readv.HANDLE.invokeExact(call.capture, fd, call.segment(iov), iovcnt);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class writev {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "writev");
        }

        @Override
        public long writev(int fd, ByteBuffer iov, int iovcnt) {
            Call call = Call.current();
            try {
                return (long) writev.HANDLE.invokeExact(call.capture, fd, call.segment(iov), iovcnt);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class preadv {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "preadv");
        }

        @Override
        public long preadv(int fd, ByteBuffer iov, int iovcnt, long offset) {
            Call call = Call.current();
            try {
                return (long) preadv.HANDLE.invokeExact(call.capture, fd, call.segment(iov), iovcnt, offset);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pwritev {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "pwritev");
        }

        @Override
        public long pwritev(int fd, ByteBuffer iov, int iovcnt, long offset) {
            Call call = Call.current();
            try {
                return (long) pwritev.HANDLE.invokeExact(call.capture, fd, call.segment(iov), iovcnt, offset);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class preadv2 {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "preadv2");
        }

        @Override
        public long preadv2(int fd, ByteBuffer iov, int iovcnt, long offset, int flags) {
            Call call = Call.current();
            try {
                return (long) preadv2.HANDLE.invokeExact(call.capture, fd, call.segment(iov), iovcnt, offset, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pwritev2 {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "pwritev2");
        }

        @Override
        public long pwritev2(int fd, ByteBuffer iov, int iovcnt, long offset, int flags) {
            Call call = Call.current();
            try {
                return (long) pwritev2.HANDLE.invokeExact(call.capture, fd, call.segment(iov), iovcnt, offset, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class read {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "read");
        }

        @Override
        public long read(int fd, ByteBuffer buf, long count) {
            Call call = Call.current();
            try {
                return (long) read.HANDLE.invokeExact(call.capture, fd, call.segment(buf, count), count);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class write {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "write");
        }

        @Override
        public long write(int fd, ByteBuffer buf, long count) {
            Call call = Call.current();
            try {
                return (long) write.HANDLE.invokeExact(call.capture, fd, call.segment(buf, count), count);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class close {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "close");
        }

        @Override
        public int close(int fd) {
            Call call = Call.current();
            try {
                return (int) close.HANDLE.invokeExact(call.capture, fd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class unlink {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "unlink");
        }

        @Override
        public int unlink(ByteBuffer pathname) {
            Call call = Call.current();
            try {
                return (int) unlink.HANDLE.invokeExact(call.capture, call.segment(pathname));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getpid {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getpid");
        }

        @Override
        public int getpid() {
            Call call = Call.current();
            try {
                return (int) getpid.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getppid {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getppid");
        }

        @Override
        public int getppid() {
            Call call = Call.current();
            try {
                return (int) getppid.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class dup {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "dup");
        }

        @Override
        public int dup(int oldfd) {
            Call call = Call.current();
            try {
                return (int) dup.HANDLE.invokeExact(call.capture, oldfd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class dup2 {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "dup2");
        }

        @Override
        public int dup2(int oldfd, int newfd) {
            Call call = Call.current();
            try {
                return (int) dup2.HANDLE.invokeExact(call.capture, oldfd, newfd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class dup3 {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "dup3");
        }

        @Override
        public int dup3(int oldfd, int newfd, int flags) {
            Call call = Call.current();
            try {
                return (int) dup3.HANDLE.invokeExact(call.capture, oldfd, newfd, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pipe {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "pipe");
        }

        @Override
        public int pipe(ByteBuffer pipefd) {
            Call call = Call.current();
            try {
                return (int) pipe.HANDLE.invokeExact(call.capture, call.segment(pipefd));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pipe2 {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "pipe2");
        }

        @Override
        public int pipe2(ByteBuffer pipefd, int flags) {
            Call call = Call.current();
            try {
                return (int) pipe2.HANDLE.invokeExact(call.capture, call.segment(pipefd), flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class close_range {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "close_range");
        }

        @Override
        public int close_range(int first, int last, int flags) {
            Call call = Call.current();
            try {
                return (int) close_range.HANDLE.invokeExact(call.capture, first, last, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class chown {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "chown");
        }

        @Override
        public int chown(ByteBuffer pathname, int owner, int group) {
            Call call = Call.current();
            try {
                return (int) chown.HANDLE.invokeExact(call.capture, call.segment(pathname), owner, group);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class fchown {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "fchown");
        }

        @Override
        public int fchown(int fd, int owner, int group) {
            Call call = Call.current();
            try {
                return (int) fchown.HANDLE.invokeExact(call.capture, fd, owner, group);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class readlink {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "readlink");
        }

        @Override
        public long readlink(ByteBuffer pathname, ByteBuffer buf, long len) {
            Call call = Call.current();
            try {
                return (long) readlink.HANDLE.invokeExact(call.capture, call.segment(pathname),
                        call.segment(buf, len), len);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class gettid {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "gettid");
        }

        @Override
        public int gettid() {
            Call call = Call.current();
            try {
                return (int) gettid.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getuid {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getuid");
        }

        @Override
        public int getuid() {
            Call call = Call.current();
            try {
                return (int) getuid.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class geteuid {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "geteuid");
        }

        @Override
        public int geteuid() {
            Call call = Call.current();
            try {
                return (int) geteuid.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getgid {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getgid");
        }

        @Override
        public int getgid() {
            Call call = Call.current();
            try {
                return (int) getgid.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getegid {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getegid");
        }

        @Override
        public int getegid() {
            Call call = Call.current();
            try {
                return (int) getegid.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class gethostname {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "gethostname");
        }

        @Override
        public int gethostname(ByteBuffer name, long len) {
            Call call = Call.current();
            try {
                return (int) gethostname.HANDLE.invokeExact(call.capture, call.segment(name, len), len);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sethostname {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "sethostname");
        }

        @Override
        public int sethostname(ByteBuffer name, long len) {
            Call call = Call.current();
            try {
                return (int) sethostname.HANDLE.invokeExact(call.capture, call.segment(name, len), len);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getdomainname {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "getdomainname");
        }

        @Override
        public int getdomainname(ByteBuffer name, long len) {
            Call call = Call.current();
            try {
                return (int) getdomainname.HANDLE.invokeExact(call.capture, call.segment(name, len), len);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class setdomainname {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "setdomainname");
        }

        @Override
        public int setdomainname(ByteBuffer name, long len) {
            Call call = Call.current();
            try {
                return (int) setdomainname.HANDLE.invokeExact(call.capture, call.segment(name, len), len);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sysconf {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "sysconf");
        }

        @Override
        public long sysconf(int name) {
            Call call = Call.current();
            try {
                return (long) sysconf.HANDLE.invokeExact(call.capture, name);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class fcntl {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "fcntl", Linker.Option.firstVariadicArg(2));
        }

        @Override
        public int fcntl(int fd, int cmd, int arg) {
            Call call = Call.current();
            try {
                return (int) fcntl.HANDLE.invokeExact(call.capture, fd, cmd, arg);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class open {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "open", Linker.Option.firstVariadicArg(2));
        }

        @Override
        public int open(ByteBuffer pathname, int flags, int mode) {
            Call call = Call.current();
            try {
                return (int) open.HANDLE.invokeExact(call.capture, call.segment(pathname), flags, mode);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class fcntl64 {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "fcntl64", Linker.Option.firstVariadicArg(2));
        }

        @Override
        public int fcntl64(int fd, int cmd, ByteBuffer arg) {
            Call call = Call.current();
            try {
                return (int) fcntl64.HANDLE.invokeExact(call.capture, fd, cmd, call.segment(arg));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class splice {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "splice");
        }

        @Override
        public long splice(int fd_in, ByteBuffer off_in, int fd_out, ByteBuffer off_out, long size, int flags) {
            Call call = Call.current();
            try {
                return (long) splice.HANDLE.invokeExact(call.capture, fd_in, call.segment(off_in), fd_out,
                        call.segment(off_out), size, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class tee {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "tee");
        }

        @Override
        public long tee(int fd_in, int fd_out, long size, int flags) {
            Call call = Call.current();
            try {
                return (long) tee.HANDLE.invokeExact(call.capture, fd_in, fd_out, size, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class poll {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "poll");
        }

        @Override
        public int poll(ByteBuffer fds, long nfds, int timeout) {
            Call call = Call.current();
            try {
                return (int) poll.HANDLE.invokeExact(call.capture, call.segment(fds), nfds, timeout);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class ppoll {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "ppoll");
        }

        @Override
        public int ppoll(ByteBuffer fds, long nfds, ByteBuffer timeout, ByteBuffer sigmask) {
            Call call = Call.current();
            try {
                return (int) ppoll.HANDLE.invokeExact(call.capture, call.segment(fds), nfds, call.segment(timeout),
                        call.segment(sigmask));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_aton {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_aton");
        }

        @Override
        public int inet_aton(ByteBuffer cp, ByteBuffer inp) {
            Call call = Call.current();
            try {
                return (int) inet_aton.HANDLE.invokeExact(call.capture, call.segment(cp), call.segment(inp));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_addr {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_addr");
        }

        @Override
        public int inet_addr(ByteBuffer cp) {
            Call call = Call.current();
            try {
                return (int) inet_addr.HANDLE.invokeExact(call.capture, call.segment(cp));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_network {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_network");
        }

        @Override
        public int inet_network(ByteBuffer cp) {
            Call call = Call.current();
            try {
                return (int) inet_network.HANDLE.invokeExact(call.capture, call.segment(cp));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_ntoa {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_ntoa");
        }

        @Override
        public long inet_ntoa(int in) {
            Call call = Call.current();
            try {
                return (long) inet_ntoa.HANDLE.invokeExact(call.capture, in);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_makeaddr {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_makeaddr");
        }

        @Override
        public int inet_makeaddr(int net, int host) {
            Call call = Call.current();
            try {
                return (int) inet_makeaddr.HANDLE.invokeExact(call.capture, net, host);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_lnaof {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_lnaof");
        }

        @Override
        public int inet_lnaof(int in) {
            Call call = Call.current();
            try {
                return (int) inet_lnaof.HANDLE.invokeExact(call.capture, in);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_netof {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_netof");
        }

        @Override
        public int inet_netof(int in) {
            Call call = Call.current();
            try {
                return (int) inet_netof.HANDLE.invokeExact(call.capture, in);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_ntop {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_ntop");
        }

        @Override
        public long inet_ntop(int af, ByteBuffer src, ByteBuffer dst, int size) {
            Call call = Call.current();
            try {
                return (long) inet_ntop.HANDLE.invokeExact(call.capture, af, call.segment(src), call.segment(dst),
                        size);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_pton {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_pton");
        }

        @Override
        public int inet_pton(int af, ByteBuffer src, ByteBuffer dst) {
            Call call = Call.current();
            try {
                return (int) inet_pton.HANDLE.invokeExact(call.capture, af, call.segment(src), call.segment(dst));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_net_pton {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_net_pton");
        }

        @Override
        public int inet_net_pton(int af, ByteBuffer pres, ByteBuffer netp, long nsize) {
            Call call = Call.current();
            try {
                return (int) inet_net_pton.HANDLE.invokeExact(call.capture, af, call.segment(pres),
                        call.segment(netp), nsize);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class inet_net_ntop {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "inet_net_ntop");
        }

        @Override
        public long inet_net_ntop(int af, ByteBuffer netp, int bits, ByteBuffer pres, long psize) {
            Call call = Call.current();
            try {
                return (long) inet_net_ntop.HANDLE.invokeExact(call.capture, af, call.segment(netp), bits,
                        call.segment(pres), psize);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class strlen {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "strlen");
        }

        @Override
        public long strlen(long s) {
            Call call = Call.current();
            try {
                return (long) strlen.HANDLE.invokeExact(call.capture, s);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class memcpy {
            static final MethodHandle HANDLE = handle(Libc.Sockets.class, "memcpy");
        }

        @Override
        public long memcpy(ByteBuffer dest, long src, long n) {
            Call call = Call.current();
            try {
                return (long) memcpy.HANDLE.invokeExact(call.capture, call.segment(dest), src, n);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }
    }

    /** {@link Libc.Names}. */
    private static final class Names implements Libc.Names {

        private static final class getaddrinfo {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getaddrinfo");
        }

        @Override
        public int getaddrinfo(ByteBuffer node, ByteBuffer service, ByteBuffer hints, ByteBuffer res) {
            Call call = Call.current();
            try {
                return (int) getaddrinfo.HANDLE.invokeExact(call.capture, call.segment(node), call.segment(service),
                        call.segment(hints), call.segment(res));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class freeaddrinfo {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "freeaddrinfo");
        }

        @Override
        public void freeaddrinfo(long res) {
            Call call = Call.current();
            try {
                freeaddrinfo.HANDLE.invokeExact(call.capture, res);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getnameinfo {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getnameinfo");
        }

        @Override
        public int getnameinfo(ByteBuffer addr, int addrlen, ByteBuffer host, int hostlen, ByteBuffer serv,
                int servlen, int flags) {
            Call call = Call.current();
            try {
                return (int) getnameinfo.HANDLE.invokeExact(call.capture, call.segment(addr, addrlen), addrlen,
                        call.segment(host), hostlen, call.segment(serv), servlen, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class __h_errno_location {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "__h_errno_location");
        }

        @Override
        public long __h_errno_location() {
            Call call = Call.current();
            try {
                return (long) __h_errno_location.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class gethostbyname {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "gethostbyname");
        }

        @Override
        public long gethostbyname(ByteBuffer name) {
            Call call = Call.current();
            try {
                return (long) gethostbyname.HANDLE.invokeExact(call.capture, call.segment(name));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class gethostbyname2 {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "gethostbyname2");
        }

        @Override
        public long gethostbyname2(ByteBuffer name, int af) {
            Call call = Call.current();
            try {
                return (long) gethostbyname2.HANDLE.invokeExact(call.capture, call.segment(name), af);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class gethostbyaddr {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "gethostbyaddr");
        }

        @Override
        public long gethostbyaddr(ByteBuffer addr, int len, int type) {
            Call call = Call.current();
            try {
                return (long) gethostbyaddr.HANDLE.invokeExact(call.capture, call.segment(addr, len), len, type);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class gethostent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "gethostent");
        }

        @Override
        public long gethostent() {
            Call call = Call.current();
            try {
                return (long) gethostent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sethostent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "sethostent");
        }

        @Override
        public void sethostent(int stayopen) {
            Call call = Call.current();
            try {
                sethostent.HANDLE.invokeExact(call.capture, stayopen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class endhostent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "endhostent");
        }

        @Override
        public void endhostent() {
            Call call = Call.current();
            try {
                endhostent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getservbyname {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getservbyname");
        }

        @Override
        public long getservbyname(ByteBuffer name, ByteBuffer proto) {
            Call call = Call.current();
            try {
                return (long) getservbyname.HANDLE.invokeExact(call.capture, call.segment(name), call.segment(proto));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getservbyport {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getservbyport");
        }

        @Override
        public long getservbyport(int port, ByteBuffer proto) {
            Call call = Call.current();
            try {
                return (long) getservbyport.HANDLE.invokeExact(call.capture, port, call.segment(proto));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getservent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getservent");
        }

        @Override
        public long getservent() {
            Call call = Call.current();
            try {
                return (long) getservent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class setservent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "setservent");
        }

        @Override
        public void setservent(int stayopen) {
            Call call = Call.current();
            try {
                setservent.HANDLE.invokeExact(call.capture, stayopen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class endservent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "endservent");
        }

        @Override
        public void endservent() {
            Call call = Call.current();
            try {
                endservent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getprotobyname {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getprotobyname");
        }

        @Override
        public long getprotobyname(ByteBuffer name) {
            Call call = Call.current();
            try {
                return (long) getprotobyname.HANDLE.invokeExact(call.capture, call.segment(name));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getprotobynumber {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getprotobynumber");
        }

        @Override
        public long getprotobynumber(int proto) {
            Call call = Call.current();
            try {
                return (long) getprotobynumber.HANDLE.invokeExact(call.capture, proto);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getprotoent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getprotoent");
        }

        @Override
        public long getprotoent() {
            Call call = Call.current();
            try {
                return (long) getprotoent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class setprotoent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "setprotoent");
        }

        @Override
        public void setprotoent(int stayopen) {
            Call call = Call.current();
            try {
                setprotoent.HANDLE.invokeExact(call.capture, stayopen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class endprotoent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "endprotoent");
        }

        @Override
        public void endprotoent() {
            Call call = Call.current();
            try {
                endprotoent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getnetbyname {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getnetbyname");
        }

        @Override
        public long getnetbyname(ByteBuffer name) {
            Call call = Call.current();
            try {
                return (long) getnetbyname.HANDLE.invokeExact(call.capture, call.segment(name));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getnetbyaddr {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getnetbyaddr");
        }

        @Override
        public long getnetbyaddr(int net, int type) {
            Call call = Call.current();
            try {
                return (long) getnetbyaddr.HANDLE.invokeExact(call.capture, net, type);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getnetent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getnetent");
        }

        @Override
        public long getnetent() {
            Call call = Call.current();
            try {
                return (long) getnetent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class setnetent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "setnetent");
        }

        @Override
        public void setnetent(int stayopen) {
            Call call = Call.current();
            try {
                setnetent.HANDLE.invokeExact(call.capture, stayopen);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class endnetent {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "endnetent");
        }

        @Override
        public void endnetent() {
            Call call = Call.current();
            try {
                endnetent.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class if_nametoindex {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "if_nametoindex");
        }

        @Override
        public int if_nametoindex(ByteBuffer ifname) {
            Call call = Call.current();
            try {
                return (int) if_nametoindex.HANDLE.invokeExact(call.capture, call.segment(ifname));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class if_indextoname {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "if_indextoname");
        }

        @Override
        public long if_indextoname(int ifindex, ByteBuffer ifname) {
            Call call = Call.current();
            try {
                return (long) if_indextoname.HANDLE.invokeExact(call.capture, ifindex, call.segment(ifname));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class if_nameindex {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "if_nameindex");
        }

        @Override
        public long if_nameindex() {
            Call call = Call.current();
            try {
                return (long) if_nameindex.HANDLE.invokeExact(call.capture);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class if_freenameindex {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "if_freenameindex");
        }

        @Override
        public void if_freenameindex(long ptr) {
            Call call = Call.current();
            try {
                if_freenameindex.HANDLE.invokeExact(call.capture, ptr);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getifaddrs {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "getifaddrs");
        }

        @Override
        public int getifaddrs(ByteBuffer ifap) {
            Call call = Call.current();
            try {
                return (int) getifaddrs.HANDLE.invokeExact(call.capture, call.segment(ifap));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class freeifaddrs {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "freeifaddrs");
        }

        @Override
        public void freeifaddrs(long ifa) {
            Call call = Call.current();
            try {
                freeifaddrs.HANDLE.invokeExact(call.capture, ifa);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class ether_ntoa {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "ether_ntoa");
        }

        @Override
        public long ether_ntoa(ByteBuffer addr) {
            Call call = Call.current();
            try {
                return (long) ether_ntoa.HANDLE.invokeExact(call.capture, call.segment(addr));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class ether_aton {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "ether_aton");
        }

        @Override
        public long ether_aton(ByteBuffer asc) {
            Call call = Call.current();
            try {
                return (long) ether_aton.HANDLE.invokeExact(call.capture, call.segment(asc));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class ether_ntohost {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "ether_ntohost");
        }

        @Override
        public int ether_ntohost(ByteBuffer hostname, ByteBuffer addr) {
            Call call = Call.current();
            try {
                return (int) ether_ntohost.HANDLE.invokeExact(call.capture, call.segment(hostname),
                        call.segment(addr));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class ether_hostton {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "ether_hostton");
        }

        @Override
        public int ether_hostton(ByteBuffer hostname, ByteBuffer addr) {
            Call call = Call.current();
            try {
                return (int) ether_hostton.HANDLE.invokeExact(call.capture, call.segment(hostname),
                        call.segment(addr));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class ether_line {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "ether_line");
        }

        @Override
        public int ether_line(ByteBuffer line, ByteBuffer addr, ByteBuffer hostname) {
            Call call = Call.current();
            try {
                return (int) ether_line.HANDLE.invokeExact(call.capture, call.segment(line), call.segment(addr),
                        call.segment(hostname));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class bindresvport {
            static final MethodHandle HANDLE = handle(Libc.Names.class, "bindresvport");
        }

        @Override
        public int bindresvport(int sockfd, ByteBuffer sin) {
            Call call = Call.current();
            try {
                return (int) bindresvport.HANDLE.invokeExact(call.capture, sockfd, call.segment(sin));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }
    }

    /** {@link Libc.Files}. */
    private static final class Files implements Libc.Files {

        private static final class select {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "select");
        }

        @Override
        public int select(int nfds, ByteBuffer readfds, ByteBuffer writefds, ByteBuffer exceptfds,
                ByteBuffer timeout) {
            Call call = Call.current();
            try {
                return (int) select.HANDLE.invokeExact(call.capture, nfds, call.segment(readfds),
                        call.segment(writefds), call.segment(exceptfds), call.segment(timeout));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pselect {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "pselect");
        }

        @Override
        public int pselect(int nfds, ByteBuffer readfds, ByteBuffer writefds, ByteBuffer exceptfds,
                ByteBuffer timeout, ByteBuffer sigmask) {
            Call call = Call.current();
            try {
                return (int) pselect.HANDLE.invokeExact(call.capture, nfds, call.segment(readfds),
                        call.segment(writefds), call.segment(exceptfds), call.segment(timeout),
                        call.segment(sigmask));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class epoll_create {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "epoll_create");
        }

        @Override
        public int epoll_create(int size) {
            Call call = Call.current();
            try {
                return (int) epoll_create.HANDLE.invokeExact(call.capture, size);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class epoll_create1 {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "epoll_create1");
        }

        @Override
        public int epoll_create1(int flags) {
            Call call = Call.current();
            try {
                return (int) epoll_create1.HANDLE.invokeExact(call.capture, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class epoll_ctl {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "epoll_ctl");
        }

        @Override
        public int epoll_ctl(int epfd, int op, int fd, ByteBuffer event) {
            Call call = Call.current();
            try {
                return (int) epoll_ctl.HANDLE.invokeExact(call.capture, epfd, op, fd, call.segment(event));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class epoll_wait {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "epoll_wait");
        }

        @Override
        public int epoll_wait(int epfd, ByteBuffer events, int maxevents, int timeout) {
            Call call = Call.current();
            try {
                return (int) epoll_wait.HANDLE.invokeExact(call.capture, epfd, call.segment(events), maxevents,
                        timeout);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class epoll_pwait {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "epoll_pwait");
        }

        @Override
        public int epoll_pwait(int epfd, ByteBuffer events, int maxevents, int timeout, ByteBuffer sigmask) {
            Call call = Call.current();
            try {
                return (int) epoll_pwait.HANDLE.invokeExact(call.capture, epfd, call.segment(events), maxevents,
                        timeout, call.segment(sigmask));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class epoll_pwait2 {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "epoll_pwait2");
        }

        @Override
        public int epoll_pwait2(int epfd, ByteBuffer events, int maxevents, ByteBuffer timeout, ByteBuffer sigmask) {
            Call call = Call.current();
            try {
                return (int) epoll_pwait2.HANDLE.invokeExact(call.capture, epfd, call.segment(events), maxevents,
                        call.segment(timeout), call.segment(sigmask));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class eventfd {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "eventfd");
        }

        @Override
        public int eventfd(int initval, int flags) {
            Call call = Call.current();
            try {
                return (int) eventfd.HANDLE.invokeExact(call.capture, initval, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class eventfd_read {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "eventfd_read");
        }

        @Override
        public int eventfd_read(int fd, ByteBuffer value) {
            Call call = Call.current();
            try {
                return (int) eventfd_read.HANDLE.invokeExact(call.capture, fd, call.segment(value));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class eventfd_write {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "eventfd_write");
        }

        @Override
        public int eventfd_write(int fd, long value) {
            Call call = Call.current();
            try {
                return (int) eventfd_write.HANDLE.invokeExact(call.capture, fd, value);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class timerfd_create {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "timerfd_create");
        }

        @Override
        public int timerfd_create(int clockid, int flags) {
            Call call = Call.current();
            try {
                return (int) timerfd_create.HANDLE.invokeExact(call.capture, clockid, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class timerfd_settime {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "timerfd_settime");
        }

        @Override
        public int timerfd_settime(int fd, int flags, ByteBuffer new_value, ByteBuffer old_value) {
            Call call = Call.current();
            try {
                return (int) timerfd_settime.HANDLE.invokeExact(call.capture, fd, flags, call.segment(new_value),
                        call.segment(old_value));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class timerfd_gettime {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "timerfd_gettime");
        }

        @Override
        public int timerfd_gettime(int fd, ByteBuffer curr_value) {
            Call call = Call.current();
            try {
                return (int) timerfd_gettime.HANDLE.invokeExact(call.capture, fd, call.segment(curr_value));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class ioctl {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "ioctl", Linker.Option.firstVariadicArg(2));
        }

        @Override
        public int ioctl(int fd, long request, ByteBuffer argp) {
            Call call = Call.current();
            try {
                return (int) ioctl.HANDLE.invokeExact(call.capture, fd, request, call.segment(argp));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sendfile {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "sendfile");
        }

        @Override
        public long sendfile(int out_fd, int in_fd, ByteBuffer offset, long size) {
            Call call = Call.current();
            try {
                return (long) sendfile.HANDLE.invokeExact(call.capture, out_fd, in_fd, call.segment(offset), size);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class stat {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "stat");
        }

        @Override
        public int stat(ByteBuffer pathname, ByteBuffer statbuf) {
            Call call = Call.current();
            try {
                return (int) stat.HANDLE.invokeExact(call.capture, call.segment(pathname), call.segment(statbuf));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class fstat {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "fstat");
        }

        @Override
        public int fstat(int fd, ByteBuffer statbuf) {
            Call call = Call.current();
            try {
                return (int) fstat.HANDLE.invokeExact(call.capture, fd, call.segment(statbuf));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class chmod {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "chmod");
        }

        @Override
        public int chmod(ByteBuffer pathname, int mode) {
            Call call = Call.current();
            try {
                return (int) chmod.HANDLE.invokeExact(call.capture, call.segment(pathname), mode);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class fchmod {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "fchmod");
        }

        @Override
        public int fchmod(int fd, int mode) {
            Call call = Call.current();
            try {
                return (int) fchmod.HANDLE.invokeExact(call.capture, fd, mode);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class umask {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "umask");
        }

        @Override
        public int umask(int mask) {
            Call call = Call.current();
            try {
                return (int) umask.HANDLE.invokeExact(call.capture, mask);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class memfd_create {
            static final MethodHandle HANDLE = handle(Libc.Files.class, "memfd_create");
        }

        @Override
        public int memfd_create(ByteBuffer name, int flags) {
            Call call = Call.current();
            try {
                return (int) memfd_create.HANDLE.invokeExact(call.capture, call.segment(name), flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }
    }

    /** {@link Libc.Processes}. */
    private static final class Processes implements Libc.Processes {

        private static final class posix_spawn {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn");
        }

        @Override
        public int posix_spawn(ByteBuffer pid, ByteBuffer path, ByteBuffer actions, ByteBuffer attr, ByteBuffer argv,
                ByteBuffer envp) {
            Call call = Call.current();
            try {
                return (int) posix_spawn.HANDLE.invokeExact(call.capture, call.segment(pid), call.segment(path),
                        call.segment(actions), call.segment(attr), call.segment(argv), call.segment(envp));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnp {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnp");
        }

        @Override
        public int posix_spawnp(ByteBuffer pid, ByteBuffer file, ByteBuffer actions, ByteBuffer attr, ByteBuffer argv,
                ByteBuffer envp) {
            Call call = Call.current();
            try {
                return (int) posix_spawnp.HANDLE.invokeExact(call.capture, call.segment(pid), call.segment(file),
                        call.segment(actions), call.segment(attr), call.segment(argv), call.segment(envp));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_init {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_init");
        }

        @Override
        public int posix_spawn_file_actions_init(ByteBuffer actions) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_init.HANDLE.invokeExact(call.capture, call.segment(actions));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_destroy {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_destroy");
        }

        @Override
        public int posix_spawn_file_actions_destroy(ByteBuffer actions) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_destroy.HANDLE.invokeExact(call.capture, call.segment(actions));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_addopen {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_addopen");
        }

        @Override
        public int posix_spawn_file_actions_addopen(ByteBuffer actions, int fd, ByteBuffer path, int oflag,
                int mode) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_addopen.HANDLE.invokeExact(call.capture, call.segment(actions),
                        fd, call.segment(path), oflag, mode);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_addclose {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_addclose");
        }

        @Override
        public int posix_spawn_file_actions_addclose(ByteBuffer actions, int fd) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_addclose.HANDLE.invokeExact(call.capture, call.segment(actions),
                        fd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_adddup2 {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_adddup2");
        }

        @Override
        public int posix_spawn_file_actions_adddup2(ByteBuffer actions, int fd, int newfd) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_adddup2.HANDLE.invokeExact(call.capture, call.segment(actions),
                        fd, newfd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_init {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_init");
        }

        @Override
        public int posix_spawnattr_init(ByteBuffer attr) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_init.HANDLE.invokeExact(call.capture, call.segment(attr));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_destroy {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_destroy");
        }

        @Override
        public int posix_spawnattr_destroy(ByteBuffer attr) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_destroy.HANDLE.invokeExact(call.capture, call.segment(attr));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_setflags {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_setflags");
        }

        @Override
        public int posix_spawnattr_setflags(ByteBuffer attr, short flags) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_setflags.HANDLE.invokeExact(call.capture, call.segment(attr), flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_setpgroup {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_setpgroup");
        }

        @Override
        public int posix_spawnattr_setpgroup(ByteBuffer attr, int pgroup) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_setpgroup.HANDLE.invokeExact(call.capture, call.segment(attr), pgroup);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_addchdir_np {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_addchdir_np");
        }

        @Override
        public int posix_spawn_file_actions_addchdir_np(ByteBuffer actions, ByteBuffer path) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_addchdir_np.HANDLE.invokeExact(call.capture,
                        call.segment(actions), call.segment(path));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_addfchdir_np {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_addfchdir_np");
        }

        @Override
        public int posix_spawn_file_actions_addfchdir_np(ByteBuffer actions, int fd) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_addfchdir_np.HANDLE.invokeExact(call.capture,
                        call.segment(actions), fd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_addclosefrom_np {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_addclosefrom_np");
        }

        @Override
        public int posix_spawn_file_actions_addclosefrom_np(ByteBuffer actions, int from) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_addclosefrom_np.HANDLE.invokeExact(call.capture,
                        call.segment(actions), from);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawn_file_actions_addtcsetpgrp_np {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawn_file_actions_addtcsetpgrp_np");
        }

        @Override
        public int posix_spawn_file_actions_addtcsetpgrp_np(ByteBuffer actions, int tcfd) {
            Call call = Call.current();
            try {
                return (int) posix_spawn_file_actions_addtcsetpgrp_np.HANDLE.invokeExact(call.capture,
                        call.segment(actions), tcfd);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_getflags {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_getflags");
        }

        @Override
        public int posix_spawnattr_getflags(ByteBuffer attr, ByteBuffer flags) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_getflags.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(flags));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_getpgroup {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_getpgroup");
        }

        @Override
        public int posix_spawnattr_getpgroup(ByteBuffer attr, ByteBuffer pgroup) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_getpgroup.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(pgroup));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_getsigdefault {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_getsigdefault");
        }

        @Override
        public int posix_spawnattr_getsigdefault(ByteBuffer attr, ByteBuffer sigdefault) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_getsigdefault.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(sigdefault));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_getsigmask {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_getsigmask");
        }

        @Override
        public int posix_spawnattr_getsigmask(ByteBuffer attr, ByteBuffer sigmask) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_getsigmask.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(sigmask));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_getschedparam {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_getschedparam");
        }

        @Override
        public int posix_spawnattr_getschedparam(ByteBuffer attr, ByteBuffer schedparam) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_getschedparam.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(schedparam));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_getschedpolicy {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_getschedpolicy");
        }

        @Override
        public int posix_spawnattr_getschedpolicy(ByteBuffer attr, ByteBuffer schedpolicy) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_getschedpolicy.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(schedpolicy));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_setsigdefault {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_setsigdefault");
        }

        @Override
        public int posix_spawnattr_setsigdefault(ByteBuffer attr, ByteBuffer sigdefault) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_setsigdefault.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(sigdefault));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_setsigmask {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_setsigmask");
        }

        @Override
        public int posix_spawnattr_setsigmask(ByteBuffer attr, ByteBuffer sigmask) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_setsigmask.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(sigmask));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_setschedparam {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_setschedparam");
        }

        @Override
        public int posix_spawnattr_setschedparam(ByteBuffer attr, ByteBuffer schedparam) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_setschedparam.HANDLE.invokeExact(call.capture, call.segment(attr),
                        call.segment(schedparam));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class posix_spawnattr_setschedpolicy {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "posix_spawnattr_setschedpolicy");
        }

        @Override
        public int posix_spawnattr_setschedpolicy(ByteBuffer attr, int schedpolicy) {
            Call call = Call.current();
            try {
                return (int) posix_spawnattr_setschedpolicy.HANDLE.invokeExact(call.capture, call.segment(attr),
                        schedpolicy);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class waitpid {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "waitpid");
        }

        @Override
        public int waitpid(int pid, ByteBuffer wstatus, int options) {
            Call call = Call.current();
            try {
                return (int) waitpid.HANDLE.invokeExact(call.capture, pid, call.segment(wstatus), options);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class kill {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "kill");
        }

        @Override
        public int kill(int pid, int sig) {
            Call call = Call.current();
            try {
                return (int) kill.HANDLE.invokeExact(call.capture, pid, sig);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class signal {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "signal");
        }

        @Override
        public long signal(int signum, long handler) {
            Call call = Call.current();
            try {
                return (long) signal.HANDLE.invokeExact(call.capture, signum, handler);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sigemptyset {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "sigemptyset");
        }

        @Override
        public int sigemptyset(ByteBuffer set) {
            Call call = Call.current();
            try {
                return (int) sigemptyset.HANDLE.invokeExact(call.capture, call.segment(set));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sigfillset {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "sigfillset");
        }

        @Override
        public int sigfillset(ByteBuffer set) {
            Call call = Call.current();
            try {
                return (int) sigfillset.HANDLE.invokeExact(call.capture, call.segment(set));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sigaddset {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "sigaddset");
        }

        @Override
        public int sigaddset(ByteBuffer set, int signum) {
            Call call = Call.current();
            try {
                return (int) sigaddset.HANDLE.invokeExact(call.capture, call.segment(set), signum);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sigdelset {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "sigdelset");
        }

        @Override
        public int sigdelset(ByteBuffer set, int signum) {
            Call call = Call.current();
            try {
                return (int) sigdelset.HANDLE.invokeExact(call.capture, call.segment(set), signum);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class sigismember {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "sigismember");
        }

        @Override
        public int sigismember(ByteBuffer set, int signum) {
            Call call = Call.current();
            try {
                return (int) sigismember.HANDLE.invokeExact(call.capture, call.segment(set), signum);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pidfd_open {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "pidfd_open");
        }

        @Override
        public int pidfd_open(int pid, int flags) {
            Call call = Call.current();
            try {
                return (int) pidfd_open.HANDLE.invokeExact(call.capture, pid, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pidfd_getfd {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "pidfd_getfd");
        }

        @Override
        public int pidfd_getfd(int pidfd, int targetfd, int flags) {
            Call call = Call.current();
            try {
                return (int) pidfd_getfd.HANDLE.invokeExact(call.capture, pidfd, targetfd, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class pidfd_send_signal {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "pidfd_send_signal");
        }

        @Override
        public int pidfd_send_signal(int pidfd, int sig, ByteBuffer info, int flags) {
            Call call = Call.current();
            try {
                return (int) pidfd_send_signal.HANDLE.invokeExact(call.capture, pidfd, sig, call.segment(info),
                        flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class setns {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "setns");
        }

        @Override
        public int setns(int fd, int nstype) {
            Call call = Call.current();
            try {
                return (int) setns.HANDLE.invokeExact(call.capture, fd, nstype);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class unshare {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "unshare");
        }

        @Override
        public int unshare(int flags) {
            Call call = Call.current();
            try {
                return (int) unshare.HANDLE.invokeExact(call.capture, flags);
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class getrlimit {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "getrlimit");
        }

        @Override
        public int getrlimit(int resource, ByteBuffer rlim) {
            Call call = Call.current();
            try {
                return (int) getrlimit.HANDLE.invokeExact(call.capture, resource, call.segment(rlim));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class setrlimit {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "setrlimit");
        }

        @Override
        public int setrlimit(int resource, ByteBuffer rlim) {
            Call call = Call.current();
            try {
                return (int) setrlimit.HANDLE.invokeExact(call.capture, resource, call.segment(rlim));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class prlimit {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "prlimit");
        }

        @Override
        public int prlimit(int pid, int resource, ByteBuffer new_limit, ByteBuffer old_limit) {
            Call call = Call.current();
            try {
                return (int) prlimit.HANDLE.invokeExact(call.capture, pid, resource, call.segment(new_limit),
                        call.segment(old_limit));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }

        private static final class clock_gettime {
            static final MethodHandle HANDLE = handle(Libc.Processes.class, "clock_gettime");
        }

        @Override
        public int clock_gettime(int clockid, ByteBuffer tp) {
            Call call = Call.current();
            try {
                return (int) clock_gettime.HANDLE.invokeExact(call.capture, clockid, call.segment(tp));
            } catch (Throwable thrown) {
                throw unchecked(thrown);
            }
        }
    }
}

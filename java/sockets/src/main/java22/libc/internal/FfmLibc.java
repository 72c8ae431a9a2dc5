package libc.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
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
public final class FfmLibc implements Libc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Method[] SIGNATURES = Libc.class.getMethods();

    private FfmLibc() {}

    /** Binds libc, on which this JVM itself runs. */
    public static Backend load() {
        handle("getpid"); // where native access is denied, the first handle says so
        return new Backend("ffm", new FfmLibc(), () -> (int) ERRNO.get(Call.current().capture, 0L),
                (buffer, position) -> buffer.isDirect() ? buffer : null);
    }

    /** The handle of the function, made from its signature in {@link Libc}. */
    @SuppressWarnings("restricted") // the caller grants native access to this module, or is told how to
    private static MethodHandle handle(String function, Linker.Option... options) {
        Method signature = Arrays.stream(SIGNATURES).filter(m -> m.getName().equals(function)).findFirst().orElseThrow();
        FunctionDescriptor descriptor = FunctionDescriptor.of(layout(signature.getReturnType()),
                Arrays.stream(signature.getParameterTypes()).map(FfmLibc::layout).toArray(MemoryLayout[]::new));
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        Optional<MemorySegment> symbol = LINKER.defaultLookup().find(function);
        return symbol.map(address -> LINKER.downcallHandle(address, descriptor, all))
                .orElseGet(() -> missing(descriptor.toMethodType()));
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

    /** What a thread brings to a call. */
    private static final class Call {

        private static final ThreadLocal<Call> CURRENT = ThreadLocal.withInitial(Call::new);

        /** Where the call leaves errno: a place that threads shared would show each the others'. */
        final MemorySegment capture = Arena.ofAuto().allocate(CAPTURED);

        private final Recent<MemorySegment> segments = new Recent<>();

        /** The thread's own memory, which most calls bring, and its segments: what a look-up would cost, shows. */
        private final ByteBuffer small = Scratch.current().small;
        private final ByteBuffer address = Scratch.current().address;
        private final ByteBuffer count = Scratch.current().length;
        private final MemorySegment smallSegment = whole(small);
        private final MemorySegment addressSegment = whole(address);
        private final MemorySegment countSegment = whole(count);

        static Call current() {
            return CURRENT.get();
        }

        /** The segment of a buffer, of which C takes as much as it likes. */
        MemorySegment segment(ByteBuffer buffer) {
            return segment(buffer, 0);
        }

        /** The segment of a buffer from which C takes {@code length} bytes: checked on what cannot change any more. */
        MemorySegment segment(ByteBuffer buffer, long length) {
            if (buffer == null) {
                return MemorySegment.NULL;
            }
            int position = buffer.position();
            MemorySegment whole = buffer == small ? smallSegment : buffer == address ? addressSegment
                    : buffer == count ? countSegment : segments.of(buffer, Call::whole);
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

    private static final class socket {
        static final MethodHandle HANDLE = handle("socket");
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
        static final MethodHandle HANDLE = handle("socketpair");
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
        static final MethodHandle HANDLE = handle("bind");
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
        static final MethodHandle HANDLE = handle("listen");
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
        static final MethodHandle HANDLE = handle("accept");
    }

    @Override
    public int accept(int sockfd, ByteBuffer addr, ByteBuffer addrlen) {
        Call call = Call.current();
        try {
            return (int) accept.HANDLE.invokeExact(call.capture, sockfd, call.segment(addr), call.segment(addrlen));
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static final class connect {
        static final MethodHandle HANDLE = handle("connect");
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
        static final MethodHandle HANDLE = handle("getsockname");
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
        static final MethodHandle HANDLE = handle("getpeername");
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
        static final MethodHandle HANDLE = handle("getsockopt");
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
        static final MethodHandle HANDLE = handle("setsockopt");
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
        static final MethodHandle HANDLE = handle("shutdown");
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
        static final MethodHandle HANDLE = handle("send");
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
        static final MethodHandle HANDLE = handle("sendto");
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
        static final MethodHandle HANDLE = handle("recv");
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
        static final MethodHandle HANDLE = handle("recvfrom");
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

    private static final class read {
        static final MethodHandle HANDLE = handle("read");
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
        static final MethodHandle HANDLE = handle("write");
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
        static final MethodHandle HANDLE = handle("close");
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
        static final MethodHandle HANDLE = handle("unlink");
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
        static final MethodHandle HANDLE = handle("getpid");
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
        static final MethodHandle HANDLE = handle("getppid");
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

    private static final class fcntl {
        static final MethodHandle HANDLE = handle("fcntl", Linker.Option.firstVariadicArg(2));
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

    private static final class poll {
        static final MethodHandle HANDLE = handle("poll");
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

    private static final class inet_aton {
        static final MethodHandle HANDLE = handle("inet_aton");
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
        static final MethodHandle HANDLE = handle("inet_addr");
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
        static final MethodHandle HANDLE = handle("inet_network");
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
        static final MethodHandle HANDLE = handle("inet_ntoa");
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
        static final MethodHandle HANDLE = handle("inet_makeaddr");
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
        static final MethodHandle HANDLE = handle("inet_lnaof");
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
        static final MethodHandle HANDLE = handle("inet_netof");
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
        static final MethodHandle HANDLE = handle("inet_ntop");
    }

    @Override
    public long inet_ntop(int af, ByteBuffer src, ByteBuffer dst, int size) {
        Call call = Call.current();
        try {
            return (long) inet_ntop.HANDLE.invokeExact(call.capture, af, call.segment(src), call.segment(dst), size);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static final class inet_pton {
        static final MethodHandle HANDLE = handle("inet_pton");
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

    private static final class waitpid {
        static final MethodHandle HANDLE = handle("waitpid");
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

    private static final class posix_spawn {
        static final MethodHandle HANDLE = handle("posix_spawn");
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
        static final MethodHandle HANDLE = handle("posix_spawnp");
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
        static final MethodHandle HANDLE = handle("posix_spawn_file_actions_init");
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
        static final MethodHandle HANDLE = handle("posix_spawn_file_actions_destroy");
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
        static final MethodHandle HANDLE = handle("posix_spawn_file_actions_addopen");
    }

    @Override
    public int posix_spawn_file_actions_addopen(ByteBuffer actions, int fd, ByteBuffer path, int oflag, int mode) {
        Call call = Call.current();
        try {
            return (int) posix_spawn_file_actions_addopen.HANDLE.invokeExact(call.capture, call.segment(actions), fd,
                    call.segment(path), oflag, mode);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static final class posix_spawn_file_actions_addclose {
        static final MethodHandle HANDLE = handle("posix_spawn_file_actions_addclose");
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
        static final MethodHandle HANDLE = handle("posix_spawn_file_actions_adddup2");
    }

    @Override
    public int posix_spawn_file_actions_adddup2(ByteBuffer actions, int fd, int newfd) {
        Call call = Call.current();
        try {
            return (int) posix_spawn_file_actions_adddup2.HANDLE.invokeExact(call.capture, call.segment(actions), fd,
                    newfd);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static final class posix_spawnattr_init {
        static final MethodHandle HANDLE = handle("posix_spawnattr_init");
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
        static final MethodHandle HANDLE = handle("posix_spawnattr_destroy");
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
        static final MethodHandle HANDLE = handle("posix_spawnattr_setflags");
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
        static final MethodHandle HANDLE = handle("posix_spawnattr_setpgroup");
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

    private static final class strlen {
        static final MethodHandle HANDLE = handle("strlen");
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
        static final MethodHandle HANDLE = handle("memcpy");
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

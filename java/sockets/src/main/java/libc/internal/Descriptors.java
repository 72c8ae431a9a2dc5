package libc.internal;

import static libc.bits.Fcntl.F_DUPFD;
import static libc.bits.Fcntl.F_DUPFD_CLOEXEC;
import static libc.bits.Fcntl.F_GETFD;
import static libc.bits.Fcntl.F_GETFL;
import static libc.bits.Fcntl.O_CLOEXEC;
import static libc.bits.Socket.AF_UNIX;
import static libc.bits.Socket.CMSG_DATA;
import static libc.bits.Socket.CMSG_FIRSTHDR;
import static libc.bits.Socket.CMSG_NXTHDR;
import static libc.bits.Socket.SCM_PIDFD;
import static libc.bits.Socket.SCM_RIGHTS;
import static libc.bits.Socket.SOCK_CLOEXEC;
import static libc.bits.Socket.SOCK_DGRAM;
import static libc.bits.Socket.SOL_SOCKET;
import static libc.bits.Socket.SO_PEERPIDFD;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;
import static libc.internal.memory.Memory.memory;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import libc.ClosedDescriptorException;
import libc.Errno;
import libc.FdSanitizer;
import libc.Poll.pollfd;
import libc.Sched;
import libc.Struct;
import libc.Unistd;
import libc.bits.Socket.cmsghdr;
import libc.bits.Socket.mmsghdr;
import libc.bits.Socket.msghdr;
import libc.internal.call.Function;
import libc.internal.call.Watch;
import libc.internal.memory.Memory;
import libc.linux.Sockios;
import libc.sys.Stat.stat;
import libc.sys.Un;

/**
 * What {@link FdSanitizer} knows: where each descriptor was made and closed.
 *
 * <p>That a number is closed is noted before the kernel closes it, and that it is made after the kernel has made it: so
 * what another thread notes of the number, which it can get only in between, is not overwritten.
 */
public final class Descriptors implements Watch.Watcher {

    /** The one of this process, which has one table of descriptors. */
    public static final Descriptors WATCHER = new Descriptors();

    private static final Function CLOSE = function("int close(int fd)");
    private static final Function DUP3 = function("int dup3(int oldfd, int newfd, int flags)");
    private static final Function FSTAT = function("int fstat(int fd, struct stat *statbuf)");
    private static final Function SOCKET = function("int socket(int domain, int type, int protocol)");

    private static final int[] NONE = {};
    private static final int[] FIRST = {0};

    /** Which arguments are descriptors that have to be open. */
    static final Map<String, int[]> USES = new HashMap<>(Map.of("splice", new int[] {0, 2}, "tee", new int[] {0, 1},
            "sendfile", new int[] {0, 1}, "epoll_ctl", new int[] {0, 2}));

    static {
        for (String function : List.of("bind", "listen", "accept", "connect", "getsockname", "getpeername", "getsockopt",
                "setsockopt", "shutdown", "send", "sendto", "recv", "recvfrom", "sendmsg", "recvmsg", "sendmmsg", "recvmmsg",
                "accept4", "sockatmark", "isfdtype", "readv", "writev", "preadv", "pwritev", "preadv2", "pwritev2", "read",
                "write", "close", "dup", "dup2", "dup3", "fchown", "fcntl", "bindresvport", "epoll_wait",
                "epoll_pwait", "epoll_pwait2", "eventfd_read", "eventfd_write", "timerfd_settime", "timerfd_gettime",
                "ioctl", "fstat", "fchmod", "pidfd_getfd", "pidfd_send_signal", "setns")) {
            USES.put(function, FIRST);
        }
    }

    /** The functions that answer a new descriptor. */
    private static final List<String> MAKERS = List.of("socket", "accept", "accept4", "dup", "dup2", "dup3", "open",
            "epoll_create", "epoll_create1", "eventfd", "timerfd_create", "memfd_create", "pidfd_open", "pidfd_getfd");

    private static final int KEPT = 64;
    private static final int STANDARD = 2;
    private static final int IDENTITY = 2 * Long.BYTES; // st_dev and st_ino
    private static final int POLLFD = Struct.layout(pollfd.class).size();
    private static final int MMSGHDR = Struct.layout(mmsghdr.class).size();
    private static final int CONTROL = Struct.layout(msghdr.class).offsetof("msg_control");
    private static final int CONTROLLEN = Struct.layout(msghdr.class).offsetof("msg_controllen");

    /** A number: where it was made, or null if that was elsewhere; where it was closed, or null. */
    private record Known(Place made, Place closed) {}

    private final Map<Integer, Known> known = new ConcurrentSkipListMap<>();
    private final ThreadLocal<Boolean> apart = ThreadLocal.withInitial(() -> false);
    private final Deque<Integer> kept = new ArrayDeque<>();
    private int placeholder = -1;
    private ByteBuffer placeholderIs;

    private Descriptors() {}

    /** Those that were made and are not closed. */
    public List<FdSanitizer.Open> open() {
        return known.entrySet().stream().filter(entry -> entry.getValue().closed == null)
                .map(entry -> new FdSanitizer.Open(entry.getKey(), entry.getValue().made)).toList();
    }

    /** Knows nothing any more. */
    public synchronized void forget() {
        release(0);
        known.clear();
        if (isPlaceholder(placeholder)) {
            call(CLOSE, placeholder);
        }
        placeholder = -1;
    }

    @Override
    public long see(Watch.Call call) {
        if (apart.get()) {
            return call.make();
        }
        String function = call.function().name();
        check(function, call);
        long result = switch (function) {
            case "close" -> close(call, word(call, 0));
            case "close_range" -> closeRange(call, word(call, 0), word(call, 1), word(call, 2));
            default -> call.make();
        };
        if ((int) result == -1 && call.errno() == Errno.EMFILE && release(0)) {
            result = call.make();
        }
        if ((int) result >= 0) {
            for (int fd : made(function, call, (int) result)) {
                known.put(fd, new Known(new Place("made by " + function, null), null));
            }
            apart.set(apart.get() || function.equals("unshare") && (word(call, 0) & Sched.CLONE_FILES) != 0);
        }
        return result;
    }

    // What is used

    private void check(String function, Watch.Call call) {
        if (function.equals("fcntl") && (word(call, 1) == F_GETFD || word(call, 1) == F_GETFL)) {
            giveUp(word(call, 0));
            return;
        }
        for (int i : USES.getOrDefault(function, NONE)) {
            check(function, word(call, i));
        }
        switch (function) {
            case "sendmsg" -> passed(call, 1, 1, 0).forEach(fd -> check(function, fd));
            case "sendmmsg" -> passed(call, 1, word(call, 2), MMSGHDR).forEach(fd -> check(function, fd));
            case "poll", "ppoll" -> {
                ByteBuffer fds = call.behind(call.word(0));
                for (int i = 0; fds != null && i < call.word(1); i++) {
                    check(function, fds.getInt(i * POLLFD));
                }
            }
            case "select", "pselect" -> {
                for (int i = 1; i <= 3; i++) {
                    ByteBuffer set = call.behind(call.word(i));
                    known.keySet().stream().filter(fd -> set != null && fd < word(call, 0)
                            && (set.get(fd / Byte.SIZE) >> fd % Byte.SIZE & 1) != 0)
                            .forEach(fd -> check(function, fd));
                }
            }
            default -> { }
        }
    }

    private void check(String function, int fd) {
        Known number = known.get(fd);
        if (number != null && number.closed != null) {
            ByteBuffer is = identity(fd);
            if (is == null || isPlaceholder(fd)) {
                throw new ClosedDescriptorException(function, fd, number.closed);
            }
            known.remove(fd, number); // somebody else's, whom this does not see
        }
    }

    // What is closed

    private long close(Watch.Call call, int fd) {
        Known before = known.get(fd);
        Known closed = closed(before, "close");
        Known last = known.put(fd, closed);
        if (last != null && last.closed != null) { // by another thread, just now
            known.replace(fd, closed, last);
            throw new ClosedDescriptorException("close", fd, last.closed);
        }
        if (fd > STANDARD && identity(fd) != null && keep(fd)) {
            return 0;
        }
        long result = call.make();
        if ((int) result == -1 && call.errno() == Errno.EBADF && known.remove(fd, closed) && before != null) {
            known.putIfAbsent(fd, before);
        }
        return result;
    }

    private long closeRange(Watch.Call call, int first, int last, int flags) {
        boolean closes = (flags & Unistd.CLOSE_RANGE_CLOEXEC) == 0;
        long result = call.make();
        if ((int) result == 0 && (flags & Unistd.CLOSE_RANGE_UNSHARE) != 0) {
            apart.set(true);
        } else if ((int) result == 0 && closes) {
            known.forEach((fd, number) -> {
                boolean isIn = Integer.compareUnsigned(first, fd) <= 0 && Integer.compareUnsigned(fd, last) <= 0;
                if (isIn && number.closed == null && identity(fd) == null) {
                    known.replace(fd, number, closed(number, "close_range"));
                }
            });
        }
        return result;
    }

    private static Known closed(Known before, String function) {
        Place made = before == null ? null : before.made;
        return new Known(made, new Place("closed by " + function, made));
    }

    // What is made

    /** The descriptors that a call which succeeded has made. */
    static List<Integer> made(String function, Watch.Call call, int result) {
        if (MAKERS.contains(function)) {
            return List.of(result);
        }
        return switch (function) {
            case "fcntl" -> word(call, 1) == F_DUPFD || word(call, 1) == F_DUPFD_CLOEXEC ? List.of(result) : List.of();
            case "ioctl" -> {
                long request = call.word(1);
                boolean isMade = request == Sockios.SIOCGSKNS || request == Un.SIOCUNIXFILE && result > 0; // 0 is another request's
                yield isMade ? List.of(result) : List.of();
            }
            case "getsockopt" -> word(call, 1) == SOL_SOCKET && word(call, 2) == SO_PEERPIDFD
                    ? made(call, 3, 1) : List.of();
            case "socketpair" -> made(call, 3, 2);
            case "pipe", "pipe2" -> made(call, 0, 2);
            case "recvmsg" -> passed(call, 1, 1, 0);
            case "recvmmsg" -> passed(call, 1, result, MMSGHDR);
            default -> List.of();
        };
    }

    private static int word(Watch.Call call, int i) {
        return (int) call.word(i);
    }

    private static List<Integer> made(Watch.Call call, int argument, int count) {
        ByteBuffer memory = call.behind(call.word(argument));
        return IntStream.range(0, count).mapToObj(i -> memory.getInt(i * Integer.BYTES)).toList();
    }

    /** The descriptors in the control messages of so many messages, which are where each one's pointer says. */
    private static List<Integer> passed(Watch.Call call, int argument, int messages, int stride) {
        ByteBuffer memory = call.behind(call.word(argument));
        List<Integer> passed = new ArrayList<>();
        for (int i = 0; memory != null && i < messages; i++) {
            ByteBuffer control = call.behind(memory.getLong(i * stride + CONTROL));
            int length = (int) memory.getLong(i * stride + CONTROLLEN);
            if (control != null && length > 0) {
                msghdr message = new msghdr();
                message.msg_control = new byte[length];
                message.msg_controllen = length;
                control.get(0, message.msg_control);
                for (cmsghdr c = CMSG_FIRSTHDR(message); c != null; c = CMSG_NXTHDR(message, c)) {
                    if (c.cmsg_level() == SOL_SOCKET && (c.cmsg_type() == SCM_RIGHTS || c.cmsg_type() == SCM_PIDFD)) {
                        ByteBuffer data = CMSG_DATA(c);
                        while (data.remaining() >= Integer.BYTES) {
                            passed.add(data.getInt());
                        }
                    }
                }
            }
        }
        return passed;
    }

    // Numbers that are kept from being given out again

    /** Closes a descriptor, which may wait, and keeps its number. */
    private boolean keep(int fd) {
        int instead = placeholder();
        if (fd == instead || (int) call(DUP3, instead, fd, O_CLOEXEC) < 0) {
            return false;
        }
        synchronized (this) {
            kept.remove(fd);
            kept.add(fd);
            release(KEPT);
        }
        return true;
    }

    private synchronized int placeholder() {
        if (!isPlaceholder(placeholder)) {
            placeholder = (int) call(SOCKET, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
            placeholderIs = identity(placeholder);
        }
        return placeholder;
    }

    /** Gives numbers back, the oldest first, until so many are left. Answers whether there were any. */
    private synchronized boolean release(int left) {
        boolean any = kept.size() > left;
        while (kept.size() > left) {
            free(kept.remove());
        }
        return any;
    }

    private synchronized void giveUp(int fd) {
        if (kept.remove(fd)) {
            free(fd);
        }
    }

    private void free(int fd) {
        if (fd != placeholder && isPlaceholder(fd)) { // else somebody has closed it, or put another in its place
            call(CLOSE, fd);
        }
    }

    private synchronized boolean isPlaceholder(int fd) {
        return fd >= 0 && placeholderIs != null && placeholderIs.equals(identity(fd));
    }

    /** What a number stands for, or null if it is closed. */
    static ByteBuffer identity(int fd) {
        try (Memory m = memory()) {
            long status = m.room(Struct.layout(stat.class).size());
            byte[] identity = new byte[IDENTITY];
            if ((int) m.call(FSTAT, fd, status) < 0) {
                return null;
            }
            m.read(status, identity, 0, IDENTITY);
            return ByteBuffer.wrap(identity);
        }
    }
}

package libc.internal;

import static libc.Signal.SIGBUS;
import static libc.Signal.SIGFPE;
import static libc.Signal.SIGHUP;
import static libc.Signal.SIGILL;
import static libc.Signal.SIGINT;
import static libc.Signal.SIGKILL;
import static libc.Signal.SIGQUIT;
import static libc.Signal.SIGSEGV;
import static libc.Signal.SIGSTOP;
import static libc.Signal.SIGTERM;
import static libc.Signal.SIGTRAP;
import static libc.Signal.SIGUSR2;
import static libc.Signal.SIG_DFL;
import static libc.Signal.SIG_ERR;
import static libc.Signal.SIG_IGN;
import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import libc.Errno;
import libc.Signal.sighandler_t;
import libc.internal.call.Function;
import libc.internal.call.Native;
import libc.sys.Types.sigset_t;

/**
 * Signal handlers by the JDK's mechanism, {@code sun.misc.Signal} of the module jdk.unsupported.
 *
 * <p>It is called by reflection: javac warns of every mention of that class, and an image of the JDK may lack it.
 */
public final class Signals {

    private static final String[] NAMES = {"0", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL",
        "USR1", "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG",
        "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS", "RTMIN"};

    private static final int KERNEL_SIGRTMIN = 32;

    private static final Function SIGNAL = function("sighandler_t signal(int signum, sighandler_t handler)");

    private Signals() {}

    /** The signals that were blocked when the process started. */
    public static sigset_t atStart() {
        return AtStart.BLOCKED;
    }

    /** What the first thread blocks, in which a JVM runs no Java; the others block what the JVM keeps for itself. */
    private static final class AtStart {

        static final sigset_t BLOCKED = new sigset_t();

        static {
            Path status = Path.of("/proc/self/task", Long.toString(ProcessHandle.current().pid()), "status");
            try (Stream<String> lines = Files.lines(status)) {
                String mask = lines.filter(line -> line.startsWith("SigBlk:")).findFirst().orElseThrow().substring(7);
                ByteBuffer.wrap(BLOCKED.__val).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.parseUnsignedLong(mask.strip(), 16));
            } catch (IOException e) {
                Arrays.fill(BLOCKED.__val, (byte) 0); // without /proc it is none, as nearly every process starts
            }
        }
    }

    /** A signal as strace names it: {@code INT}, {@code RT_2}. */
    public static String name(int signum) {
        return signum < NAMES.length ? NAMES[signum] : "RT_" + (signum - KERNEL_SIGRTMIN);
    }

    /** signal(2): the handler that was set before, or SIG_ERR. */
    public static sighandler_t signal(int signum, sighandler_t handler) {
        if (signum < 1 || signum >= KERNEL_SIGRTMIN || signum == SIGKILL || signum == SIGSTOP
                || handler == SIG_ERR || handler == null) {
            return failed(Errno.EINVAL);
        } else if (isOfTheJvm(signum)) {
            throw ofTheJvm(signum);
        }
        try {
            return Jdk.handle(signum, handler);
        } catch (NoClassDefFoundError e) {
            return failed(Errno.ENOSYS);
        }
    }

    private static sighandler_t failed(int errno) {
        Native.refused(SIGNAL, errno);
        return SIG_ERR;
    }

    private static IllegalArgumentException ofTheJvm(int signum) {
        return new IllegalArgumentException("signal: the JVM itself needs SIG" + name(signum));
    }

    /** The JDK itself refuses only some of those by which its JVM works. */
    private static boolean isOfTheJvm(int signum) {
        return switch (signum) {
            case SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGQUIT, SIGUSR2 -> true;
            default -> false;
        };
    }

    /** {@code sun.misc.Signal}, looked up at the first use of signal(2). */
    private static final class Jdk {

        private static final Class<?> HANDLER;
        private static final Object DEFAULT;
        private static final Object IGNORE;
        private static final Constructor<?> NEW;
        private static final Method HANDLE;
        private static final Method CALL;

        static {
            try {
                Class<?> signal = Class.forName("sun.misc.Signal");
                HANDLER = Class.forName("sun.misc.SignalHandler");
                DEFAULT = HANDLER.getField("SIG_DFL").get(null);
                IGNORE = HANDLER.getField("SIG_IGN").get(null);
                NEW = signal.getConstructor(String.class);
                HANDLE = signal.getMethod("handle", signal, HANDLER);
                CALL = HANDLER.getMethod("handle", signal);
            } catch (ReflectiveOperationException e) {
                throw new NoClassDefFoundError(e.toString());
            }
        }

        static sighandler_t handle(int signum, sighandler_t handler) {
            try {
                Object signal = NEW.newInstance(name(signum));
                Object before = HANDLE.invoke(null, signal, toJdk(signum, handler));
                if (before == IGNORE && handler != SIG_IGN
                        && (signum == SIGHUP || signum == SIGINT || signum == SIGTERM)) {
                    // The JDK takes one of these that is ignored for one that nohup(1) ignores, and leaves it so.
                    call(SIGNAL, signum, 0);
                    HANDLE.invoke(null, signal, toJdk(signum, handler));
                }
                return fromJdk(signal, before);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof IllegalArgumentException) { // with -Xrs it has more of its own
                    throw ofTheJvm(signum);
                }
                throw new IllegalStateException(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Object toJdk(int signum, sighandler_t handler) {
            if (handler == SIG_DFL) {
                return DEFAULT;
            } else if (handler == SIG_IGN) {
                return IGNORE;
            } else if (handler instanceof Foreign foreign) {
                return foreign.handler;
            }
            return Proxy.newProxyInstance(HANDLER.getClassLoader(), new Class<?>[] {HANDLER},
                    new Own(signum, handler));
        }

        private static sighandler_t fromJdk(Object signal, Object handler) {
            if (handler == DEFAULT) {
                return SIG_DFL;
            } else if (handler == IGNORE) {
                return SIG_IGN;
            } else if (Proxy.isProxyClass(handler.getClass())
                    && Proxy.getInvocationHandler(handler) instanceof Own own) {
                return own.handler;
            }
            return new Foreign(signal, handler);
        }
    }

    /** A handler of the caller's, as the JDK calls it. */
    private record Own(int signum, sighandler_t handler) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] args) {
            return switch (method.getName()) {
                case "handle" -> {
                    handler.handle(signum);
                    yield null;
                }
                case "equals" -> proxy == args[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> handler.toString();
            };
        }
    }

    /** A handler that the JVM or others have set, to be set again. */
    private record Foreign(Object signal, Object handler) implements sighandler_t {
        @Override
        public void handle(int signum) {
            try {
                Jdk.CALL.invoke(handler, signal);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

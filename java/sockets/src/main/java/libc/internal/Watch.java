package libc.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import libc.internal.trace.Tracer;

/**
 * Who sees the calls of the seam, with their arguments as C gets them: tracing, the descriptor sanitizer. While there is nobody, a
 * call takes one look at a field.
 */
public final class Watch {

    /** Sees calls. */
    @FunctionalInterface
    public interface Watcher {

        /** Sees a call, which it makes by {@link Call#make}. What it calls itself meanwhile nobody sees. */
        Object see(Call call);
    }

    /** Not volatile, for the compiler's sake: a thread sees a change at its next call, or soon after. */
    static boolean isOn;

    private static final List<Watcher> WATCHERS = new CopyOnWriteArrayList<>();
    private static final Map<Class<?>, Object> FAMILIES = new ConcurrentHashMap<>();
    private static final ThreadLocal<Boolean> SEEING = ThreadLocal.withInitial(() -> false);

    static {
        Tracer.configured().ifPresent(Watch::add);
        if (Boolean.getBoolean("libc.fdsan")) {
            add(Descriptors.WATCHER);
        }
    }

    private Watch() {}

    /** From now on, this one sees all calls, if it does not already, before those that were added earlier. */
    public static synchronized void add(Watcher watcher) {
        if (!WATCHERS.contains(watcher)) {
            WATCHERS.add(0, watcher);
        }
        isOn = true;
    }

    /** From now on, this one sees none. */
    public static synchronized void remove(Watcher watcher) {
        WATCHERS.remove(watcher);
        isOn = !WATCHERS.isEmpty();
    }

    /** A family of functions whose calls are seen. */
    static <T> T over(Class<T> family, T libc) {
        InvocationHandler handler = (proxy, function, arguments) -> see(new Call(libc, function, arguments));
        return family.cast(FAMILIES.computeIfAbsent(family,
                f -> Proxy.newProxyInstance(f.getClassLoader(), new Class<?>[] {f}, handler)));
    }

    private static Object see(Call call) throws Throwable {
        boolean outermost = !SEEING.get();
        SEEING.set(true);
        try {
            Object answer = outermost ? call.make() : call.invoke();
            Native.errno().set(call.errno);
            return answer;
        } catch (Failure e) {
            throw e.getCause();
        } finally {
            SEEING.set(!outermost);
        }
    }

    /** What a call threw, on its way through those who see it. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(Throwable cause) {
            super(cause);
        }
    }

    /** A call, before and after it is made. */
    public static final class Call {

        private final Object libc;
        private final Method function;
        private final Object[] arguments;
        private final List<Watcher> watchers = List.copyOf(WATCHERS);
        private int next;
        private int errno;

        private Call(Object libc, Method function, Object[] arguments) {
            this.libc = libc;
            this.function = function;
            this.arguments = arguments == null ? new Object[0] : arguments;
        }

        /** The function, as C names it. */
        public String function() {
            return function.getName();
        }

        /** What it is called with: numbers, and buffers that begin where C's pointer points. */
        public Object[] arguments() {
            return arguments;
        }

        /** Makes the call, or lets the next one see it. */
        public Object make() {
            return next < watchers.size() ? watchers.get(next++).see(this) : invoke();
        }

        /** Where the call left errno, which means something only if it failed. */
        public int errno() {
            return errno;
        }

        private Object invoke() {
            try {
                Object answer = function.invoke(libc, arguments);
                errno = Native.errno().get();
                return answer;
            } catch (InvocationTargetException e) {
                throw new Failure(e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }
}

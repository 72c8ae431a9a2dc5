package libc.tools;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import libc.internal.Headers;
import libc.internal.Signals;
import libc.internal.call.Function;
import libc.internal.memory.Pointers;

/** The prototypes of the C functions that the library calls, as their man pages print them. */
public final class Prototypes {

    private static final SortedMap<String, String> ALL = new TreeMap<>();

    static {
        Stream.concat(Headers.CLASSES.stream(), Stream.of(Pointers.class, Signals.class)).forEach(Prototypes::add);
    }

    private Prototypes() {}

    private static void add(Class<?> header) {
        for (Field field : header.getDeclaredFields()) {
            if (field.getType() == Function.class) {
                try {
                    field.setAccessible(true);
                    Function function = (Function) field.get(null);
                    ALL.put(function.name(), function.prototype());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /**
     * The prototype of a function: {@code int listen(int sockfd, int backlog)} for {@code listen}.
     *
     * @param function its name
     * @return its prototype, without the semicolon
     * @throws IllegalArgumentException if the library does not call a function of this name
     */
    public static String of(String function) {
        String prototype = ALL.get(function);
        if (prototype == null) {
            throw new IllegalArgumentException("no function " + function);
        }
        return prototype;
    }

    /**
     * All of them.
     *
     * @return the functions' names, in alphabetical order
     */
    public static Collection<String> functions() {
        return Collections.unmodifiableSet(ALL.keySet());
    }
}

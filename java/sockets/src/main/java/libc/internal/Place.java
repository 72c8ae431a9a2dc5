package libc.internal;

import java.util.Arrays;

/** Where something was done: the stack, from the call of this library on. */
final class Place extends Throwable {

    private static final long serialVersionUID = 1;

    Place(String what, Throwable cause) {
        super(what + " in thread " + Thread.currentThread().getName(), cause);
        StackTraceElement[] stack = getStackTrace();
        int from = 0;
        while (from < stack.length && isInner(stack[from].getClassName())) {
            from++;
        }
        setStackTrace(Arrays.copyOfRange(stack, from, stack.length));
    }

    private static boolean isInner(String type) {
        return type.startsWith("libc.internal.") || type.startsWith("java.lang.reflect.")
                || type.startsWith("jdk.internal.reflect.") || type.matches("(jdk|com\\.sun)\\.proxy.*");
    }
}

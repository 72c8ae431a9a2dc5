package libc.internal.call;

/**
 * A C function, by its prototype as the man page prints it. A header's class has one for each function that it calls:
 *
 * <pre>{@code
 * private static final Function BIND = function("int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen)");
 * }</pre>
 *
 * <p>Nothing is looked up, and nothing parsed, before the function is first called.
 */
public final class Function {

    private final String prototype;

    /** Where it is, once it has been called; 0 for one that this machine's libraries lack. */
    long address;

    private Function(String prototype) {
        this.prototype = prototype;
    }

    /** A function by its prototype, without the semicolon. */
    public static Function function(String prototype) {
        return new Function(prototype);
    }

    /** The prototype. */
    public String prototype() {
        return prototype;
    }

    /** The name. */
    public String name() {
        int end = prototype.indexOf('(');
        int start = end;
        while (Character.isJavaIdentifierPart(prototype.charAt(start - 1))) {
            start--;
        }
        return prototype.substring(start, end);
    }

    /** Whether the result is a pointer, which fails as NULL and not as -1. */
    boolean returnsPointer() {
        return prototype.charAt(prototype.indexOf('(') - name().length() - 1) == '*';
    }

    /** How many parameters come before the dots of a variadic function. */
    int fixed() {
        return (int) prototype.substring(0, prototype.indexOf("...")).chars().filter(c -> c == ',').count();
    }

    @Override
    public String toString() {
        return prototype;
    }
}

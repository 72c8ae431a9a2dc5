package compare;

/**
 * A question to the kernel and to JDK channels: a class each, in a package under {@code compare.experiments} that is its
 * topic, named by what it asks about, with a constructor without parameters.
 *
 * <p>An answer is a few words or lines of text, the same whenever and wherever it is asked: no ports, descriptors, times.
 * A call that fails answers its errno's name, a channel that throws its exception's ({@link Lab#outcome}). Every question
 * is asked twice, and has to be answered alike.
 */
public interface Experiment {

    /** The question, in one sentence. */
    String question();

    /** What is known of the answers, on the JVM that this is asked on: whether they are the same, and how they differ. */
    Verdict verdict();

    /** Whether the answers are the calls made, which strace(1) sees, and not what the methods return. */
    default boolean isOfCalls() {
        return false;
    }

    /** The kernel's answer, by system calls. */
    String syscalls(Lab lab) throws Exception;

    /** The JDK's answer, by channels; {@link Lab#CANNOT} where they have nothing for it. */
    String channels(Lab lab) throws Exception;

    /** The answer of Netty's native epoll transport, or null where the question is not one for it. */
    default String netty(Lab lab) throws Exception {
        return null;
    }

    /** junixsocket's answer, or null where the question is not one for it. */
    default String junixsocket(Lab lab) throws Exception {
        return null;
    }

    /** jnr-posix's answer, or null where the question is not one for it. */
    default String jnrPosix(Lab lab) throws Exception {
        return null;
    }

    /** jnr-unixsocket's answer, or null where the question is not one for it. */
    default String jnrUnixsocket(Lab lab) throws Exception {
        return null;
    }
}

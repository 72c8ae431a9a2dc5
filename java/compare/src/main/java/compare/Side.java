package compare;

/** Who is asked. */
public enum Side {
    /** The kernel. */
    SYSCALLS("system calls", Experiment::syscalls),
    /** The JDK. */
    CHANNELS("JDK channels", Experiment::channels),
    /** Netty's native epoll transport. */
    NETTY("Netty epoll", Experiment::netty),
    /** junixsocket. */
    JUNIXSOCKET("junixsocket", Experiment::junixsocket),
    /** jnr-posix. */
    JNR_POSIX("jnr-posix", Experiment::jnrPosix),
    /** jnr-unixsocket. */
    JNR_UNIXSOCKET("jnr-unixsocket", Experiment::jnrUnixsocket);

    /** As the tables print it. */
    public final String text;

    private final Asking asking;

    private interface Asking {
        String ask(Experiment experiment, Lab lab) throws Exception;
    }

    Side(String text, Asking asking) {
        this.text = text;
        this.asking = asking;
    }

    /** Its answer, or null where the question is not one for it. */
    String ask(Experiment experiment, Lab lab) throws Exception {
        return asking.ask(experiment, lab);
    }
}

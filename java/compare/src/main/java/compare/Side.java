package compare;

/** Who is asked. */
public enum Side {
    /** The kernel. */
    SYSCALLS("system calls") {
        @Override
        String ask(Experiment experiment, Lab lab) throws Exception {
            return experiment.syscalls(lab);
        }
    },
    /** The JDK. */
    CHANNELS("JDK channels") {
        @Override
        String ask(Experiment experiment, Lab lab) throws Exception {
            return experiment.channels(lab);
        }
    },
    /** Netty's native epoll transport. */
    NETTY("Netty epoll") {
        @Override
        String ask(Experiment experiment, Lab lab) throws Exception {
            return experiment.netty(lab);
        }
    },
    /** junixsocket. */
    JUNIXSOCKET("junixsocket") {
        @Override
        String ask(Experiment experiment, Lab lab) throws Exception {
            return experiment.junixsocket(lab);
        }
    },
    /** jnr-unixsocket. */
    JNR_UNIXSOCKET("jnr-unixsocket") {
        @Override
        String ask(Experiment experiment, Lab lab) throws Exception {
            return experiment.jnrUnixsocket(lab);
        }
    };

    /** As the tables print it. */
    public final String text;

    Side(String text) {
        this.text = text;
    }

    /** Its answer, or null where the question is not one for it. */
    abstract String ask(Experiment experiment, Lab lab) throws Exception;
}

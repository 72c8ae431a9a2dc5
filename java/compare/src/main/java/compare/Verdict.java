package compare;

/**
 * What came of an experiment.
 *
 * @param kind whether the answers are the same
 * @param how in which way they differ, or what the JDK lacks, and why that matters; of the same ones, what there is to know
 */
public record Verdict(Kind kind, String how) {

    /** Whether the JDK's answer is the kernel's. */
    public enum Kind {
        /** They are the same. */
        SAME("same"),
        /** They differ. */
        DIFFERS("differs"),
        /** The JDK has nothing for it. */
        JDK_CANNOT("JDK cannot");

        /** As the tables print it. */
        public final String text;

        Kind(String text) {
            this.text = text;
        }

        /** What the two answers come to. */
        public static Kind of(String syscalls, String channels) {
            return channels.equals(Lab.CANNOT) ? JDK_CANNOT : channels.equals(syscalls) ? SAME : DIFFERS;
        }
    }

    /** The answers are the same. */
    public static Verdict same(String how) {
        return new Verdict(Kind.SAME, how);
    }

    /** The answers differ. */
    public static Verdict differs(String how) {
        return new Verdict(Kind.DIFFERS, how);
    }

    /** The JDK has nothing for it. */
    public static Verdict jdkCannot(String how) {
        return new Verdict(Kind.JDK_CANNOT, how);
    }
}

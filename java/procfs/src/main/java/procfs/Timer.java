package procfs;

import java.time.Duration;

/**
 * The timer that a TCP socket waits for, the columns {@code tr}, {@code tm->when} and {@code retrnsmt}.
 *
 * @param kind what will happen
 * @param expires how long until then; zero if it is due, or there is none
 * @param retransmits how often that has happened without an answer
 */
public record Timer(Kind kind, Duration expires, int retransmits) {

    /** No timer. */
    public static final Timer NONE = new Timer(Kind.OFF, Duration.ZERO, 0);

    /** What a timer is for, in the order of the kernel's numbers from 0. */
    public enum Kind {
        /** There is none. */
        OFF(""),
        /** A segment is sent again. */
        RETRANSMIT("on"),
        /** A silent connection is probed, or a connection request answered again. */
        KEEPALIVE("keepalive"),
        /** TIME_WAIT ends. */
        TIME_WAIT("timewait"),
        /** A peer without room is asked whether it has some. */
        ZERO_WINDOW_PROBE("persist");

        private static final Kind[] KINDS = values();

        private final String shortName;

        Kind(String shortName) {
            this.shortName = shortName;
        }

        /**
         * The timer of a number.
         *
         * @param value 0 to 4, as the kernel has it
         * @return the timer
         * @throws IllegalArgumentException if there is none of this number
         */
        public static Kind of(int value) {
            if (value < 0 || value >= KINDS.length) {
                throw new IllegalArgumentException("no timer " + value);
            }
            return KINDS[value];
        }

        /**
         * The name that {@code ss} prints.
         *
         * @return such as {@code keepalive}; empty for none
         */
        public String shortName() {
            return shortName;
        }
    }
}

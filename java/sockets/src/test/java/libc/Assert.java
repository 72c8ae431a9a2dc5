package libc;

import static libc.Errno.errno;
import static libc.Strings.strerrorname_np;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What tests ask of a call. */
final class Assert {

    private Assert() {}

    /** The call failed as its man page says. */
    static void assertFails(int errno, int answer) {
        assertEquals(-1, answer);
        assertEquals(strerrorname_np(errno), strerrorname_np(errno()));
    }
}

package selftest;

import static libc.Errno.errno;
import static libc.Strings.strerrorname_np;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What behaviours ask of a call. */
public final class Assert {

    private Assert() {}

    /** The call has failed with an errno. */
    public static void assertFails(int errno, long result) {
        assertFails(errno, result, null);
    }

    /** The call has failed with an errno; if not, the failure says which call it was. */
    public static void assertFails(int errno, long result, String call) {
        String actual = result < 0 ? strerrorname_np(errno()) : "no error";
        assertEquals(strerrorname_np(errno), actual, call);
        assertEquals(-1, result, call);
    }
}

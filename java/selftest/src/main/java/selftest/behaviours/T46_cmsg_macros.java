package selftest.behaviours;

import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import selftest.Group;
import selftest.On;

/** CMSG_ALIGN, CMSG_SPACE and CMSG_LEN are what the headers of 64-bit Linux make of them. */
class T46_cmsg_macros {

    private static final int HEADER = 16;

    @On(value = Group.NONE, otherwise = "the macros know no transport")
    void of_every_length_as_in_c() {
        for (int n = 0; n <= 4096; n++) {
            int aligned = (n + 7) / 8 * 8;
            assertEquals(aligned, CMSG_ALIGN(n));
            assertEquals(HEADER + n, CMSG_LEN(n));
            assertEquals(HEADER + aligned, CMSG_SPACE(n));
        }
    }
}

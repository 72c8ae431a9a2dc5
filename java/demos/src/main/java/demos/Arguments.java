package demos;

import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;

// What the demos make of their command line.
class Arguments {

    static final int DEFAULT_PORT = 9501;
    static final String DEFAULT_PATH = "/tmp/libc-sockets.sock";

    // The number from 0 to max that text spells, or -1. atoi(3) alone takes "abc" for 0 and "80x" for
    // 80, so its answer is spelled out again and has to be the same text.
    static int number(String text, int max) {
        byte[] spelled = new byte[16];
        int n = atoi(text);
        snprintf(spelled, sizeof(spelled), "%d", n);
        if (n < 0 || n > max || strcmp(spelled, text) != 0) {
            return -1;
        }
        return n;
    }
}

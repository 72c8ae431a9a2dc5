package bench;

import static libc.Errno.*;
import static libc.sys.Socket.*;

import java.io.IOException;

/** A JVM that makes one socket. */
public class FirstSocket {

    private FirstSocket() {}

    public static void main(String[] args) throws IOException {
        check(socket(AF_INET, SOCK_STREAM, 0));
    }
}

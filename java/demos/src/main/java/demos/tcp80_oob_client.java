// tcp80_oob_client: sends urgent data among other data and ends.
//
//     tcp80_oob_client [port]
//
// At the other end: tcp80_oob_server
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp80_oob_client {

    // The result of a call that must not fail. perror(3)
    static int must(int result, String call) {
        if (result < 0) {
            perror(call);
            exit(1);
        }
        return result;
    }

    static void say(int fd, String text, int flags) {
        // send(2)
        printf("send%s: %s\n", (flags & MSG_OOB) != 0 ? " with MSG_OOB" : "", text);
        must(send(fd, text, strlen(text), MSG_NOSIGNAL | flags), "send");
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 1) {
            fprintf(stderr, "usage: tcp80_oob_client [port]\n");
            exit(2);
        }

        // socket(2), byteorder(3), connect(2)
        int fd = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        sockaddr_in server = new sockaddr_in();
        server.sin_family = AF_INET;
        server.sin_port = htons(port);
        server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        must(connect(fd, server, sizeof(server)), "connect");

        // Of what MSG_OOB sends only the last byte is urgent: the mark stands in front of that, and the
        // others are data like any before them.
        say(fd, "one two ", 0);
        say(fd, "stop!", MSG_OOB);
        say(fd, "three", 0);

        // recv(2): the server is ready for more. It will have the urgent byte where it stands.
        byte[] buf = new byte[64];
        int n = must(recv(fd, buf, sizeof(buf), 0), "recv");
        printf("received %d bytes: %.*s\n", n, n, buf);
        say(fd, "four ", 0);
        say(fd, "!", MSG_OOB);
        say(fd, "five", 0);

        // close(2)
        must(close(fd), "close");
        exit(0);
    }
}

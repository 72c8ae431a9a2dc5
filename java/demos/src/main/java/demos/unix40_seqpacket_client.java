// unix40_seqpacket_client: sends records to a name that is in no file system, and gets such a name
// itself.
//
//     unix40_seqpacket_client [name]
//
// At the other end: unix40_seqpacket_server, or
// echo hello | socat - ABSTRACT-LISTEN:libc-sockets,type=5
package demos;

import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

public class unix40_seqpacket_client {

    // Sends one record, whole or not at all: send(2). MSG_EOR says that it ends here, which on Linux it
    // does in any case.
    static void record(int fd, String text) {
        int n = send(fd, text, strlen(text), MSG_NOSIGNAL | MSG_EOR);
        if (n < 0) {
            perror("send");
            exit(1);
        }
        printf("sent %zd bytes: %s\n", n, text);
    }

    public static void main(String[] argv) {
        String name = "libc-sockets";
        if (argv.length > 0) {
            name = argv[0];
        }
        sockaddr_un server = new sockaddr_un();
        if (argv.length > 1 || strlen(name) == 0 || strlen(name) >= sizeof(server.sun_path) - 1) {
            fprintf(stderr, "usage: unix40_seqpacket_client [name of at most 106 bytes]\n");
            exit(2);
        }

        // socket(2)
        int fd = socket(AF_UNIX, SOCK_SEQPACKET, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // bind(2), unix(7): an address that ends where sun_path would begin asks the kernel for an
        // abstract name that nobody has, of five hexadecimal digits. getsockname(2) tells it.
        sockaddr_un addr = new sockaddr_un();
        addr.sun_family = AF_UNIX;
        if (bind(fd, addr, offsetof(sockaddr_un.class, "sun_path")) < 0) {
            perror("bind");
            exit(1);
        }
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        printf("bound to @%s\n", str(addr.sun_path, 1));
        fflush(stdout);

        // connect(2): the length ends the name. With sizeof(server) it would be another one, with
        // NULs at its end. ECONNREFUSED: nobody has this name.
        server.sun_family = AF_UNIX;
        snprintf(server.sun_path, sizeof(server.sun_path), "@%s", name);
        server.sun_path[0] = '\0';
        int server_len = offsetof(sockaddr_un.class, "sun_path") + 1 + strlen(name);
        if (connect(fd, server, server_len) < 0) {
            perror("connect");
            exit(1);
        }

        record(fd, "one");
        record(fd, "two");
        record(fd, "a record too long for the server");

        // shutdown(2): the server receives the end, and can still answer.
        if (shutdown(fd, SHUT_WR) < 0) {
            perror("shutdown");
            exit(1);
        }

        // recv(2)
        byte[] buf = new byte[1024];
        int n = recv(fd, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        printf("received %zd bytes: %.*s\n", n, n, buf);

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

// unix20_tcp_client: tcp10_client on a UNIX domain socket. Connects, sends one message, receives
// the answer and ends.
//
//     unix20_tcp_client [path]
//
// At the other end: unix20_tcp_server, or   echo hello | nc -l -U /tmp/libc-sockets.sock
package demos;

import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class unix20_tcp_client {

    public static void main(String[] argv) {
        String path = DEFAULT_PATH;
        if (argv.length > 0) {
            path = argv[0];
        }
        // unix(7): sun_path has room for 108 bytes, the terminating NUL among them.
        sockaddr_un server = new sockaddr_un();
        if (argv.length > 1 || strlen(path) == 0 || strlen(path) >= sizeof(server.sun_path)) {
            fprintf(stderr, "usage: unix20_tcp_client [path of at most 107 bytes]\n");
            exit(2);
        }

        // socket(2)
        int fd = socket(AF_UNIX, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // connect(2). ENOENT: there is no such file. ECONNREFUSED: there is, but nobody listens.
        server.sun_family = AF_UNIX;
        strcpy(server.sun_path, path);
        if (connect(fd, server, sizeof(server)) < 0) {
            perror("connect");
            exit(1);
        }

        // getpeername(2): the server's name is the path that it has bound.
        sockaddr_un peer = new sockaddr_un();
        int[] peer_len = {sizeof(peer)};
        if (getpeername(fd, peer, peer_len) < 0) {
            perror("getpeername");
            exit(1);
        }

        // send(2)
        String message = "hello from the client\n";
        if (send(fd, message, strlen(message), MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        // recv(2)
        byte[] buf = new byte[1024];
        int n = recv(fd, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        printf("received %zd bytes from %.*s: %.*s", n, sizeof(peer.sun_path), peer.sun_path,
               n, buf);

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

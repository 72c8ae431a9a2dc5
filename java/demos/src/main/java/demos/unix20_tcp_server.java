// unix20_tcp_server: tcp10_server on a UNIX domain socket. Accepts one connection, receives one
// message, answers it and ends.
//
//     unix20_tcp_server [path]
//
// The path is /tmp/libc-sockets.sock, or the argument. A file of that name is removed. At the other
// end: unix20_tcp_client, or   echo hello | nc -N -U /tmp/libc-sockets.sock
package demos;

import static libc.Errno.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class unix20_tcp_server {

    public static void main(String[] argv) {
        String path = DEFAULT_PATH;
        if (argv.length > 0) {
            path = argv[0];
        }
        // unix(7): sun_path has room for 108 bytes, the terminating NUL among them.
        sockaddr_un addr = new sockaddr_un();
        if (argv.length > 1 || strlen(path) == 0 || strlen(path) >= sizeof(addr.sun_path)) {
            fprintf(stderr, "usage: unix20_tcp_server [path of at most 107 bytes]\n");
            exit(2);
        }

        // socket(2): SOCK_STREAM on AF_UNIX behaves as TCP does, without a network in between.
        int fd = socket(AF_UNIX, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // bind makes a file, and fails with EADDRINUSE if there is one: also one that a server left
        // behind that was killed. unlink(2) removes it.
        if (unlink(path) < 0 && errno() != ENOENT) {
            perror("unlink");
            exit(1);
        }

        // bind(2)
        addr.sun_family = AF_UNIX;
        strcpy(addr.sun_path, path);
        if (bind(fd, addr, sizeof(addr)) < 0) {
            perror("bind");
            exit(1);
        }

        // listen(2)
        if (listen(fd, 1) < 0) {
            perror("listen");
            exit(1);
        }
        printf("listening on %s\n", path);
        fflush(stdout);

        // accept(2). A client that has not bound its socket has no name: its address ends where
        // sun_path would begin.
        sockaddr_un peer = new sockaddr_un();
        int[] peer_len = {sizeof(peer)};
        int conn = accept(fd, peer, peer_len);
        if (conn < 0) {
            perror("accept");
            exit(1);
        }

        // recv(2)
        byte[] buf = new byte[1024];
        int n = recv(conn, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        if (peer_len[0] == offsetof(sockaddr_un.class, "sun_path")) {
            printf("received %zd bytes from a socket without a name: %.*s", n, n, buf);
        } else {
            printf("received %zd bytes from %.*s: %.*s", n, sizeof(peer.sun_path), peer.sun_path,
                   n, buf);
        }

        // send(2)
        String answer = "hello from the server\n";
        if (send(conn, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        // close(2) leaves the file where it is.
        if (close(conn) < 0) {
            perror("close");
            exit(1);
        }
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        if (unlink(path) < 0) {
            perror("unlink");
            exit(1);
        }
        exit(0);
    }
}

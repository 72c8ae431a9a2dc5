// unix30_udp_server: udp10_server on a UNIX domain socket. Receives one datagram, answers it and
// ends.
//
//     unix30_udp_server [path]
//
// The path is /tmp/libc-sockets.sock, or the argument. A file of that name is removed. At the other
// end: unix30_udp_client, or   echo hello | nc -u -U -w 1 /tmp/libc-sockets.sock
package demos;

import static libc.Errno.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class unix30_udp_server {

    public static void main(String[] argv) {
        String path = DEFAULT_PATH;
        if (argv.length > 0) {
            path = argv[0];
        }
        // unix(7): sun_path has room for 108 bytes, the terminating NUL among them.
        sockaddr_un addr = new sockaddr_un();
        if (argv.length > 1 || strlen(path) == 0 || strlen(path) >= sizeof(addr.sun_path)) {
            fprintf(stderr, "usage: unix30_udp_server [path of at most 107 bytes]\n");
            exit(2);
        }

        // socket(2): SOCK_DGRAM on AF_UNIX keeps datagrams apart as UDP does, but loses none and
        // delivers them in order.
        int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // unlink(2) removes the file that a server left behind: bind would fail with EADDRINUSE.
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
        printf("bound to %s\n", path);
        fflush(stdout);

        // recvfrom(2), on the page recv(2). A client that has bound no name has sent no address: the
        // length comes back as 0.
        byte[] buf = new byte[1024];
        sockaddr_un peer = new sockaddr_un();
        int[] peer_len = {sizeof(peer)};
        int n = recvfrom(fd, buf, sizeof(buf), 0, peer, peer_len);
        if (n < 0) {
            perror("recvfrom");
            exit(1);
        }
        if (peer_len[0] == 0) {
            printf("received %zd bytes from a socket without a name, which cannot be answered: %.*s", n,
                   n, buf);
        } else {
            printf("received %zd bytes from %.*s: %.*s", n, sizeof(peer.sun_path), peer.sun_path,
                   n, buf);

            // The length that comes back is that of the address, which can be more than there was room
            // for: by one, if the client's path fills sun_path and has no NUL.
            if (peer_len[0] > sizeof(peer)) {
                peer_len[0] = sizeof(peer);
            }

            // sendto(2), on the page send(2)
            String answer = "hello from the server\n";
            if (sendto(fd, answer, strlen(answer), 0, peer, peer_len[0]) < 0) {
                perror("sendto");
                exit(1);
            }
        }

        // close(2) leaves the file where it is.
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

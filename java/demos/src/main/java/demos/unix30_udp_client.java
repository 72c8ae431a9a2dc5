// unix30_udp_client: udp10_client on a UNIX domain socket. Sends one datagram, receives the answer
// and ends.
//
//     unix30_udp_client [path]
//
// The path is the server's, /tmp/libc-sockets.sock or the argument; the client's own is made of it
// and the process number. At the other end: unix30_udp_server
package demos;

import static libc.Errno.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class unix30_udp_client {

    public static void main(String[] argv) {
        String path = DEFAULT_PATH;
        if (argv.length > 0) {
            path = argv[0];
        }
        // unix(7): sun_path has room for 108 bytes, the terminating NUL among them. getpid(2) makes the
        // client's path its own; snprintf(3) returns the length that it would have written.
        sockaddr_un server = new sockaddr_un();
        sockaddr_un addr = new sockaddr_un();
        byte[] mine = new byte[sizeof(addr.sun_path)];
        int mine_len = snprintf(mine, sizeof(mine), "%s.%d", path, getpid());
        if (argv.length > 1 || strlen(path) == 0 || mine_len >= sizeof(mine)) {
            fprintf(stderr, "usage: unix30_udp_client [path of at most 99 bytes]\n");
            exit(2);
        }

        // socket(2)
        int fd = socket(AF_UNIX, SOCK_DGRAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // bind(2). A UDP client gets an address by itself, a UNIX one has none until it binds, and
        // without one it cannot be answered. unlink(2) makes room for it.
        if (unlink(str(mine)) < 0 && errno() != ENOENT) {
            perror("unlink");
            exit(1);
        }
        addr.sun_family = AF_UNIX;
        strcpy(addr.sun_path, mine);
        if (bind(fd, addr, sizeof(addr)) < 0) {
            perror("bind");
            exit(1);
        }
        printf("bound to %s\n", mine);
        fflush(stdout);

        // sendto(2), on the page send(2). Unlike UDP it tells if there is no server: ENOENT or
        // ECONNREFUSED. The file must not stay behind then either.
        server.sun_family = AF_UNIX;
        strcpy(server.sun_path, path);
        String message = "hello from the client\n";
        if (sendto(fd, message, strlen(message), 0, server, sizeof(server)) < 0) {
            perror("sendto");
            unlink(str(mine));
            exit(1);
        }

        // recvfrom(2), on the page recv(2)
        byte[] buf = new byte[1024];
        sockaddr_un peer = new sockaddr_un();
        int[] peer_len = {sizeof(peer)};
        int n = recvfrom(fd, buf, sizeof(buf), 0, peer, peer_len);
        if (n < 0) {
            perror("recvfrom");
            unlink(str(mine));
            exit(1);
        }
        printf("received %zd bytes from %.*s: %.*s", n, sizeof(peer.sun_path), peer.sun_path,
               n, buf);

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        if (unlink(str(mine)) < 0) {
            perror("unlink");
            exit(1);
        }
        exit(0);
    }
}

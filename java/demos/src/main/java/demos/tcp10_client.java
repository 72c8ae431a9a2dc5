// tcp10_client: connects to a TCP server, sends one message, receives the answer and ends.
//
//     tcp10_client [port]
//
// At the other end: tcp10_server, or   echo hello | nc -l 127.0.0.1 9501
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp10_client {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 1) {
            fprintf(stderr, "usage: tcp10_client [port]\n");
            exit(2);
        }

        // socket(2), the same call as in the server: what follows makes the one a client.
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // connect(2) makes the connection, and returns when both kernels agree that there is one. The
        // server need not have called accept. Where nobody listens, the error is ECONNREFUSED.
        // Network byte order: byteorder(3).
        sockaddr_in server = new sockaddr_in();
        server.sin_family = AF_INET;
        server.sin_port = htons(port);
        server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(fd, server, sizeof(server)) < 0) {
            perror("connect");
            exit(1);
        }

        // A client need not bind: connect has given it an address and a free port. getsockname(2) tells
        // them, and getpeername(2) is the same for the other end; inet_ntoa is on the page inet(3).
        sockaddr_in addr = new sockaddr_in();
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        sockaddr_in peer = new sockaddr_in();
        int[] peer_len = {sizeof(peer)};
        if (getpeername(fd, peer, peer_len) < 0) {
            perror("getpeername");
            exit(1);
        }
        printf("connected from %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
        fflush(stdout);

        // send(2); MSG_NOSIGNAL makes a connection that is gone the error EPIPE without a SIGPIPE, which
        // ends a C program and which the JVM ignores.
        String message = "hello from the client\n";
        if (send(fd, message, strlen(message), MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        // recv(2) waits for the answer; 0 bytes would mean that the server closed without one.
        byte[] buf = new byte[1024];
        int n = recv(fd, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        printf("received %zd bytes from %s:%d: %.*s", n, inet_ntoa(peer.sin_addr), ntohs(peer.sin_port),
               n, buf);

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

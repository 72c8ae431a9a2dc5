// tcp10_server: accepts one TCP connection, receives one message, answers it and ends.
//
//     tcp10_server [port]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. At the other end: tcp10_client,
// or   echo hello | nc -N 127.0.0.1 9501
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp10_server {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 0) {
            fprintf(stderr, "usage: tcp10_server [port]\n");
            exit(2);
        }

        // socket(2) makes an endpoint: AF_INET is IPv4, ip(7), and SOCK_STREAM on it is TCP, tcp(7).
        // It has no address yet. On failure every call here returns -1 and leaves the reason in errno();
        // perror(3) prints it behind the name of the call.
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // setsockopt(2) sets an option, here one of socket(7). The side that closes first keeps the
        // connection in TIME_WAIT for a minute; without SO_REUSEADDR the next bind to the port would
        // fail for as long, with EADDRINUSE.
        int[] on = {1};
        if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, on, sizeof(on)) < 0) {
            perror("setsockopt");
            exit(1);
        }

        // bind(2) gives it an address. Port and address travel in network byte order, most significant
        // byte first: htons(3) and htonl(3), both on the page byteorder(3), turn them round.
        // INADDR_LOOPBACK is 127.0.0.1, which only programs on this machine can reach.
        sockaddr_in addr = new sockaddr_in();
        addr.sin_family = AF_INET;
        addr.sin_port = htons(port);
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(fd, addr, sizeof(addr)) < 0) {
            perror("bind");
            exit(1);
        }

        // listen(2) makes it passive: from now on the kernel completes connections by itself, and lets
        // this many wait for accept.
        if (listen(fd, 1) < 0) {
            perror("listen");
            exit(1);
        }

        // getsockname(2) reads the address back, with the port that the kernel chose if 0 was asked
        // for. The length goes in as the room there is and comes out as the size of the address.
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        // inet_ntoa(3), on the page inet(3), writes an address in dotted form.
        printf("listening on %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
        // Into a pipe or a file, C writes stdout out only when its buffer is full: fflush(3) before
        // a call that may wait. System.out, which is stdout here, writes at once.
        fflush(stdout);

        // accept(2) waits for a connection. It returns a new descriptor for it and says who is at the
        // other end; fd goes on listening.
        sockaddr_in peer = new sockaddr_in();
        int[] peer_len = {sizeof(peer)};
        int conn = accept(fd, peer, peer_len);
        if (conn < 0) {
            perror("accept");
            exit(1);
        }

        // recv(2) waits until something has come, and returns how much: 0 if the peer has closed. TCP
        // is a stream and knows no messages, so this could be a part of what was sent. One short send
        // over loopback arrives whole; tcp20_server does not rely on that.
        byte[] buf = new byte[1024];
        int n = recv(conn, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        printf("received %zd bytes from %s:%d: %.*s", n, inet_ntoa(peer.sin_addr), ntohs(peer.sin_port),
               n, buf);

        // send(2). If the client has gone, MSG_NOSIGNAL makes that the error EPIPE; without it the
        // signal SIGPIPE would come, too, which ends a C program and which the JVM ignores.
        String answer = "hello from the server\n";
        if (send(conn, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        // close(2) ends the connection in an orderly way: the client receives the answer, then the end.
        if (close(conn) < 0) {
            perror("close");
            exit(1);
        }
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

// udp10_client: sends one UDP datagram, receives the answer and ends.
//
//     udp10_client [port]
//
// At the other end: udp10_server, or   echo hello | nc -u -l 127.0.0.1 9501
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Time.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class udp10_client {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 1) {
            fprintf(stderr, "usage: udp10_client [port]\n");
            exit(2);
        }

        // socket(2)
        int fd = socket(AF_INET, SOCK_DGRAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // setsockopt(2), socket(7). A datagram may be lost, and so may the answer, and nobody tells:
        // whoever waits for one has to say how long. After that time recvfrom fails with EAGAIN.
        timeval patience = new timeval(5, 0);
        if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, patience, sizeof(patience)) < 0) {
            perror("setsockopt");
            exit(1);
        }

        // sendto(2), on the page send(2), byteorder(3). It succeeds as soon as the kernel has taken the
        // datagram, whether there is a server or not. It also binds the socket to a free port.
        sockaddr_in server = new sockaddr_in();
        server.sin_family = AF_INET;
        server.sin_port = htons(port);
        server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        String message = "hello from the client\n";
        if (sendto(fd, message, strlen(message), 0, server, sizeof(server)) < 0) {
            perror("sendto");
            exit(1);
        }

        // getsockname(2), inet(3): until connect fixes the peer's end, the address is 0.0.0.0, any.
        sockaddr_in addr = new sockaddr_in();
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        printf("sent from %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
        fflush(stdout);

        // recvfrom(2), on the page recv(2). Anyone could send to this port, so look who it was.
        byte[] buf = new byte[1024];
        sockaddr_in peer = new sockaddr_in();
        int[] peer_len = {sizeof(peer)};
        int n = recvfrom(fd, buf, sizeof(buf), 0, peer, peer_len);
        if (n < 0) {
            perror("recvfrom");
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

// udp10_server: receives one UDP datagram, answers it and ends.
//
//     udp10_server [port]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. At the other end: udp10_client,
// or   echo hello | nc -u -w 1 127.0.0.1 9501
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class udp10_server {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 0) {
            fprintf(stderr, "usage: udp10_server [port]\n");
            exit(2);
        }

        // socket(2): SOCK_DGRAM on AF_INET is UDP, udp(7).
        int fd = socket(AF_INET, SOCK_DGRAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // bind(2), byteorder(3). A bound UDP socket receives from anyone: there is nothing to listen
        // for and nothing to accept. Ports of UDP and TCP are separate: both servers can have 9501.
        sockaddr_in addr = new sockaddr_in();
        addr.sin_family = AF_INET;
        addr.sin_port = htons(port);
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(fd, addr, sizeof(addr)) < 0) {
            perror("bind");
            exit(1);
        }

        // getsockname(2), inet(3)
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        printf("bound to %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
        fflush(stdout);

        // recvfrom(2), on the page recv(2), takes one datagram, always a whole one, and says who sent
        // it. What does not fit into the buffer is lost.
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

        // sendto(2), on the page send(2), names the receiver with every datagram.
        String answer = "hello from the server\n";
        if (sendto(fd, answer, strlen(answer), 0, peer, peer_len[0]) < 0) {
            perror("sendto");
            exit(1);
        }

        // close(2) tells the client nothing: UDP has no connection that could end.
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

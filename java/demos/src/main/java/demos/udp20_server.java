// udp20_server: sends every UDP datagram back to where it came from, until Ctrl-C.
//
//     udp20_server [port [datagrams]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. With a second argument the
// server ends after so many datagrams. At the other end: udp10_client, or   nc -u 127.0.0.1 9501
//
// One socket serves any number of clients: there is no connection, so no client can hold the
// server up, and after Ctrl-C nothing is left that would keep the port busy.
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class udp20_server {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        int datagrams = 0;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            datagrams = number(argv[1], 1000000);
        }
        if (argv.length > 2 || port < 0 || datagrams < 0) {
            fprintf(stderr, "usage: udp20_server [port [datagrams]]\n");
            exit(2);
        }

        // socket(2)
        int fd = socket(AF_INET, SOCK_DGRAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // bind(2), byteorder(3). No SO_REUSEADDR here: UDP has no TIME_WAIT, and with that option a
        // second server could take the port away from the first.
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

        // No UDP datagram is larger than this buffer.
        byte[] buf = new byte[65536];
        for (int served = 0; datagrams == 0 || served < datagrams; served++) {
            fflush(stdout);

            // recvfrom(2), on the page recv(2). 0 bytes are an empty datagram here, not the end. The
            // length is value and result, so it has to be set before every call.
            sockaddr_in peer = new sockaddr_in();
            int[] peer_len = {sizeof(peer)};
            int n = recvfrom(fd, buf, sizeof(buf), 0, peer, peer_len);
            if (n < 0) {
                perror("recvfrom");
                exit(1);
            }
            printf("received %zd bytes from %s:%d\n", n, inet_ntoa(peer.sin_addr),
                   ntohs(peer.sin_port));

            // sendto(2), on the page send(2). If one client cannot be answered, the others still can.
            if (sendto(fd, buf, n, 0, peer, peer_len[0]) < 0) {
                perror("sendto");
            }
        }

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

// udp50_pktinfo_client: asks one of a machine's addresses, and looks from which one it is answered.
//
//     udp50_pktinfo_client [port [address]]
//
// The address is 127.0.0.2, which is this machine as every one is that begins with 127, or another
// one, or one of IPv6, ::1. At the other end: udp50_pktinfo_server
package demos;

import static libc.Netdb.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Time.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class udp50_pktinfo_client {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        String address = "127.0.0.2";
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            address = argv[1];
        }
        // getaddrinfo(3): so it asks nobody, and fails if this is no address.
        addrinfo hints = new addrinfo();
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
        hints.ai_socktype = SOCK_DGRAM;
        addrinfo[] server = new addrinfo[1];
        byte[] service = new byte[16];
        snprintf(service, sizeof(service), "%d", port);
        if (argv.length > 2 || port < 1 || getaddrinfo(address, str(service), hints, server) != 0) {
            fprintf(stderr, "usage: udp50_pktinfo_client [port [address]]\n");
            exit(2);
        }

        // socket(2), setsockopt(2)
        int fd = socket(server[0].ai_family, SOCK_DGRAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }
        timeval patience = new timeval(5, 0);
        if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, patience, sizeof(patience)) < 0) {
            perror("setsockopt");
            exit(1);
        }

        // sendto(2), on the page send(2)
        String message = "hello from the client\n";
        if (sendto(fd, message, strlen(message), 0, server[0].ai_addr, server[0].ai_addrlen) < 0) {
            perror("sendto");
            exit(1);
        }
        printf("asked %s\n", address);
        fflush(stdout);

        // recvfrom(2), on the page recv(2). This socket is not connected, so it is answered from
        // anywhere. To one that is, the kernel gives only what comes from the address it asked.
        for (int i = 0; i < 2; i++) {
            byte[] buf = new byte[1024];
            sockaddr_storage peer = new sockaddr_storage();
            int[] peer_len = {sizeof(peer)};
            int n = recvfrom(fd, buf, sizeof(buf), 0, peer, peer_len);
            if (n < 0) {
                perror("recvfrom");
                exit(1);
            }
            // getnameinfo(3)
            byte[] from = new byte[INET6_ADDRSTRLEN];
            int error = getnameinfo(peer, peer_len[0], from, sizeof(from), null, 0,
                                    NI_NUMERICHOST);
            if (error != 0) {
                fprintf(stderr, "getnameinfo: %s\n", gai_strerror(error));
                exit(1);
            }
            printf("received %zd bytes from %s: %.*s", n, from, n, buf);
        }

        // close(2)
        freeaddrinfo(server[0]);
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

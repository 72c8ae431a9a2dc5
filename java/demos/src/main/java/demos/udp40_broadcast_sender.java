// udp40_broadcast_sender: sends one datagram to everybody, receives the answers and ends.
//
//     udp40_broadcast_sender [port [answers]]
//
// One answer is waited for, or as many as the second argument says. At the other end:
// udp40_broadcast_receiver, once or several times
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class udp40_broadcast_sender {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        int answers = 1;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            answers = number(argv[1], 1000);
        }
        if (argv.length > 2 || port < 1 || answers < 0) {
            fprintf(stderr, "usage: udp40_broadcast_sender [port [answers]]\n");
            exit(2);
        }

        // socket(2)
        int fd = socket(AF_INET, SOCK_DGRAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // sendto(2), on the page send(2), byteorder(3), inet(3). Nobody should speak to everybody by
        // mistake: without SO_BROADCAST that is EACCES, which has nothing to do with who one is.
        // strerror(3)
        sockaddr_in everybody = new sockaddr_in();
        everybody.sin_family = AF_INET;
        everybody.sin_port = htons(port);
        everybody.sin_addr.s_addr = inet_addr("127.255.255.255");
        String message = "hello, everybody\n";
        int n = sendto(fd, message, strlen(message), 0, everybody,
                           sizeof(everybody));
        printf("sendto: %s\n", n < 0 ? strerror(errno()) : "done");

        // setsockopt(2), socket(7)
        int[] on = {1};
        if (setsockopt(fd, SOL_SOCKET, SO_BROADCAST, on, sizeof(on)) < 0) {
            perror("setsockopt");
            exit(1);
        }
        n = sendto(fd, message, strlen(message), 0, everybody, sizeof(everybody));
        printf("sendto with SO_BROADCAST: %s\n", n < 0 ? strerror(errno()) : "done");

        // recvfrom(2), on the page recv(2). How many will answer the sender cannot know, nor whether
        // anybody; it finds out here who there is.
        for (int i = 0; i < answers; i++) {
            fflush(stdout);
            byte[] buf = new byte[1024];
            sockaddr_in peer = new sockaddr_in();
            int[] peer_len = {sizeof(peer)};
            n = recvfrom(fd, buf, sizeof(buf), 0, peer, peer_len);
            if (n < 0) {
                perror("recvfrom");
                exit(1);
            }
            printf("received %zd bytes from %s:%d: %.*s", n, inet_ntoa(peer.sin_addr),
                   ntohs(peer.sin_port), n, buf);
        }

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

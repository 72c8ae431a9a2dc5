// udp30_multicast_sender: sends to a group, hears from its member and ends.
//
//     udp30_multicast_sender [port]
//
// At the other end: udp30_multicast_receiver
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class udp30_multicast_sender {

    static final String GROUP = "239.255.95.1"; // 239.255 stays in the local network

    // The result of a call that must not fail. perror(3)
    static int must(int result, String call) {
        if (result < 0) {
            perror(call);
            exit(1);
        }
        return result;
    }

    // sendto(2), on the page send(2)
    static void say(int fd, sockaddr_in to, String text) {
        must(sendto(fd, text, strlen(text), 0, to, sizeof(to)), "sendto");
        printf("sent to %s:%d: %s\n", inet_ntoa(to.sin_addr), ntohs(to.sin_port), text);
        fflush(stdout);
    }

    // recvfrom(2), on the page recv(2). peer is where it came from.
    static void hear(int fd, sockaddr_in peer) {
        byte[] buf = new byte[1024];
        int[] peer_len = {sizeof(peer)};
        int n = must(recvfrom(fd, buf, sizeof(buf), 0, peer, peer_len),
                     "recvfrom");
        printf("received %d bytes from %s:%d: %.*s\n", n, inet_ntoa(peer.sin_addr),
               ntohs(peer.sin_port), n, buf);
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 1) {
            fprintf(stderr, "usage: udp30_multicast_sender [port]\n");
            exit(2);
        }

        // socket(2), byteorder(3), inet(3). To send to a group one need not join it.
        int fd = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
        sockaddr_in group = new sockaddr_in();
        group.sin_family = AF_INET;
        group.sin_port = htons(port);
        group.sin_addr.s_addr = inet_addr(GROUP);

        // setsockopt(2), ip(7). An address of a group does not say by which interface it is reached:
        // without IP_MULTICAST_IF it is the one of the default route. How far it goes IP_MULTICAST_TTL
        // says, in routers; 0 does not leave this machine.
        in_addr loopback = new in_addr();
        loopback.s_addr = htonl(INADDR_LOOPBACK);
        must(setsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, loopback, sizeof(loopback)), "setsockopt");
        int[] ttl = {0};
        must(setsockopt(fd, IPPROTO_IP, IP_MULTICAST_TTL, ttl, sizeof(ttl)), "setsockopt");
        sockaddr_in member = new sockaddr_in();
        say(fd, group, "hello, group");
        hear(fd, member);

        // IP_MULTICAST_LOOP is on by default: members on this machine get a copy of what leaves it.
        // Off, they get none; but lo is no way out, and gives everything back as ever.
        int[] loop = {0};
        must(setsockopt(fd, IPPROTO_IP, IP_MULTICAST_LOOP, loop, sizeof(loop)), "setsockopt");
        say(fd, group, "hello without a copy");
        hear(fd, member);

        // When the member has left, sending succeeds as before. Nobody is told that nobody listens.
        hear(fd, member);
        say(fd, group, "hello, nobody");
        say(fd, member, "there was one more");

        // close(2)
        must(close(fd), "close");
        exit(0);
    }
}

// udp20_server: sends every UDP datagram back to where it came from, until Ctrl-C.
//
//     udp20_server [port [datagrams]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. With a second argument the
// server ends after so many datagrams. At the other end: udp10_client, or   nc -u 127.0.0.1 9501
//
// One socket serves any number of clients: there is no connection, so no client can hold the
// server up, and after Ctrl-C nothing is left that would keep the port busy.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

int main(int argc, char *argv[])
{
    int port = DEFAULT_PORT;
    int datagrams = 0;
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2) {
        datagrams = number(argv[2], 1000000);
    }
    if (argc > 3 || port < 0 || datagrams < 0) {
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
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(port);
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        exit(1);
    }

    // getsockname(2), inet(3)
    socklen_t addr_len = sizeof(addr);
    if (getsockname(fd, (struct sockaddr *)&addr, &addr_len) < 0) {
        perror("getsockname");
        exit(1);
    }
    printf("bound to %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));

    // No UDP datagram is larger than this buffer.
    char buf[65536];
    for (int served = 0; datagrams == 0 || served < datagrams; served++) {
        fflush(stdout);

        // recvfrom(2), on the page recv(2). 0 bytes are an empty datagram here, not the end. The
        // length is value and result, so it has to be set before every call.
        struct sockaddr_in peer = {0};
        socklen_t peer_len = sizeof(peer);
        ssize_t n = recvfrom(fd, buf, sizeof(buf), 0, (struct sockaddr *)&peer, &peer_len);
        if (n < 0) {
            perror("recvfrom");
            exit(1);
        }
        printf("received %zd bytes from %s:%d\n", n, inet_ntoa(peer.sin_addr),
               ntohs(peer.sin_port));

        // sendto(2), on the page send(2). If one client cannot be answered, the others still can.
        if (sendto(fd, buf, n, 0, (struct sockaddr *)&peer, peer_len) < 0) {
            perror("sendto");
        }
    }

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

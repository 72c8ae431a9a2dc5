// udp40_broadcast_receiver: receives one datagram that went to everybody, answers it and ends.
//
//     udp40_broadcast_receiver [port]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. At the other end:
// udp40_broadcast_sender, or   socat - UDP4-DATAGRAM:127.255.255.255:9501,broadcast
//
// The last address of a network, 127.255.255.255 of loopback's, is everybody's in it.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

int main(int argc, char *argv[])
{
    int port = DEFAULT_PORT;
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2 || port < 0) {
        fprintf(stderr, "usage: udp40_broadcast_receiver [port]\n");
        exit(2);
    }

    // socket(2)
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }

    // setsockopt(2), socket(7): with SO_REUSEADDR several receivers share the port. Each gets a
    // copy of a datagram to everybody, where one to a single address would go to one of them.
    int on = 1;
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) < 0) {
        perror("setsockopt");
        exit(1);
    }

    // bind(2), byteorder(3), inet(3), ip(7). Bound to this address, it receives what went to
    // everybody and nothing else; bound to 127.0.0.1 it would not receive that; to 0.0.0.0, both.
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(port);
    addr.sin_addr.s_addr = inet_addr("127.255.255.255");
    if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        exit(1);
    }

    // getsockname(2)
    socklen_t addr_len = sizeof(addr);
    if (getsockname(fd, (struct sockaddr *)&addr, &addr_len) < 0) {
        perror("getsockname");
        exit(1);
    }
    printf("bound to %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
    fflush(stdout);

    // recvfrom(2), on the page recv(2): the sender has an address of its own.
    char buf[1024];
    struct sockaddr_in peer = {0};
    socklen_t peer_len = sizeof(peer);
    ssize_t n = recvfrom(fd, buf, sizeof(buf), 0, (struct sockaddr *)&peer, &peer_len);
    if (n < 0) {
        perror("recvfrom");
        exit(1);
    }
    printf("received %zd bytes from %s:%d: %.*s", n, inet_ntoa(peer.sin_addr), ntohs(peer.sin_port),
           (int)n, buf);

    // sendto(2), on the page send(2). The answer goes to the sender alone, and comes from this
    // machine's own address: nothing comes from everybody.
    const char *answer = "heard\n";
    if (sendto(fd, answer, strlen(answer), 0, (struct sockaddr *)&peer, peer_len) < 0) {
        perror("sendto");
        exit(1);
    }

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

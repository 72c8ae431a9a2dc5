// udp50_pktinfo_client: asks one of a machine's addresses, and looks from which one it is answered.
//
//     udp50_pktinfo_client [port [address]]
//
// The address is 127.0.0.2, which is this machine as every one is that begins with 127, or another
// one, or one of IPv6, ::1. At the other end: udp50_pktinfo_server
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "arguments.h"

int main(int argc, char *argv[])
{
    int port = DEFAULT_PORT;
    const char *address = "127.0.0.2";
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2) {
        address = argv[2];
    }
    // getaddrinfo(3): so it asks nobody, and fails if this is no address.
    struct addrinfo hints = {0};
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_DGRAM;
    struct addrinfo *server = NULL;
    char service[16];
    snprintf(service, sizeof(service), "%d", port);
    if (argc > 3 || port < 1 || getaddrinfo(address, service, &hints, &server) != 0) {
        fprintf(stderr, "usage: udp50_pktinfo_client [port [address]]\n");
        exit(2);
    }

    // socket(2), setsockopt(2)
    int fd = socket(server->ai_family, SOCK_DGRAM, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }
    struct timeval patience = {5, 0};
    if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience)) < 0) {
        perror("setsockopt");
        exit(1);
    }

    // sendto(2), on the page send(2)
    const char *message = "hello from the client\n";
    if (sendto(fd, message, strlen(message), 0, server->ai_addr, server->ai_addrlen) < 0) {
        perror("sendto");
        exit(1);
    }
    printf("asked %s\n", address);
    fflush(stdout);

    // recvfrom(2), on the page recv(2). This socket is not connected, so it is answered from
    // anywhere. To one that is, the kernel gives only what comes from the address it asked.
    for (int i = 0; i < 2; i++) {
        char buf[1024];
        struct sockaddr_storage peer = {0};
        socklen_t peer_len = sizeof(peer);
        ssize_t n = recvfrom(fd, buf, sizeof(buf), 0, (struct sockaddr *)&peer, &peer_len);
        if (n < 0) {
            perror("recvfrom");
            exit(1);
        }
        // getnameinfo(3)
        char from[INET6_ADDRSTRLEN];
        int error = getnameinfo((struct sockaddr *)&peer, peer_len, from, sizeof(from), NULL, 0,
                                NI_NUMERICHOST);
        if (error != 0) {
            fprintf(stderr, "getnameinfo: %s\n", gai_strerror(error));
            exit(1);
        }
        printf("received %zd bytes from %s: %.*s", n, from, (int)n, buf);
    }

    // close(2)
    freeaddrinfo(server);
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

// udp10_client: sends one UDP datagram, receives the answer and ends.
//
//     udp10_client [port]
//
// At the other end: udp10_server, or   echo hello | nc -u -l 127.0.0.1 9501
#include <arpa/inet.h>
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
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2 || port < 1) {
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
    struct timeval patience = {5, 0};
    if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience)) < 0) {
        perror("setsockopt");
        exit(1);
    }

    // sendto(2), on the page send(2), byteorder(3). It succeeds as soon as the kernel has taken the
    // datagram, whether there is a server or not. It also binds the socket to a free port.
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const char *message = "hello from the client\n";
    if (sendto(fd, message, strlen(message), 0, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("sendto");
        exit(1);
    }

    // getsockname(2), inet(3): until connect fixes the peer's end, the address is 0.0.0.0, any.
    struct sockaddr_in addr = {0};
    socklen_t addr_len = sizeof(addr);
    if (getsockname(fd, (struct sockaddr *)&addr, &addr_len) < 0) {
        perror("getsockname");
        exit(1);
    }
    printf("sent from %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
    fflush(stdout);

    // recvfrom(2), on the page recv(2). Anyone could send to this port, so look who it was.
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

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

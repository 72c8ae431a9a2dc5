// udp40_broadcast_sender: sends one datagram to everybody, receives the answers and ends.
//
//     udp40_broadcast_sender [port [answers]]
//
// One answer is waited for, or as many as the second argument says. At the other end:
// udp40_broadcast_receiver, once or several times
#include <arpa/inet.h>
#include <errno.h>
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
    int answers = 1;
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2) {
        answers = number(argv[2], 1000);
    }
    if (argc > 3 || port < 1 || answers < 0) {
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
    struct sockaddr_in everybody = {0};
    everybody.sin_family = AF_INET;
    everybody.sin_port = htons(port);
    everybody.sin_addr.s_addr = inet_addr("127.255.255.255");
    const char *message = "hello, everybody\n";
    ssize_t n = sendto(fd, message, strlen(message), 0, (struct sockaddr *)&everybody,
                       sizeof(everybody));
    printf("sendto: %s\n", n < 0 ? strerror(errno) : "done");

    // setsockopt(2), socket(7)
    int on = 1;
    if (setsockopt(fd, SOL_SOCKET, SO_BROADCAST, &on, sizeof(on)) < 0) {
        perror("setsockopt");
        exit(1);
    }
    n = sendto(fd, message, strlen(message), 0, (struct sockaddr *)&everybody, sizeof(everybody));
    printf("sendto with SO_BROADCAST: %s\n", n < 0 ? strerror(errno) : "done");

    // recvfrom(2), on the page recv(2). How many will answer the sender cannot know, nor whether
    // anybody; it finds out here who there is.
    for (int i = 0; i < answers; i++) {
        fflush(stdout);
        char buf[1024];
        struct sockaddr_in peer = {0};
        socklen_t peer_len = sizeof(peer);
        n = recvfrom(fd, buf, sizeof(buf), 0, (struct sockaddr *)&peer, &peer_len);
        if (n < 0) {
            perror("recvfrom");
            exit(1);
        }
        printf("received %zd bytes from %s:%d: %.*s", n, inet_ntoa(peer.sin_addr),
               ntohs(peer.sin_port), (int)n, buf);
    }

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

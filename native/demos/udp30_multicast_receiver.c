// udp30_multicast_receiver: joins a group, receives what is sent to it, leaves it and ends.
//
//     udp30_multicast_receiver [port]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. At the other end:
// udp30_multicast_sender
//
// A group is an address from 224.0.0.0 to 239.255.255.255. Nobody owns it: a datagram to it goes to
// whoever has joined, and the sender need not know whether there is anybody.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

#define GROUP "239.255.95.1" // 239.255 stays in the local network

// The result of a call that must not fail. perror(3)
static int must(int result, const char *call)
{
    if (result < 0) {
        perror(call);
        exit(1);
    }
    return result;
}

// Receives one datagram: recvfrom(2), on the page recv(2). peer is where it came from.
static void hear(int fd, struct sockaddr_in *peer)
{
    char buf[1024];
    socklen_t peer_len = sizeof(*peer);
    int n = must(recvfrom(fd, buf, sizeof(buf), 0, (struct sockaddr *)peer, &peer_len),
                 "recvfrom");
    printf("received %d bytes from %s:%d: %.*s\n", n, inet_ntoa(peer->sin_addr),
           ntohs(peer->sin_port), n, buf);
}

// sendto(2), on the page send(2)
static void answer(int fd, const struct sockaddr_in *peer, const char *text)
{
    must(sendto(fd, text, strlen(text), 0, (const struct sockaddr *)peer, sizeof(*peer)),
         "sendto");
}

int main(int argc, char *argv[])
{
    int port = DEFAULT_PORT;
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2 || port < 0) {
        fprintf(stderr, "usage: udp30_multicast_receiver [port]\n");
        exit(2);
    }

    // socket(2), byteorder(3), inet(3), bind(2): bound to the group, it receives nothing else.
    int fd = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(port);
    addr.sin_addr.s_addr = inet_addr(GROUP);
    must(bind(fd, (struct sockaddr *)&addr, sizeof(addr)), "bind");

    // setsockopt(2), ip(7). By default a socket is also given what others on this machine have
    // joined for: IP_MULTICAST_ALL, off, leaves it to what it joins itself.
    int off = 0;
    must(setsockopt(fd, IPPROTO_IP, IP_MULTICAST_ALL, &off, sizeof(off)), "setsockopt");
    // A group is joined on one interface, here that of 127.0.0.1. On another one the network would
    // be told, by IGMP, that there is a member here.
    struct ip_mreqn group = {0};
    group.imr_multiaddr.s_addr = inet_addr(GROUP);
    group.imr_address.s_addr = htonl(INADDR_LOOPBACK);
    must(setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof(group)), "setsockopt");
    // To join twice is EADDRINUSE. strerror(3)
    int twice = setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof(group));
    printf("joined; once more: %s\n", twice < 0 ? strerror(errno) : "done");

    // getsockname(2)
    socklen_t addr_len = sizeof(addr);
    must(getsockname(fd, (struct sockaddr *)&addr, &addr_len), "getsockname");
    printf("bound to %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
    fflush(stdout);

    // Datagrams go to a group, but none can come from it: answers are sent by another socket.
    int own = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    struct sockaddr_in peer = {0};
    hear(fd, &peer);
    answer(own, &peer, "a member has heard it");
    hear(fd, &peer);
    answer(own, &peer, "a member has heard it");

    // recv(2): the sender says to the other socket when it has sent to the group once more. Over
    // loopback that would be here by now.
    must(setsockopt(fd, IPPROTO_IP, IP_DROP_MEMBERSHIP, &group, sizeof(group)), "setsockopt");
    printf("left\n");
    answer(own, &peer, "the member has left");
    char buf[1024];
    int n = must(recv(own, buf, sizeof(buf), 0), "recv");
    printf("received %d bytes at the other socket: %.*s\n", n, n, buf);
    int missed = recv(fd, buf, sizeof(buf), MSG_DONTWAIT);
    printf("received from the group: %s\n", missed < 0 ? strerror(errno) : "something");

    // close(2) leaves all groups, too.
    must(close(own), "close");
    must(close(fd), "close");
    return 0;
}

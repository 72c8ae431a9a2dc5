// tcp40_echo_client: IPv4 or IPv6, whichever the server is found by. Sends one message, receives it
// back and ends.
//
//     tcp40_echo_client [port [host]]
//
// The host is loopback in every family that there is, or the argument: 127.0.0.1, ::1, a name. At
// the other end: tcp40_echo_server, or   socat TCP6-LISTEN:9501,bind=[::1] PIPE
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

#define ADDRESS_MAX (NI_MAXHOST + NI_MAXSERV + 4) // bytes of an address as text

// Spells an address of whatever family, as in tcp40_echo_server: getnameinfo(3), gai_strerror(3).
static void spell(const struct sockaddr *addr, socklen_t len, char *text)
{
    char host[NI_MAXHOST];
    char port[NI_MAXSERV];
    int error = getnameinfo(addr, len, host, sizeof(host), port, sizeof(port),
                            NI_NUMERICHOST | NI_NUMERICSERV);
    if (error != 0) {
        fprintf(stderr, "getnameinfo: %s\n", gai_strerror(error));
        exit(1);
    }
    const char *format = addr->sa_family == AF_INET6 ? "[%s]:%s" : "%s:%s";
    snprintf(text, ADDRESS_MAX, format, host, port);
}

// A connection to this address, or -1 if there is none.
static int connection(const struct addrinfo *ai)
{
    char text[ADDRESS_MAX];
    spell(ai->ai_addr, ai->ai_addrlen, text);
    printf("trying %s\n", text);
    fflush(stdout);

    // socket(2), connect(2). A socket whose connect has failed is of no more use: each address has
    // its own.
    int fd = socket(ai->ai_family, ai->ai_socktype, ai->ai_protocol);
    if (fd < 0) {
        perror("socket");
        return -1;
    }
    if (connect(fd, ai->ai_addr, ai->ai_addrlen) < 0) {
        perror("connect");
        close(fd);
        return -1;
    }
    return fd;
}

int main(int argc, char *argv[])
{
    int port = DEFAULT_PORT;
    const char *host = NULL;
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2) {
        host = argv[2];
    }
    if (argc > 3 || port < 1) {
        fprintf(stderr, "usage: tcp40_echo_client [port [host]]\n");
        exit(2);
    }

    // getaddrinfo(3). The list comes in the order in which the addresses should be tried, IPv6
    // mostly first: gai.conf(5).
    char service[16];
    snprintf(service, sizeof(service), "%d", port);
    struct addrinfo hints = {0};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    struct addrinfo *list;
    int error = getaddrinfo(host, service, &hints, &list);
    if (error != 0) {
        fprintf(stderr, "getaddrinfo: %s\n", gai_strerror(error));
        exit(1);
    }

    // A name may have addresses at which nobody listens. Who takes the first alone fails where the
    // next would have done. freeaddrinfo(3)
    int fd = -1;
    for (struct addrinfo *ai = list; ai != NULL && fd < 0; ai = ai->ai_next) {
        fd = connection(ai);
    }
    freeaddrinfo(list);
    if (fd < 0) {
        exit(1);
    }

    // send(2). shutdown(2) says that there is no more to come; this direction alone is closed.
    const char *message = "hello from the client\n";
    if (send(fd, message, strlen(message), MSG_NOSIGNAL) < 0) {
        perror("send");
        exit(1);
    }
    if (shutdown(fd, SHUT_WR) < 0) {
        perror("shutdown");
        exit(1);
    }

    // recv(2), to the end of the stream.
    char buf[1024];
    ssize_t n;
    while ((n = recv(fd, buf, sizeof(buf), 0)) > 0) {
        printf("received %zd bytes: %.*s", n, (int)n, buf);
    }
    if (n < 0) {
        perror("recv");
        exit(1);
    }

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

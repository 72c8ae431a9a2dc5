// tcp40_echo_server: IPv4 or IPv6, whichever the host is. Sends one client its own words back and
// ends.
//
//     tcp40_echo_server [port [host]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. The host is loopback in the
// first family that there is, or the argument: 127.0.0.1, ::1, a name, or :: for all addresses of
// both families. At the other end: tcp40_echo_client, or   echo hello | nc -N ::1 9501
//
// Here no line knows how long an address is, or where in it the port stands.
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

#define ADDRESS_MAX (NI_MAXHOST + NI_MAXSERV + 4) // bytes of an address as text

// Spells an address of whatever family: 127.0.0.1:9501, or [::1]:9501, where the brackets tell the
// colons apart.
static void spell(const struct sockaddr_storage *addr, socklen_t len, char *text)
{
    // getnameinfo(3) is the way back from an address to host and port. Without the two flags it
    // would look names up for them.
    char host[NI_MAXHOST];
    char port[NI_MAXSERV];
    int error = getnameinfo((const struct sockaddr *)addr, len, host, sizeof(host), port,
                            sizeof(port), NI_NUMERICHOST | NI_NUMERICSERV);
    if (error != 0) {
        fprintf(stderr, "getnameinfo: %s\n", gai_strerror(error));
        exit(1);
    }
    const char *format = addr->ss_family == AF_INET6 ? "[%s]:%s" : "%s:%s";
    snprintf(text, ADDRESS_MAX, format, host, port);
}

// A socket that listens on this address, or -1 if it cannot be had.
static int listener(const struct addrinfo *ai)
{
    // socket(2): what its arguments have to be, the address says itself.
    int fd = socket(ai->ai_family, ai->ai_socktype, ai->ai_protocol);
    if (fd < 0) {
        perror("socket");
        return -1;
    }
    // setsockopt(2)
    int on = 1;
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) < 0) {
        perror("setsockopt");
        exit(1);
    }
    // ipv6(7): without IPV6_V6ONLY a socket on :: also serves clients that come by IPv4. It sees
    // them as ::ffff:127.0.0.1, and what it is by default is the machine's own affair.
    int off = 0;
    if (ai->ai_family == AF_INET6
        && setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof(off)) < 0) {
        perror("setsockopt");
        exit(1);
    }
    // bind(2), listen(2). A machine without IPv6 may have ::1 in the list all the same; here it is
    // refused.
    if (bind(fd, ai->ai_addr, ai->ai_addrlen) < 0) {
        perror("bind");
        close(fd);
        return -1;
    }
    if (listen(fd, 1) < 0) {
        perror("listen");
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
    if (argc > 3 || port < 0) {
        fprintf(stderr, "usage: tcp40_echo_server [port [host]]\n");
        exit(2);
    }

    // getaddrinfo(3) makes a list of addresses out of host and port. Without a host they are those
    // of loopback; with AI_PASSIVE they would be 0.0.0.0 and ::, which anybody can reach. The
    // result is 0 or an error of its own kind, which gai_strerror(3) spells.
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

    // The first that can be had is taken. freeaddrinfo(3)
    int fd = -1;
    for (struct addrinfo *ai = list; ai != NULL && fd < 0; ai = ai->ai_next) {
        fd = listener(ai);
    }
    freeaddrinfo(list);
    if (fd < 0) {
        exit(1);
    }

    // getsockname(2): a sockaddr_storage has room for every family's address.
    char text[ADDRESS_MAX];
    struct sockaddr_storage addr = {0};
    socklen_t addr_len = sizeof(addr);
    if (getsockname(fd, (struct sockaddr *)&addr, &addr_len) < 0) {
        perror("getsockname");
        exit(1);
    }
    spell(&addr, addr_len, text);
    printf("listening on %s\n", text);
    fflush(stdout);

    // accept(2)
    struct sockaddr_storage peer = {0};
    socklen_t peer_len = sizeof(peer);
    int conn = accept(fd, (struct sockaddr *)&peer, &peer_len);
    if (conn < 0) {
        perror("accept");
        exit(1);
    }
    spell(&peer, peer_len, text);
    printf("connected to %s\n", text);

    // recv(2), send(2), until the client has said all that it has to say.
    char buf[1024];
    ssize_t n;
    while ((n = recv(conn, buf, sizeof(buf), 0)) > 0) {
        printf("echo of %zd bytes\n", n);
        if (send(conn, buf, n, MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }
    }
    if (n < 0) {
        perror("recv");
        exit(1);
    }

    // close(2)
    if (close(conn) < 0) {
        perror("close");
        exit(1);
    }
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

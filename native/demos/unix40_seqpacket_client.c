// unix40_seqpacket_client: sends records to a name that is in no file system, and gets such a name
// itself.
//
//     unix40_seqpacket_client [name]
//
// At the other end: unix40_seqpacket_server, or
// echo hello | socat - ABSTRACT-LISTEN:libc-sockets,type=5
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// Sends one record, whole or not at all: send(2). MSG_EOR says that it ends here, which on Linux it
// does in any case.
static void record(int fd, const char *text)
{
    ssize_t n = send(fd, text, strlen(text), MSG_NOSIGNAL | MSG_EOR);
    if (n < 0) {
        perror("send");
        exit(1);
    }
    printf("sent %zd bytes: %s\n", n, text);
}

int main(int argc, char *argv[])
{
    const char *name = "libc-sockets";
    if (argc > 1) {
        name = argv[1];
    }
    struct sockaddr_un server = {0};
    if (argc > 2 || strlen(name) == 0 || strlen(name) >= sizeof(server.sun_path) - 1) {
        fprintf(stderr, "usage: unix40_seqpacket_client [name of at most 106 bytes]\n");
        exit(2);
    }

    // socket(2)
    int fd = socket(AF_UNIX, SOCK_SEQPACKET, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }

    // bind(2), unix(7): an address that ends where sun_path would begin asks the kernel for an
    // abstract name that nobody has, of five hexadecimal digits. getsockname(2) tells it.
    struct sockaddr_un addr = {0};
    addr.sun_family = AF_UNIX;
    if (bind(fd, (struct sockaddr *)&addr, offsetof(struct sockaddr_un, sun_path)) < 0) {
        perror("bind");
        exit(1);
    }
    socklen_t addr_len = sizeof(addr);
    if (getsockname(fd, (struct sockaddr *)&addr, &addr_len) < 0) {
        perror("getsockname");
        exit(1);
    }
    printf("bound to @%s\n", &addr.sun_path[1]);
    fflush(stdout);

    // connect(2): the length ends the name. With sizeof(server) it would be another one, with
    // NULs at its end. ECONNREFUSED: nobody has this name.
    server.sun_family = AF_UNIX;
    snprintf(server.sun_path, sizeof(server.sun_path), "@%s", name);
    server.sun_path[0] = '\0';
    socklen_t server_len = offsetof(struct sockaddr_un, sun_path) + 1 + strlen(name);
    if (connect(fd, (struct sockaddr *)&server, server_len) < 0) {
        perror("connect");
        exit(1);
    }

    record(fd, "one");
    record(fd, "two");
    record(fd, "a record too long for the server");

    // shutdown(2): the server receives the end, and can still answer.
    if (shutdown(fd, SHUT_WR) < 0) {
        perror("shutdown");
        exit(1);
    }

    // recv(2)
    char buf[1024];
    ssize_t n = recv(fd, buf, sizeof(buf), 0);
    if (n < 0) {
        perror("recv");
        exit(1);
    }
    printf("received %zd bytes: %.*s\n", n, (int)n, buf);

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

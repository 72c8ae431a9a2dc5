// unix40_seqpacket_server: receives records under a name that is in no file system.
//
//     unix40_seqpacket_server [name]
//
// The name is libc-sockets, or the argument. At the other end: unix40_seqpacket_client, or
// echo hello | socat - ABSTRACT-CONNECT:libc-sockets,type=5
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    const char *name = "libc-sockets";
    if (argc > 1) {
        name = argv[1];
    }
    // unix(7): sun_path has room for 108 bytes: here a NUL, the name, and one for snprintf.
    struct sockaddr_un addr = {0};
    if (argc > 2 || strlen(name) == 0 || strlen(name) >= sizeof(addr.sun_path) - 1) {
        fprintf(stderr, "usage: unix40_seqpacket_server [name of at most 106 bytes]\n");
        exit(2);
    }

    // socket(2): SOCK_SEQPACKET is connected as a stream is, and keeps messages apart as datagrams
    // are.
    int fd = socket(AF_UNIX, SOCK_SEQPACKET, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }

    // bind(2). A name that begins with a NUL, usually shown as @, is an abstract one. It ends where
    // the length says. There is no file: nothing to unlink, since the name is gone when the socket
    // is, and no permissions, so anyone may connect.
    addr.sun_family = AF_UNIX;
    snprintf(addr.sun_path, sizeof(addr.sun_path), "@%s", name);
    addr.sun_path[0] = '\0';
    socklen_t addr_len = offsetof(struct sockaddr_un, sun_path) + 1 + strlen(name);
    if (bind(fd, (struct sockaddr *)&addr, addr_len) < 0) {
        perror("bind");
        exit(1);
    }

    // listen(2)
    if (listen(fd, 1) < 0) {
        perror("listen");
        exit(1);
    }
    printf("listening on @%s\n", name);
    fflush(stdout);

    // accept(2)
    struct sockaddr_un peer = {0};
    socklen_t peer_len = sizeof(peer);
    int conn = accept(fd, (struct sockaddr *)&peer, &peer_len);
    if (conn < 0) {
        perror("accept");
        exit(1);
    }
    if (peer_len == offsetof(struct sockaddr_un, sun_path)) {
        printf("a socket without a name connected\n");
    } else {
        printf("@%.*s connected\n", (int)sizeof(peer.sun_path) - 1, &peer.sun_path[1]);
    }

    for (;;) {
        // recvmsg(2): one record, never two. What there is no room for is lost, and msg_flags then
        // has MSG_TRUNC. Linux sets no MSG_EOR there: no record comes in parts.
        char buf[16];
        struct iovec iov = {buf, sizeof(buf)};
        struct msghdr msg = {0};
        msg.msg_iov = &iov;
        msg.msg_iovlen = 1;
        ssize_t n = recvmsg(conn, &msg, 0);
        if (n < 0) {
            perror("recvmsg");
            exit(1);
        }
        // The end, or an empty record: nobody can tell.
        if (n == 0) {
            printf("the end\n");
            break;
        }
        printf("a record of %zd bytes%s: %.*s\n", n,
               (msg.msg_flags & MSG_TRUNC) != 0 ? ", the rest is lost" : "", (int)n, buf);
    }

    // send(2). The client may have closed its end.
    const char *answer = "hello from the server";
    if (send(conn, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
        perror("send");
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

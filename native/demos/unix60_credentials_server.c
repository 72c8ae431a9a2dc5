// unix60_credentials_server: says who is at the other end, which the kernel knows: process, user
// and group.
//
//     unix60_credentials_server [path]
//
// The path is /tmp/libc-sockets.sock, or the argument. A file of that name is removed. At the other
// end: unix60_credentials_client, or   echo hello | nc -N -U /tmp/libc-sockets.sock
#define _GNU_SOURCE // struct ucred
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "arguments.h"

int main(int argc, char *argv[])
{
    const char *path = DEFAULT_PATH;
    if (argc > 1) {
        path = argv[1];
    }
    struct sockaddr_un addr = {0};
    if (argc > 2 || strlen(path) == 0 || strlen(path) >= sizeof(addr.sun_path)) {
        fprintf(stderr, "usage: unix60_credentials_server [path of at most 107 bytes]\n");
        exit(2);
    }

    // socket(2)
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }

    // setsockopt(2), unix(7): from now on credentials come with whatever is received. A socket that
    // accept makes inherits the option. Set only then, it would be late for what has been sent.
    int on = 1;
    if (setsockopt(fd, SOL_SOCKET, SO_PASSCRED, &on, sizeof(on)) < 0) {
        perror("setsockopt");
        exit(1);
    }

    // unlink(2), bind(2), listen(2), accept(2)
    if (unlink(path) < 0 && errno != ENOENT) {
        perror("unlink");
        exit(1);
    }
    addr.sun_family = AF_UNIX;
    strcpy(addr.sun_path, path);
    if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        exit(1);
    }
    if (listen(fd, 1) < 0) {
        perror("listen");
        exit(1);
    }
    printf("listening on %s\n", path);
    fflush(stdout);
    int conn = accept(fd, NULL, NULL);
    if (conn < 0) {
        perror("accept");
        exit(1);
    }

    // getsockopt(2): SO_PEERCRED tells who called connect. Whoever inherits that descriptor or is
    // passed it can speak in the place of who is named here.
    struct ucred peer = {0};
    socklen_t peer_len = sizeof(peer);
    if (getsockopt(conn, SOL_SOCKET, SO_PEERCRED, &peer, &peer_len) < 0) {
        perror("getsockopt");
        exit(1);
    }
    printf("process %d, user %u, group %u connected\n", peer.pid, peer.uid, peer.gid);

    for (;;) {
        // recvmsg(2). Of a stream, too, one call returns no bytes of two senders.
        char buf[1024];
        struct iovec iov = {buf, sizeof(buf)};
        union {
            char buf[CMSG_SPACE(sizeof(struct ucred))];
            struct cmsghdr align;
        } control = {0};
        struct msghdr msg = {0};
        msg.msg_iov = &iov;
        msg.msg_iovlen = 1;
        msg.msg_control = control.buf;
        msg.msg_controllen = sizeof(control.buf);
        ssize_t n = recvmsg(conn, &msg, 0);
        if (n < 0) {
            perror("recvmsg");
            exit(1);
        }
        if (n == 0) {
            break;
        }

        // cmsg(3): SCM_CREDENTIALS tells who sent these bytes.
        struct cmsghdr *cmsg = CMSG_FIRSTHDR(&msg);
        if (cmsg == NULL || cmsg->cmsg_level != SOL_SOCKET
            || cmsg->cmsg_type != SCM_CREDENTIALS) {
            fprintf(stderr, "no credentials came with %zd bytes\n", n);
            exit(1);
        }
        struct ucred sender;
        memcpy(&sender, CMSG_DATA(cmsg), sizeof(sender));
        printf("process %d, user %u, group %u sent %zd bytes: %.*s", sender.pid, sender.uid,
               sender.gid, n, (int)n, buf);
        fflush(stdout);

        // send(2): the client waits for this before it sends more, or one recvmsg might return it
        // all. A client that has gone does not wait.
        const char *answer = "received\n";
        if (send(conn, answer, strlen(answer), MSG_NOSIGNAL) < 0 && errno != EPIPE) {
            perror("send");
            exit(1);
        }
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
    if (unlink(path) < 0) {
        perror("unlink");
        exit(1);
    }
    return 0;
}

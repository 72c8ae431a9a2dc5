// unix60_credentials_client: says who it is, and then that it is somebody else.
//
//     unix60_credentials_client [path]
//
// At the other end: unix60_credentials_server
#define _GNU_SOURCE // struct ucred
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "arguments.h"

// Sends a text as whoever these credentials name, and receives the answer. Without credentials, as
// who one is.
static void say(int fd, const char *text, const struct ucred *as)
{
    // sendmsg(2), cmsg(3), unix(7). The kernel checks what it is told: the process number has to be
    // one's own, user and group one's real, effective or saved ones. Who has the capability
    // CAP_SYS_ADMIN may name any process, with CAP_SETUID any user, with CAP_SETGID any group,
    // capabilities(7): root has all three. All others get EPERM.
    struct iovec iov = {(void *)text, strlen(text)};
    union {
        char buf[CMSG_SPACE(sizeof(struct ucred))];
        struct cmsghdr align;
    } control = {0};
    struct msghdr msg = {0};
    msg.msg_iov = &iov;
    msg.msg_iovlen = 1;
    if (as != NULL) {
        msg.msg_control = control.buf;
        msg.msg_controllen = sizeof(control.buf);
        struct cmsghdr *cmsg = CMSG_FIRSTHDR(&msg);
        cmsg->cmsg_level = SOL_SOCKET;
        cmsg->cmsg_type = SCM_CREDENTIALS;
        cmsg->cmsg_len = CMSG_LEN(sizeof(*as));
        memcpy(CMSG_DATA(cmsg), as, sizeof(*as));
    }
    if (sendmsg(fd, &msg, MSG_NOSIGNAL) < 0) {
        if (errno != EPERM) {
            perror("sendmsg");
            exit(1);
        }
        printf("refused, %s: %s", strerror(errno), text);
        return;
    }

    // recv(2)
    char buf[1024];
    ssize_t n = recv(fd, buf, sizeof(buf), 0);
    if (n < 0) {
        perror("recv");
        exit(1);
    }
    printf("sent: %s", text);
}

int main(int argc, char *argv[])
{
    const char *path = DEFAULT_PATH;
    if (argc > 1) {
        path = argv[1];
    }
    struct sockaddr_un server = {0};
    if (argc > 2 || strlen(path) == 0 || strlen(path) >= sizeof(server.sun_path)) {
        fprintf(stderr, "usage: unix60_credentials_client [path of at most 107 bytes]\n");
        exit(2);
    }

    // socket(2), connect(2)
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }
    server.sun_family = AF_UNIX;
    strcpy(server.sun_path, path);
    if (connect(fd, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect");
        exit(1);
    }

    // getsockopt(2): the client, too, can ask who is at the other end. It is who called listen.
    struct ucred peer = {0};
    socklen_t peer_len = sizeof(peer);
    if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &peer_len) < 0) {
        perror("getsockopt");
        exit(1);
    }
    printf("process %d, user %u, group %u listens\n", peer.pid, peer.uid, peer.gid);

    // getpid(2), getuid(2), getgid(2). Process 1 is there always, init.
    struct ucred self = {getpid(), getuid(), getgid()};
    struct ucred init = {1, getuid(), getgid()};
    struct ucred nobody = {getpid(), 65534, 65534};
    say(fd, "I do not say who I am\n", NULL);
    say(fd, "I am myself\n", &self);
    say(fd, "I am init\n", &init);
    say(fd, "I am nobody\n", &nobody);

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

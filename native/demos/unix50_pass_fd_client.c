// unix50_pass_fd_client: receives the descriptor of a file that it cannot open, and writes to it.
//
//     unix50_pass_fd_client [path]
//
// At the other end: unix50_pass_fd_server
#include <errno.h>
#include <fcntl.h>
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
    struct sockaddr_un server = {0};
    if (argc > 2 || strlen(path) == 0 || strlen(path) >= sizeof(server.sun_path)) {
        fprintf(stderr, "usage: unix50_pass_fd_client [path of at most 107 bytes]\n");
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

    // recvmsg(2), cmsg(3). Descriptors for which there is no room are closed again, and msg_flags
    // then has MSG_CTRUNC. MSG_CMSG_CLOEXEC keeps those that come from programs started later.
    char name[128] = {0};
    struct iovec iov = {name, sizeof(name) - 1};
    union {
        char buf[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control = {0};
    struct msghdr msg = {0};
    msg.msg_iov = &iov;
    msg.msg_iovlen = 1;
    msg.msg_control = control.buf;
    msg.msg_controllen = sizeof(control.buf);
    if (recvmsg(fd, &msg, MSG_CMSG_CLOEXEC) < 0) {
        perror("recvmsg");
        exit(1);
    }
    struct cmsghdr *cmsg = CMSG_FIRSTHDR(&msg);
    if (cmsg == NULL || cmsg->cmsg_level != SOL_SOCKET || cmsg->cmsg_type != SCM_RIGHTS) {
        fprintf(stderr, "no descriptor came with: %s\n", name);
        exit(1);
    }

    // The number is the next that is free here, whatever it is in the process that sent it: the
    // kernel has made a descriptor of this process, and put its number in place of the other.
    int file;
    memcpy(&file, CMSG_DATA(cmsg), sizeof(file));
    printf("received a descriptor of the file that was %s\n", name);

    // open(2): the name leads nowhere.
    if (open(name, O_RDWR) >= 0) {
        fprintf(stderr, "there is a file of that name\n");
        exit(1);
    }
    printf("to open it by that name: %s\n", strerror(errno));
    fflush(stdout);

    // write(2): nobody asks who opened the file, nor who may open it. Who has it may use it.
    const char *line = "two, by the client\n";
    ssize_t n = write(file, line, strlen(line));
    if (n < 0) {
        perror("write");
        exit(1);
    }
    printf("wrote %zd bytes to it\n", n);

    // send(2)
    const char *answer = "written\n";
    if (send(fd, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
        perror("send");
        exit(1);
    }

    // close(2)
    if (close(file) < 0) {
        perror("close");
        exit(1);
    }
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

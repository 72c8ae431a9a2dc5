// unix50_pass_fd_server: opens a file and passes the descriptor to another process, for which
// there is no other way to that file.
//
//     unix50_pass_fd_server [path]
//
// The path is /tmp/libc-sockets.sock, or the argument. A file of that name is removed. At the other
// end: unix50_pass_fd_client
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#include "arguments.h"

// Writes a line to the file, where the last one ended: write(2)
static void note(int file, const char *line)
{
    if (write(file, line, strlen(line)) < 0) {
        perror("write");
        exit(1);
    }
}

int main(int argc, char *argv[])
{
    const char *path = DEFAULT_PATH;
    if (argc > 1) {
        path = argv[1];
    }
    struct sockaddr_un addr = {0};
    if (argc > 2 || strlen(path) == 0 || strlen(path) >= sizeof(addr.sun_path)) {
        fprintf(stderr, "usage: unix50_pass_fd_server [path of at most 107 bytes]\n");
        exit(2);
    }

    // open(2), unlink(2): the file lives on without a name, as long as somebody holds a descriptor
    // of it. From here on nobody can open it.
    char name[128];
    snprintf(name, sizeof(name), "%s.notes", path);
    int file = open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (file < 0) {
        perror("open");
        exit(1);
    }
    if (unlink(name) < 0) {
        perror("unlink");
        exit(1);
    }
    note(file, "one, by the server\n");

    // socket(2), bind(2), listen(2): descriptors pass through UNIX domain sockets alone, unix(7).
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }
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

    // accept(2)
    int conn = accept(fd, NULL, NULL);
    if (conn < 0) {
        perror("accept");
        exit(1);
    }

    // sendmsg(2). What goes beside the data is a control message, cmsg(3): a header, then, as
    // SCM_RIGHTS, descriptors. On a stream they need at least one byte of data to go with.
    struct iovec iov = {name, strlen(name)};
    union {
        char buf[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control = {0};
    struct msghdr msg = {0};
    msg.msg_iov = &iov;
    msg.msg_iovlen = 1;
    msg.msg_control = control.buf;
    msg.msg_controllen = sizeof(control.buf);
    struct cmsghdr *cmsg = CMSG_FIRSTHDR(&msg);
    cmsg->cmsg_level = SOL_SOCKET;
    cmsg->cmsg_type = SCM_RIGHTS;
    cmsg->cmsg_len = CMSG_LEN(sizeof(file));
    memcpy(CMSG_DATA(cmsg), &file, sizeof(file));
    if (sendmsg(conn, &msg, MSG_NOSIGNAL) < 0) {
        perror("sendmsg");
        exit(1);
    }
    printf("passed a descriptor of the file that was %s\n", name);

    // recv(2): the client says that it has written, or is gone.
    char buf[1024];
    ssize_t n = recv(conn, buf, sizeof(buf), 0);
    if (n < 0) {
        perror("recv");
        exit(1);
    }
    printf("received %zd bytes: %.*s", n, (int)n, buf);

    // A descriptor that is passed is a second one of the same open file, as dup(2) makes: both move
    // one offset. So this line goes behind the client's, and preadv(2) has to say where to begin.
    note(file, "three, by the server\n");
    struct iovec whole = {buf, sizeof(buf)};
    n = preadv(file, &whole, 1, 0);
    if (n < 0) {
        perror("preadv");
        exit(1);
    }
    printf("the file has %zd bytes:\n%.*s", n, (int)n, buf);

    // close(2)
    if (close(conn) < 0) {
        perror("close");
        exit(1);
    }
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    if (close(file) < 0) {
        perror("close");
        exit(1);
    }
    if (unlink(path) < 0) {
        perror("unlink");
        exit(1);
    }
    return 0;
}

// unix10: parent and child process talk over an anonymous pair of sockets.
//
//     unix10
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

// The child receives a message and answers it.
static void child(int fd)
{
    // recv(2). What is printed has to be out before the answer is: then the parent prints after it.
    char buf[1024];
    ssize_t n = recv(fd, buf, sizeof(buf), 0);
    if (n < 0) {
        perror("recv");
        exit(1);
    }
    // getpid(2)
    printf("child %d received %zd bytes: %.*s", getpid(), n, (int)n, buf);
    fflush(stdout);

    // send(2); MSG_NOSIGNAL makes a peer that has gone the error EPIPE instead of SIGPIPE.
    const char *answer = "hello from the child\n";
    if (send(fd, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
        perror("send");
        exit(1);
    }

    // close(2)
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
}

// The parent sends a message and receives the answer.
static void parent(int fd)
{
    const char *message = "hello from the parent\n";
    if (send(fd, message, strlen(message), MSG_NOSIGNAL) < 0) {
        perror("send");
        exit(1);
    }

    char buf[1024];
    ssize_t n = recv(fd, buf, sizeof(buf), 0);
    if (n < 0) {
        perror("recv");
        exit(1);
    }
    printf("parent %d received %zd bytes: %.*s", getpid(), n, (int)n, buf);

    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
}

int main(int argc, char *argv[])
{
    if (argc > 1) {
        fprintf(stderr, "usage: unix10 (without %s)\n", argv[1]);
        exit(2);
    }

    // socketpair(2) makes two sockets that are connected to each other, unix(7). They have no name,
    // so only who inherits or is handed a descriptor can use them.
    int sv[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0) {
        perror("socketpair");
        exit(1);
    }

    // fork(2) copies the process with all its descriptors, and with what waits in stdout's buffer:
    // so that goes out first. Each side then closes the other's end. While a copy of an end is
    // open anywhere, nobody sees the end of the stream.
    fflush(stdout);
    pid_t pid = fork();
    if (pid < 0) {
        perror("fork");
        exit(1);
    }
    if (pid == 0) {
        if (close(sv[0]) < 0) {
            perror("close");
            exit(1);
        }
        child(sv[1]);
        exit(0);
    }
    if (close(sv[1]) < 0) {
        perror("close");
        exit(1);
    }
    parent(sv[0]);

    // waitpid(2), on the page wait(2), waits for the child's end and collects its exit status.
    int status;
    if (waitpid(pid, &status, 0) < 0) {
        perror("waitpid");
        exit(1);
    }
    if (!WIFEXITED(status)) {
        printf("the child was ended by signal %d\n", WTERMSIG(status));
        exit(1);
    }
    printf("the child ended with status %d\n", WEXITSTATUS(status));
    return WEXITSTATUS(status);
}

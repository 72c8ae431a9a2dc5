// tcp80_oob_client: sends urgent data among other data and ends.
//
//     tcp80_oob_client [port]
//
// At the other end: tcp80_oob_server
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

// The result of a call that must not fail. perror(3)
static int must(int result, const char *call)
{
    if (result < 0) {
        perror(call);
        exit(1);
    }
    return result;
}

static void say(int fd, const char *text, int flags)
{
    // send(2)
    printf("send%s: %s\n", (flags & MSG_OOB) != 0 ? " with MSG_OOB" : "", text);
    must(send(fd, text, strlen(text), MSG_NOSIGNAL | flags), "send");
}

int main(int argc, char *argv[])
{
    int port = DEFAULT_PORT;
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2 || port < 1) {
        fprintf(stderr, "usage: tcp80_oob_client [port]\n");
        exit(2);
    }

    // socket(2), byteorder(3), connect(2)
    int fd = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    must(connect(fd, (struct sockaddr *)&server, sizeof(server)), "connect");

    // Of what MSG_OOB sends only the last byte is urgent: the mark stands in front of that, and the
    // others are data like any before them.
    say(fd, "one two ", 0);
    say(fd, "stop!", MSG_OOB);
    say(fd, "three", 0);

    // recv(2): the server is ready for more. It will have the urgent byte where it stands.
    char buf[64];
    int n = must(recv(fd, buf, sizeof(buf), 0), "recv");
    printf("received %d bytes: %.*s\n", n, n, buf);
    say(fd, "four ", 0);
    say(fd, "!", MSG_OOB);
    say(fd, "five", 0);

    // close(2)
    must(close(fd), "close");
    return 0;
}

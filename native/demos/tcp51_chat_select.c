// tcp51_chat_select: passes on what each client says to all the others, until Ctrl-C.
//
//     tcp51_chat_select [port [clients]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. With a second argument the
// server ends when so many clients have come and gone. At the other end, several times:
//     nc 127.0.0.1 9501
//
// tcp50_chat_poll with select(2) in place of poll(2): older, known to every system, and with a
// limit to the descriptors that it can wait for.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

#define CLIENTS_MAX 16

// What to wait for, a bit for each descriptor, and the highest of them; and each one's number: 0 is
// nobody's.
static fd_set watched;
static int highest = 0;
static int numbers[FD_SETSIZE];
static int here = 0;

// Sends a line to all clients but the one with this descriptor.
static void tell_others(int speaker, const char *line, int len)
{
    for (int fd = 0; fd <= highest; fd++) {
        // send(2). A client that does not read must not hold the others up: with MSG_DONTWAIT it
        // misses the line. Who has gone is found out when its turn comes.
        if (numbers[fd] > 0 && fd != speaker
            && send(fd, line, len, MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
            printf("client %d missed a line\n", numbers[fd]);
        }
    }
}

// Takes in a client that has connected. The number of those that have come.
static int welcome(int listener, int came)
{
    // accept(2). The client may have gone since select said that it was there: then a listener that
    // waits would wait for the next one, with all clients waiting for it. This one does not wait.
    struct sockaddr_in peer = {0};
    socklen_t peer_len = sizeof(peer);
    int conn = accept(listener, (struct sockaddr *)&peer, &peer_len);
    if (conn < 0 && (errno == EAGAIN || errno == ECONNABORTED)) {
        return came;
    }
    if (conn < 0) {
        perror("accept");
        exit(1);
    }
    came++;
    printf("client %d came from %s:%d\n", came, inet_ntoa(peer.sin_addr), ntohs(peer.sin_port));
    // A set has 1024 bits, and FD_SET beyond them writes into other memory: a process with many
    // descriptors has to use poll.
    if (conn >= FD_SETSIZE) {
        printf("client %d has a descriptor that select cannot wait for\n", came);
        if (close(conn) < 0) {
            perror("close");
            exit(1);
        }
        return came;
    }
    FD_SET(conn, &watched);
    if (conn > highest) {
        highest = conn;
    }
    numbers[conn] = came;
    here++;
    return came;
}

// Hears what the client with this descriptor has to say, or that it has gone.
static void hear(int fd)
{
    // recv(2) does not wait: select has said that there is something, if only the end.
    char buf[1024];
    int n = recv(fd, buf, sizeof(buf), 0);
    if (n > 0) {
        char line[1100];
        int len = snprintf(line, sizeof(line), "client %d: %.*s", numbers[fd], n, buf);
        printf("%s", line);
        tell_others(fd, line, len);
        return;
    }
    if (n < 0) {
        perror("recv");
    }
    printf("client %d left\n", numbers[fd]);
    // close(2). A closed descriptor in a set makes select fail with EBADF, and the next client gets
    // the same one.
    FD_CLR(fd, &watched);
    numbers[fd] = 0;
    here--;
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
}

int main(int argc, char *argv[])
{
    int port = DEFAULT_PORT;
    int clients = 0;
    if (argc > 1) {
        port = number(argv[1], 65535);
    }
    if (argc > 2) {
        clients = number(argv[2], 1000000);
    }
    if (argc > 3 || port < 0 || clients < 0) {
        fprintf(stderr, "usage: tcp51_chat_select [port [clients]]\n");
        exit(2);
    }

    // socket(2), setsockopt(2), bind(2), byteorder(3), listen(2), getsockname(2), inet(3)
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (fd < 0) {
        perror("socket");
        exit(1);
    }
    int on = 1;
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) < 0) {
        perror("setsockopt");
        exit(1);
    }
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(port);
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        exit(1);
    }
    if (listen(fd, SOMAXCONN) < 0) {
        perror("listen");
        exit(1);
    }
    socklen_t addr_len = sizeof(addr);
    if (getsockname(fd, (struct sockaddr *)&addr, &addr_len) < 0) {
        perror("getsockname");
        exit(1);
    }
    printf("listening on %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));

    int came = 0;
    FD_ZERO(&watched);
    highest = fd;
    while (clients == 0 || came < clients || here > 0) {
        fflush(stdout);

        // select(2) waits until a descriptor in the set is ready, and overwrites the set with those
        // that are: it gets a copy. While there is no room the listener is not in it, and who
        // connects waits in the queue of listen.
        fd_set ready = watched;
        if (here < CLIENTS_MAX && (clients == 0 || came < clients)) {
            FD_SET(fd, &ready);
        }
        if (select(highest + 1, &ready, NULL, NULL, NULL) < 0) {
            perror("select");
            exit(1);
        }
        // How many are ready it says, but not which: each bit has to be looked at.
        for (int i = 0; i <= highest; i++) {
            if (i != fd && FD_ISSET(i, &ready)) {
                hear(i);
            }
        }
        if (FD_ISSET(fd, &ready)) {
            came = welcome(fd, came);
        }
    }
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

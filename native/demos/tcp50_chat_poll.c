// tcp50_chat_poll: passes on what each client says to all the others, until Ctrl-C.
//
//     tcp50_chat_poll [port [clients]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. With a second argument the
// server ends when so many clients have come and gone. At the other end, several times:
//     nc 127.0.0.1 9501
//
// One thread serves all: it waits for whoever has something next. The same server with select(2)
// is tcp51_chat_select, with epoll(7) tcp52_chat_epoll.
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

#define SEATS 17 // the listener's, and those of 16 clients

// What to wait for, and each one's number. The seats in use are the first ones; seat 0 is the
// listener's.
static struct pollfd fds[SEATS];
static int numbers[SEATS];
static int seats = 1;

// Sends a line to all clients but the one that sits here.
static void tell_others(int seat, const char *line, int len)
{
    for (int i = 1; i < seats; i++) {
        // send(2). A client that does not read must not hold the others up: with MSG_DONTWAIT it
        // misses the line. Who has gone is found out when its turn comes.
        if (i != seat && send(fds[i].fd, line, len, MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
            printf("client %d missed a line\n", numbers[i]);
        }
    }
}

// Takes in a client that has connected. The number of those that have come.
static int welcome(int came)
{
    // accept(2). The client may have gone since poll said that it was there: then a listener that
    // waits would wait for the next one, with all clients waiting for it. This one does not wait.
    struct sockaddr_in peer = {0};
    socklen_t peer_len = sizeof(peer);
    int conn = accept(fds[0].fd, (struct sockaddr *)&peer, &peer_len);
    if (conn < 0 && (errno == EAGAIN || errno == ECONNABORTED)) {
        return came;
    }
    if (conn < 0) {
        perror("accept");
        exit(1);
    }
    came++;
    fds[seats].fd = conn;
    fds[seats].events = POLLIN;
    fds[seats].revents = 0;
    numbers[seats] = came;
    seats++;
    printf("client %d came from %s:%d\n", came, inet_ntoa(peer.sin_addr), ntohs(peer.sin_port));
    return came;
}

// Hears what the client in this seat has to say, or that it has gone.
static void hear(int seat)
{
    // recv(2) does not wait: poll has said that there is something, if only the end.
    char buf[1024];
    int n = recv(fds[seat].fd, buf, sizeof(buf), 0);
    if (n > 0) {
        char line[1100];
        int len = snprintf(line, sizeof(line), "client %d: %.*s", numbers[seat], n, buf);
        printf("%s", line);
        tell_others(seat, line, len);
        return;
    }
    if (n < 0) {
        perror("recv");
    }
    printf("client %d left\n", numbers[seat]);
    // close(2). The last one takes the seat that is free now.
    if (close(fds[seat].fd) < 0) {
        perror("close");
        exit(1);
    }
    seats--;
    fds[seat] = fds[seats];
    numbers[seat] = numbers[seats];
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
        fprintf(stderr, "usage: tcp50_chat_poll [port [clients]]\n");
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
    fds[0].events = POLLIN;
    while (clients == 0 || came < clients || seats > 1) {
        fflush(stdout);

        // poll(2) waits until a descriptor is ready, and says in revents for what. It passes over a
        // negative one: while there is no free seat, who connects waits in the queue of listen.
        fds[0].fd = seats < SEATS && (clients == 0 || came < clients) ? fd : -1;
        if (poll(fds, seats, -1) < 0) {
            perror("poll");
            exit(1);
        }
        // From the last to the first: who moves to a free seat has had its turn. POLLHUP and
        // POLLERR come without being asked for; recv says what they mean.
        for (int i = seats - 1; i > 0; i--) {
            if (fds[i].revents != 0) {
                hear(i);
            }
        }
        if (fds[0].revents != 0) {
            came = welcome(came);
        }
    }
    if (close(fd) < 0) {
        perror("close");
        exit(1);
    }
    return 0;
}

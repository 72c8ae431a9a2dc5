// netns10_two_hosts: two hosts and a cable between them, on one machine, in one process.
//
//     netns10_two_hosts
//
// Needs root, and ip(8) of iproute2. A network namespace, network_namespaces(7), has interfaces,
// addresses, routes and ports of its own, as a host has. Of these two nothing is left behind: no
// file names them, so they end with this process.
#define _GNU_SOURCE // unshare, setns
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arguments.h"

#define LEFT "198.51.100.1"
#define RIGHT "198.51.100.2"

// The result of a call that must not fail. perror(3)
static int must(int result, const char *call)
{
    if (result < 0) {
        perror(call);
        exit(1);
    }
    return result;
}

// Makes a host, moves this thread there, and returns a descriptor of it.
static int host(void)
{
    // unshare(2) gives this thread, and no other one, a new namespace: nothing in it but a loopback
    // interface that is down.
    if (unshare(CLONE_NEWNET) < 0) {
        fprintf(stderr, "unshare: %s%s\n", strerror(errno),
                errno == EPERM ? ": this demo needs root" : "");
        exit(1);
    }
    // open(2), proc(5): this thread's, for each has its own. While somebody holds the descriptor,
    // the namespace lives, with or without a thread.
    return must(open("/proc/thread-self/ns/net", O_RDONLY), "open");
}

// Moves this thread to a host: setns(2). Sockets stay where they were made.
static void enter(int host)
{
    must(setns(host, CLONE_NEWNET), "setns");
}

// Runs a command on the host where this thread is: posix_spawn(3), waitpid(2). A child is born into
// the namespace of the thread that starts it.
static void run(const char *command)
{
    char *const argv[] = {"sh", "-c", (char *)command, NULL};
    pid_t pid;
    int error = posix_spawn(&pid, "/bin/sh", NULL, NULL, argv, environ);
    if (error != 0) {
        fprintf(stderr, "posix_spawn: %s\n", strerror(error));
        exit(1);
    }
    int status;
    must(waitpid(pid, &status, 0), "waitpid");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "failed: %s\n", command);
        exit(1);
    }
}

// Waits so long at most until there is something to receive, and says whether there is: poll(2)
static bool readable(int fd, int milliseconds)
{
    struct pollfd pfd = {fd, POLLIN, 0};
    return must(poll(&pfd, 1, milliseconds), "poll") > 0;
}

// Receives what comes within 10 seconds, and prints it: recv(2)
static void receive(const char *what, int fd)
{
    char buf[64];
    if (!readable(fd, 10000)) {
        fprintf(stderr, "nothing came by %s\n", what);
        exit(1);
    }
    int n = must(recv(fd, buf, sizeof(buf), 0), "recv");
    printf("    right received by %s: %.*s\n", what, n, buf);
}

int main(int argc, char *argv[])
{
    if (argc > 1) {
        fprintf(stderr, "usage: netns10_two_hosts (without %s)\n", argv[1]);
        exit(2);
    }

    // veth(4): a pair of interfaces; what goes in at one comes out at the other. ip inherits the
    // descriptor of the host where the other one belongs.
    int left = host();
    int right = host();
    char command[128];
    snprintf(command, sizeof(command),
             "ip link add eth0 type veth peer name eth0 netns /proc/self/fd/%d", left);
    run(command);
    run("ip link set lo up && ip addr add " RIGHT "/24 dev eth0 && ip link set eth0 up");
    enter(left);
    run("ip link set lo up && ip addr add " LEFT "/24 dev eth0 && ip link set eth0 up");
    printf("left is %s, right is %s\n", LEFT, RIGHT);

    // socket(2), bind(2), listen(2): on the right, at all of its addresses.
    enter(right);
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(DEFAULT_PORT);
    addr.sin_addr.s_addr = htonl(INADDR_ANY);
    int listener = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
    must(bind(listener, (struct sockaddr *)&addr, sizeof(addr)), "bind");
    must(listen(listener, 1), "listen");
    int receiver = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    must(bind(receiver, (struct sockaddr *)&addr, sizeof(addr)), "bind");
    printf("right listens on port %d\n", DEFAULT_PORT);

    // connect(2): on the left nobody does. 127.0.0.1 is this host, and no other.
    enter(left);
    int client = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(client, (struct sockaddr *)&addr, sizeof(addr)) == 0) {
        fprintf(stderr, "left listens, too\n");
        exit(1);
    }
    printf("left connects to 127.0.0.1 port %d: %s\n", DEFAULT_PORT, strerror(errno));
    must(close(client), "close");

    // Over the cable. accept(2) asks the listener, which is on the right, wherever this thread is.
    client = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
    addr.sin_addr.s_addr = inet_addr(RIGHT);
    must(connect(client, (struct sockaddr *)&addr, sizeof(addr)), "connect");
    struct sockaddr_in peer = {0};
    socklen_t peer_len = sizeof(peer);
    int server = must(accept(listener, (struct sockaddr *)&peer, &peer_len), "accept");
    printf("left connects to %s port %d: right accepts %s\n", RIGHT, DEFAULT_PORT,
           inet_ntoa(peer.sin_addr));

    // send(2), sendto(2)
    int sender = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    printf("left sends one\n");
    must(send(client, "one", 3, MSG_NOSIGNAL), "send");
    must(sendto(sender, "one", 3, 0, (struct sockaddr *)&addr, sizeof(addr)), "sendto");
    receive("TCP", server);
    receive("UDP", receiver);

    // What comes for an address that the host does not have is thrown away there. No call fails.
    enter(right);
    run("ip addr del " RIGHT "/24 dev eth0");
    printf("right loses its address, and left sends two\n");
    must(send(client, "two", 3, MSG_NOSIGNAL), "send");
    must(sendto(sender, "two", 3, 0, (struct sockaddr *)&addr, sizeof(addr)), "sendto");

    // TCP sends again what nobody has acknowledged, tcp(7). UDP does not, udp(7).
    run("ip addr add " RIGHT "/24 dev eth0");
    printf("right has its address again\n");
    receive("TCP", server);
    printf("left sends three\n");
    must(send(client, "three", 5, MSG_NOSIGNAL), "send");
    must(sendto(sender, "three", 5, 0, (struct sockaddr *)&addr, sizeof(addr)), "sendto");
    receive("TCP", server);
    receive("UDP", receiver);

    // close(2)
    must(close(sender), "close");
    must(close(receiver), "close");
    must(close(server), "close");
    must(close(client), "close");
    must(close(listener), "close");
    must(close(right), "close");
    must(close(left), "close");
    return 0;
}

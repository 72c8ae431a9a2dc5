// udp60_mmsg_gso: many datagrams in one system call.
//
//     udp60_mmsg_gso
//
// Of a small datagram the system calls that send and receive it cost the most. There are two ways
// to make fewer of them: sendmmsg and recvmmsg take many messages, and with UDP_SEGMENT and UDP_GRO
// one long message is many datagrams.
//
// One process holds both ends, so what has been sent over loopback is there to be received.
#define _GNU_SOURCE // sendmmsg, recvmmsg
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/udp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

// The result of a call that must not fail. perror(3)
static int must(int result, const char *call)
{
    if (result < 0) {
        perror(call);
        exit(1);
    }
    return result;
}

// Sets an option of udp(7), and says so if the kernel is too old to have it: setsockopt(2)
static bool has(int fd, int option, int value, const char *name)
{
    if (setsockopt(fd, IPPROTO_UDP, option, &value, sizeof(value)) < 0) {
        if (errno != ENOPROTOOPT) {
            perror("setsockopt");
            exit(1);
        }
        printf("    this kernel has no %s: %s\n", name, strerror(errno));
        return false;
    }
    return true;
}

// Receives three datagrams: recvmmsg(2). It waits for all of them; with MSG_WAITFORONE it would
// return with those that are there. Its timeout ends nothing while no datagram comes.
static void receive(int receiver)
{
    char buf[3][1500];
    struct iovec iov[3];
    struct mmsghdr msgs[3] = {0};
    for (int i = 0; i < 3; i++) {
        iov[i].iov_base = buf[i];
        iov[i].iov_len = sizeof(buf[i]);
        msgs[i].msg_hdr.msg_iov = &iov[i];
        msgs[i].msg_hdr.msg_iovlen = 1;
    }
    int n = must(recvmmsg(receiver, msgs, 3, 0, NULL), "recvmmsg");
    printf("    one recvmmsg returned %d datagrams:\n", n);
    for (int i = 0; i < n; i++) {
        printf("        %u bytes: %.5s\n", msgs[i].msg_len, buf[i]);
    }
}

static void many_messages(int receiver, int sender)
{
    printf("sendmmsg and recvmmsg\n");
    struct iovec iov[] = {{"one", 3}, {"two", 3}, {"three", 5}};
    struct mmsghdr msgs[3] = {0};
    for (int i = 0; i < 3; i++) {
        msgs[i].msg_hdr.msg_iov = &iov[i];
        msgs[i].msg_hdr.msg_iovlen = 1;
    }
    // sendmmsg(2). If one fails, those before it are sent, and their number is returned.
    int n = must(sendmmsg(sender, msgs, 3, 0), "sendmmsg");
    printf("    one sendmmsg sent %d messages\n", n);
    receive(receiver);
}

static void segments(int receiver, int sender, const char *text)
{
    printf("UDP_SEGMENT\n");
    // The kernel, or the network card, cuts what is sent from now on into datagrams of 1000 bytes;
    // the last one has what is left. They have one destination, and fit the MTU.
    if (has(sender, UDP_SEGMENT, 1000, "UDP_SEGMENT")) {
        int n = must(send(sender, text, strlen(text), 0), "send");
        printf("    one send sent %d bytes\n", n);
        receive(receiver);
    }
}

static void joined(int receiver, int sender, const char *text)
{
    printf("UDP_SEGMENT and UDP_GRO\n");
    // And this end takes them uncut, or joined again, if they come one behind the other. Who sets
    // it has to be ready for that: a control message, cmsg(3), says how long each one was.
    if (has(sender, UDP_SEGMENT, 1000, "UDP_SEGMENT") && has(receiver, UDP_GRO, 1, "UDP_GRO")) {
        int n = must(send(sender, text, strlen(text), 0), "send");
        printf("    one send sent %d bytes\n", n);

        char buf[65536];
        struct iovec iov = {buf, sizeof(buf)};
        union {
            char buf[CMSG_SPACE(sizeof(int))];
            struct cmsghdr align;
        } control = {0};
        struct msghdr msg = {0};
        msg.msg_iov = &iov;
        msg.msg_iovlen = 1;
        msg.msg_control = control.buf;
        msg.msg_controllen = sizeof(control.buf);
        n = must(recvmsg(receiver, &msg, 0), "recvmsg");
        int size = n;
        struct cmsghdr *cmsg = CMSG_FIRSTHDR(&msg);
        if (cmsg != NULL && cmsg->cmsg_level == IPPROTO_UDP && cmsg->cmsg_type == UDP_GRO) {
            memcpy(&size, CMSG_DATA(cmsg), sizeof(size));
        }
        printf("    one recvmsg returned %d bytes, datagrams of %d bytes:\n", n, size);
        for (int i = 0; i < n; i += size) {
            printf("        %d bytes: %.5s\n", n - i < size ? n - i : size, &buf[i]);
        }
    }
}

int main(int argc, char *argv[])
{
    if (argc > 1) {
        fprintf(stderr, "usage: udp60_mmsg_gso (without %s)\n", argv[1]);
        exit(2);
    }

    // socket(2), bind(2), getsockname(2), connect(2)
    int receiver = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    struct timeval patience = {5, 0};
    must(setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience)), "setsockopt");
    struct sockaddr_in addr = {0};
    socklen_t addr_len = sizeof(addr);
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    must(bind(receiver, (struct sockaddr *)&addr, sizeof(addr)), "bind");
    must(getsockname(receiver, (struct sockaddr *)&addr, &addr_len), "getsockname");
    int sender = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
    must(connect(sender, (struct sockaddr *)&addr, sizeof(addr)), "connect");

    char text[2501] = {0};
    for (int i = 0; i < 2500; i++) {
        text[i] = 'a' + i / 1000;
    }
    many_messages(receiver, sender);
    segments(receiver, sender, text);
    joined(receiver, sender, text);

    // close(2)
    must(close(sender), "close");
    must(close(receiver), "close");
    return 0;
}

// limits: what the operations of the benchmark cost in C, which no binding can be faster than.
//
//     limits [alone|accompanied] [OPERATION] [MILLISECONDS]
//
// Prints a line for each operation: its name, and how many nanoseconds one takes. A process that has only one
// thread skips the kernel's counting of descriptor references, and a JVM is never one: "accompanied" has a second
// thread that sleeps, which is the fair comparison.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BATCH 32

static char buf[16384];
static int sv[2];

static int check(const char *function, int result)
{
    if (result < 0) {
        perror(function);
        exit(1);
    }
    return result;
}

// A listening socket, whose address goes to addr.
static int listener(struct sockaddr_in *addr)
{
    socklen_t len = sizeof(*addr);
    int fd = check("socket", socket(AF_INET, SOCK_STREAM, 0));

    *addr = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    check("bind", bind(fd, (struct sockaddr *)addr, sizeof(*addr)));
    check("getsockname", getsockname(fd, (struct sockaddr *)addr, &len));
    check("listen", listen(fd, 5));
    return fd;
}

static void unix_pair(void)
{
    check("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
}

static void tcp_pair(void)
{
    struct sockaddr_in addr;
    int fd = listener(&addr), on = 1;

    sv[0] = check("socket", socket(AF_INET, SOCK_STREAM, 0));
    check("connect", connect(sv[0], (struct sockaddr *)&addr, sizeof(addr)));
    sv[1] = check("accept", accept(fd, NULL, NULL));
    // Without it, a small send waits until what was sent before is acknowledged.
    check("setsockopt", setsockopt(sv[0], IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)));
    check("close", close(fd));
}

static void send_recv(int size)
{
    check("send", send(sv[0], buf, size, 0));
    for (int got = 0; got < size;) {
        got += check("recv", recv(sv[1], buf + got, size - got, 0));
    }
}

static struct sockaddr_in server;
static int server_fd;

static void server_socket(void)
{
    server_fd = listener(&server);
}

// The accepted side closes first and with a reset: so no TIME_WAIT is left, which would use up the ports.
static void connection(int unused)
{
    (void)unused;
    struct linger reset = {1, 0};
    struct sockaddr_in peer;
    socklen_t len = sizeof(peer);

    int client = check("socket", socket(AF_INET, SOCK_STREAM, 0));
    check("connect", connect(client, (struct sockaddr *)&server, sizeof(server)));
    int accepted = check("accept", accept(server_fd, (struct sockaddr *)&peer, &len));
    check("setsockopt", setsockopt(accepted, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset)));
    check("close", close(accepted));
    check("close", close(client));
}

static void parent_id(int unused)
{
    (void)unused;
    getppid();
}

static void nothing(void)
{
}

static const struct operation {
    const char *name;
    void (*prepare)(void);
    void (*run)(int size);
    int size;
} operations[] = {
    {"unix_16", unix_pair, send_recv, 16},
    {"unix_1024", unix_pair, send_recv, 1024},
    {"unix_16384", unix_pair, send_recv, 16384},
    {"tcp_16", tcp_pair, send_recv, 16},
    {"tcp_1024", tcp_pair, send_recv, 1024},
    {"tcp_16384", tcp_pair, send_recv, 16384},
    {"connection", server_socket, connection, 0},
    {"getppid", nothing, parent_id, 0},
};

static double now(void)
{
    struct timespec t;
    check("clock_gettime", clock_gettime(CLOCK_MONOTONIC, &t));
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static double nanoseconds(const struct operation *op, double duration)
{
    double start = now(), elapsed;
    long n = 0;

    do {
        for (int i = 0; i < BATCH; i++) {
            op->run(op->size);
        }
        n += BATCH;
        elapsed = now() - start;
    } while (elapsed < duration);
    return elapsed / n;
}

static void *sleeper(void *unused)
{
    pause();
    return unused;
}

int main(int argc, char *argv[])
{
    int accompanied = argc > 1 && strcmp(argv[1], "accompanied") == 0;
    const char *only = argc > 2 ? argv[2] : NULL;
    int ms = argc > 3 ? atoi(argv[3]) : 500, found = 0;

    if (argc > 4 || ms <= 0 || (argc > 1 && !accompanied && strcmp(argv[1], "alone") != 0)) {
        fprintf(stderr, "usage: limits [alone|accompanied] [OPERATION] [MILLISECONDS]\n");
        exit(2);
    }
    if (accompanied) {
        pthread_t thread;
        int error = pthread_create(&thread, NULL, sleeper, NULL);
        if (error != 0) {
            fprintf(stderr, "pthread_create: %s\n", strerror(error));
            exit(1);
        }
    }
    // Pages that were never written are all one page of zeros, which stays in the cache and flatters C.
    memset(buf, 1, sizeof(buf));

    for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++) {
        const struct operation *op = &operations[i];
        if (only != NULL && strcmp(only, op->name) != 0) {
            continue;
        }
        found = 1;
        op->prepare();
        nanoseconds(op, ms * 1e6 / 4); // warms up
        printf("%s %.1f\n", op->name, nanoseconds(op, ms * 1e6));
    }
    if (!found) {
        fprintf(stderr, "limits: no operation %s\n", only);
        exit(2);
    }
    return 0;
}

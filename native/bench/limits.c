// limits: what the operations of the benchmark cost in C, which no binding can be faster than.
//
//     limits [alone|accompanied] [OPERATION]
//
// Prints a line for each operation: its name, and how many nanoseconds one takes: the lower quartile of some samples,
// as other work of the machine only ever adds. A process that has only one thread skips the kernel's counting of
// descriptor references, and a JVM is never one: "accompanied" has a second thread that sleeps, which is the fair
// comparison.
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
#define SAMPLES 12
#define SAMPLE_NS 8e6

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

// By where the kernel has its memory, a send and recv over UNIX takes up to a fifth longer. So every sample has a pair
// of its own, and leaves the one before with an unread message, whose memory thus is not used again.
static void leave_pair(int size)
{
    if (sv[0] != sv[1]) {
        check("send", send(sv[0], buf, size, 0));
    }
}

static void unix_pair(int size)
{
    leave_pair(size);
    check("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, sv));
}

static void tcp_pair(int size)
{
    struct sockaddr_in addr;
    int fd = listener(&addr), on = 1;

    leave_pair(size);
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

static void server_socket(int unused)
{
    (void)unused;
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

static void nothing(int unused)
{
    (void)unused;
}

static const struct operation {
    const char *name;
    void (*prepare)(int size);
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

static double sample(const struct operation *op)
{
    op->prepare(op->size);
    double start = now(), elapsed;
    long n = 0;
    do {
        for (int i = 0; i < BATCH; i++) {
            op->run(op->size);
        }
        n += BATCH;
        elapsed = now() - start;
    } while (elapsed < SAMPLE_NS);
    return elapsed / n;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double lower_quartile(const struct operation *op)
{
    double samples[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        samples[i] = sample(op);
    }
    qsort(samples, SAMPLES, sizeof(samples[0]), ascending);
    return samples[SAMPLES / 4];
}

static void *sleeper(void *unused)
{
    pause();
    return unused;
}

int main(int argc, char *argv[])
{
    int accompanied = argc > 1 && strcmp(argv[1], "accompanied") == 0, found = 0;
    const char *only = argc > 2 ? argv[2] : NULL;

    if (argc > 3 || (argc > 1 && !accompanied && strcmp(argv[1], "alone") != 0)) {
        fprintf(stderr, "usage: limits [alone|accompanied] [OPERATION]\n");
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
        if (only == NULL || strcmp(only, op->name) == 0) {
            found = 1;
            sample(op); // warms up
            printf("%s %.1f\n", op->name, lower_quartile(op));
        }
    }
    if (!found) {
        fprintf(stderr, "limits: no operation %s\n", only);
        exit(2);
    }
    return 0;
}

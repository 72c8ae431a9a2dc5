// tables: what the kernel's table of TCP sockets costs in C.
//
//     tables hold SOCKETS PROCESSES   holds connected sockets in child processes until its input ends
//     tables dump                     dumps the table by sock_diag in the tightest way, IPv4 and IPv6 in one walk
//     tables run COMMAND [ARG...]     runs a command, whose output goes to /dev/null
//
// The last two print how many nanoseconds one takes: the lower quartile of some samples, as other work of the machine only
// ever adds; how many of the processor's; the peak memory of the process in kB; and how many sockets there are.
#include <fcntl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "arguments.h"

#define SAMPLES 12
#define SAMPLE_NS 100e6

// TCP_ESTABLISHED to TCP_NEW_SYN_RECV; a bit more, for sockets that are only bound, has another table walked.
#define STATES 0x1ffe

extern char **environ;

static int check(const char *function, int result)
{
    if (result < 0) {
        perror(function);
        exit(1);
    }
    return result;
}

static double now(void)
{
    struct timespec t;
    check("clock_gettime", clock_gettime(CLOCK_MONOTONIC, &t));
    return t.tv_sec * 1e9 + t.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// What this process and those that it waited for had of the processors, in nanoseconds.
static double processor(void)
{
    double ns = 0;

    for (int who = RUSAGE_CHILDREN; who <= RUSAGE_SELF; who++) {
        struct rusage usage;
        check("getrusage", getrusage(who, &usage));
        ns += (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e9;
        ns += (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e3;
    }
    return ns;
}

// Of this process alone: what getrusage tells begins with the peak of the process that started it.
static long peak(void)
{
    char line[256];
    long kb = -1;
    FILE *status = fopen("/proc/self/status", "r");

    while (status != NULL && fgets(line, sizeof(line), status) != NULL && sscanf(line, "VmHWM: %ld", &kb) != 1) {
    }
    if (kb < 0) {
        fprintf(stderr, "tables: /proc/self/status has no VmHWM\n");
        exit(1);
    }
    fclose(status);
    return kb;
}

static void loopback_up(void)
{
    struct ifreq ifr = {.ifr_name = "lo"};
    int fd = check("socket", socket(AF_INET, SOCK_DGRAM, 0));

    check("ioctl", ioctl(fd, SIOCGIFFLAGS, &ifr));
    if (!(ifr.ifr_flags & IFF_UP)) {
        ifr.ifr_flags |= IFF_UP;
        check("ioctl", ioctl(fd, SIOCSIFFLAGS, &ifr));
    }
    check("close", close(fd));
}

static void connections(int n, struct sockaddr_in addr)
{
    socklen_t len = sizeof(addr);
    int listener = check("socket", socket(AF_INET, SOCK_STREAM, 0));

    check("bind", bind(listener, (struct sockaddr *)&addr, sizeof(addr)));
    check("getsockname", getsockname(listener, (struct sockaddr *)&addr, &len));
    check("listen", listen(listener, 5));
    for (int i = 0; i < n; i++) {
        int fd = check("socket", socket(AF_INET, SOCK_STREAM, 0));
        check("connect", connect(fd, (struct sockaddr *)&addr, sizeof(addr)));
        check("accept", accept(listener, NULL, NULL));
    }
}

// Each child has its own address, and so all ports; it writes a byte when it has its sockets.
static void hold(int sockets, int processes)
{
    struct rlimit files;
    int ready[2];
    char byte;

    loopback_up();
    check("getrlimit", getrlimit(RLIMIT_NOFILE, &files));
    files.rlim_cur = files.rlim_max;
    check("setrlimit", setrlimit(RLIMIT_NOFILE, &files));
    check("pipe", pipe(ready));
    for (int i = 0; i < processes; i++) {
        if (check("fork", fork()) == 0) {
            check("prctl", prctl(PR_SET_PDEATHSIG, SIGKILL));
            check("close", close(ready[0]));
            connections(sockets / 2 / processes, (struct sockaddr_in){
                .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK + i)});
            check("write", write(ready[1], "", 1));
            while (read(STDIN_FILENO, &byte, 1) > 0) {
            }
            exit(0);
        }
    }
    check("close", close(ready[1]));
    for (int i = 0; i < processes; i++) {
        if (read(ready[0], &byte, 1) != 1) {
            fprintf(stderr, "tables: a process that holds sockets has ended\n");
            exit(1);
        }
    }
    puts("ready");
    fflush(stdout);
    while (wait(NULL) > 0) {
    }
}

static long rows;

// An operation answers the peak memory of the process that did it, 0 for this one.
static long dump(char **unused)
{
    static char buf[32768];
    static int fd = -1;
    struct {
        struct nlmsghdr nlh;
        struct inet_diag_req req;
    } request = {
        {sizeof(request), TCPDIAG_GETSOCK, NLM_F_REQUEST | NLM_F_DUMP, 0, 0},
        {.idiag_family = AF_INET, .idiag_states = STATES},
    };
    int done = 0;

    (void)unused;
    if (fd < 0) {
        fd = check("socket", socket(AF_NETLINK, SOCK_RAW, NETLINK_SOCK_DIAG));
    }
    rows = 0;
    check("send", send(fd, &request, sizeof(request), 0));
    while (!done) {
        int len = check("recv", recv(fd, buf, sizeof(buf), 0));
        for (struct nlmsghdr *nlh = (struct nlmsghdr *)buf; NLMSG_OK(nlh, (unsigned)len); nlh = NLMSG_NEXT(nlh, len)) {
            if (nlh->nlmsg_type == TCPDIAG_GETSOCK) {
                rows++;
            } else {
                done = 1;
            }
        }
    }
    return 0;
}

static long run(char **command)
{
    posix_spawn_file_actions_t actions;
    struct rusage usage;
    pid_t pid;
    int status, error;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    error = posix_spawnp(&pid, command[0], &actions, NULL, command, environ);
    if (error != 0) {
        fprintf(stderr, "%s: %s\n", command[0], strerror(error));
        exit(1);
    }
    check("wait4", wait4(pid, &status, 0, &usage));
    if (status != 0) {
        fprintf(stderr, "%s: status %d\n", command[0], status);
        exit(1);
    }
    posix_spawn_file_actions_destroy(&actions);
    return usage.ru_maxrss;
}

static void measure(long (*operation)(char **), char **arguments)
{
    double samples[SAMPLES];
    long memory = operation(arguments); // warms up
    double used = processor();
    int operations = 0;

    for (int i = 0; i < SAMPLES; i++) {
        double start = now(), elapsed;
        int n = 0;
        do {
            operation(arguments);
            n++;
            elapsed = now() - start;
        } while (elapsed < SAMPLE_NS);
        samples[i] = elapsed / n;
        operations += n;
    }
    used = processor() - used;
    qsort(samples, SAMPLES, sizeof(samples[0]), ascending);
    printf("%.0f %.0f %ld %ld\n", samples[SAMPLES / 4], used / operations, memory != 0 ? memory : peak(), rows);
}

int main(int argc, char *argv[])
{
    if (argc == 4 && strcmp(argv[1], "hold") == 0 && number(argv[2], 1000000) > 0 && number(argv[3], 100) > 0) {
        hold(atoi(argv[2]), atoi(argv[3]));
    } else if (argc == 2 && strcmp(argv[1], "dump") == 0) {
        measure(dump, NULL);
    } else if (argc > 2 && strcmp(argv[1], "run") == 0) {
        measure(run, argv + 2);
    } else {
        fprintf(stderr, "usage: tables hold SOCKETS PROCESSES | dump | run COMMAND [ARG...]\n");
        exit(2);
    }
    return 0;
}

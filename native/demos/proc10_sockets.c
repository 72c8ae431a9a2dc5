// proc10_sockets: the sockets of a process, as proc(5) shows them.
//
//     proc10_sockets PID
//
// /proc/PID/fd has a link for every descriptor, and that of a socket names its inode. The tables
// /proc/PID/net/{tcp,tcp6,udp,udp6,unix} have a line for every socket of the process's network
// namespace, whoever it belongs to. The inode joins the two.
#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "arguments.h"

#define TCP_LISTEN 10
#define TCP_NEW_SYN_RECV 12
#define ACCEPTCON 0x10000

// The states of a socket by the numbers of the kernel's net/tcp_states.h. UDP uses two of them:
// ESTABLISHED if it is connected to one peer, CLOSE if not.
static const char *const STATES[] = {
    "?", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT", "CLOSE",
    "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING", "NEW_SYN_RECV"};

// A socket's descriptor and inode.
struct entry {
    int fd;
    unsigned long inode;
};

static struct entry *entries = NULL;
static int entries_len = 0;

// The TCP ports that somebody in the namespace listens on.
static bool listening[65536];

// The ports that the kernel chooses from where a program does not bind one, ip(7).
static unsigned ephemeral_first = 0;
static unsigned ephemeral_last = 0;

// A line of tcp, tcp6, udp or udp6.
struct line {
    char local[33]; // the address, in hexadecimal
    char remote[33];
    unsigned local_port;
    unsigned remote_port;
    unsigned state;
    unsigned long inode;
};

static const char *kind(const char *target)
{
    if (strncmp(target, "socket:", 7) == 0) {
        return "socket";
    }
    if (strncmp(target, "pipe:", 5) == 0) {
        return "pipe";
    }
    if (strncmp(target, "anon_inode:", 11) == 0) {
        return "anonymous";
    }
    if (strncmp(target, "/memfd:", 7) == 0) {
        return "memory";
    }
    if (strncmp(target, "/dev/", 5) == 0) {
        return "device";
    }
    if (strncmp(target, "/", 1) == 0) {
        return "file";
    }
    return "other";
}

// Prints /proc/PID/fd and keeps the sockets in it.
static void read_descriptors(int pid)
{
    // opendir(3). It is the owner's directory: of the processes of others only root may see it.
    char path[64];
    snprintf(path, sizeof(path), "/proc/%d/fd", pid);
    DIR *dir = opendir(path);
    if (dir == NULL && errno == ENOENT) {
        fprintf(stderr, "opendir: %s: there is no process %d\n", path, pid);
        exit(1);
    }
    if (dir == NULL) {
        fprintf(stderr, "opendir: %s: %s\n", path, strerror(errno));
        exit(1);
    }

    printf("%5s  %-9s  %s\n", "fd", "kind", "target");
    errno = 0;
    struct dirent *item = readdir(dir);
    while (item != NULL) {
        // readlink(2) does not terminate what it writes. A descriptor may be closed meanwhile, and
        // "." and ".." are no links: those have no target.
        char name[sizeof(path) + sizeof(item->d_name)];
        char target[PATH_MAX];
        snprintf(name, sizeof(name), "%s/%s", path, item->d_name);
        ssize_t n = readlink(name, target, sizeof(target) - 1);
        if (n < 0 && errno != ENOENT && errno != EINVAL) {
            fprintf(stderr, "readlink: %s: %s\n", name, strerror(errno));
            exit(1);
        }
        if (n >= 0) {
            target[n] = '\0';
            struct entry entry = {atoi(item->d_name), 0};
            printf("%5d  %-9s  %s\n", entry.fd, kind(target), target);
            if (sscanf(target, "socket:[%lu]", &entry.inode) == 1) {
                entries = realloc(entries, (entries_len + 1) * sizeof(entry));
                if (entries == NULL) {
                    perror("realloc");
                    exit(1);
                }
                entries[entries_len] = entry;
                entries_len++;
            }
        }
        errno = 0;
        item = readdir(dir);
    }
    // readdir(3) returns NULL at the end, and on an error, which alone sets errno.
    if (errno != 0) {
        fprintf(stderr, "readdir: %s: %s\n", path, strerror(errno));
        exit(1);
    }
    closedir(dir);
}

// Opens /proc/PID/net/NAME. NULL if there is none: tcp6 and udp6 are missing where the kernel does
// without IPv6.
static FILE *open_table(int pid, const char *name)
{
    char path[64];
    snprintf(path, sizeof(path), "/proc/%d/net/%s", pid, name);
    FILE *table = fopen(path, "r");
    if (table == NULL && errno != ENOENT) {
        fprintf(stderr, "fopen: %s: %s\n", path, strerror(errno));
        exit(1);
    }
    return table;
}

// Reads a line of tcp, tcp6, udp or udp6. False for the heading.
static bool parse(const char *text, struct line *line)
{
    // sl local:port rem:port st tx:rx tr:when retrnsmt uid timeout inode ...
    return sscanf(text, "%*d: %32[0-9A-F]:%x %32[0-9A-F]:%x %x %*s %*s %*s %*s %*s %lu",
                  line->local, &line->local_port, line->remote, &line->remote_port, &line->state,
                  &line->inode) == 6;
}

// Notes the ports of tcp or tcp6 that somebody listens on.
static void read_listening(int pid, const char *name)
{
    FILE *table = open_table(pid, name);
    if (table == NULL) {
        return;
    }
    char text[512];
    struct line line;
    while (fgets(text, sizeof(text), table) != NULL) {
        if (parse(text, &line) && line.state == TCP_LISTEN) {
            listening[line.local_port] = true;
        }
    }
    fclose(table);
}

static void read_ephemeral(void)
{
    FILE *file = fopen("/proc/sys/net/ipv4/ip_local_port_range", "r");
    if (file == NULL || fscanf(file, "%u %u", &ephemeral_first, &ephemeral_last) != 2) {
        perror("/proc/sys/net/ipv4/ip_local_port_range");
        exit(1);
    }
    fclose(file);
}

// Writes "127.0.0.1:9501" or "[::1]:9501". An address stands in the tables as one or four words of
// 32 bits, each printed as a number. In memory the bytes are in network order, and this machine
// reads a number with its lowest byte first: so the number's lowest byte is the address's first.
static void decode(const char *hex, unsigned port, char *text, int size)
{
    // inet_ntop(3), ip(7), ipv6(7)
    char address[INET6_ADDRSTRLEN];
    unsigned word;
    if (strlen(hex) == 8) {
        struct in_addr in;
        sscanf(hex, "%8x", &word);
        in.s_addr = word;
        inet_ntop(AF_INET, &in, address, sizeof(address));
        snprintf(text, size, "%s:%u", address, port);
    } else {
        struct in6_addr in6;
        for (int i = 0; i < 4; i++) {
            sscanf(hex + 8 * i, "%8x", &word);
            for (int j = 0; j < 4; j++) {
                in6.s6_addr[4 * i + j] = word >> (8 * j);
            }
        }
        inet_ntop(AF_INET6, &in6, address, sizeof(address));
        snprintf(text, size, "[%s]:%u", address, port);
    }
}

// A connection does not remember who began it. But a server's local port is the one that it listens
// on, also for the connections that it has accepted.
static const char *tcp_role(const struct line *line)
{
    if (line->state == TCP_LISTEN) {
        return "server, listening";
    }
    if (listening[line->local_port]) {
        return "server";
    }
    return "client";
}

// UDP has no listeners. A port that the kernel would not have chosen was bound on purpose, to be
// found; who has connected to one peer from another port is a client; the rest may be either.
static const char *udp_role(const struct line *line)
{
    if (line->local_port < ephemeral_first || line->local_port > ephemeral_last) {
        return "server";
    }
    if (line->remote_port != 0) {
        return "client";
    }
    return "server or client";
}

// Prints the lines of tcp, tcp6, udp or udp6 that belong to the process.
static void print_inet(int pid, const char *name)
{
    FILE *table = open_table(pid, name);
    if (table == NULL) {
        return;
    }
    char text[512];
    struct line line;
    while (fgets(text, sizeof(text), table) != NULL) {
        if (!parse(text, &line)) {
            continue;
        }
        for (int i = 0; i < entries_len; i++) {
            if (entries[i].inode == line.inode) {
                char local[64];
                char remote[64];
                decode(line.local, line.local_port, local, sizeof(local));
                decode(line.remote, line.remote_port, remote, sizeof(remote));
                printf("%5d  %-4s  %-21s -> %-21s  %-12s  %s\n", entries[i].fd, name, local,
                       remote, line.state <= TCP_NEW_SYN_RECV ? STATES[line.state] : STATES[0],
                       strncmp(name, "tcp", 3) == 0 ? tcp_role(&line) : udp_role(&line));
            }
        }
    }
    fclose(table);
}

// The types by number, socket(2): AF_UNIX has these three.
static const char *unix_type(unsigned type)
{
    switch (type) {
    case SOCK_STREAM:
        return "stream";
    case SOCK_DGRAM:
        return "datagram";
    case SOCK_SEQPACKET:
        return "seqpacket";
    default:
        return "?";
    }
}

// The states of the kernel's linux/net.h, and its flag __SO_ACCEPTCON of a socket that listens.
static const char *unix_state(unsigned flags, unsigned state)
{
    if ((flags & ACCEPTCON) != 0) {
        return "LISTEN";
    }
    switch (state) {
    case 1:
        return "UNCONNECTED";
    case 2:
        return "CONNECTING";
    case 3:
        return "CONNECTED";
    case 4:
        return "DISCONNECTING";
    default:
        return "?";
    }
}

// A server's socket has a name, to be found by; one that accept returned has the listener's. A
// client seldom has one (unix30_udp_client has), and those of socketpair(2) have none.
static const char *unix_role(unsigned flags, const char *path)
{
    if ((flags & ACCEPTCON) != 0) {
        return "server, listening";
    }
    if (strlen(path) > 0) {
        return "server";
    }
    return "client or pair";
}

// Prints the lines of unix that belong to the process.
static void print_unix(int pid)
{
    FILE *table = open_table(pid, "unix");
    if (table == NULL) {
        return;
    }
    char text[512];
    while (fgets(text, sizeof(text), table) != NULL) {
        // Num: RefCount Protocol Flags Type St Inode Path; unix(7). A name in the abstract
        // namespace begins with @, and there is no path if there is no name.
        unsigned flags, type, state;
        unsigned long inode;
        char path[256] = "";
        if (sscanf(text, "%*x: %*x %*x %x %x %x %lu %255[^\n]", &flags, &type, &state, &inode,
                   path) < 4) {
            continue;
        }
        for (int i = 0; i < entries_len; i++) {
            if (entries[i].inode == inode) {
                printf("%5d  %-4s  %-9s  %-35s  %-12s  %s\n", entries[i].fd, "unix",
                       unix_type(type), strlen(path) > 0 ? path : "(no name)",
                       unix_state(flags, state), unix_role(flags, path));
            }
        }
    }
    fclose(table);
}

int main(int argc, char *argv[])
{
    int pid = 0;
    if (argc == 2) {
        pid = number(argv[1], INT_MAX);
    }
    if (pid < 1) {
        fprintf(stderr, "usage: proc10_sockets PID\n");
        exit(2);
    }

    read_descriptors(pid);
    read_listening(pid, "tcp");
    read_listening(pid, "tcp6");
    read_ephemeral();
    printf("\n%5s  %-4s  %-46s  %-12s  %s\n", "fd", "net", "local -> remote, or type and name",
           "state", "side");
    print_inet(pid, "tcp");
    print_inet(pid, "tcp6");
    print_inet(pid, "udp");
    print_inet(pid, "udp6");
    print_unix(pid);
    free(entries);
    return 0;
}

// proc10_sockets: the sockets of a process, as proc(5) shows them.
//
//     proc10_sockets PID
//
// /proc/PID/fd has a link for every descriptor, and that of a socket names its inode. The tables
// /proc/PID/net/{tcp,tcp6,udp,udp6,unix} have a line for every socket of the process's network
// namespace, whoever it belongs to. The inode joins the two.
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class proc10_sockets {

    static final int TCP_LISTEN = 10;
    static final int TCP_NEW_SYN_RECV = 12;
    static final int ACCEPTCON = 0x10000;

    // The states of a socket by the numbers of the kernel's net/tcp_states.h. UDP uses two of them:
    // ESTABLISHED if it is connected to one peer, CLOSE if not.
    static final String[] STATES = {
        "?", "ESTABLISHED", "SYN_SENT", "SYN_RECV", "FIN_WAIT1", "FIN_WAIT2", "TIME_WAIT", "CLOSE",
        "CLOSE_WAIT", "LAST_ACK", "LISTEN", "CLOSING", "NEW_SYN_RECV"};

    // A socket's descriptor and inode.
    record entry(int fd, long inode) {}

    static final List<entry> entries = new ArrayList<>();

    // The TCP ports that somebody in the namespace listens on.
    static final boolean[] listening = new boolean[65536];

    // The ports that the kernel chooses from where a program does not bind one, ip(7).
    static int ephemeral_first = 0;
    static int ephemeral_last = 0;

    // A line of tcp, tcp6, udp or udp6.
    static class line {
        String local; // the address, in hexadecimal
        String remote;
        int local_port;
        int remote_port;
        int state;
        long inode;
    }

    // opendir(3), readlink(2) and fopen(3), made of java.nio.file, which throws an exception where C
    // sets errno.
    static DirectoryStream<Path> opendir(byte[] path) {
        try {
            return Files.newDirectoryStream(Path.of(str(path)));
        } catch (IOException e) {
            errno(errno_of(e));
            return null;
        }
    }

    static String readlink(byte[] path) {
        try {
            return Files.readSymbolicLink(Path.of(str(path))).toString();
        } catch (IOException e) {
            errno(errno_of(e));
            return null;
        }
    }

    // Every byte is a character of ISO 8859-1, so what is not UTF-8 comes through unchanged.
    static BufferedReader fopen(byte[] path) {
        try {
            return Files.newBufferedReader(Path.of(str(path)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            errno(errno_of(e));
            return null;
        }
    }

    static int errno_of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return ENOENT;
        }
        if (e instanceof AccessDeniedException) {
            return EACCES;
        }
        throw new UncheckedIOException(e);
    }

    // What C reads with sscanf(3).
    static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)].*");
    static final Pattern INET = Pattern.compile(
            " *\\d+: ([0-9A-F]+):([0-9A-F]+) +([0-9A-F]+):([0-9A-F]+) +([0-9A-F]+)(?: +\\S+){5} +(\\d+) ");
    static final Pattern UNIX = Pattern.compile(
            "[0-9a-f]+: [0-9A-F]+ [0-9A-F]+ ([0-9A-F]+) ([0-9A-F]+) ([0-9A-F]+) +(\\d+) *(.*)", Pattern.DOTALL);

    static String kind(String target) {
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
    static void read_descriptors(int pid) throws IOException {
        // opendir(3). It is the owner's directory: of the processes of others only root may see it.
        byte[] path = new byte[64];
        snprintf(path, sizeof(path), "/proc/%d/fd", pid);
        DirectoryStream<Path> dir = opendir(path);
        if (dir == null && errno() == ENOENT) {
            fprintf(stderr, "opendir: %s: there is no process %d\n", path, pid);
            exit(1);
        }
        if (dir == null) {
            fprintf(stderr, "opendir: %s: %s\n", path, strerror(errno()));
            exit(1);
        }

        printf("%5s  %-9s  %s\n", "fd", "kind", "target");
        try {
            for (Path item : dir) {
                // readlink(2). A descriptor may be closed meanwhile: that has no target. "." and ".." are
                // not among the items of a DirectoryStream.
                String d_name = item.getFileName().toString();
                byte[] name = new byte[sizeof(path) + 256];
                snprintf(name, sizeof(name), "%s/%s", path, d_name);
                String target = readlink(name);
                if (target == null && errno() != ENOENT) {
                    fprintf(stderr, "readlink: %s: %s\n", name, strerror(errno()));
                    exit(1);
                }
                if (target != null) {
                    int fd = atoi(d_name);
                    printf("%5d  %-9s  %s\n", fd, kind(target), target);
                    Matcher m = SOCKET.matcher(target);
                    if (m.matches()) {
                        entries.add(new entry(fd, Long.parseLong(m.group(1))));
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            // readdir(3) fails by this exception, since an Iterator throws no IOException.
            fprintf(stderr, "readdir: %s: %s\n", path, strerror(errno_of(e.getCause())));
            exit(1);
        }
        dir.close();
    }

    // Opens /proc/PID/net/NAME. null if there is none: tcp6 and udp6 are missing where the kernel does
    // without IPv6.
    static BufferedReader open_table(int pid, String name) {
        byte[] path = new byte[64];
        snprintf(path, sizeof(path), "/proc/%d/net/%s", pid, name);
        BufferedReader table = fopen(path);
        if (table == null && errno() != ENOENT) {
            fprintf(stderr, "fopen: %s: %s\n", path, strerror(errno()));
            exit(1);
        }
        return table;
    }

    // Reads a line of tcp, tcp6, udp or udp6. False for the heading.
    static boolean parse(String text, line line) {
        // sl local:port rem:port st tx:rx tr:when retrnsmt uid timeout inode ...
        Matcher m = INET.matcher(text);
        if (!m.lookingAt()) {
            return false;
        }
        line.local = m.group(1);
        line.local_port = Integer.parseInt(m.group(2), 16);
        line.remote = m.group(3);
        line.remote_port = Integer.parseInt(m.group(4), 16);
        line.state = Integer.parseInt(m.group(5), 16);
        line.inode = Long.parseLong(m.group(6));
        return true;
    }

    // Notes the ports of tcp or tcp6 that somebody listens on.
    static void read_listening(int pid, String name) throws IOException {
        BufferedReader table = open_table(pid, name);
        if (table == null) {
            return;
        }
        String text;
        line line = new line();
        while ((text = table.readLine()) != null) {
            if (parse(text, line) && line.state == TCP_LISTEN) {
                listening[line.local_port] = true;
            }
        }
        table.close();
    }

    static void read_ephemeral() {
        try (Scanner file = new Scanner(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))) {
            ephemeral_first = file.nextInt();
            ephemeral_last = file.nextInt();
        } catch (IOException e) {
            errno(errno_of(e));
            perror("/proc/sys/net/ipv4/ip_local_port_range");
            exit(1);
        }
    }

    // Writes "127.0.0.1:9501" or "[::1]:9501". An address stands in the tables as one or four words of
    // 32 bits, each printed as a number. In memory the bytes are in network order, and this machine
    // reads a number with its lowest byte first: so the number's lowest byte is the address's first.
    static void decode(String hex, int port, byte[] text, int size) {
        // inet_ntop(3), ip(7), ipv6(7)
        byte[] address = new byte[INET6_ADDRSTRLEN];
        int word;
        if (strlen(hex) == 8) {
            in_addr in = new in_addr();
            word = Integer.parseUnsignedInt(hex, 16);
            in.s_addr = word;
            inet_ntop(AF_INET, in, address, sizeof(address));
            snprintf(text, size, "%s:%u", address, port);
        } else {
            in6_addr in6 = new in6_addr();
            for (int i = 0; i < 4; i++) {
                word = Integer.parseUnsignedInt(hex.substring(8 * i, 8 * i + 8), 16);
                for (int j = 0; j < 4; j++) {
                    in6.s6_addr[4 * i + j] = (byte) (word >> (8 * j));
                }
            }
            inet_ntop(AF_INET6, in6, address, sizeof(address));
            snprintf(text, size, "[%s]:%u", address, port);
        }
    }

    // A connection does not remember who began it. But a server's local port is the one that it listens
    // on, also for the connections that it has accepted.
    static String tcp_role(line line) {
        if (line.state == TCP_LISTEN) {
            return "server, listening";
        }
        if (listening[line.local_port]) {
            return "server";
        }
        return "client";
    }

    // UDP has no listeners. A port that the kernel would not have chosen was bound on purpose, to be
    // found; who has connected to one peer from another port is a client; the rest may be either.
    static String udp_role(line line) {
        if (line.local_port < ephemeral_first || line.local_port > ephemeral_last) {
            return "server";
        }
        if (line.remote_port != 0) {
            return "client";
        }
        return "server or client";
    }

    // Prints the lines of tcp, tcp6, udp or udp6 that belong to the process.
    static void print_inet(int pid, String name) throws IOException {
        BufferedReader table = open_table(pid, name);
        if (table == null) {
            return;
        }
        String text;
        line line = new line();
        while ((text = table.readLine()) != null) {
            if (!parse(text, line)) {
                continue;
            }
            for (entry entry : entries) {
                if (entry.inode == line.inode) {
                    byte[] local = new byte[64];
                    byte[] remote = new byte[64];
                    decode(line.local, line.local_port, local, sizeof(local));
                    decode(line.remote, line.remote_port, remote, sizeof(remote));
                    printf("%5d  %-4s  %-21s -> %-21s  %-12s  %s\n", entry.fd, name, local,
                           remote, line.state <= TCP_NEW_SYN_RECV ? STATES[line.state] : STATES[0],
                           strncmp(name, "tcp", 3) == 0 ? tcp_role(line) : udp_role(line));
                }
            }
        }
        table.close();
    }

    // The types by number, socket(2): AF_UNIX has these three.
    static String unix_type(int type) {
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
    static String unix_state(int flags, int state) {
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
    static String unix_role(int flags, byte[] path) {
        if ((flags & ACCEPTCON) != 0) {
            return "server, listening";
        }
        if (strlen(path) > 0) {
            return "server";
        }
        return "client or pair";
    }

    // Prints the lines of unix that belong to the process.
    static void print_unix(int pid) throws IOException {
        BufferedReader table = open_table(pid, "unix");
        if (table == null) {
            return;
        }
        String text;
        while ((text = table.readLine()) != null) {
            // Num: RefCount Protocol Flags Type St Inode Path; unix(7). A name in the abstract
            // namespace begins with @, and there is no path if there is no name.
            Matcher m = UNIX.matcher(text);
            if (!m.matches()) {
                continue;
            }
            int flags = Integer.parseUnsignedInt(m.group(1), 16);
            int type = Integer.parseInt(m.group(2), 16);
            int state = Integer.parseInt(m.group(3), 16);
            long inode = Long.parseLong(m.group(4));
            byte[] path = m.group(5).getBytes(StandardCharsets.ISO_8859_1);
            for (entry entry : entries) {
                if (entry.inode == inode) {
                    printf("%5d  %-4s  %-9s  %-35s  %-12s  %s\n", entry.fd, "unix",
                           unix_type(type), strlen(path) > 0 ? path : "(no name)",
                           unix_state(flags, state), unix_role(flags, path));
                }
            }
        }
        table.close();
    }

    public static void main(String[] argv) throws IOException {
        int pid = 0;
        if (argv.length == 1) {
            pid = number(argv[0], Integer.MAX_VALUE);
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
        exit(0);
    }
}

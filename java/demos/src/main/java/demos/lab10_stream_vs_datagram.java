// lab10_stream_vs_datagram: what is said of streams and datagrams, tried out.
//
//     lab10_stream_vs_datagram
//
// Prints each claim and what was observed. Exits 1 if an observation contradicts its claim.
//
// One process holds both ends, so nothing happens at the same time as something else: what has
// been sent over loopback is there to be received.
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.Poll.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Time.*;
import static libc.Unistd.*;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class lab10_stream_vs_datagram {

    static int contradicted = 0;

    // The result of a call that must not fail. perror(3)
    static int must(int result, String call) {
        if (result < 0) {
            perror(call);
            exit(1);
        }
        return result;
    }

    static void claim(String text) {
        printf("claim: %s\n", text);
    }

    static void verdict(boolean holds) {
        if (holds) {
            printf("    so it is\n");
        } else {
            printf("    CONTRADICTED\n");
            contradicted++;
        }
    }

    // A socket on loopback with a port of the kernel's choice, which addr then holds: socket(2),
    // bind(2), getsockname(2), byteorder(3).
    static int bound(int type, sockaddr_in addr) {
        int fd = must(socket(AF_INET, type, 0), "socket");
        addr.sin_family = AF_INET;
        addr.sin_port = htons(0);
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        must(bind(fd, addr, sizeof(addr)), "bind");
        int[] addr_len = {sizeof(addr)};
        must(getsockname(fd, addr, addr_len), "getsockname");
        return fd;
    }

    // Waits so long at most until there is something to receive, and says whether there is: poll(2).
    static boolean readable(int fd, int milliseconds) {
        pollfd[] pfd = {new pollfd(fd, POLLIN, 0)};
        return must(poll(pfd, 1, milliseconds), "poll") > 0;
    }

    static void tcp_has_no_messages() {
        claim("three sends on TCP are one recv");
        sockaddr_in addr = new sockaddr_in();
        int listener = bound(SOCK_STREAM, addr);
        // listen(2), connect(2), accept(2): the kernel completes the connection before accept.
        must(listen(listener, 1), "listen");
        int client = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        must(connect(client, addr, sizeof(addr)), "connect");
        int server = must(accept(listener, null, null), "accept");

        // send(2)
        must(send(client, "one", 3, MSG_NOSIGNAL), "send");
        must(send(client, "two", 3, MSG_NOSIGNAL), "send");
        must(send(client, "three", 5, MSG_NOSIGNAL), "send");

        // recv(2): MSG_WAITALL waits for all 11 bytes, and MSG_PEEK leaves them where they are.
        byte[] buf = new byte[64];
        must(recv(server, buf, 11, MSG_PEEK | MSG_WAITALL), "recv");
        int n = must(recv(server, buf, sizeof(buf), 0), "recv");
        printf("    one recv returned %d bytes: %.*s\n", n, n, buf);
        verdict(n == 11 && memcmp(buf, "onetwothree", 11) == 0);

        // close(2)
        must(close(server), "close");
        must(close(client), "close");
        must(close(listener), "close");
    }

    static void udp_has_messages() {
        claim("three sendtos on UDP are three recvfroms");
        sockaddr_in addr = new sockaddr_in();
        int receiver = bound(SOCK_DGRAM, addr);
        int sender = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");

        // sendto(2), on the page send(2)
        String[] words = {"one", "two", "three"};
        for (int i = 0; i < 3; i++) {
            must(sendto(sender, words[i], strlen(words[i]), 0, addr, sizeof(addr)),
                 "sendto");
        }

        // recvfrom(2), on the page recv(2)
        int whole = 0;
        for (int i = 0; i < 3 && readable(receiver, 1000); i++) {
            byte[] buf = new byte[64];
            int n = must(recvfrom(receiver, buf, sizeof(buf), 0, null, null), "recvfrom");
            printf("    recvfrom returned %d bytes: %.*s\n", n, n, buf);
            if (n == strlen(words[i]) && memcmp(buf, words[i], n) == 0) {
                whole++;
            }
        }
        verdict(whole == 3);

        must(close(sender), "close");
        must(close(receiver), "close");
    }

    static void tail_is_lost() {
        claim("a datagram larger than the buffer loses its tail, and MSG_TRUNC says how much");
        sockaddr_in addr = new sockaddr_in();
        int receiver = bound(SOCK_DGRAM, addr);
        int sender = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
        must(sendto(sender, "0123456789", 10, 0, addr, sizeof(addr)), "sendto");
        must(sendto(sender, "abcdefghij", 10, 0, addr, sizeof(addr)), "sendto");

        // The second recv finds the second datagram, not the rest of the first. With MSG_TRUNC it
        // returns the length that the datagram has; the buffer holds no more of it than before.
        byte[] buf = new byte[4];
        int n = 0;
        if (readable(receiver, 1000)) {
            n = must(recv(receiver, buf, sizeof(buf), 0), "recv");
        }
        printf("    recv into 4 bytes returned %d: %.*s\n", n, n, buf);
        boolean cut = n == 4 && memcmp(buf, "0123", 4) == 0;
        if (readable(receiver, 1000)) {
            n = must(recv(receiver, buf, sizeof(buf), MSG_TRUNC), "recv");
        }
        printf("    with MSG_TRUNC it returned %d: %.*s, so %d bytes were lost\n", n,
               sizeof(buf), buf, n - sizeof(buf));
        boolean told = n == 10 && memcmp(buf, "abcd", 4) == 0;
        boolean more = readable(receiver, 0);
        printf("    then there is %s to receive\n", more ? "something" : "nothing");
        verdict(cut && told && !more);

        must(close(sender), "close");
        must(close(receiver), "close");
    }

    static void unix_keeps_order() {
        claim("UNIX datagrams arrive, all of them and in order");
        // socketpair(2), unix(7)
        int[] sv = new int[2];
        must(socketpair(AF_UNIX, SOCK_DGRAM, 0, sv), "socketpair");
        for (int i = 0; i < 5; i++) {
            byte[] text = new byte[16];
            int len = snprintf(text, sizeof(text), "number %d", i);
            must(send(sv[0], text, len, MSG_NOSIGNAL), "send");
        }

        int in_order = 0;
        for (int i = 0; i < 5 && readable(sv[1], 1000); i++) {
            byte[] text = new byte[16];
            byte[] buf = new byte[64];
            int len = snprintf(text, sizeof(text), "number %d", i);
            int n = must(recv(sv[1], buf, sizeof(buf), 0), "recv");
            printf("    recv returned %d bytes: %.*s\n", n, n, buf);
            if (n == len && memcmp(buf, text, len) == 0) {
                in_order++;
            }
        }
        verdict(in_order == 5);

        must(close(sv[0]), "close");
        must(close(sv[1]), "close");
    }

    static void unix_sender_waits() {
        claim("a full UNIX receiver makes the sender wait, or fail with EAGAIN");
        int[] sv = new int[2];
        must(socketpair(AF_UNIX, SOCK_DGRAM, 0, sv), "socketpair");
        // setsockopt(2), socket(7): what the receiver has not taken yet fills the sender's buffer. The
        // least that the kernel grants is soon full.
        int[] small = {1};
        must(setsockopt(sv[0], SOL_SOCKET, SO_SNDBUF, small, sizeof(small)), "setsockopt");
        timeval patience = new timeval(0, 100000);
        must(setsockopt(sv[0], SOL_SOCKET, SO_SNDTIMEO, patience, sizeof(patience)), "setsockopt");

        int sent = 0;
        while (sent < 1000 && send(sv[0], "datagram", 8, MSG_NOSIGNAL | MSG_DONTWAIT) == 8) {
            sent++;
        }
        boolean refused = sent < 1000 && errno() == EAGAIN;
        printf("    after %d datagrams, send with MSG_DONTWAIT: %s\n", sent,
               refused ? strerror(errno()) : "went on");

        // Without MSG_DONTWAIT send waits for room; SO_SNDTIMEO ends that after 100 ms.
        boolean waited = send(sv[0], "datagram", 8, MSG_NOSIGNAL) < 0 && errno() == EAGAIN;
        printf("    send without it %s\n", waited ? "waited until its time was up" : "did not wait");

        // Nothing was lost: what was sent is there, and when it is taken there is room again.
        int received = 0;
        while (readable(sv[1], 0)) {
            byte[] buf = new byte[64];
            must(recv(sv[1], buf, sizeof(buf), 0), "recv");
            received++;
        }
        boolean room = send(sv[0], "datagram", 8, MSG_NOSIGNAL | MSG_DONTWAIT) == 8;
        printf("    %d datagrams received, then send %s\n", received, room ? "succeeds" : "fails");
        verdict(refused && waited && received == sent && room);

        must(close(sv[0]), "close");
        must(close(sv[1]), "close");
    }

    static final Pattern UDP = Pattern.compile(" *\\d+: (\\p{XDigit}+):(\\p{XDigit}+) .* (\\d+) *");

    // The last column of the socket's line in /proc/net/udp, proc(5): how many datagrams the kernel
    // threw away because the socket's buffer was full. -1 if there is no such line.
    static long drops(sockaddr_in addr) {
        long found = -1;
        try (BufferedReader table = new BufferedReader(new FileReader("/proc/net/udp"))) {
            String line;
            while ((line = table.readLine()) != null) {
                // sl local rem st tx:rx tr:when retrnsmt uid timeout inode ref pointer drops
                Matcher m = UDP.matcher(line);
                if (m.matches()
                    && Integer.parseUnsignedInt(m.group(1), 16) == addr.sin_addr.s_addr
                    && Integer.parseInt(m.group(2), 16) == ntohs(addr.sin_port)) {
                    found = Long.parseLong(m.group(3));
                }
            }
        } catch (IOException e) {
            fprintf(stderr, "%s\n", e.getMessage());
            exit(1);
        }
        return found;
    }

    static void udp_drops() {
        claim("a full UDP receiver loses datagrams: the sender hears nothing, the kernel counts them");
        sockaddr_in addr = new sockaddr_in();
        int receiver = bound(SOCK_DGRAM, addr);
        int[] small = {1};
        must(setsockopt(receiver, SOL_SOCKET, SO_RCVBUF, small, sizeof(small)), "setsockopt");
        int sender = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");

        int sent = 0;
        while (sent < 100) {
            must(sendto(sender, "datagram", 8, 0, addr, sizeof(addr)), "sendto");
            sent++;
        }
        int received = 0;
        while (received < sent && readable(receiver, 100)) {
            byte[] buf = new byte[64];
            must(recv(receiver, buf, sizeof(buf), 0), "recv");
            received++;
        }
        long dropped = drops(addr);
        printf("    %d sendtos succeeded, %d datagrams arrived, %ld are counted as dropped\n", sent,
               received, dropped);
        verdict(received < sent && received + dropped == sent);

        must(close(sender), "close");
        must(close(receiver), "close");
    }

    public static void main(String[] argv) {
        if (argv.length > 0) {
            fprintf(stderr, "usage: lab10_stream_vs_datagram (without %s)\n", argv[0]);
            exit(2);
        }

        tcp_has_no_messages();
        udp_has_messages();
        tail_is_lost();
        unix_keeps_order();
        unix_sender_waits();
        udp_drops();
        if (contradicted > 0) {
            printf("%d claims contradicted\n", contradicted);
            exit(1);
        }
        printf("all claims hold\n");
        exit(0);
    }
}

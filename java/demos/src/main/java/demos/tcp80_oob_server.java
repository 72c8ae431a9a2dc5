// tcp80_oob_server: receives urgent data, finds its place in the stream, and ends.
//
//     tcp80_oob_server [port]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. At the other end:
// tcp80_oob_client
//
// TCP has no second channel. It has a mark in the stream, and one byte before which it stands: who
// is told "stop" can throw away all that came before it. New protocols should not use it, tcp(7).
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.Poll.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Ioctl.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp80_oob_server {

    // The result of a call that must not fail. perror(3)
    static int must(int result, String call) {
        if (result < 0) {
            perror(call);
            exit(1);
        }
        return result;
    }

    // Waits until the peer has sent something urgent: poll(2). A process that fcntl(2) made the
    // socket's owner by F_SETOWN would also get SIGURG.
    static void wait_for_urgent(int conn) {
        pollfd[] pfd = {new pollfd(conn, POLLPRI, 0)};
        must(poll(pfd, 1, -1), "poll");
        printf("poll: %s\n", (pfd[0].revents & POLLPRI) != 0 ? "POLLPRI" : "something else");
    }

    // Receives everything in front of the mark.
    static void receive_up_to_mark(int conn) {
        // sockatmark(3) says whether the next byte is the one behind the mark. recv(2) never reads
        // across it, however large the buffer.
        while (must(sockatmark(conn), "sockatmark") == 0) {
            byte[] buf = new byte[64];
            int n = must(recv(conn, buf, sizeof(buf), 0), "recv");
            printf("recv, in front of the mark: %.*s\n", n, buf);
            if (n == 0) {
                exit(1);
            }
        }
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 0) {
            fprintf(stderr, "usage: tcp80_oob_server [port]\n");
            exit(2);
        }

        // socket(2), setsockopt(2), bind(2), byteorder(3), listen(2), getsockname(2), inet(3),
        // accept(2)
        int fd = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        int[] on = {1};
        must(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, on, sizeof(on)), "setsockopt");
        sockaddr_in addr = new sockaddr_in();
        addr.sin_family = AF_INET;
        addr.sin_port = htons(port);
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        must(bind(fd, addr, sizeof(addr)), "bind");
        must(listen(fd, 1), "listen");
        int[] addr_len = {sizeof(addr)};
        must(getsockname(fd, addr, addr_len), "getsockname");
        printf("listening on %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
        fflush(stdout);
        int conn = must(accept(fd, null, null), "accept");

        wait_for_urgent(conn);
        receive_up_to_mark(conn);
        // ioctl(2): SIOCATMARK is what sockatmark asks the kernel.
        int[] mark = {0};
        must(ioctl(conn, SIOCATMARK, mark), "ioctl");
        printf("SIOCATMARK: %d\n", mark[0]);

        // The urgent byte is kept out of the stream: MSG_OOB fetches it, once. strerror(3)
        byte[] urgent = new byte[1];
        must(recv(conn, urgent, sizeof(urgent), MSG_OOB), "recv");
        printf("recv with MSG_OOB: %.*s\n", 1, urgent);
        int again = recv(conn, urgent, sizeof(urgent), MSG_OOB);
        printf("recv with MSG_OOB, again: %s\n", again < 0 ? strerror(errno()) : "done");
        // MSG_WAITALL: all 5 bytes.
        byte[] buf = new byte[64];
        int n = must(recv(conn, buf, 5, MSG_WAITALL), "recv");
        printf("recv, behind the mark: %.*s\n", n, buf);

        // socket(7): with SO_OOBINLINE the urgent byte stays in the stream, the first behind the mark,
        // and there is nothing for MSG_OOB to fetch. send(2) tells the client to go on.
        must(setsockopt(conn, SOL_SOCKET, SO_OOBINLINE, on, sizeof(on)), "setsockopt");
        printf("SO_OOBINLINE\n");
        must(send(conn, "go on", 5, MSG_NOSIGNAL), "send");
        wait_for_urgent(conn);
        receive_up_to_mark(conn);
        again = recv(conn, urgent, sizeof(urgent), MSG_OOB);
        printf("recv with MSG_OOB: %s\n", again < 0 ? strerror(errno()) : "done");
        n = must(recv(conn, buf, 5, MSG_WAITALL), "recv");
        printf("recv, behind the mark: %.*s\n", n, buf);

        // close(2)
        must(close(conn), "close");
        must(close(fd), "close");
        exit(0);
    }
}

// tcp30_server: answers HTTP requests, one after the other, until Ctrl-C.
//
//     tcp30_server [port [connections]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. With a second argument the
// server ends after so many connections. At the other end:
//     curl -v http://127.0.0.1:9501/
//     head -c 1048576 /dev/zero | curl --data-binary @- http://127.0.0.1:9501/
//
// The server is iterative: it serves one connection to its end, and the others wait in the queue
// of listen meanwhile. So nothing that a client does may end it, and nothing may hold it for ever.
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Time.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp30_server {

    static final int HEAD_MAX = 8192;               // bytes of a request's head
    static final int BODY_MAX = 16 * 1024 * 1024;   // bytes of a request's body
    static final int PIECES_MAX = 100;              // recv calls for one head
    static final int PATIENCE = 3;                  // seconds that one call waits for a client

    // Where the head of a request ends, behind the empty line, or 0 while that has not come.
    static int head_end(byte[] head, int len) {
        for (int i = 4; i <= len; i++) {
            if (head[i - 4] == '\r' && head[i - 3] == '\n'
                && head[i - 2] == '\r' && head[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }

    // Whether the first line, or what there is of it, is one of HTTP/1. It is copied to line up to the
    // first byte that does not print: that is its CR, or it is no request line.
    static boolean is_request_line(byte[] head, int len, byte[] line) {
        int i = 0;
        while (i < len && head[i] >= ' ' && head[i] <= '~') {
            line[i] = head[i];
            i++;
        }
        line[i] = '\0';
        return i == len || strstr(line, " HTTP/1.") >= 0;
    }

    // Receives the head of a request. The status to answer with: 200 if it is whole, 0 if there is
    // nobody to answer. len is how much has come, perhaps with the beginning of a body; end is where
    // the head ends.
    static int receive_head(int conn, byte[] head, int[] len, int[] end, byte[] line) {
        // Each recv has its time limit, so a limit to their number is one for a client that sends a
        // byte now and then.
        for (int pieces = 0; pieces < PIECES_MAX; pieces++) {
            // recv(2): behind the time limit EAGAIN, after a reset ECONNRESET, at the stream's end 0.
            int n = recv(conn, head, len[0], HEAD_MAX - len[0], 0);
            if (n < 0 && errno() == EAGAIN) {
                return 408;
            }
            if (n < 0) {
                perror("recv");
                return 0;
            }
            // Who sends nothing at all has hung up. The end in the middle of a request may be a
            // client that has shut down only its own direction: that one can hear the answer.
            if (n == 0) {
                return len[0] == 0 ? 0 : 400;
            }
            len[0] += n;
            if (!is_request_line(head, len[0], line)) {
                return 400;
            }
            end[0] = head_end(head, len[0]);
            if (end[0] > 0) {
                return 200;
            }
            if (len[0] == HEAD_MAX) {
                return 431;
            }
        }
        return 408;
    }

    // The length of the body that the head announces, 0 if none. -1 if there is no telling where the
    // body ends.
    static long body_length(byte[] head, int end) {
        // Names of fields are case-insensitive, and strstr(3) is not.
        for (int i = 0; i < end; i++) {
            if (head[i] >= 'A' && head[i] <= 'Z') {
                head[i] += 'a' - 'A';
            }
        }
        head[end] = '\0';
        if (strstr(head, "\r\ntransfer-encoding:") >= 0) {
            return -1;
        }
        int field = strstr(head, "\r\ncontent-length:");
        if (field < 0) {
            return 0;
        }
        return strtol(str(head, field + strlen("\r\ncontent-length:")), null, 10);
    }

    // Receives length bytes and forgets them. The number received: less if the client sends no more.
    static int discard(int conn, int length) {
        byte[] sink = new byte[65536];
        int done = 0;
        int want = sizeof(sink);
        int n = want;
        // MSG_WAITALL returns with all that was asked for, or less at the end of the stream or of the
        // time limit, which is then one for the whole piece, however slowly the bytes drip.
        while (done < length && n == want) {
            if (want > length - done) {
                want = length - done;
            }
            n = recv(conn, sink, want, MSG_WAITALL);
            if (n > 0) {
                done += n;
            }
        }
        return done;
    }

    // send(2) may take less than all: a short write. The rest has to be sent again. 0, or -1 if the
    // client is gone or has not read for too long.
    static int send_all(int conn, byte[] buf, int len) {
        int sent = 0;
        while (sent < len) {
            int n = send(conn, buf, sent, len - sent, MSG_NOSIGNAL);
            if (n < 0) {
                perror("send");
                return -1;
            }
            sent += n;
        }
        return 0;
    }

    static String reason(int status) {
        switch (status) {
        case 200:
            return "OK";
        case 400:
            return "Bad Request";
        case 408:
            return "Request Timeout";
        case 411:
            return "Length Required";
        case 413:
            return "Content Too Large";
        default:
            return "Request Header Fields Too Large";
        }
    }

    // Receives one request and answers it.
    static void serve(int conn, sockaddr_in peer) {
        // socket(7): how long recv and send may wait for this client.
        timeval patience = new timeval(PATIENCE, 0);
        if (setsockopt(conn, SOL_SOCKET, SO_RCVTIMEO, patience, sizeof(patience)) < 0) {
            perror("setsockopt");
            exit(1);
        }
        if (setsockopt(conn, SOL_SOCKET, SO_SNDTIMEO, patience, sizeof(patience)) < 0) {
            perror("setsockopt");
            exit(1);
        }

        byte[] head = new byte[HEAD_MAX + 1];
        byte[] line = new byte[HEAD_MAX + 1];
        line[0] = '\0';
        int[] len = {0};
        int[] end = {0};
        int status = receive_head(conn, head, len, end, line);
        if (status == 0) {
            printf("%s:%d hung up\n", inet_ntoa(peer.sin_addr), ntohs(peer.sin_port));
            return;
        }

        long length = 0;
        if (status == 200) {
            length = body_length(head, end[0]);
            if (length < 0) {
                status = 411;
            } else if (length > BODY_MAX) {
                status = 413;
            }
        }
        if (status == 200) {
            // A client with a large body asks before it sends it, and waits a while for the answer.
            if (strstr(head, "\r\nexpect: 100-continue") >= 0) {
                byte[] go_on = "HTTP/1.1 100 Continue\r\n\r\n".getBytes();
                if (send_all(conn, go_on, strlen(go_on)) < 0) {
                    return;
                }
            }
            // The body may have begun in the piece that ended the head.
            int missing = (int) length - (len[0] - end[0]);
            if (missing > 0 && discard(conn, missing) < missing) {
                status = 400;
            }
        }

        byte[] body = new byte[128];
        int body_len = snprintf(body, sizeof(body), "%d %s: %s:%d sent a body of %ld bytes\n", status,
                                reason(status), inet_ntoa(peer.sin_addr), ntohs(peer.sin_port),
                                length);
        byte[] answer = new byte[512];
        int answer_len = snprintf(answer, sizeof(answer),
                                  "HTTP/1.1 %d %s\r\n"
                                  + "Content-Type: text/plain\r\n"
                                  + "Content-Length: %d\r\n"
                                  + "Connection: close\r\n"
                                  + "\r\n",
                                  status, reason(status), body_len);
        // The answer to HEAD has the head of the answer to GET, and ends there.
        if (strncmp(line, "HEAD ", 5) != 0) {
            strcat(answer, body);
            answer_len += body_len;
        }
        printf("%s:%d \"%s\" %d\n", inet_ntoa(peer.sin_addr), ntohs(peer.sin_port), line, status);
        if (send_all(conn, answer, answer_len) < 0) {
            return;
        }

        // close(2) with bytes unread sends a reset, which may overtake the answer and destroy it. After
        // a refusal the client may be sending still: shutdown(2) says that there is no more from here,
        // and what comes is read until the client has finished, too.
        if (status != 200) {
            if (shutdown(conn, SHUT_WR) < 0) {
                perror("shutdown");
                return;
            }
            discard(conn, BODY_MAX);
        }
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        int connections = 0;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            connections = number(argv[1], 1000000);
        }
        if (argv.length > 2 || port < 0 || connections < 0) {
            fprintf(stderr, "usage: tcp30_server [port [connections]]\n");
            exit(2);
        }

        // socket(2)
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // setsockopt(2), socket(7). This server closes its connections first, so after Ctrl-C the port
        // still has some in TIME_WAIT. With SO_REUSEADDR it can be started again at once all the same;
        // while another server listens on the port, bind fails with EADDRINUSE as ever.
        int[] on = {1};
        if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, on, sizeof(on)) < 0) {
            perror("setsockopt");
            exit(1);
        }

        // bind(2), byteorder(3)
        sockaddr_in addr = new sockaddr_in();
        addr.sin_family = AF_INET;
        addr.sin_port = htons(port);
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(fd, addr, sizeof(addr)) < 0) {
            perror("bind");
            exit(1);
        }

        // listen(2): SOMAXCONN is the longest queue that the kernel grants.
        if (listen(fd, SOMAXCONN) < 0) {
            perror("listen");
            exit(1);
        }

        // getsockname(2), inet(3)
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        printf("listening on %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));

        for (int served = 0; connections == 0 || served < connections; served++) {
            fflush(stdout);

            // accept(2). ECONNABORTED: the client was gone before its turn came. Any other failure is
            // the server's own.
            sockaddr_in peer = new sockaddr_in();
            int[] peer_len = {sizeof(peer)};
            int conn = accept(fd, peer, peer_len);
            if (conn < 0 && errno() == ECONNABORTED) {
                continue;
            }
            if (conn < 0) {
                perror("accept");
                exit(1);
            }
            serve(conn, peer);
            if (close(conn) < 0) {
                perror("close");
                exit(1);
            }
        }
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

// tcp70_sendfile: a static web server. Sends the files of a directory until Ctrl-C.
//
//     tcp70_sendfile [port [directory [connections]]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. The directory is the current
// one, or the argument. With a third argument the server ends after so many connections. At the
// other end: a browser, or   curl -v http://127.0.0.1:9501/
//
// The bytes of a file do not pass through this program: no buffer of it ever holds them.
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.netinet.In.*;
import static libc.Signal.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Sendfile.*;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;
import static libc.sys.Time.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp70_sendfile {

    static final int HEAD_MAX = 8192; // bytes of a request's head
    static final int PATIENCE = 3;    // seconds that one call waits for a client

    // Receives the head of a request, and copies the path out of it. 1 if there is one, 0 if not, -1 if
    // nothing came: browsers connect in advance, and may not need it.
    static int receive_path(int conn, byte[] path) {
        // recv(2), until the empty line; its end, an error and a time that is up are all the same here.
        byte[] request = new byte[HEAD_MAX];
        int len = 0;
        int n = 1;
        while (n > 0 && len < HEAD_MAX - 1 && strstr(request, "\r\n\r\n") < 0) {
            n = recv(conn, request, len, HEAD_MAX - 1 - len, 0);
            if (n > 0) {
                len += n;
            }
        }
        if (len == 0) {
            return -1;
        }
        if (n <= 0 || strncmp(request, "GET /", 5) != 0) {
            return 0;
        }
        int from = 4;
        int i = 0;
        while (request[from + i] > ' ' && request[from + i] != '?') {
            path[i] = request[from + i];
            i++;
        }
        path[i] = '\0';
        return 1;
    }

    // Opens the file that a path means, or returns -1. st is what there is to know of it.
    static int open_file(String directory, byte[] path, stat st) {
        // A path that goes up again would lead out of the directory.
        byte[] name = new byte[2 * HEAD_MAX];
        int len = snprintf(name, sizeof(name), "%s%s%s", directory, path,
                           strcmp(path, "/") == 0 ? "index.html" : "");
        if (len >= sizeof(name) || strstr(path, "/..") >= 0) {
            return -1;
        }
        // open(2), fstat(2) on the page stat(2). O_NONBLOCK: a named pipe would keep open waiting.
        int file = open(str(name), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (file < 0) {
            return -1;
        }
        if (fstat(file, st) < 0 || !S_ISREG(st.st_mode)) {
            close(file);
            return -1;
        }
        return file;
    }

    static String type(byte[] path) {
        if (strstr(path, ".css") >= 0) {
            return "text/css";
        }
        if (strstr(path, ".svg") >= 0) {
            return "image/svg+xml";
        }
        if (strstr(path, ".html") >= 0 || strcmp(path, "/") == 0) {
            return "text/html; charset=utf-8";
        }
        return "application/octet-stream";
    }

    // Sends so many bytes of a file, or as many as the client takes. 0, or -1 with errno.
    static int send_file(int conn, int file, long length) {
        // sendfile(2) moves them from the page cache to the socket inside the kernel. It begins at the
        // offset and advances it; the file's own position stays. Like send it may take less than all:
        // when this client has not read for too long, say. 0 is the end of a file that has shrunk.
        long[] offset = {0};
        while (offset[0] < length) {
            int n = sendfile(conn, file, offset, length - offset[0]);
            if (n < 0) {
                return -1;
            }
            if (n == 0) {
                errno(EIO);
                return -1;
            }
        }
        return 0;
    }

    // Receives one request and answers it.
    static void serve(int conn, sockaddr_in peer, String directory) {
        // setsockopt(2), socket(7): recv, send and sendfile wait so long for this client.
        timeval patience = new timeval(PATIENCE, 0);
        if (setsockopt(conn, SOL_SOCKET, SO_RCVTIMEO, patience, sizeof(patience)) < 0) {
            perror("setsockopt");
            exit(1);
        }
        if (setsockopt(conn, SOL_SOCKET, SO_SNDTIMEO, patience, sizeof(patience)) < 0) {
            perror("setsockopt");
            exit(1);
        }

        byte[] path = new byte[HEAD_MAX];
        int received = receive_path(conn, path);
        if (received < 0) {
            printf("%s:%d asked for nothing\n", inet_ntoa(peer.sin_addr), ntohs(peer.sin_port));
            return;
        }
        String status = "400 Bad Request";
        int file = -1;
        long length = 0;
        if (received > 0) {
            stat st = new stat();
            file = open_file(directory, path, st);
            status = file < 0 ? "404 Not Found" : "200 OK";
            length = file < 0 ? 0 : st.st_size;
        }

        byte[] head = new byte[512];
        int head_len = snprintf(head, sizeof(head),
                                "HTTP/1.1 %s\r\n"
                                + "Content-Type: %s\r\n"
                                + "Content-Length: %ld\r\n"
                                + "Connection: close\r\n"
                                + "\r\n",
                                status, type(path), length);
        // send(2): MSG_MORE keeps the head back until the file follows, and the two share a segment.
        String end = "sent";
        if (send(conn, head, head_len, length > 0 ? MSG_MORE : 0) < 0
            || (file >= 0 && send_file(conn, file, length) < 0)) {
            // A browser hangs up when its user clicks on. Which error that is depends on the moment.
            end = errno() == ECONNRESET || errno() == EPIPE ? "hung up" : strerror(errno());
        }
        printf("%s:%d \"%s\" %s, %s\n", inet_ntoa(peer.sin_addr), ntohs(peer.sin_port), path, status,
               end);
        // close(2)
        if (file >= 0 && close(file) < 0) {
            perror("close");
            exit(1);
        }
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        String directory = ".";
        int connections = 0;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            directory = argv[1];
        }
        if (argv.length > 2) {
            connections = number(argv[2], 1000000);
        }
        if (argv.length > 3 || port < 0 || connections < 0) {
            fprintf(stderr, "usage: tcp70_sendfile [port [directory [connections]]]\n");
            exit(2);
        }

        // signal(2), signal(7): sendfile has no flags, so no MSG_NOSIGNAL. Who hangs up would end a C
        // program by SIGPIPE, unless that is ignored, as the JVM does anyway. Then the error is EPIPE.
        if (signal(SIGPIPE, SIG_IGN) == SIG_ERR) {
            perror("signal");
            exit(1);
        }

        // socket(2), bind(2), byteorder(3), listen(2), getsockname(2), inet(3)
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }
        int[] on = {1};
        if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, on, sizeof(on)) < 0) {
            perror("setsockopt");
            exit(1);
        }
        sockaddr_in addr = new sockaddr_in();
        addr.sin_family = AF_INET;
        addr.sin_port = htons(port);
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(fd, addr, sizeof(addr)) < 0) {
            perror("bind");
            exit(1);
        }
        if (listen(fd, SOMAXCONN) < 0) {
            perror("listen");
            exit(1);
        }
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        printf("listening on %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));

        for (int served = 0; connections == 0 || served < connections; served++) {
            fflush(stdout);

            // accept(2). ECONNABORTED: the client was gone before its turn came.
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
            serve(conn, peer, directory);
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

// tcp20_server: answers one HTTP request and ends.
//
//     tcp20_server [port]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. At the other end:
//     curl -v http://127.0.0.1:9501/
//     printf 'GET / HTTP/1.1\r\n\r\n' | nc -N 127.0.0.1 9501
package demos;

import static libc.arpa.Inet.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp20_server {

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1 || port < 0) {
            fprintf(stderr, "usage: tcp20_server [port]\n");
            exit(2);
        }

        // The same six calls as in tcp10_server: socket(2), setsockopt(2), bind(2), listen(2),
        // getsockname(2), accept(2); byteorder(3) and inet(3) are the pages of the functions between.
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
        if (listen(fd, 1) < 0) {
            perror("listen");
            exit(1);
        }
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        printf("listening on %s:%d\n", inet_ntoa(addr.sin_addr), ntohs(addr.sin_port));
        fflush(stdout);

        sockaddr_in peer = new sockaddr_in();
        int[] peer_len = {sizeof(peer)};
        int conn = accept(fd, peer, peer_len);
        if (conn < 0) {
            perror("accept");
            exit(1);
        }

        // The head of a request ends with an empty line, and TCP delivers it in whatever pieces it
        // likes: recv(2) behind what is there already, until the empty line has come, or the end of
        // the stream, or the buffer is full. Its last byte stays 0, so that it remains a string.
        byte[] request = new byte[4096];
        int len = 0;
        int n = 1;
        while (n > 0 && len < sizeof(request) - 1 && strstr(request, "\r\n\r\n") < 0) {
            n = recv(conn, request, len, sizeof(request) - 1 - len, 0);
            if (n < 0) {
                perror("recv");
                exit(1);
            }
            len += n;
        }
        printf("received %zu bytes from %s:%d:\n%s", len, inet_ntoa(peer.sin_addr),
               ntohs(peer.sin_port), request);

        String status = "200 OK";
        if (strstr(request, "\r\n\r\n") < 0) {
            status = "400 Bad Request";
        }

        // Content-Length counts the bytes after the empty line: without it the client could not tell a
        // whole answer from one that broke off.
        byte[] body = new byte[128];
        int body_len = snprintf(body, sizeof(body), "%s: hello, %s:%d\n", status,
                                inet_ntoa(peer.sin_addr), ntohs(peer.sin_port));
        byte[] answer = new byte[512];
        int answer_len = snprintf(answer, sizeof(answer),
                                  "HTTP/1.1 %s\r\n"
                                  + "Content-Type: text/plain\r\n"
                                  + "Content-Length: %d\r\n"
                                  + "Connection: close\r\n"
                                  + "\r\n"
                                  + "%s",
                                  status, body_len, body);

        // send(2) of so little into an empty send buffer takes all of it; tcp30_server loops.
        if (send(conn, answer, answer_len, MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        // close(2)
        if (close(conn) < 0) {
            perror("close");
            exit(1);
        }
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

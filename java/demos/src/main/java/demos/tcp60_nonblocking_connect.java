// tcp60_nonblocking_connect: begins to connect, does not wait, and asks later what came of it.
//
//     tcp60_nonblocking_connect
//
// To a server that listens, to a port at which nobody does, and to a server that does not answer:
// connect(2) returns the same each time. One process holds both ends.
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.Poll.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

public class tcp60_nonblocking_connect {

    // The result of a call that must not fail. perror(3)
    static int must(int result, String call) {
        if (result < 0) {
            perror(call);
            exit(1);
        }
        return result;
    }

    // A socket on loopback with a port of the kernel's choice, which addr then holds: socket(2),
    // bind(2), getsockname(2), byteorder(3).
    static int bound(sockaddr_in addr) {
        int fd = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        addr.sin_family = AF_INET;
        addr.sin_port = htons(0);
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        must(bind(fd, addr, sizeof(addr)), "bind");
        int[] addr_len = {sizeof(addr)};
        must(getsockname(fd, addr, addr_len), "getsockname");
        return fd;
    }

    static void ask_to_connect(int fd, sockaddr_in addr) {
        // EINPROGRESS is no failure: the request is on its way, and the answer has not come yet.
        // strerror(3)
        int result = connect(fd, addr, sizeof(addr));
        printf("    connect: %s\n", result < 0 ? strerror(errno()) : "done");
    }

    // Waits for the answer, so long at most.
    static void wait_for_answer(int fd, int milliseconds) {
        // poll(2): a socket can be written to when connecting has come to its end, a good one or a bad
        // one.
        pollfd[] pfd = {new pollfd(fd, POLLOUT, 0)};
        int ready = must(poll(pfd, 1, milliseconds), "poll");
        printf("    poll: %s%s%s%s\n", ready == 0 ? "no answer" : "",
               (pfd[0].revents & POLLOUT) != 0 ? "POLLOUT" : "",
               (pfd[0].revents & POLLERR) != 0 ? " POLLERR" : "",
               (pfd[0].revents & POLLHUP) != 0 ? " POLLHUP" : "");
    }

    static void ask_for_error(int fd) {
        // getsockopt(2), socket(7): SO_ERROR is where connect leaves its error when there is nobody to
        // return it to.
        int[] error = {0};
        int[] error_len = {sizeof(error)};
        must(getsockopt(fd, SOL_SOCKET, SO_ERROR, error, error_len), "getsockopt");
        printf("    SO_ERROR: %s\n", error[0] == 0 ? "none" : strerror(error[0]));
    }

    static void somebody_listens() {
        printf("a server that listens\n");
        sockaddr_in addr = new sockaddr_in();
        int listener = bound(addr);
        // listen(2)
        must(listen(listener, 1), "listen");
        // With SOCK_NONBLOCK no call on this socket waits: what would have to is EAGAIN.
        int client = must(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), "socket");
        ask_to_connect(client, addr);
        wait_for_answer(client, 1000);
        ask_for_error(client);

        // accept(2), recv(2), send(2). What accept returns is a socket of its own, and waits.
        int server = must(accept(listener, null, null), "accept");
        byte[] buf = new byte[16];
        int n = recv(client, buf, sizeof(buf), 0);
        printf("    recv, too early: %s\n", n < 0 ? strerror(errno()) : "done");
        must(send(client, "hello", 5, MSG_NOSIGNAL), "send");
        n = must(recv(server, buf, sizeof(buf), 0), "recv");
        printf("    the server received %d bytes: %.*s\n", n, n, buf);

        // close(2)
        must(close(server), "close");
        must(close(client), "close");
        must(close(listener), "close");
    }

    static void nobody_listens() {
        printf("a port at which nobody listens\n");
        sockaddr_in addr = new sockaddr_in();
        int silent = bound(addr);
        int client = must(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), "socket");
        ask_to_connect(client, addr);
        wait_for_answer(client, 1000);
        // It is told once. Who looks only whether there is an error now would take this for success.
        ask_for_error(client);
        ask_for_error(client);
        must(close(client), "close");
        must(close(silent), "close");
    }

    static void nobody_answers() {
        printf("a server that does not answer\n");
        sockaddr_in addr = new sockaddr_in();
        int listener = bound(addr);
        // A queue of 0 has room for one connection. While that is not accepted, Linux drops every other
        // request as if it had been lost on the way.
        must(listen(listener, 0), "listen");
        int first = must(socket(AF_INET, SOCK_STREAM, 0), "socket");
        must(connect(first, addr, sizeof(addr)), "connect");
        pollfd[] queue = {new pollfd(listener, POLLIN, 0)};
        must(poll(queue, 1, 1000), "poll");

        int client = must(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), "socket");
        ask_to_connect(client, addr);
        // A connect that waits would do so for two minutes, tcp(7): tcp_syn_retries. Here the client
        // says itself how long.
        wait_for_answer(client, 100);
        ask_for_error(client);
        // No error is not yet a connection. EALREADY: it is still being tried; close gives it up.
        ask_to_connect(client, addr);
        must(close(client), "close");
        must(close(first), "close");
        must(close(listener), "close");
    }

    public static void main(String[] argv) {
        if (argv.length > 0) {
            fprintf(stderr, "usage: tcp60_nonblocking_connect (without %s)\n", argv[0]);
            exit(2);
        }

        somebody_listens();
        nobody_listens();
        nobody_answers();
        exit(0);
    }
}

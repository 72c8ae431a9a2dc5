// tcp52_chat_epoll: passes on what each client says to all the others, until Ctrl-C.
//
//     tcp52_chat_epoll [port [clients]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. With a second argument the
// server ends when so many clients have come and gone. At the other end, several times:
//     nc 127.0.0.1 9501
//
// tcp50_chat_poll with epoll(7) in place of poll(2): the kernel remembers what to wait for, and
// says only who is ready. With thousands of clients, of whom few speak, that is the difference.
package demos;

import static libc.arpa.Inet.*;
import static libc.Errno.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp52_chat_epoll {

    static final int SEATS = 17; // the listener's, and those of 16 clients

    // Who sits where, and each one's number: 0 is a free seat. Seat 0 is the listener's.
    static final int[] fds = new int[SEATS];
    static final int[] numbers = new int[SEATS];
    static int here = 0;

    // Tells the epoll instance what to wait for in a seat.
    static void watch(int epfd, int op, int seat, int events) {
        // epoll_ctl(2). The data is the caller's own, and comes back with each event: the seat.
        epoll_event event = new epoll_event();
        event.events = events;
        event.data.u64(seat);
        if (epoll_ctl(epfd, op, fds[seat], event) < 0) {
            perror("epoll_ctl");
            exit(1);
        }
    }

    // Sends a line to all clients but the one that sits here.
    static void tell_others(int seat, byte[] line, int len) {
        for (int i = 1; i < SEATS; i++) {
            // send(2). A client that does not read must not hold the others up: with MSG_DONTWAIT it
            // misses the line. Who has gone is found out when its turn comes.
            if (numbers[i] > 0 && i != seat
                && send(fds[i], line, len, MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
                printf("client %d missed a line\n", numbers[i]);
            }
        }
    }

    // Takes in a client that has connected. The number of those that have come.
    static int welcome(int epfd, int came) {
        // accept(2). The client may have gone since epoll said that it was there: then a listener that
        // waits would wait for the next one, with all clients waiting for it. This one does not wait.
        sockaddr_in peer = new sockaddr_in();
        int[] peer_len = {sizeof(peer)};
        int conn = accept(fds[0], peer, peer_len);
        if (conn < 0 && (errno() == EAGAIN || errno() == ECONNABORTED)) {
            return came;
        }
        if (conn < 0) {
            perror("accept");
            exit(1);
        }
        came++;
        int seat = 1;
        while (numbers[seat] > 0) {
            seat++;
        }
        fds[seat] = conn;
        numbers[seat] = came;
        here++;
        watch(epfd, EPOLL_CTL_ADD, seat, EPOLLIN);
        printf("client %d came from %s:%d\n", came, inet_ntoa(peer.sin_addr), ntohs(peer.sin_port));
        return came;
    }

    // Hears what the client in this seat has to say, or that it has gone.
    static void hear(int seat) {
        // recv(2) does not wait: epoll has said that there is something, if only the end.
        byte[] buf = new byte[1024];
        int n = recv(fds[seat], buf, sizeof(buf), 0);
        if (n > 0) {
            byte[] line = new byte[1100];
            int len = snprintf(line, sizeof(line), "client %d: %.*s", numbers[seat], n, buf);
            printf("%s", line);
            tell_others(seat, line, len);
            return;
        }
        if (n < 0) {
            perror("recv");
        }
        printf("client %d left\n", numbers[seat]);
        // close(2) also takes it out of the epoll instance, since no other descriptor is a copy of it.
        if (close(fds[seat]) < 0) {
            perror("close");
            exit(1);
        }
        numbers[seat] = 0;
        here--;
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        int clients = 0;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            clients = number(argv[1], 1000000);
        }
        if (argv.length > 2 || port < 0 || clients < 0) {
            fprintf(stderr, "usage: tcp52_chat_epoll [port [clients]]\n");
            exit(2);
        }

        // socket(2), setsockopt(2), bind(2), byteorder(3), listen(2), getsockname(2), inet(3)
        int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
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

        // epoll_create1(2), on the page epoll_create(2), makes a descriptor too.
        int epfd = epoll_create1(0);
        if (epfd < 0) {
            perror("epoll_create1");
            exit(1);
        }
        fds[0] = fd;
        int waiting_for = EPOLLIN;
        watch(epfd, EPOLL_CTL_ADD, 0, waiting_for);

        int came = 0;
        while (clients == 0 || came < clients || here > 0) {
            fflush(stdout);

            // Only changes have to be told. While there is no free seat, who connects waits in the
            // queue of listen.
            int wanted = here < SEATS - 1 && (clients == 0 || came < clients) ? EPOLLIN : 0;
            if (wanted != waiting_for) {
                watch(epfd, EPOLL_CTL_MOD, 0, wanted);
                waiting_for = wanted;
            }

            // epoll_wait(2) hands out those that are ready. Who has not read all is handed out again,
            // unless EPOLLET asked for changes alone.
            epoll_event[] events = epoll_event.array(SEATS);
            int ready = epoll_wait(epfd, events, SEATS, -1);
            if (ready < 0) {
                perror("epoll_wait");
                exit(1);
            }
            for (int i = 0; i < ready; i++) {
                int seat = (int) events[i].data.u64();
                if (seat == 0) {
                    came = welcome(epfd, came);
                } else {
                    hear(seat);
                }
            }
        }
        if (close(epfd) < 0) {
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

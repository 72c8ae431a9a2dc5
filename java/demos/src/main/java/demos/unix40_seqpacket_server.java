// unix40_seqpacket_server: receives records under a name that is in no file system.
//
//     unix40_seqpacket_server [name]
//
// The name is libc-sockets, or the argument. At the other end: unix40_seqpacket_client, or
// echo hello | socat - ABSTRACT-CONNECT:libc-sockets,type=5
package demos;

import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Uio.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

public class unix40_seqpacket_server {

    public static void main(String[] argv) {
        String name = "libc-sockets";
        if (argv.length > 0) {
            name = argv[0];
        }
        // unix(7): sun_path has room for 108 bytes: here a NUL, the name, and one for snprintf.
        sockaddr_un addr = new sockaddr_un();
        if (argv.length > 1 || strlen(name) == 0 || strlen(name) >= sizeof(addr.sun_path) - 1) {
            fprintf(stderr, "usage: unix40_seqpacket_server [name of at most 106 bytes]\n");
            exit(2);
        }

        // socket(2): SOCK_SEQPACKET is connected as a stream is, and keeps messages apart as datagrams
        // are.
        int fd = socket(AF_UNIX, SOCK_SEQPACKET, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }

        // bind(2). A name that begins with a NUL, usually shown as @, is an abstract one. It ends where
        // the length says. There is no file: nothing to unlink, since the name is gone when the socket
        // is, and no permissions, so anyone may connect.
        addr.sun_family = AF_UNIX;
        snprintf(addr.sun_path, sizeof(addr.sun_path), "@%s", name);
        addr.sun_path[0] = '\0';
        int addr_len = offsetof(sockaddr_un.class, "sun_path") + 1 + strlen(name);
        if (bind(fd, addr, addr_len) < 0) {
            perror("bind");
            exit(1);
        }

        // listen(2)
        if (listen(fd, 1) < 0) {
            perror("listen");
            exit(1);
        }
        printf("listening on @%s\n", name);
        fflush(stdout);

        // accept(2)
        sockaddr_un peer = new sockaddr_un();
        int[] peer_len = {sizeof(peer)};
        int conn = accept(fd, peer, peer_len);
        if (conn < 0) {
            perror("accept");
            exit(1);
        }
        if (peer_len[0] == offsetof(sockaddr_un.class, "sun_path")) {
            printf("a socket without a name connected\n");
        } else {
            printf("@%.*s connected\n", sizeof(peer.sun_path) - 1, str(peer.sun_path, 1));
        }

        for (;;) {
            // recvmsg(2): one record, never two. What there is no room for is lost, and msg_flags then
            // has MSG_TRUNC. Linux sets no MSG_EOR there: no record comes in parts.
            byte[] buf = new byte[16];
            iovec[] iov = {new iovec(buf, sizeof(buf))};
            msghdr msg = new msghdr();
            msg.msg_iov = iov;
            msg.msg_iovlen = 1;
            int n = recvmsg(conn, msg, 0);
            if (n < 0) {
                perror("recvmsg");
                exit(1);
            }
            // The end, or an empty record: nobody can tell.
            if (n == 0) {
                printf("the end\n");
                break;
            }
            printf("a record of %zd bytes%s: %.*s\n", n,
                   (msg.msg_flags & MSG_TRUNC) != 0 ? ", the rest is lost" : "", n, buf);
        }

        // send(2). The client may have closed its end.
        String answer = "hello from the server";
        if (send(conn, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
            perror("send");
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

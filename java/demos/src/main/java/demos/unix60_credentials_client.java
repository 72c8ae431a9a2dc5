// unix60_credentials_client: says who it is, and then that it is somebody else.
//
//     unix60_credentials_client [path]
//
// At the other end: unix60_credentials_server
package demos;

import static libc.Errno.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class unix60_credentials_client {

    // Sends a text as whoever these credentials name, and receives the answer. Without credentials, as
    // who one is.
    static void say(int fd, String text, ucred as) {
        // sendmsg(2), cmsg(3), unix(7). The kernel checks what it is told: the process number has to be
        // one's own, user and group one's real, effective or saved ones. Who has the capability
        // CAP_SYS_ADMIN may name any process, with CAP_SETUID any user, with CAP_SETGID any group,
        // capabilities(7): root has all three. All others get EPERM.
        iovec[] iov = {new iovec(text, strlen(text))};
        byte[] control = new byte[CMSG_SPACE(sizeof(ucred.class))];
        msghdr msg = new msghdr();
        msg.msg_iov = iov;
        msg.msg_iovlen = 1;
        if (as != null) {
            msg.msg_control = control;
            msg.msg_controllen = sizeof(control);
            cmsghdr cmsg = CMSG_FIRSTHDR(msg);
            cmsg.cmsg_level(SOL_SOCKET);
            cmsg.cmsg_type(SCM_CREDENTIALS);
            cmsg.cmsg_len(CMSG_LEN(sizeof(as)));
            memcpy(CMSG_DATA(cmsg), as, sizeof(as));
        }
        if (sendmsg(fd, msg, MSG_NOSIGNAL) < 0) {
            if (errno() != EPERM) {
                perror("sendmsg");
                exit(1);
            }
            printf("refused, %s: %s", strerror(errno()), text);
            return;
        }

        // recv(2)
        byte[] buf = new byte[1024];
        int n = recv(fd, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        printf("sent: %s", text);
    }

    public static void main(String[] argv) {
        String path = DEFAULT_PATH;
        if (argv.length > 0) {
            path = argv[0];
        }
        sockaddr_un server = new sockaddr_un();
        if (argv.length > 1 || strlen(path) == 0 || strlen(path) >= sizeof(server.sun_path)) {
            fprintf(stderr, "usage: unix60_credentials_client [path of at most 107 bytes]\n");
            exit(2);
        }

        // socket(2), connect(2)
        int fd = socket(AF_UNIX, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }
        server.sun_family = AF_UNIX;
        strcpy(server.sun_path, path);
        if (connect(fd, server, sizeof(server)) < 0) {
            perror("connect");
            exit(1);
        }

        // getsockopt(2): the client, too, can ask who is at the other end. It is who called listen.
        ucred peer = new ucred();
        int[] peer_len = {sizeof(peer)};
        if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, peer, peer_len) < 0) {
            perror("getsockopt");
            exit(1);
        }
        printf("process %d, user %u, group %u listens\n", peer.pid, peer.uid, peer.gid);

        // getpid(2), getuid(2), getgid(2). Process 1 is there always, init.
        ucred self = new ucred(getpid(), getuid(), getgid());
        ucred init = new ucred(1, getuid(), getgid());
        ucred nobody = new ucred(getpid(), 65534, 65534);
        say(fd, "I do not say who I am\n", null);
        say(fd, "I am myself\n", self);
        say(fd, "I am init\n", init);
        say(fd, "I am nobody\n", nobody);

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

// unix50_pass_fd_server: opens a file and passes the descriptor to another process, for which
// there is no other way to that file.
//
//     unix50_pass_fd_server [path]
//
// The path is /tmp/libc-sockets.sock, or the argument. A file of that name is removed. At the other
// end: unix50_pass_fd_client
package demos;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Uio.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class unix50_pass_fd_server {

    // Writes a line to the file, where the last one ended: write(2)
    static void note(int file, String line) {
        if (write(file, line, strlen(line)) < 0) {
            perror("write");
            exit(1);
        }
    }

    public static void main(String[] argv) {
        String path = DEFAULT_PATH;
        if (argv.length > 0) {
            path = argv[0];
        }
        sockaddr_un addr = new sockaddr_un();
        if (argv.length > 1 || strlen(path) == 0 || strlen(path) >= sizeof(addr.sun_path)) {
            fprintf(stderr, "usage: unix50_pass_fd_server [path of at most 107 bytes]\n");
            exit(2);
        }

        // open(2), unlink(2): the file lives on without a name, as long as somebody holds a descriptor
        // of it. From here on nobody can open it.
        byte[] name = new byte[128];
        snprintf(name, sizeof(name), "%s.notes", path);
        int[] file = {open(str(name), O_RDWR | O_CREAT | O_EXCL, 0600)};
        if (file[0] < 0) {
            perror("open");
            exit(1);
        }
        if (unlink(str(name)) < 0) {
            perror("unlink");
            exit(1);
        }
        note(file[0], "one, by the server\n");

        // socket(2), bind(2), listen(2): descriptors pass through UNIX domain sockets alone, unix(7).
        int fd = socket(AF_UNIX, SOCK_STREAM, 0);
        if (fd < 0) {
            perror("socket");
            exit(1);
        }
        if (unlink(path) < 0 && errno() != ENOENT) {
            perror("unlink");
            exit(1);
        }
        addr.sun_family = AF_UNIX;
        strcpy(addr.sun_path, path);
        if (bind(fd, addr, sizeof(addr)) < 0) {
            perror("bind");
            exit(1);
        }
        if (listen(fd, 1) < 0) {
            perror("listen");
            exit(1);
        }
        printf("listening on %s\n", path);
        fflush(stdout);

        // accept(2)
        int conn = accept(fd, null, null);
        if (conn < 0) {
            perror("accept");
            exit(1);
        }

        // sendmsg(2). What goes beside the data is a control message, cmsg(3): a header, then, as
        // SCM_RIGHTS, descriptors. On a stream they need at least one byte of data to go with.
        iovec[] iov = {new iovec(name, strlen(name))};
        byte[] control = new byte[CMSG_SPACE(sizeof(int.class))];
        msghdr msg = new msghdr();
        msg.msg_iov = iov;
        msg.msg_iovlen = 1;
        msg.msg_control = control;
        msg.msg_controllen = sizeof(control);
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        cmsg.cmsg_level(SOL_SOCKET);
        cmsg.cmsg_type(SCM_RIGHTS);
        cmsg.cmsg_len(CMSG_LEN(sizeof(file)));
        memcpy(CMSG_DATA(cmsg), file, sizeof(file));
        if (sendmsg(conn, msg, MSG_NOSIGNAL) < 0) {
            perror("sendmsg");
            exit(1);
        }
        printf("passed a descriptor of the file that was %s\n", name);

        // recv(2): the client says that it has written, or is gone.
        byte[] buf = new byte[1024];
        int n = recv(conn, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        printf("received %zd bytes: %.*s", n, n, buf);

        // A descriptor that is passed is a second one of the same open file, as dup(2) makes: both move
        // one offset. So this line goes behind the client's, and preadv(2) has to say where to begin.
        note(file[0], "three, by the server\n");
        iovec[] whole = {new iovec(buf, sizeof(buf))};
        n = preadv(file[0], whole, 1, 0);
        if (n < 0) {
            perror("preadv");
            exit(1);
        }
        printf("the file has %zd bytes:\n%.*s", n, n, buf);

        // close(2)
        if (close(conn) < 0) {
            perror("close");
            exit(1);
        }
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        if (close(file[0]) < 0) {
            perror("close");
            exit(1);
        }
        if (unlink(path) < 0) {
            perror("unlink");
            exit(1);
        }
        exit(0);
    }
}

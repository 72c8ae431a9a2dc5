// unix50_pass_fd_client: receives the descriptor of a file that it cannot open, and writes to it.
//
//     unix50_pass_fd_client [path]
//
// At the other end: unix50_pass_fd_server
package demos;

import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Un.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class unix50_pass_fd_client {

    public static void main(String[] argv) {
        String path = DEFAULT_PATH;
        if (argv.length > 0) {
            path = argv[0];
        }
        sockaddr_un server = new sockaddr_un();
        if (argv.length > 1 || strlen(path) == 0 || strlen(path) >= sizeof(server.sun_path)) {
            fprintf(stderr, "usage: unix50_pass_fd_client [path of at most 107 bytes]\n");
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

        // recvmsg(2), cmsg(3). Descriptors for which there is no room are closed again, and msg_flags
        // then has MSG_CTRUNC. MSG_CMSG_CLOEXEC keeps those that come from programs started later.
        byte[] name = new byte[128];
        iovec[] iov = {new iovec(name, sizeof(name) - 1)};
        byte[] control = new byte[CMSG_SPACE(sizeof(int.class))];
        msghdr msg = new msghdr();
        msg.msg_iov = iov;
        msg.msg_iovlen = 1;
        msg.msg_control = control;
        msg.msg_controllen = sizeof(control);
        if (recvmsg(fd, msg, MSG_CMSG_CLOEXEC) < 0) {
            perror("recvmsg");
            exit(1);
        }
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        if (cmsg == null || cmsg.cmsg_level() != SOL_SOCKET || cmsg.cmsg_type() != SCM_RIGHTS) {
            fprintf(stderr, "no descriptor came with: %s\n", name);
            exit(1);
        }

        // The number is the next that is free here, whatever it is in the process that sent it: the
        // kernel has made a descriptor of this process, and put its number in place of the other.
        int[] file = new int[1];
        memcpy(file, CMSG_DATA(cmsg), sizeof(file));
        printf("received a descriptor of the file that was %s\n", name);

        // open(2): the name leads nowhere.
        if (open(str(name), O_RDWR) >= 0) {
            fprintf(stderr, "there is a file of that name\n");
            exit(1);
        }
        printf("to open it by that name: %s\n", strerror(errno()));
        fflush(stdout);

        // write(2): nobody asks who opened the file, nor who may open it. Who has it may use it.
        String line = "two, by the client\n";
        int n = write(file[0], line, strlen(line));
        if (n < 0) {
            perror("write");
            exit(1);
        }
        printf("wrote %zd bytes to it\n", n);

        // send(2)
        String answer = "written\n";
        if (send(fd, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        // close(2)
        if (close(file[0]) < 0) {
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

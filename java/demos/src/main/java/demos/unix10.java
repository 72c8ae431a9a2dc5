// unix10: parent and child process talk over an anonymous pair of sockets.
//
//     unix10
package demos;

import static libc.Spawn.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Wait.*;
import static libc.Unistd.*;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;

public class unix10 {

    // The environment variable that tells the child which descriptor its end is.
    static final String CHILD_FD = "UNIX10_CHILD_FD";

    // The child receives a message and answers it.
    static void child(int fd) {
        // recv(2). What is printed has to be out before the answer is: then the parent prints after it.
        byte[] buf = new byte[1024];
        int n = recv(fd, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        // getpid(2)
        printf("child %d received %zd bytes: %.*s", getpid(), n, n, buf);
        fflush(stdout);

        // send(2); MSG_NOSIGNAL makes a peer that has gone the error EPIPE without a SIGPIPE, which ends
        // a C program and which the JVM ignores.
        String answer = "hello from the child\n";
        if (send(fd, answer, strlen(answer), MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        // close(2)
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
    }

    // The parent sends a message and receives the answer.
    static void parent(int fd) {
        String message = "hello from the parent\n";
        if (send(fd, message, strlen(message), MSG_NOSIGNAL) < 0) {
            perror("send");
            exit(1);
        }

        byte[] buf = new byte[1024];
        int n = recv(fd, buf, sizeof(buf), 0);
        if (n < 0) {
            perror("recv");
            exit(1);
        }
        printf("parent %d received %zd bytes: %.*s", getpid(), n, n, buf);

        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
    }

    // posix_spawn(3) and the functions of file actions return 0 or the error number, and leave errno.
    static void must(int error, String call) {
        if (error != 0) {
            fprintf(stderr, "%s: %s\n", call, strerror(error));
            exit(1);
        }
    }

    public static void main(String[] argv) throws IOException {
        if (argv.length > 0) {
            fprintf(stderr, "usage: unix10 (without %s)\n", argv[0]);
            exit(2);
        }

        // In C the child goes on behind fork. Here it begins anew: getenv(3)
        if (getenv(CHILD_FD) != null) {
            child(atoi(getenv(CHILD_FD)));
            exit(0);
        }

        // socketpair(2) makes two sockets that are connected to each other, unix(7). They have no name,
        // so only who inherits or is handed a descriptor can use them.
        int[] sv = new int[2];
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0) {
            perror("socketpair");
            exit(1);
        }

        // fork(2) would copy of a JVM only the thread that calls it, and none of those that compile and
        // collect garbage. posix_spawn(3) starts a program in a new process instead: here this one once
        // more, with the command line in /proc/self/cmdline, proc(5), and a variable in its environment
        // that makes it the child. It inherits each descriptor that is not close-on-exec. A file action
        // closes the other's end in the child, and close does in the parent. While a copy of an end is
        // open anywhere, nobody sees the end of the stream.
        fflush(stdout);
        String[] command;
        try (FileInputStream file = new FileInputStream("/proc/self/cmdline")) {
            command = new String(file.readAllBytes()).split("\0");
        }
        String[] environment = Arrays.copyOf(environ, environ.length + 1);
        environment[environ.length] = CHILD_FD + "=" + sv[1];
        posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
        must(posix_spawn_file_actions_init(actions), "posix_spawn_file_actions_init");
        must(posix_spawn_file_actions_addclose(actions, sv[0]), "posix_spawn_file_actions_addclose");
        int[] pid = new int[1];
        must(posix_spawn(pid, "/proc/self/exe", actions, null, command, environment), "posix_spawn");
        must(posix_spawn_file_actions_destroy(actions), "posix_spawn_file_actions_destroy");
        if (close(sv[1]) < 0) {
            perror("close");
            exit(1);
        }
        parent(sv[0]);

        // waitpid(2), on the page wait(2), waits for the child's end and collects its exit status.
        int[] status = new int[1];
        if (waitpid(pid[0], status, 0) < 0) {
            perror("waitpid");
            exit(1);
        }
        if (!WIFEXITED(status[0])) {
            printf("the child was ended by signal %d\n", WTERMSIG(status[0]));
            exit(1);
        }
        printf("the child ended with status %d\n", WEXITSTATUS(status[0]));
        exit(WEXITSTATUS(status[0]));
    }
}

package compare.experiments.transfers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Fcntl.O_CLOEXEC;
import static libc.Spawn.*;
import static libc.Unistd.*;
import static libc.sys.Wait.waitpid;

import compare.Lab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import libc.Strings;

/** A Java program that begins with a socket, as inetd(8) starts one. */
final class Child {

    private static final int ROOM = 4096;

    private Child() {}

    /** What it prints that has the socket as its descriptors 0 and 2. */
    static String run(Lab lab, Class<?> main, int socket) throws IOException {
        int[] out = new int[2];
        check(pipe2(out, O_CLOEXEC));
        lab.keep(out[0]);
        posix_spawn_file_actions_t actions = new posix_spawn_file_actions_t();
        posix_spawn_file_actions_init(actions);
        posix_spawn_file_actions_adddup2(actions, socket, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(actions, out[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(actions, socket, STDERR_FILENO);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] argv = {java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main.getName()};
        int[] pid = new int[1];
        int error = posix_spawn(pid, java, actions, null, argv, environ);
        check(close(out[1]));
        if (error != 0) {
            throw new IOException(Strings.strerror(error));
        }
        byte[] buf = new byte[ROOM];
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        for (int n = check(read(out[0], buf, ROOM)); n > 0; n = check(read(out[0], buf, ROOM))) {
            printed.write(buf, 0, n);
        }
        check(waitpid(pid[0], null, 0));
        return printed.toString(UTF_8).strip();
    }
}

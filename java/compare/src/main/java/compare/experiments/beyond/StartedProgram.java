package compare.experiments.beyond;

import static libc.Errno.check;
import static libc.Spawn.posix_spawn;
import static libc.Unistd.environ;
import static libc.sys.Wait.WEXITSTATUS;
import static libc.sys.Wait.waitpid;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import libc.Strings;
import procfs.Sockets;

/** Descriptors of a child. */
final class StartedProgram implements Experiment {

    private static final String SHELL = "/bin/sh";

    @Override
    public String question() {
        return "Does a program that is started have the socket of the program that starts it?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A child has every descriptor that is not close-on-exec. ProcessBuilder closes all but"
                + " 0, 1 and 2 in the child, so that a channel's socket cannot be handed on to it, as inetd(8) does.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int fd = lab.listener();
        leaveOut(lab);
        int[] pid = new int[1];
        int error = posix_spawn(pid, SHELL, null, null, new String[] {SHELL, "-c", test(fd)}, environ);
        if (error != 0) {
            throw new IOException(Strings.strerror(error));
        }
        int[] status = new int[1];
        check(waitpid(pid[0], status, 0));
        return answer(WEXITSTATUS(status[0]));
    }

    @Override
    public String channels(Lab lab) throws IOException, InterruptedException {
        int fd = Sockets.fdOf(lab.serverChannel());
        leaveOut(lab);
        return answer(new ProcessBuilder(SHELL, "-c", test(fd)).start().waitFor());
    }

    /** How a program is started depends on the machine, down to its PATH. */
    private static void leaveOut(Lab lab) {
        lab.watch();
        lab.unwatch();
    }

    private static String test(int fd) {
        return "test -S /proc/self/fd/" + fd;
    }

    private static String answer(int status) {
        return status == 0 ? "yes" : "no";
    }
}

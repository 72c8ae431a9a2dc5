package compare.experiments.beyond;

import static libc.Unistd.dup;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;

/** dup(2). */
final class Duplicate implements Experiment {

    @Override
    public String question() {
        return "What does the other end see when one of a socket's two descriptors is closed, and what when the other"
                + " one is, too?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("A connection ends when the last of its descriptors is closed, so that it can be"
                + " handed on. No channel can be duplicated: it has one descriptor, and its close ends the connection.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] connection = lab.connection();
        lab.watch();
        int second = lab.keep(dup(connection[0]));
        lab.close(connection[0]);
        byte[] buf = new byte[1];
        String first = Lab.outcome(recv(connection[1], buf, 1, MSG_DONTWAIT));
        lab.close(second);
        return first + ", " + Lab.outcome(recv(connection[1], buf, 1, 0));
    }

    @Override
    public String channels(Lab lab) {
        return Lab.CANNOT;
    }
}

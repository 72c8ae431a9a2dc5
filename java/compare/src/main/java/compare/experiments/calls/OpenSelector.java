package compare.experiments.calls;

import static libc.sys.Epoll.*;

import compare.Lab;
import compare.OfCalls;
import compare.Verdict;
import java.nio.channels.Selector;

/** Selector.open. */
final class OpenSelector implements OfCalls {

    @Override
    public String question() {
        return "Which system calls does it take to open what waits for many sockets?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("A Selector has an eventfd beside its epoll, by which wakeup reaches a thread that waits. In "
                + "C one adds such a thing oneself if other threads are to wake it.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        lab.keep(epoll_create1(EPOLL_CLOEXEC));
        return "";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        lab.keep(Selector.open());
        return "";
    }
}

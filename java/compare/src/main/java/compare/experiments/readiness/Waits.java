package compare.experiments.readiness;

import static libc.sys.Epoll.*;

import compare.Lab;
import compare.Other;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.Callable;

/** Waits for one socket. */
final class Waits {

    private Waits() {}

    /** Puts a descriptor into an epoll. */
    static int add(int epfd, int fd, int events) {
        return epoll_ctl(epfd, EPOLL_CTL_ADD, fd, new epoll_event(events, new epoll_data()));
    }

    /** How many are ready. */
    static String ready(int epfd, int timeout) {
        return Lab.outcome(epoll_wait(epfd, epoll_event.array(1), 1, timeout));
    }

    /** How many are ready now. */
    static String ready(int epfd) {
        return ready(epfd, 0);
    }

    /** How many are ready now, those included that were so before. */
    static String ready(Selector selector) {
        selector.selectedKeys().clear();
        return Lab.outcome(selector::selectNow);
    }

    /** Whether a wait goes on, which something releases then. */
    static String ending(Other<?> wait, Callable<?> release) throws Exception {
        String ending = wait.waits() ? "it waits on" : "it ends";
        release.call();
        return ending;
    }

    /** How a key takes an operation that no SelectionKey names; {@link Lab#CANNOT} if it refuses it. */
    static String flag(SelectionKey key, int events) {
        try {
            return "interestOps " + key.interestOps(key.interestOps() | events).interestOps();
        } catch (IllegalArgumentException e) {
            return Lab.CANNOT;
        }
    }
}

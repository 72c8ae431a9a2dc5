package libc.internal.trace;

import static libc.sys.Epoll.EPOLL_CTL_DEL;
import static libc.sys.Types.sizeof;
import static libc.sys.Wait.WCOREDUMP;
import static libc.sys.Wait.WEXITSTATUS;
import static libc.sys.Wait.WIFEXITED;
import static libc.sys.Wait.WIFSIGNALED;
import static libc.sys.Wait.WIFSTOPPED;
import static libc.sys.Wait.WSTOPSIG;
import static libc.sys.Wait.WTERMSIG;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import libc.Names;
import libc.Poll.pollfd;
import libc.sys.Epoll.epoll_event;
import libc.sys.Types.timeval;

/** What one waits for: descriptors and processes. */
final class Waiting {

    private static final int POLLFD = sizeof(pollfd.class);
    private static final int TIMEOUT = 4;

    private Waiting() {}

    /** Descriptors to wait for, as many as the next argument says. */
    static final Argument POLLFDS = Argument.inMemory((call, memory) -> Text.array(call.number(1), i -> {
        pollfd one = new pollfd(memory.position(i * POLLFD));
        return "{fd=" + one.fd + (one.fd < 0 ? "" : ", events=" + Names.of("POLL", (short) one.events & 0xffff)) + "}";
    }));

    /** How many of them are ready, and which are. */
    static final Result POLLED = Result.number(call -> call.result() == 0 ? "0 (Timeout)"
            : call.result() + " (" + IntStream.range(0, (int) call.number(1))
                    .mapToObj(i -> new pollfd(call.memory(0).position(i * POLLFD))).filter(one -> one.revents != 0)
                    .map(one -> "{fd=" + one.fd + ", revents=" + Names.of("POLL", (short) one.revents & 0xffff) + "}")
                    .collect(Collectors.joining(", ", "[", "]")) + ")");

    /** A set of descriptors, of which those below argument 0 count. */
    static final Argument FD_SET = Argument.in(Waiting::set);

    /** How many of three sets are ready, which are, and how much time is left. */
    static final Result SELECTED = selected(call -> call.memory(TIMEOUT) == null ? ""
            : "left " + new timeval(call.memory(TIMEOUT)));

    /** {@link #SELECTED} where the time stays what it was. */
    static final Result PSELECTED = selected(call -> "");

    /** Room for events, of which the result says how many have come. */
    static final Argument EVENTS_OUT = Argument.outMemory((call, memory) ->
            Structs.array(memory, sizeof(epoll_event.class), call.result(), epoll_event::new));

    /** Events of interest, which count unless the descriptor is removed. */
    static final Argument EVENT = Argument.in((call, i) -> call.memory(i) == null || call.number(1) == EPOLL_CTL_DEL
            ? call.pointer(i) : new epoll_event(call.memory(i)).toString());

    /** Room for a process's state, which is written if there is a process. */
    static final Argument STATUS_OUT = Argument.out((call, i) -> call.result() <= 0 || call.memory(i) == null
            ? call.pointer(i) : "[{" + status(call.memory(i).getInt(0)) + "}]");

    private static Result selected(Function<Seen, String> left) {
        return Result.number(call -> {
            if (call.result() == 0) {
                return "0 (Timeout)";
            }
            StringJoiner ready = new StringJoiner(", ", " (", ")").setEmptyValue("");
            String[] names = {"in ", "out ", "except "};
            for (int i = 0; i < names.length; i++) {
                if (call.memory(1 + i) != null && !set(call, 1 + i).equals("[]")) {
                    ready.add(names[i] + set(call, 1 + i));
                }
            }
            String time = left.apply(call);
            return call.result() + (time.isEmpty() ? ready : ready.add(time)).toString();
        });
    }

    private static String set(Seen call, int i) {
        ByteBuffer memory = call.memory(i);
        return memory == null ? "NULL" : BitSet.valueOf(memory).stream().filter(fd -> fd < call.number(0))
                .mapToObj(Integer::toString).collect(Collectors.joining(" ", "[", "]"));
    }

    private static String status(int s) {
        if (WIFEXITED(s)) {
            return "WIFEXITED(s) && WEXITSTATUS(s) == " + WEXITSTATUS(s);
        } else if (WIFSIGNALED(s)) {
            return "WIFSIGNALED(s) && WTERMSIG(s) == " + Names.of("SIG", WTERMSIG(s))
                    + (WCOREDUMP(s) ? " && WCOREDUMP(s)" : "");
        }
        return WIFSTOPPED(s) ? "WIFSTOPPED(s) && WSTOPSIG(s) == " + Names.of("SIG", WSTOPSIG(s)) : "WIFCONTINUED(s)";
    }
}

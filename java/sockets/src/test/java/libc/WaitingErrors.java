package libc;

import static libc.Conditions.*;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.*;
import static libc.sys.Select.*;
import static libc.sys.Timerfd.*;

import java.util.List;
import java.util.stream.Stream;
import libc.ErrorsIT.Row;

/** Waiting for descriptors, descriptors that are there to be waited for, and clocks. */
final class WaitingErrors {

    private WaitingErrors() {}

    static List<Row> rows() {
        return Stream.of(waits(), epolls(), counters(), timers()).flatMap(List::stream).toList();
    }

    private static List<Row> waits() {
        return List.of(
                Row.fails("poll", EFAULT, "null", (s, d) -> poll(null, 1, 0)),
                Row.fails("ppoll", EFAULT, "null", (s, d) -> ppoll(null, 1, new timespec(), null)),
                Row.fails("ppoll", EINVAL, "a negative timeout", (s, d) -> ppoll(null, 0, new timespec(-1, 0), null)),
                Row.fails("ppoll", EINVAL, "a second of nanoseconds",
                        (s, d) -> ppoll(null, 0, new timespec(0, 1_000_000_000), null)),

                Row.fails("select", EBADF, "a closed descriptor", (s, d) -> {
                    int fd = closedLow(s);
                    return select(fd + 1, set(fd), null, null, new timeval());
                }),
                Row.fails("select", EINVAL, "nfds negative", (s, d) -> select(-1, null, null, null, new timeval())),
                Row.fails("select", EINVAL, "a negative timeout",
                        (s, d) -> select(0, null, null, null, new timeval(-1, 0))),
                Row.fails("pselect", EBADF, "a closed descriptor", (s, d) -> {
                    int fd = closedLow(s);
                    return pselect(fd + 1, null, set(fd), null, new timespec(), null);
                }),
                Row.fails("pselect", EINVAL, "nfds negative",
                        (s, d) -> pselect(-1, null, null, null, new timespec(), null)),
                Row.fails("pselect", EINVAL, "a second of nanoseconds",
                        (s, d) -> pselect(0, null, null, null, new timespec(0, 1_000_000_000), null)));
    }

    private static List<Row> epolls() {
        epoll_event ev = new epoll_event();
        epoll_event[] events = epoll_event.array(1);
        return List.of(
                Row.fails("epoll_create", EINVAL, "not positive", (s, d) -> epoll_create(0)),
                Row.fails("epoll_create1", EINVAL, "no such flag", (s, d) -> epoll_create1(1)),

                Row.fails("epoll_ctl", EBADF, "closed", (s, d) -> epoll_ctl(closed(s), EPOLL_CTL_ADD, tcp(s), ev)),
                Row.fails("epoll_ctl", EBADF, "of a closed descriptor",
                        (s, d) -> epoll_ctl(epoll(s), EPOLL_CTL_ADD, closed(s), ev)),
                Row.fails("epoll_ctl", EEXIST, "EPOLL_CTL_ADD of what is there", (s, d) -> {
                    int fd = tcp(s);
                    return epoll_ctl(epoll(s, fd), EPOLL_CTL_ADD, fd, ev);
                }),
                Row.fails("epoll_ctl", EFAULT, "event null",
                        (s, d) -> epoll_ctl(epoll(s), EPOLL_CTL_ADD, tcp(s), null)),
                Row.fails("epoll_ctl", EINVAL, "to itself", (s, d) -> {
                    int epfd = epoll(s);
                    return epoll_ctl(epfd, EPOLL_CTL_ADD, epfd, ev);
                }),
                Row.fails("epoll_ctl", EINVAL, "no epoll descriptor",
                        (s, d) -> epoll_ctl(tcp(s), EPOLL_CTL_ADD, tcp(s), ev)),
                Row.fails("epoll_ctl", EINVAL, "no such operation", (s, d) -> epoll_ctl(epoll(s), 4, tcp(s), ev)),
                Row.fails("epoll_ctl", EINVAL, "EPOLLEXCLUSIVE of an epoll descriptor", (s, d) ->
                        epoll_ctl(epoll(s), EPOLL_CTL_ADD, epoll(s), event(EPOLLEXCLUSIVE))),
                Row.fails("epoll_ctl", ELOOP, "each in the other", (s, d) -> {
                    int inner = epoll(s);
                    return epoll_ctl(inner, EPOLL_CTL_ADD, epoll(s, inner), ev);
                }),
                Row.fails("epoll_ctl", ENOENT, "EPOLL_CTL_MOD of what is not there",
                        (s, d) -> epoll_ctl(epoll(s), EPOLL_CTL_MOD, tcp(s), ev)),
                Row.fails("epoll_ctl", ENOENT, "EPOLL_CTL_DEL of what is not there",
                        (s, d) -> epoll_ctl(epoll(s), EPOLL_CTL_DEL, tcp(s), null)),
                Row.fails("epoll_ctl", EPERM, "a file", (s, d) -> epoll_ctl(epoll(s), EPOLL_CTL_ADD, file(s, d), ev)),

                Row.fails("epoll_wait", EBADF, "closed", (s, d) -> epoll_wait(closed(s), events, 1, 0)),
                Row.fails("epoll_wait", EFAULT, "null, and there is an event",
                        (s, d) -> epoll_wait(epoll(s, tcp(s)), null, 1, 0)),
                Row.fails("epoll_wait", EINVAL, "no epoll descriptor", (s, d) -> epoll_wait(tcp(s), events, 1, 0)),
                Row.fails("epoll_wait", EINVAL, "no events wanted", (s, d) -> epoll_wait(epoll(s), events, 0, 0)),
                Row.fails("epoll_pwait", EBADF, "closed", (s, d) -> epoll_pwait(closed(s), events, 1, 0, null)),
                Row.fails("epoll_pwait", EFAULT, "null, and there is an event",
                        (s, d) -> epoll_pwait(epoll(s, tcp(s)), null, 1, 0, null)),
                Row.fails("epoll_pwait", EINVAL, "no events wanted",
                        (s, d) -> epoll_pwait(epoll(s), events, 0, 0, null)),
                Row.fails("epoll_pwait2", EBADF, "closed",
                        (s, d) -> epoll_pwait2(closed(s), events, 1, new timespec(), null)),
                Row.fails("epoll_pwait2", EINVAL, "a negative timeout",
                        (s, d) -> epoll_pwait2(epoll(s), events, 1, new timespec(0, -1), null)),
                Row.fails("epoll_pwait2", EINVAL, "no events wanted",
                        (s, d) -> epoll_pwait2(epoll(s), events, 0, new timespec(), null)));
    }

    private static List<Row> counters() {
        return List.of(
                Row.fails("eventfd", EINVAL, "no such flag", (s, d) -> eventfd(0, 0x4000)),
                Row.fails("eventfd_read", EAGAIN, "nonblocking, and 0",
                        (s, d) -> eventfd_read(s.keep(eventfd(0, EFD_NONBLOCK)), new long[1])),
                Row.fails("eventfd_read", EBADF, "closed", (s, d) -> eventfd_read(closed(s), new long[1])),
                Row.fails("eventfd_read", EFAULT, "null", (s, d) -> eventfd_read(s.keep(eventfd(1, 0)), null)),
                Row.fails("eventfd_write", EAGAIN, "nonblocking, and the sum too large",
                        (s, d) -> eventfd_write(s.keep(eventfd(1, EFD_NONBLOCK)), -2)),
                Row.fails("eventfd_write", EBADF, "closed", (s, d) -> eventfd_write(closed(s), 1)),
                Row.fails("eventfd_write", EINVAL, "the one value that is not counted",
                        (s, d) -> eventfd_write(s.keep(eventfd(0, 0)), -1)));
    }

    private static List<Row> timers() {
        itimerspec its = new itimerspec();
        return List.of(
                Row.fails("timerfd_create", EINVAL, "no such clock", (s, d) -> timerfd_create(NO_OPTION, 0)),
                Row.fails("timerfd_create", EINVAL, "no such flag",
                        (s, d) -> timerfd_create(CLOCK_MONOTONIC, 0x4000)),
                Row.fails("timerfd_settime", EBADF, "closed", (s, d) -> timerfd_settime(closed(s), 0, its, null)),
                Row.fails("timerfd_settime", EFAULT, "null",
                        (s, d) -> timerfd_settime(s.keep(timerfd_create(CLOCK_MONOTONIC, 0)), 0, null, null)),
                Row.fails("timerfd_settime", EINVAL, "no timer", (s, d) -> timerfd_settime(tcp(s), 0, its, null)),
                Row.fails("timerfd_settime", EINVAL, "no such flag", (s, d) ->
                        timerfd_settime(s.keep(timerfd_create(CLOCK_MONOTONIC, 0)), 0x4000, its, null)),
                Row.fails("timerfd_settime", EINVAL, "a second of nanoseconds", (s, d) ->
                        timerfd_settime(s.keep(timerfd_create(CLOCK_MONOTONIC, 0)), 0,
                                new itimerspec(new timespec(), new timespec(0, 1_000_000_000)), null)),
                Row.fails("timerfd_gettime", EBADF, "closed", (s, d) -> timerfd_gettime(closed(s), its)),
                Row.fails("timerfd_gettime", EFAULT, "null",
                        (s, d) -> timerfd_gettime(s.keep(timerfd_create(CLOCK_MONOTONIC, 0)), null)),
                Row.fails("timerfd_gettime", EINVAL, "no timer", (s, d) -> timerfd_gettime(tcp(s), its)),

                Row.fails("clock_gettime", EFAULT, "null", (s, d) -> clock_gettime(CLOCK_MONOTONIC, null)),
                Row.fails("clock_gettime", EINVAL, "no such clock",
                        (s, d) -> clock_gettime(NO_OPTION, new timespec())));
    }
}

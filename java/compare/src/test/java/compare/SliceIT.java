package compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How strace's lines become what is shown. */
class SliceIT {

    private static List<String> lines(String... calls) {
        Slice slice = new Slice();
        for (String call : calls) {
            slice.add("7", "", call);
        }
        return slice.lines();
    }

    @Test
    void descriptors_are_numbered_by_kind_as_they_appear() {
        assertEquals(List.of(
                "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = s1",
                "epoll_create1(EPOLL_CLOEXEC) = epoll1",
                "epoll_ctl(epoll1, EPOLL_CTL_ADD, s1, {events=EPOLLIN, data=s1}) = 0",
                "poll([{fd=s1, events=POLLIN}], 1, -1) = 1 ([{fd=s1, revents=POLLIN}])",
                "dup2(s2, s1) = s1"), lines(
                "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 9<socket:[123]>",
                "epoll_create1(EPOLL_CLOEXEC) = 5<anon_inode:[eventpoll]>",
                "epoll_ctl(5<anon_inode:[eventpoll]>, EPOLL_CTL_ADD, 9<socket:[123]>, "
                        + "{events=EPOLLIN, data={u32=9, u64=9}}) = 0",
                "poll([{fd=9<socket:[123]>, events=POLLIN}], 1, -1) = 1 ([{fd=9, revents=POLLIN}])",
                "dup2(4<socket:[100]>, 9<socket:[123]>) = 9<socket:[100]>"));
    }

    @Test
    void a_number_that_is_closed_and_used_again_has_another_name() {
        assertEquals(List.of("close(s1) = 0", "close(s1) = -1 EBADF (Bad file descriptor)",
                "socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = s2"), lines(
                "close(9<socket:[123]>) = 0", "close(9) = -1 EBADF (Bad file descriptor)",
                "socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 9<socket:[124]>"));
    }

    @Test
    void files_and_standard_output_are_left_out() {
        assertEquals(List.of(), lines("read(3</usr/lib/jvm/lib/modules>, \"...\", 16) = 16",
                "write(1<pipe:[5]>, \"x\", 1) = 1"));
    }

    @Test
    void what_a_descriptor_was_before_is_not_told() {
        assertEquals(List.of("dup2(s1, s2) = s2"), lines("dup2(9<socket:[1]>, 2</dev/pts/1>) = 2<socket:[2]>"));
    }

    @Test
    void what_fails_before_there_is_a_descriptor_counts() {
        String call = "socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) = -1 EPROTONOSUPPORT (Protocol not supported)";
        assertEquals(List.of(call), lines(call));
    }

    @Test
    void ports_processes_and_paths_have_no_numbers() {
        assertEquals(List.of(
                "connect(s1, {sa_family=AF_INET, sin_port=htons(port1), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
                "getsockname(s1, {sa_family=AF_INET, sin_port=htons(port2), sin_addr=inet_addr(\"127.0.0.1\")}, [16]) = 0",
                "bind(s1, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr(\"0.0.0.0\")}, 16) = 0",
                "tgkill(PID, TID, SIGRT_30) = 0",
                "sendfile(s1, file1, [0] => [5], 5) = 5",
                "dup2(</dev/null>, s1) = s1",
                "bind(s1, {sa_family=AF_UNIX, sun_path=\"DIR/s\"}, 2 + strlen + 1) = 0",
                "getsockname(s1, {sa_family=AF_UNIX, sun_path=\"DIR/s\"}, [110 => 2 + strlen + 1]) = 0",
                "bind(s1, {sa_family=AF_UNIX, sun_path=\"DIR/socket_N\"}, 2 + strlen) = 0",
                "bind(s1, {sa_family=AF_UNIX, sun_path=@\"name1\"}, 8) = 0"), lines(
                "connect(9<socket:[1]>, "
                        + "{sa_family=AF_INET, sin_port=htons(4321), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
                "getsockname(9<socket:[1]>, "
                        + "{sa_family=AF_INET, sin_port=htons(4322), sin_addr=inet_addr(\"127.0.0.1\")}, [16]) = 0",
                "bind(9<socket:[1]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr(\"0.0.0.0\")}, 16) = 0",
                "tgkill(12, 34, SIGRT_30) = 0",
                "sendfile(9<socket:[1]>, 4</tmp/lab-0123abcd/file>, [0] => [5], 5) = 5",
                "dup2(5</dev/null>, 9<socket:[1]>) = 9<socket:[1]>",
                "bind(9<socket:[1]>, {sa_family=AF_UNIX, sun_path=\"/tmp/lab-0123abcd/s\"}, 22) = 0",
                "getsockname(9<socket:[1]>, {sa_family=AF_UNIX, sun_path=\"/tmp/lab-0123abcd/s\"}, [110 => 22]) = 0",
                "bind(9<socket:[1]>, {sa_family=AF_UNIX, sun_path=\"/tmp/socket_123\"}, 17) = 0",
                "bind(9<socket:[1]>, {sa_family=AF_UNIX, sun_path=@\"c7827\"}, 8) = 0"));
    }

    @Test
    void what_is_repeated_stands_once() {
        String send = "sendto(9<socket:[1]>, \"x\", 1, 0, NULL, 0) = 1";
        assertEquals(List.of("sendto(s1, \"x\", 1, 0, NULL, 0) = 1  [2 times]", "close(s1) = 0"),
                lines(send, send, "close(9<socket:[1]>) = 0"));
    }

    @Test
    void where_there_are_two_threads_each_has_a_number() {
        Slice slice = new Slice();
        slice.add("7", "", "close(9<socket:[1]>) = 0");
        slice.add("8", "", "close(5<socket:[2]>) = 0");
        assertEquals(List.of("thread 1: close(s1) = 0", "thread 2: close(s2) = 0"), slice.lines());
    }

    @Test
    void another_process_has_descriptors_of_its_own() {
        Slice slice = new Slice();
        slice.add("7", "", "close(9<socket:[1]>) = 0");
        slice.add("8", "8", "read(9<socket:[1]>, \"\", 1) = 0");
        assertEquals(List.of("thread 1: close(s1) = 0", "thread 2: read(s2, \"\", 1) = 0"), slice.lines());
    }
}

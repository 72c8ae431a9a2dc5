package libc;

import static libc.Errno.check;
import static libc.Fcntl.*;
import static libc.linux.Netlink.*;
import static libc.netinet.In.*;
import static libc.sys.Epoll.*;
import static libc.sys.Timerfd.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import libc.arpa.Inet;
import libc.bits.Socket.linger;
import libc.bits.Socket.ucred;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs as strace prints them. */
@Tag("once")
class StructTextIT {

    @TempDir
    Path dir;

    /** A program prints its structs; strace, which watches it, prints each the same way. */
    @Test
    void a_struct_is_printed_as_strace_prints_it() throws Exception {
        Needs.tool("strace");
        Path traced = dir.resolve("traced");
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-v", "-qq", "-o", traced.toString(),
                "-e", "trace=setsockopt,getsockopt,fcntl,epoll_ctl,timerfd_settime,sendto,write"));
        command.addAll(Sockets.java(StructTextIT.class));
        List<String> printed = Needs.run(dir, command.toArray(String[]::new)).lines().toList();
        String calls = Files.readString(traced);
        assertEquals(10, printed.size(), printed::toString);
        List<String> unlike = printed.stream().filter(text -> !calls.contains(text)).toList();
        assertEquals(List.of(), unlike, () -> calls.lines().filter(line -> line.contains("{")).toList().toString());
    }

    /** Calls with structs, and what they print as. */
    public static void main(String[] args) throws ErrnoException {
        int tcp = check(socket(AF_INET, SOCK_STREAM, 0));
        int udp = check(socket(AF_INET, SOCK_DGRAM, 0));
        int udp6 = check(socket(AF_INET6, SOCK_DGRAM, 0));
        int[] pair = new int[2];
        check(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
        List<Object> structs = new ArrayList<>();

        linger linger = new linger(1, 5);
        check(setsockopt(tcp, SOL_SOCKET, SO_LINGER, linger, sizeof(linger)));
        structs.add(linger);

        ip_mreq group = new ip_mreq();
        group.imr_multiaddr.s_addr = Inet.inet_addr("239.1.2.3");
        group.imr_interface.s_addr = htonl(INADDR_LOOPBACK);
        check(setsockopt(udp, IPPROTO_IP, IP_ADD_MEMBERSHIP, group, sizeof(group)));
        structs.add(group);

        ipv6_mreq group6 = new ipv6_mreq();
        group6.ipv6mr_interface = Integer.MAX_VALUE;
        check(Inet.inet_pton(AF_INET6, "ff01::123", group6.ipv6mr_multiaddr));
        assertEquals(-1, setsockopt(udp6, IPPROTO_IPV6, IPV6_ADD_MEMBERSHIP, group6, sizeof(group6)));
        structs.add(group6);

        ucred peer = new ucred();
        check(getsockopt(pair[0], SOL_SOCKET, SO_PEERCRED, peer, new int[] {sizeof(peer)}));
        structs.add(peer);

        f_owner_ex owner = new f_owner_ex(F_OWNER_PGRP, 0);
        check(fcntl(udp, F_SETOWN_EX, owner));
        structs.add(owner);

        flock lock = new flock();
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_len = 2;
        int file = check(open("lock", O_RDWR | O_CREAT, 0600));
        check(fcntl(file, F_GETLK, lock));
        structs.add(lock);

        epoll_event event = new epoll_event();
        event.events = EPOLLIN | EPOLLET;
        event.data.fd(7);
        check(epoll_ctl(check(epoll_create1(0)), EPOLL_CTL_ADD, pair[0], event));
        structs.add(event);

        itimerspec timer = new itimerspec(new timespec(1, 2), new timespec(3, 4));
        check(timerfd_settime(check(timerfd_create(CLOCK_MONOTONIC, 0)), 0, timer, null));
        structs.add(timer);

        byte[] message = new byte[NLMSG_HDRLEN];
        nlmsghdr request = new nlmsghdr(message);
        request.nlmsg_len(message.length);
        request.nlmsg_type(NLMSG_NOOP);
        request.nlmsg_flags(NLM_F_REQUEST | NLM_F_ECHO);
        check(send(check(socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE)), message, message.length, 0));
        structs.add(request);

        sockaddr_in6 to = new sockaddr_in6(AF_INET6, htons(9), 0, in6addr_loopback, 0);
        assertEquals(1, sendto(udp6, "x", 1, 0, to, sizeof(to)));
        structs.add(to);

        structs.forEach(System.out::println);
    }
}

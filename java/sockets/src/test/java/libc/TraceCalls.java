package libc;

import static libc.Fcntl.*;
import static libc.Poll.*;
import static libc.Sched.*;
import static libc.Signal.*;
import static libc.Spawn.*;
import static libc.Time.*;
import static libc.Unistd.*;
import static libc.arpa.Inet.*;
import static libc.linux.IfEther.*;
import static libc.linux.Netlink.*;
import static libc.linux.Rtnetlink.*;
import static libc.linux.Sockios.*;
import static libc.net.If.*;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static libc.netinet.Udp.*;
import static libc.netpacket.Packet.*;
import static libc.sys.Epoll.*;
import static libc.sys.Eventfd.*;
import static libc.sys.Ioctl.*;
import static libc.sys.Mman.*;
import static libc.sys.Pidfd.*;
import static libc.sys.Resource.*;
import static libc.sys.Select.*;
import static libc.sys.Sendfile.*;
import static libc.sys.Socket.*;
import static libc.sys.Stat.*;
import static libc.sys.Timerfd.*;
import static libc.sys.Uio.*;
import static libc.sys.Un.*;
import static libc.sys.Wait.*;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes every system call that the library has, with and without errors: once so that all classes are there and once,
 * between two writes to no descriptor, for the record. What the trace says of the second time it prints.
 */
public final class TraceCalls {

    /** What the second time begins and ends with. */
    static final String MARK = "mark the record";

    private static final String TEXT = "hello \"x\"\n\1\0012 a text that is longer than 32 bytes";

    private final Path dir;
    private final List<Integer> opened = new ArrayList<>();

    private TraceCalls(Path dir) {
        this.dir = dir;
    }

    /** Needs a directory for files. */
    public static void main(String[] args) {
        TraceCalls calls = new TraceCalls(Path.of(args[0]));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Trace.to(new PrintStream(lines, false, StandardCharsets.UTF_8));
        Trace.on();
        calls.all();
        lines.reset();
        calls.all();
        Trace.off();
        System.out.writeBytes(lines.toByteArray());
        System.out.flush();
    }

    private void all() {
        write(-1, MARK, MARK.length());
        messages();
        datagrams();
        options();
        streams();
        unix();
        families();
        descriptors();
        files();
        waiting();
        timers();
        requests();
        netlink();
        processes();
        write(-1, MARK, MARK.length());
        opened.sort(Collections.reverseOrder());
        opened.forEach(Unistd::close);
        opened.clear();
    }

    private int open(int fd) {
        opened.add(fd);
        return fd;
    }

    private int[] open(int[] fds) {
        open(fds[0]);
        open(fds[1]);
        return fds;
    }

    private void messages() {
        int[] sv = new int[2];
        byte[] buf = new byte[100];
        socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, sv);
        open(sv);
        socketpair(AF_INET, SOCK_DGRAM, 0, new int[2]);
        recv(sv[0], buf, 100, 0);
        send(sv[0], TEXT, 40, 0);
        recv(sv[1], buf, 8, MSG_PEEK | MSG_TRUNC);
        recv(sv[1], buf, 100, MSG_DONTWAIT);
        send(sv[0], "", 0, MSG_NOSIGNAL | MSG_DONTWAIT);
        recv(sv[1], buf, 100, 0);
        send(sv[0], (byte[]) null, 0, 0);
        recv(sv[1], (byte[]) null, 0, 0);
        send(-1, "x", 1, 0);
        recv(-1, buf, 1, 0);

        setsockopt(sv[1], SOL_SOCKET, SO_PASSCRED, 1);
        setsockopt(sv[1], SOL_SOCKET, SO_TIMESTAMP, 1);
        byte[] control = new byte[200];
        msghdr msg = new msghdr(new sockaddr_storage(), sizeof(sockaddr_storage.class),
                new iovec[] {new iovec(new byte[10], 10), new iovec(buf, 90)}, 2, control, control.length, 0);
        recvmsg(sv[1], msg, MSG_CMSG_CLOEXEC);
        byte[] rights = new byte[CMSG_SPACE(8)];
        msghdr out = new msghdr(null, 0, new iovec[] {new iovec(TEXT, 40)}, 1, rights, rights.length, 0);
        cmsghdr cmsg = CMSG_FIRSTHDR(out);
        cmsg.cmsg_level(SOL_SOCKET);
        cmsg.cmsg_type(SCM_RIGHTS);
        cmsg.cmsg_len(CMSG_LEN(8));
        CMSG_DATA(cmsg).putInt(0).putInt(1);
        sendmsg(sv[0], out, 0);
        msg.msg_controllen = control.length;
        msg.msg_namelen = 128;
        recvmsg(sv[1], msg, 0);
        for (cmsg = CMSG_FIRSTHDR(msg); cmsg != null; cmsg = CMSG_NXTHDR(msg, cmsg)) {
            if (cmsg.cmsg_type() == SCM_RIGHTS) {
                ByteBuffer fds = CMSG_DATA(cmsg);
                open(fds.getInt());
                open(fds.getInt());
            }
        }
        sendmsg(-1, out, 0);
        mmsghdr[] many = mmsghdr.array(2);
        for (mmsghdr one : many) {
            one.msg_hdr.msg_iov = new iovec[] {new iovec(buf, 10)};
            one.msg_hdr.msg_iovlen = 1;
        }
        sendmmsg(sv[0], many, 2, 0);
        recvmmsg(sv[1], many, 2, MSG_DONTWAIT, new timespec(1, 5));
        recvmmsg(sv[1], many, 2, MSG_DONTWAIT, null);
        sendmmsg(-1, many, 2, 0);
    }

    private void datagrams() {
        byte[] buf = new byte[100];
        int fd = open(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP));
        sockaddr_in addr = new sockaddr_in();
        addr.sin_family = AF_INET;
        addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(fd, addr, sizeof(addr));
        int[] len = {128};
        sockaddr_storage storage = new sockaddr_storage();
        getsockname(fd, storage, len);
        addr.set(new sockaddr_in(storage));
        getpeername(fd, storage, len);
        for (int option : new int[] {IP_PKTINFO, IP_RECVTTL, IP_RECVTOS, IP_RECVERR}) {
            setsockopt(fd, IPPROTO_IP, option, 1);
        }
        setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, 1);
        setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, 0x18);
        setsockopt(fd, IPPROTO_UDP, UDP_GRO, 1);
        sendto(fd, "abc", 3, MSG_DONTWAIT | MSG_NOSIGNAL, addr, sizeof(addr));
        byte[] control = new byte[300];
        msghdr msg = new msghdr(storage, 128, new iovec[] {new iovec(buf, 100)}, 1, control, control.length, 0);
        recvmsg(fd, msg, 0);
        sendto(fd, "abc", 3, 0, addr, sizeof(addr));
        len[0] = 128;
        recvfrom(fd, buf, 2, MSG_TRUNC, storage, len);
        recvfrom(fd, buf, 2, MSG_DONTWAIT, storage, len);
        sendto(fd, "abc", 3, 0, null, 0);
        sendto(fd, "abc", 3, MSG_DONTWAIT, addr, sizeof(addr));
        recvfrom(fd, buf, 100, MSG_DONTWAIT, null, null);

        // Nobody listens there, which the kernel has found out when send returns.
        int to = open(socket(AF_INET, SOCK_DGRAM, 0));
        int free = socket(AF_INET, SOCK_DGRAM, 0);
        sockaddr_in nobody = new sockaddr_in(AF_INET, 0, addr.sin_addr);
        bind(free, nobody, sizeof(nobody));
        len[0] = 16;
        getsockname(free, nobody, len);
        close(free);
        setsockopt(to, IPPROTO_IP, IP_RECVERR, 1);
        connect(to, nobody, sizeof(nobody));
        send(to, "x", 1, 0);
        msg.msg_controllen = control.length;
        msg.msg_namelen = 128;
        recvmsg(to, msg, MSG_ERRQUEUE);

        int six = open(socket(AF_INET6, SOCK_DGRAM, 0));
        setsockopt(six, IPPROTO_IPV6, IPV6_RECVPKTINFO, 1);
        setsockopt(six, IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1);
        sockaddr_in6 addr6 = new sockaddr_in6();
        addr6.sin6_family = AF_INET6;
        addr6.sin6_addr.set(in6addr_loopback);
        bind(six, addr6, sizeof(addr6));
        len[0] = sizeof(addr6);
        getsockname(six, addr6, len);
        sendto(six, "six", 3, 0, addr6, sizeof(addr6));
        msg.msg_controllen = control.length;
        msg.msg_namelen = 128;
        recvmsg(six, msg, 0);
        sendto(six, "six", 3, 0, addr6, sizeof(addr6));
        msg.msg_controllen = 20;
        recvmsg(six, msg, 0);
    }

    private void options() {
        int fd = open(socket(AF_INET, SOCK_DGRAM, 0));
        int[] len = {4};
        int[] value = new int[1];
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, 1);
        setsockopt(fd, SOL_SOCKET, SO_LINGER, new linger(1, 5), 8);
        len[0] = 8;
        getsockopt(fd, SOL_SOCKET, SO_LINGER, new linger(), len);
        setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, new timeval(1, 2), 16);
        len[0] = 4;
        getsockopt(fd, SOL_SOCKET, SO_ERROR, value, len);
        getsockopt(fd, SOL_SOCKET, 9999, value, len);
        getsockopt(-1, SOL_SOCKET, SO_ERROR, value, len);
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, (byte[]) null, 4);
        ip_mreq group = new ip_mreq();
        group.imr_multiaddr.s_addr = htonl(0xe0000101);
        setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, group, sizeof(group));
        int stream = open(socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP));
        setsockopt(stream, IPPROTO_TCP, TCP_NODELAY, 1);
        setsockopt(stream, IPPROTO_IPV6, IPV6_V6ONLY, 1);
        setsockopt(stream, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3);
    }

    private void streams() {
        byte[] buf = new byte[100];
        int[] len = {16};
        int server = open(socket(AF_INET, SOCK_STREAM, 0));
        sockaddr_in addr = new sockaddr_in(AF_INET, 0, new in_addr(htonl(INADDR_LOOPBACK)));
        bind(server, addr, sizeof(addr));
        listen(server, 5);
        getsockname(server, addr, len);
        bind(open(socket(AF_INET, SOCK_STREAM, 0)), addr, sizeof(addr));
        int client = open(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP));
        connect(client, addr, sizeof(addr));
        sockaddr_storage peer = new sockaddr_storage();
        len[0] = sizeof(peer);
        int fd = open(accept(server, peer, len));
        connect(open(socket(AF_INET, SOCK_STREAM, 0)), addr, sizeof(addr));
        len[0] = 16;
        open(accept4(server, peer, len, SOCK_CLOEXEC | SOCK_NONBLOCK));
        accept(client, null, null);
        accept4(fd, peer, len, 0);
        getpeername(fd, peer, len);
        send(client, "abc", 3, MSG_OOB);
        sockatmark(fd);
        recv(fd, buf, 100, MSG_DONTWAIT);
        write(client, "line\n", 5);
        read(fd, buf, 100);
        shutdown(client, SHUT_WR);
        recv(fd, buf, 100, 0);
        shutdown(server, 7);
        listen(-1, 5);
    }

    private void unix() {
        String path = dir.resolve("socket").toString();
        sockaddr_un addr = new sockaddr_un();
        addr.sun_family = AF_UNIX;
        Strings.strcpy(addr.sun_path, path);
        int fd = open(socket(AF_UNIX, SOCK_STREAM, 0));
        bind(fd, addr, sizeof(addr));
        int[] len = {sizeof(addr)};
        getsockname(fd, addr, len);
        unlink(path);
        unlink(path);
        connect(open(socket(AF_UNIX, SOCK_SEQPACKET, 0)), addr, sizeof(addr));
        int other = open(socket(AF_UNIX, SOCK_STREAM, 0));
        sockaddr_un name = new sockaddr_un();
        name.sun_family = AF_UNIX;
        // After a NUL strace pads before 7, but neither before 8 nor 9.
        byte[] bytes = ("\0trace\0007\0008\0009" + getpid()).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, name.sun_path, 0, bytes.length);
        bind(other, name, 2 + bytes.length);
        bind(other, name, 1);
        bind(other, null, 16);
        len[0] = 2;
        getsockname(open(socket(AF_UNIX, SOCK_STREAM, 0)), name, len);
        getsockname(-1, name, len);
    }

    private void families() {
        int nl = open(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
        sockaddr_nl addr = new sockaddr_nl();
        addr.nl_family = AF_NETLINK;
        bind(nl, addr, sizeof(addr));
        int packet = open(socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)));
        sockaddr_ll link = new sockaddr_ll();
        link.sll_family = AF_PACKET;
        link.sll_protocol = htons(ETH_P_ALL);
        link.sll_ifindex = 1;
        link.sll_halen = 2;
        link.sll_addr[0] = 0x11;
        link.sll_addr[1] = 0x22;
        bind(packet, link, sizeof(link));
        socket(77, SOCK_STREAM, 5);
        socket(AF_INET, SOCK_RAW, 300);
        socket(AF_UNIX, SOCK_SEQPACKET, 3);
        socket(AF_INET6, SOCK_STREAM | 0x40000, IPPROTO_ICMPV6);
        int fd = open(socket(AF_INET, SOCK_DGRAM, 0));
        sockaddr none = new sockaddr(AF_UNSPEC, new byte[] {'a', 'b', 'c'});
        connect(fd, none, sizeof(none));
        none.sa_family(77);
        bind(fd, none, sizeof(none));
        bind(fd, new sockaddr_in(), 8);
    }

    private void descriptors() {
        byte[] buf = new byte[100];
        int[] p = new int[2];
        pipe(p);
        open(p);
        int[] q = new int[2];
        pipe2(q, O_CLOEXEC | O_NONBLOCK);
        open(q);
        pipe2(new int[2], 0x40000000);
        fcntl(q[0], F_GETFL);
        fcntl(q[0], F_SETFL, O_RDONLY | O_NONBLOCK);
        fcntl(q[0], F_GETFD);
        fcntl(p[0], F_GETFD);
        fcntl(p[0], F_SETFD, FD_CLOEXEC);
        open(fcntl(p[0], F_DUPFD_CLOEXEC, 100));
        fcntl(p[0], F_SETOWN, getpid());
        fcntl(p[0], F_SETSIG, SIGURG);
        fcntl(p[0], F_GETSIG);
        fcntl(q[0], F_GETSIG);
        fcntl(p[0], F_SETOWN_EX, new f_owner_ex(F_OWNER_PID, getpid()));
        fcntl(p[0], F_GETOWN_EX, new f_owner_ex());
        fcntl(p[0], F_GETPIPE_SZ);
        fcntl(p[0], F_SETPIPE_SZ, 4096);
        fcntl(p[0], F_GETLEASE);
        fcntl(p[0], F_NOTIFY, DN_ACCESS);
        fcntl(-1, F_GETFL);
        int mem = open(memfd_create("mem", MFD_CLOEXEC | MFD_ALLOW_SEALING));
        memfd_create("mem", 0x100);
        fcntl(mem, F_ADD_SEALS, F_SEAL_GROW);
        fcntl(mem, F_GET_SEALS);
        fcntl(mem, F_SETLK, new flock(F_WRLCK, SEEK_SET, 0, 10, 0));
        fcntl(mem, F_GETLK, new flock(F_WRLCK, SEEK_SET, 0, 10, 0));
        fcntl(-1, F_GETLK, new flock(F_WRLCK, SEEK_SET, 0, 10, 0));
        fcntl(mem, F_OFD_GETLK, new flock(F_WRLCK, SEEK_SET, 0, 10, 0));
        open(dup(p[0]));
        dup(-1);
        open(dup2(p[0], 151));
        dup2(-1, 152);
        dup3(p[0], 152, O_CLOEXEC);
        dup3(p[0], p[0], 0);
        close(152);
        close(152);
        close_range(2000, -1, CLOSE_RANGE_CLOEXEC);
        close_range(2001, 2000, 0);
        iovec[] pieces = {new iovec("two ", 4), new iovec("pieces, of which the second is long", 35)};
        writev(p[1], pieces, 2);
        tee(p[0], q[1], 100, SPLICE_F_NONBLOCK);
        tee(-1, q[1], 100, 0);
        iovec[] room = {new iovec(new byte[10], 10), new iovec(new byte[40], 40)};
        readv(q[0], room, 2);
        readv(q[0], room, 2);
        splice(p[0], null, q[1], null, 39, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
        read(q[0], buf, 100);
        read(q[0], buf, 100);
        writev(-1, pieces, 2);
        write(q[0], "x", 1);
    }

    private void files() {
        String path = dir.resolve("file").toString();
        byte[] buf = new byte[100];
        int fd = open(Fcntl.open(path, O_CREAT | O_RDWR | O_TRUNC | O_CLOEXEC, 0640));
        Fcntl.open(path + "/x", O_RDONLY);
        write(fd, "0123456789", 10);
        iovec[] iov = {new iovec(buf, 10)};
        preadv(fd, iov, 1, 2);
        pwritev(fd, iov, 1, 7);
        preadv2(fd, iov, 1, 0, RWF_HIPRI);
        pwritev2(fd, iov, 1, 0, RWF_DSYNC);
        preadv(-1, iov, 1, 0);
        int[] p = new int[2];
        pipe(p);
        open(p);
        sendfile(p[1], fd, new long[] {2}, 5);
        sendfile(p[1], fd, null, 5);
        sendfile(-1, fd, new long[] {2}, 5);
        splice(fd, new long[] {1}, p[1], null, 3, 0);
        stat(path, new stat());
        fstat(fd, new stat());
        fstat(p[0], new stat());
        stat(path + "/x", new stat());
        chmod(path, 0600);
        fchmod(fd, 0);
        fchmod(-1, 04755);
        umask(0);
        umask(022);
        chown(path, -1, -1);
        fchown(fd, -1, -1);
        fchown(-1, 0, 0);
        readlink("/proc/self/fd/" + fd, buf, 50);
        readlink(path, buf, 50);
        unlink(path);
    }

    private void waiting() {
        int[] p = new int[2];
        pipe(p);
        open(p);
        pollfd[] fds = {new pollfd(p[0], POLLIN | POLLRDHUP, 0), new pollfd(p[1], POLLOUT, 0), new pollfd(-1, POLLIN, 0)};
        poll(fds, 3, 10);
        poll(fds, 1, 0);
        poll(null, 0, 0);
        fds[0].fd = 999;
        poll(fds, 1, 0);
        sigset_t set = new sigset_t();
        sigemptyset(set);
        sigaddset(set, SIGINT);
        sigaddset(set, SIGTERM);
        ppoll(new pollfd[] {new pollfd(p[1], POLLOUT, 0)}, 1, new timespec(0, 1000), set);
        ppoll(null, 0, new timespec(0, 1000), null);
        fd_set in = new fd_set();
        fd_set out = new fd_set();
        FD_SET(p[0], in);
        FD_SET(p[1], out);
        select(p[1] + 1, in, out, null, new timeval(1, 5));
        FD_SET(p[0], in);
        select(p[1] + 1, in, null, null, new timeval(0, 1));
        FD_SET(p[1], out);
        pselect(p[1] + 1, null, out, null, new timespec(1, 0), set);
        pselect(0, null, null, null, new timespec(0, 1000), null);
        FD_SET(999, in);
        select(1000, in, null, null, new timeval(0, 0));
        open(epoll_create(1));
        epoll_create(0);
        int ep = open(epoll_create1(EPOLL_CLOEXEC));
        epoll_create1(1);
        epoll_event event = new epoll_event();
        event.events = EPOLLIN | EPOLLOUT | EPOLLET | EPOLLRDHUP;
        event.data.u64(7);
        epoll_ctl(ep, EPOLL_CTL_ADD, p[1], event);
        epoll_ctl(ep, EPOLL_CTL_ADD, p[1], event);
        epoll_ctl(ep, EPOLL_CTL_DEL, p[0], null);
        epoll_ctl(ep, EPOLL_CTL_DEL, p[0], event);
        epoll_event[] events = epoll_event.array(4);
        epoll_wait(ep, events, 4, 0);
        epoll_wait(ep, events, 4, 0);
        epoll_pwait(ep, events, 4, 0, set);
        epoll_pwait2(ep, events, 4, new timespec(0, 1000), null);
        epoll_wait(-1, events, 4, 0);
    }

    private void timers() {
        int ev = open(eventfd(5, EFD_CLOEXEC | EFD_NONBLOCK | EFD_SEMAPHORE));
        eventfd(0, 7);
        long[] value = new long[1];
        eventfd_read(ev, value);
        eventfd_write(ev, 7);
        eventfd_read(-1, value);
        int timer = open(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
        timerfd_create(99, 0);
        itimerspec time = new itimerspec();
        time.it_value.tv_sec = 2;
        time.it_value.tv_nsec = 3;
        timerfd_settime(timer, TFD_TIMER_ABSTIME, time, new itimerspec());
        timerfd_gettime(timer, time);
        timerfd_settime(timer, 0, time, null);
        timerfd_gettime(-1, time);
    }

    private void requests() {
        int fd = open(socket(AF_INET, SOCK_DGRAM, 0));
        int[] n = {1};
        ioctl(fd, FIONREAD, n);
        ioctl(fd, FIONBIO, n);
        ioctl(fd, SIOCATMARK, n);
        ioctl(fd, FIOCLEX);
        ioctl(fd, SIOCOUTQ, n);
        n[0] = getpid();
        ioctl(fd, SIOCSPGRP, n);
        ioctl(fd, FIOGETOWN, n);
        ioctl(fd, SIOCGSTAMP, new timeval());
        ifreq ifr = new ifreq();
        Strings.strcpy(ifr.ifr_name, "lo");
        for (long request : new long[] {SIOCGIFINDEX, SIOCGIFFLAGS, SIOCGIFADDR, SIOCGIFNETMASK, SIOCGIFMTU,
            SIOCGIFHWADDR, SIOCGIFTXQLEN}) {
            ioctl(fd, request, ifr);
        }
        ifr.ifr_ifindex(1);
        ioctl(fd, SIOCGIFNAME, ifr);
        Strings.strcpy(ifr.ifr_name, "nope");
        ioctl(fd, SIOCGIFINDEX, ifr);
        ifr.ifr_mtu(1234);
        ioctl(fd, SIOCSIFMTU, ifr);
        ifr.ifr_flags(IFF_UP | IFF_RUNNING);
        ioctl(fd, SIOCSIFFLAGS, ifr);
        ifconf list = new ifconf();
        list.ifc_req(ifreq.array(1));
        list.ifc_len = 40;
        ioctl(fd, SIOCGIFCONF, list);
        ioctl(-1, FIONREAD, n);
    }

    private void netlink() {
        int fd = open(socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
        sockaddr_nl addr = new sockaddr_nl();
        addr.nl_family = AF_NETLINK;
        bind(fd, addr, sizeof(addr)); // a socket without an address is not in the table in which strace looks it up
        byte[] request = new byte[NLMSG_LENGTH(sizeof(ifinfomsg.class))];
        nlmsghdr header = new nlmsghdr();
        header.nlmsg_len(request.length);
        header.nlmsg_type(RTM_GETLINK);
        header.nlmsg_flags(NLM_F_REQUEST);
        header.nlmsg_seq(1);
        Strings.memcpy(request, header, sizeof(header));
        ifinfomsg link = new ifinfomsg();
        link.ifi_index = 1;
        Strings.memcpy(ByteBuffer.wrap(request).position(sizeof(header)), link, sizeof(link));
        send(fd, request, request.length, 0);
        byte[] answer = new byte[9000];
        recv(fd, answer, answer.length, 0);
        link.ifi_index = 12345;
        Strings.memcpy(ByteBuffer.wrap(request).position(sizeof(header)), link, sizeof(link));
        sendmsg(fd, new msghdr(null, 0, new iovec[] {new iovec(request, request.length)}, 1, null, 0, 0), 0);
        recvmsg(fd, new msghdr(null, 0, new iovec[] {new iovec(answer, answer.length)}, 1, null, 0, 0), 0);
    }

    private void processes() {
        getpid();
        getppid();
        gettid();
        getuid();
        geteuid();
        getgid();
        getegid();
        if (unshare(CLONE_NEWUTS) == 0) {
            sethostname("traced", 6);
            setdomainname("traced", 6);
        }
        sethostname((byte[]) null, 6);
        setdomainname((byte[]) null, 6);
        setns(-1, CLONE_NEWNET);
        unshare(0x10);
        rlimit limit = new rlimit();
        getrlimit(RLIMIT_NOFILE, limit);
        setrlimit(RLIMIT_NOFILE, limit);
        getrlimit(999, limit);
        prlimit(0, RLIMIT_CORE, null, limit);
        limit.rlim_cur = RLIM_INFINITY;
        limit.rlim_max = 5;
        prlimit(0, RLIMIT_FSIZE, limit, new rlimit());
        kill(getpid(), 0);
        kill(1 << 30, SIGTERM);
        int[] status = new int[1];
        int[] pid = new int[1];
        posix_spawn(pid, "/bin/sh", null, null, new String[] {"sh", "-c", "exit 3"}, environ);
        waitpid(pid[0], status, 0);
        waitpid(pid[0], status, WNOHANG);
        posix_spawnp(pid, "sleep", null, null, new String[] {"sleep", "1000"}, environ);
        waitpid(pid[0], status, WNOHANG);
        int fd = open(pidfd_open(pid[0], PIDFD_NONBLOCK));
        pidfd_open(-1, 0);
        open(pidfd_getfd(fd, 0, 0));
        pidfd_getfd(-1, 0, 0);
        pidfd_send_signal(fd, SIGSTOP, null, 0);
        pidfd_send_signal(-1, SIGTERM, null, 0);
        waitpid(pid[0], status, WUNTRACED);
        kill(pid[0], SIGKILL);
        waitpid(pid[0], status, 0);
    }
}

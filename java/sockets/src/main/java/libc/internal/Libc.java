package libc.internal;

import java.nio.ByteBuffer;

/**
 * The seam: one method per C function, in primitive types, every pointer a direct {@link ByteBuffer}
 * that points at its position, or null for NULL.
 *
 * <p>Both backends are these interfaces: jnr-ffi implements them from the signatures below, {@code FfmLibc}
 * reads the same signatures for its method handles. So a width is written once. An {@code in_addr} by
 * value is the int that its register holds; a pointer that comes back is a long, which only
 * {@link Sockets#strlen}, {@link Sockets#memcpy} and the function that frees it take.
 *
 * <p>A method answers what C answers and leaves errno where the backend keeps it; who calls it has
 * checked that every buffer is as large as the C function may assume.
 *
 * <p>There are several, by families of headers, for a backend binds an interface when it is first called: what a program
 * does not use, its start does not wait for.
 */
public final class Libc {

    private Libc() {}

    /** The C library's {@link Sockets}, or who watches their calls. */
    public static Sockets sockets() {
        return Watch.isOn ? Watch.over(Sockets.class, Sockets.LIBC) : Sockets.LIBC;
    }

    /** The C library's {@link Names}, or who watches their calls. */
    public static Names names() {
        return Watch.isOn ? Watch.over(Names.class, Names.LIBC) : Names.LIBC;
    }

    /** The C library's {@link Files}, or who watches their calls. */
    public static Files files() {
        return Watch.isOn ? Watch.over(Files.class, Files.LIBC) : Files.LIBC;
    }

    /** The C library's {@link Processes}, or who watches their calls. */
    public static Processes processes() {
        return Watch.isOn ? Watch.over(Processes.class, Processes.LIBC) : Processes.LIBC;
    }

    /** Sockets, descriptors, addresses: what nearly every program calls first. */
    public interface Sockets {

        /** The C library's. */
        Sockets LIBC = Native.bind(Sockets.class);

        // <sys/socket.h>

        /** socket(2). */
        int socket(int domain, int type, int protocol);

        /** socketpair(2). */
        int socketpair(int domain, int type, int protocol, ByteBuffer sv);

        /** bind(2). */
        int bind(int sockfd, ByteBuffer addr, int addrlen);

        /** listen(2). */
        int listen(int sockfd, int backlog);

        /** accept(2). */
        int accept(int sockfd, ByteBuffer addr, ByteBuffer addrlen);

        /** connect(2). */
        int connect(int sockfd, ByteBuffer addr, int addrlen);

        /** getsockname(2). */
        int getsockname(int sockfd, ByteBuffer addr, ByteBuffer addrlen);

        /** getpeername(2). */
        int getpeername(int sockfd, ByteBuffer addr, ByteBuffer addrlen);

        /** getsockopt(2). */
        int getsockopt(int sockfd, int level, int optname, ByteBuffer optval, ByteBuffer optlen);

        /** setsockopt(2). */
        int setsockopt(int sockfd, int level, int optname, ByteBuffer optval, int optlen);

        /** shutdown(2). */
        int shutdown(int sockfd, int how);

        /** send(2). */
        long send(int sockfd, ByteBuffer buf, long len, int flags);

        /** sendto(2). */
        long sendto(int sockfd, ByteBuffer buf, long len, int flags, ByteBuffer addr, int addrlen);

        /** recv(2). */
        long recv(int sockfd, ByteBuffer buf, long len, int flags);

        /** recvfrom(2). */
        long recvfrom(int sockfd, ByteBuffer buf, long len, int flags, ByteBuffer addr, ByteBuffer addrlen);

        /** sendmsg(2). */
        long sendmsg(int sockfd, ByteBuffer msg, int flags);

        /** recvmsg(2). */
        long recvmsg(int sockfd, ByteBuffer msg, int flags);

        /** sendmmsg(2). */
        int sendmmsg(int sockfd, ByteBuffer msgvec, int vlen, int flags);

        /** recvmmsg(2). */
        int recvmmsg(int sockfd, ByteBuffer msgvec, int vlen, int flags, ByteBuffer timeout);

        /** accept4(2). */
        int accept4(int sockfd, ByteBuffer addr, ByteBuffer addrlen, int flags);

        /** sockatmark(3). */
        int sockatmark(int sockfd);

        /** isfdtype(3). */
        int isfdtype(int fd, int fdtype);

        // <sys/uio.h>

        /** readv(2). */
        long readv(int fd, ByteBuffer iov, int iovcnt);

        /** writev(2). */
        long writev(int fd, ByteBuffer iov, int iovcnt);

        /** preadv(2). */
        long preadv(int fd, ByteBuffer iov, int iovcnt, long offset);

        /** pwritev(2). */
        long pwritev(int fd, ByteBuffer iov, int iovcnt, long offset);

        /** preadv2(2). */
        long preadv2(int fd, ByteBuffer iov, int iovcnt, long offset, int flags);

        /** pwritev2(2). */
        long pwritev2(int fd, ByteBuffer iov, int iovcnt, long offset, int flags);

        // <unistd.h>

        /** read(2). */
        long read(int fd, ByteBuffer buf, long count);

        /** write(2). */
        long write(int fd, ByteBuffer buf, long count);

        /** close(2). */
        int close(int fd);

        /** unlink(2). */
        int unlink(ByteBuffer pathname);

        /** getpid(2). */
        int getpid();

        /** getppid(2). */
        int getppid();

        /** dup(2). */
        int dup(int oldfd);

        /** dup2(2). */
        int dup2(int oldfd, int newfd);

        /** dup3(2). */
        int dup3(int oldfd, int newfd, int flags);

        /** pipe(2). */
        int pipe(ByteBuffer pipefd);

        /** pipe2(2). */
        int pipe2(ByteBuffer pipefd, int flags);

        /** close_range(2). */
        int close_range(int first, int last, int flags);

        /** chown(2). */
        int chown(ByteBuffer pathname, int owner, int group);

        /** fchown(2). */
        int fchown(int fd, int owner, int group);

        /** readlink(2). */
        long readlink(ByteBuffer pathname, ByteBuffer buf, long len);

        /** gettid(2). */
        int gettid();

        /** getuid(2). */
        int getuid();

        /** geteuid(2). */
        int geteuid();

        /** getgid(2). */
        int getgid();

        /** getegid(2). */
        int getegid();

        /** gethostname(2). */
        int gethostname(ByteBuffer name, long len);

        /** sethostname(2). */
        int sethostname(ByteBuffer name, long len);

        /** getdomainname(2). */
        int getdomainname(ByteBuffer name, long len);

        /** setdomainname(2). */
        int setdomainname(ByteBuffer name, long len);

        /** sysconf(3). */
        long sysconf(int name);

        // <fcntl.h>

        /** fcntl(2), variadic after {@code cmd}. */
        int fcntl(int fd, int cmd, int arg);

        /** open(2), variadic after {@code flags}. */
        int open(ByteBuffer pathname, int flags, int mode);

        /** fcntl(2) by the other name that glibc has for it, with a pointer. */
        int fcntl64(int fd, int cmd, ByteBuffer arg);

        /** splice(2). */
        long splice(int fd_in, ByteBuffer off_in, int fd_out, ByteBuffer off_out, long size, int flags);

        /** tee(2). */
        long tee(int fd_in, int fd_out, long size, int flags);

        // <poll.h>

        /** poll(2). */
        int poll(ByteBuffer fds, long nfds, int timeout);

        /** ppoll(2). */
        int ppoll(ByteBuffer fds, long nfds, ByteBuffer timeout, ByteBuffer sigmask);

        // <arpa/inet.h>

        /** inet_aton(3). */
        int inet_aton(ByteBuffer cp, ByteBuffer inp);

        /** inet_addr(3). */
        int inet_addr(ByteBuffer cp);

        /** inet_network(3). */
        int inet_network(ByteBuffer cp);

        /** inet_ntoa(3). */
        long inet_ntoa(int in);

        /** inet_makeaddr(3). */
        int inet_makeaddr(int net, int host);

        /** inet_lnaof(3). */
        int inet_lnaof(int in);

        /** inet_netof(3). */
        int inet_netof(int in);

        /** inet_ntop(3). */
        long inet_ntop(int af, ByteBuffer src, ByteBuffer dst, int size);

        /** inet_pton(3). */
        int inet_pton(int af, ByteBuffer src, ByteBuffer dst);

        /** inet_net_pton(3), of libresolv. */
        int inet_net_pton(int af, ByteBuffer pres, ByteBuffer netp, long nsize);

        /** inet_net_ntop(3), of libresolv. */
        long inet_net_ntop(int af, ByteBuffer netp, int bits, ByteBuffer pres, long psize);

        // <string.h>: how an address that C hands out becomes memory of ours, and the other way round

        /** strlen(3) of a string that C owns. */
        long strlen(long s);

        /** memcpy(3) from memory that C owns; answers the address of {@code dest}. */
        long memcpy(ByteBuffer dest, long src, long n);
    }

    /** Names of hosts and services, interfaces. */
    public interface Names {

        /** The C library's. */
        Names LIBC = Native.bind(Names.class);

        // <netdb.h>

        /** getaddrinfo(3). */
        int getaddrinfo(ByteBuffer node, ByteBuffer service, ByteBuffer hints, ByteBuffer res);

        /** freeaddrinfo(3). */
        void freeaddrinfo(long res);

        /** getnameinfo(3). */
        int getnameinfo(ByteBuffer addr, int addrlen, ByteBuffer host, int hostlen, ByteBuffer serv, int servlen,
                int flags);

        /** The address of h_errno of the calling thread. */
        long __h_errno_location();

        /** gethostbyname(3). */
        long gethostbyname(ByteBuffer name);

        /** gethostbyname2(3). */
        long gethostbyname2(ByteBuffer name, int af);

        /** gethostbyaddr(3). */
        long gethostbyaddr(ByteBuffer addr, int len, int type);

        /** gethostent(3). */
        long gethostent();

        /** sethostent(3). */
        void sethostent(int stayopen);

        /** endhostent(3). */
        void endhostent();

        /** getservbyname(3). */
        long getservbyname(ByteBuffer name, ByteBuffer proto);

        /** getservbyport(3). */
        long getservbyport(int port, ByteBuffer proto);

        /** getservent(3). */
        long getservent();

        /** setservent(3). */
        void setservent(int stayopen);

        /** endservent(3). */
        void endservent();

        /** getprotobyname(3). */
        long getprotobyname(ByteBuffer name);

        /** getprotobynumber(3). */
        long getprotobynumber(int proto);

        /** getprotoent(3). */
        long getprotoent();

        /** setprotoent(3). */
        void setprotoent(int stayopen);

        /** endprotoent(3). */
        void endprotoent();

        /** getnetbyname(3). */
        long getnetbyname(ByteBuffer name);

        /** getnetbyaddr(3). */
        long getnetbyaddr(int net, int type);

        /** getnetent(3). */
        long getnetent();

        /** setnetent(3). */
        void setnetent(int stayopen);

        /** endnetent(3). */
        void endnetent();

        // <net/if.h>

        /** if_nametoindex(3). */
        int if_nametoindex(ByteBuffer ifname);

        /** if_indextoname(3). */
        long if_indextoname(int ifindex, ByteBuffer ifname);

        /** if_nameindex(3). */
        long if_nameindex();

        /** if_freenameindex(3). */
        void if_freenameindex(long ptr);

        // <ifaddrs.h>

        /** getifaddrs(3). */
        int getifaddrs(ByteBuffer ifap);

        /** freeifaddrs(3). */
        void freeifaddrs(long ifa);

        // <netinet/ether.h>

        /** ether_ntoa(3). */
        long ether_ntoa(ByteBuffer addr);

        /** ether_aton(3). */
        long ether_aton(ByteBuffer asc);

        /** ether_ntohost(3). */
        int ether_ntohost(ByteBuffer hostname, ByteBuffer addr);

        /** ether_hostton(3). */
        int ether_hostton(ByteBuffer hostname, ByteBuffer addr);

        /** ether_line(3). */
        int ether_line(ByteBuffer line, ByteBuffer addr, ByteBuffer hostname);

        // <netinet/in.h>

        /** bindresvport(3). */
        int bindresvport(int sockfd, ByteBuffer sin);
    }

    /** Waiting for descriptors, and files. */
    public interface Files {

        /** The C library's. */
        Files LIBC = Native.bind(Files.class);

        // <sys/select.h>

        /** select(2). */
        int select(int nfds, ByteBuffer readfds, ByteBuffer writefds, ByteBuffer exceptfds, ByteBuffer timeout);

        /** pselect(2). */
        int pselect(int nfds, ByteBuffer readfds, ByteBuffer writefds, ByteBuffer exceptfds, ByteBuffer timeout,
                ByteBuffer sigmask);

        // <sys/epoll.h>

        /** epoll_create(2). */
        int epoll_create(int size);

        /** epoll_create1(2). */
        int epoll_create1(int flags);

        /** epoll_ctl(2). */
        int epoll_ctl(int epfd, int op, int fd, ByteBuffer event);

        /** epoll_wait(2). */
        int epoll_wait(int epfd, ByteBuffer events, int maxevents, int timeout);

        /** epoll_pwait(2). */
        int epoll_pwait(int epfd, ByteBuffer events, int maxevents, int timeout, ByteBuffer sigmask);

        /** epoll_pwait2(2). */
        int epoll_pwait2(int epfd, ByteBuffer events, int maxevents, ByteBuffer timeout, ByteBuffer sigmask);

        // <sys/eventfd.h>

        /** eventfd(2). */
        int eventfd(int initval, int flags);

        /** eventfd_read(3). */
        int eventfd_read(int fd, ByteBuffer value);

        /** eventfd_write(3). */
        int eventfd_write(int fd, long value);

        // <sys/timerfd.h>

        /** timerfd_create(2). */
        int timerfd_create(int clockid, int flags);

        /** timerfd_settime(2). */
        int timerfd_settime(int fd, int flags, ByteBuffer new_value, ByteBuffer old_value);

        /** timerfd_gettime(2). */
        int timerfd_gettime(int fd, ByteBuffer curr_value);

        // <sys/ioctl.h>

        /** ioctl(2), variadic after {@code request}. */
        int ioctl(int fd, long request, ByteBuffer argp);

        // <sys/sendfile.h>

        /** sendfile(2). */
        long sendfile(int out_fd, int in_fd, ByteBuffer offset, long size);

        // <sys/stat.h>

        /** stat(2). */
        int stat(ByteBuffer pathname, ByteBuffer statbuf);

        /** fstat(2). */
        int fstat(int fd, ByteBuffer statbuf);

        /** chmod(2). */
        int chmod(ByteBuffer pathname, int mode);

        /** fchmod(2). */
        int fchmod(int fd, int mode);

        /** umask(2). */
        int umask(int mask);

        // <sys/mman.h>

        /** memfd_create(2). */
        int memfd_create(ByteBuffer name, int flags);
    }

    /** Processes, signals, limits, namespaces, clocks. */
    public interface Processes {

        /** The C library's. */
        Processes LIBC = Native.bind(Processes.class);

        // <spawn.h>

        /** posix_spawn(3). */
        int posix_spawn(ByteBuffer pid, ByteBuffer path, ByteBuffer actions, ByteBuffer attr, ByteBuffer argv,
                ByteBuffer envp);

        /** posix_spawnp(3). */
        int posix_spawnp(ByteBuffer pid, ByteBuffer file, ByteBuffer actions, ByteBuffer attr, ByteBuffer argv,
                ByteBuffer envp);

        /** posix_spawn_file_actions_init(3). */
        int posix_spawn_file_actions_init(ByteBuffer actions);

        /** posix_spawn_file_actions_destroy(3). */
        int posix_spawn_file_actions_destroy(ByteBuffer actions);

        /** posix_spawn_file_actions_addopen(3). */
        int posix_spawn_file_actions_addopen(ByteBuffer actions, int fd, ByteBuffer path, int oflag, int mode);

        /** posix_spawn_file_actions_addclose(3). */
        int posix_spawn_file_actions_addclose(ByteBuffer actions, int fd);

        /** posix_spawn_file_actions_adddup2(3). */
        int posix_spawn_file_actions_adddup2(ByteBuffer actions, int fd, int newfd);

        /** posix_spawnattr_init(3). */
        int posix_spawnattr_init(ByteBuffer attr);

        /** posix_spawnattr_destroy(3). */
        int posix_spawnattr_destroy(ByteBuffer attr);

        /** posix_spawnattr_setflags(3), of a short. */
        int posix_spawnattr_setflags(ByteBuffer attr, short flags);

        /** posix_spawnattr_setpgroup(3). */
        int posix_spawnattr_setpgroup(ByteBuffer attr, int pgroup);

        /** posix_spawn_file_actions_addchdir_np(3). */
        int posix_spawn_file_actions_addchdir_np(ByteBuffer actions, ByteBuffer path);

        /** posix_spawn_file_actions_addfchdir_np(3). */
        int posix_spawn_file_actions_addfchdir_np(ByteBuffer actions, int fd);

        /** posix_spawn_file_actions_addclosefrom_np(3). */
        int posix_spawn_file_actions_addclosefrom_np(ByteBuffer actions, int from);

        /** posix_spawn_file_actions_addtcsetpgrp_np(3). */
        int posix_spawn_file_actions_addtcsetpgrp_np(ByteBuffer actions, int tcfd);

        /** posix_spawnattr_getflags(3). */
        int posix_spawnattr_getflags(ByteBuffer attr, ByteBuffer flags);

        /** posix_spawnattr_getpgroup(3). */
        int posix_spawnattr_getpgroup(ByteBuffer attr, ByteBuffer pgroup);

        /** posix_spawnattr_getsigdefault(3). */
        int posix_spawnattr_getsigdefault(ByteBuffer attr, ByteBuffer sigdefault);

        /** posix_spawnattr_getsigmask(3). */
        int posix_spawnattr_getsigmask(ByteBuffer attr, ByteBuffer sigmask);

        /** posix_spawnattr_getschedparam(3). */
        int posix_spawnattr_getschedparam(ByteBuffer attr, ByteBuffer schedparam);

        /** posix_spawnattr_getschedpolicy(3). */
        int posix_spawnattr_getschedpolicy(ByteBuffer attr, ByteBuffer schedpolicy);

        /** posix_spawnattr_setsigdefault(3). */
        int posix_spawnattr_setsigdefault(ByteBuffer attr, ByteBuffer sigdefault);

        /** posix_spawnattr_setsigmask(3). */
        int posix_spawnattr_setsigmask(ByteBuffer attr, ByteBuffer sigmask);

        /** posix_spawnattr_setschedparam(3). */
        int posix_spawnattr_setschedparam(ByteBuffer attr, ByteBuffer schedparam);

        /** posix_spawnattr_setschedpolicy(3). */
        int posix_spawnattr_setschedpolicy(ByteBuffer attr, int schedpolicy);

        // <sys/wait.h>

        /** waitpid(2). */
        int waitpid(int pid, ByteBuffer wstatus, int options);

        // <signal.h>

        /** kill(2). */
        int kill(int pid, int sig);

        /** signal(2) of SIG_DFL, 0, and SIG_IGN, 1. */
        long signal(int signum, long handler);

        /** sigemptyset(3). */
        int sigemptyset(ByteBuffer set);

        /** sigfillset(3). */
        int sigfillset(ByteBuffer set);

        /** sigaddset(3). */
        int sigaddset(ByteBuffer set, int signum);

        /** sigdelset(3). */
        int sigdelset(ByteBuffer set, int signum);

        /** sigismember(3). */
        int sigismember(ByteBuffer set, int signum);

        // <sys/pidfd.h>

        /** pidfd_open(2). */
        int pidfd_open(int pid, int flags);

        /** pidfd_getfd(2). */
        int pidfd_getfd(int pidfd, int targetfd, int flags);

        /** pidfd_send_signal(2). */
        int pidfd_send_signal(int pidfd, int sig, ByteBuffer info, int flags);

        // <sched.h>

        /** setns(2). */
        int setns(int fd, int nstype);

        /** unshare(2). */
        int unshare(int flags);

        // <sys/resource.h>

        /** getrlimit(2). */
        int getrlimit(int resource, ByteBuffer rlim);

        /** setrlimit(2). */
        int setrlimit(int resource, ByteBuffer rlim);

        /** prlimit(2). */
        int prlimit(int pid, int resource, ByteBuffer new_limit, ByteBuffer old_limit);

        // <time.h>

        /** clock_gettime(2). */
        int clock_gettime(int clockid, ByteBuffer tp);
    }
}

package libc.internal;

import java.nio.ByteBuffer;

/**
 * The seam: one method per C function, in primitive types, every pointer a direct {@link ByteBuffer}
 * that points at its position, or null for NULL.
 *
 * <p>Both backends are this interface: jnr-ffi implements it from the signatures below, {@code FfmLibc}
 * reads the same signatures for its method handles. So a width is written once. An {@code in_addr} by
 * value is the int that its register holds; a {@code char *} that comes back is a long, which only
 * {@link #strlen} and {@link #memcpy} take.
 *
 * <p>A method answers what C answers and leaves errno where the backend keeps it; who calls it has
 * checked that every buffer is as large as the C function may assume.
 */
public interface Libc {

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

    // <fcntl.h>, <poll.h>

    /** fcntl(2), variadic after {@code cmd}. */
    int fcntl(int fd, int cmd, int arg);

    /** poll(2). */
    int poll(ByteBuffer fds, long nfds, int timeout);

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

    // <sys/wait.h>, <spawn.h>

    /** waitpid(2). */
    int waitpid(int pid, ByteBuffer wstatus, int options);

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

    // <string.h>: how an address that C hands out becomes memory of ours, and the other way round

    /** strlen(3) of a string that C owns. */
    long strlen(long s);

    /** memcpy(3) from memory that C owns; answers the address of {@code dest}. */
    long memcpy(ByteBuffer dest, long src, long n);
}

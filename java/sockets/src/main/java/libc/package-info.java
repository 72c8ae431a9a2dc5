/**
 * The Linux socket man pages, callable from Java: one class per C header, one static method per C function, the same
 * names, arguments, return values and {@code errno}.
 *
 * <pre>{@code
 * import static libc.Errno.*;
 * import static libc.Stdio.*;
 * import static libc.Stdlib.*;
 * import static libc.netinet.In.*;
 *
 * int fd = socket(AF_INET, SOCK_STREAM, 0);
 * if (fd < 0) { perror("socket"); exit(1); }
 * }</pre>
 *
 * <p>What is C's keeps its C name, {@code sockaddr_in} and {@code sin_port} too, so that who knows the man page or the C
 * program finds it without looking it up, and a port stands line against line beside its original. What is Java's is
 * named as Java's.
 *
 * <p>A call does what its man page says and nothing beside: it is not repeated on EINTR, does not loop over short writes,
 * and occupies its thread while it waits. It returns -1 on failure, and {@link libc.Errno#errno()} says why;
 * {@link libc.Errno#check(int)} makes an exception of that. What the kernel cannot see is refused before: a length that is
 * negative or beyond its array, a read-only buffer to receive into. No argument makes a call touch memory that is not the
 * caller's.
 *
 * <p>What the headers have and the library has not is declined, for a reason:
 *
 * <ul>
 *   <li>{@code fork}: a forked JVM has one thread and no garbage collector or compiler; {@code posix_spawn} instead
 *   <li>{@code execve}: would replace the JVM; {@code posix_spawn} instead
 *   <li>{@code waitid}: {@code waitpid} covers it
 *   <li>{@code sigaction}: the JVM owns signal dispositions; {@code signal} covers what it allows
 *   <li>{@code sigprocmask}: per-thread masks belong to the JVM
 *   <li>{@code signalfd}: needs every JVM thread to block the signal
 *   <li>{@code setitimer}, {@code alarm}: SIGALRM in a JVM; a timerfd instead
 *   <li>{@code mmap}, {@code munmap}: cannot be memory-safe as a bare address
 *   <li>{@code vmsplice}: gifts user pages to the kernel, which Java memory cannot be
 *   <li>{@code getaddrinfo_a}, {@code gai_suspend}, {@code gai_error}, {@code gai_cancel}: call {@code getaddrinfo} on a
 *       thread
 *   <li>{@code strerror_r}: {@code strerror} is thread-safe here
 *   <li>{@code ether_ntoa_r}, {@code ether_aton_r}, {@code gethostbyname_r}, {@code gethostbyname2_r}, {@code
 *       gethostbyaddr_r}, {@code gethostent_r}, {@code getservbyname_r}, {@code getservbyport_r}, {@code getservent_r},
 *       {@code getprotobyname_r}, {@code getprotobynumber_r}, {@code getprotoent_r}, {@code getnetbyname_r}, {@code
 *       getnetbyaddr_r}, {@code getnetent_r}: the plain form returns a fresh object and is thread-safe here
 *   <li>{@code bpf}, {@code kcmp}: out of scope
 *   <li>what is not a socket's and Java has itself: files and directories, streams, strings, numbers, memory, dates,
 *       threads, users; and terminals
 *   <li>of the kernel's headers, the settings of one kind of network interface, of neighbour tables, firewalls and traffic
 *       control, which ip(8), nft(8) and tc(8) make
 *   <li>what is obsolete, or another name of what is here
 * </ul>
 *
 * <p>On Java 22 and later calls go through the Foreign Function and Memory API, below through jffi, which then has to be on the
 * class path: the dependency {@code com.github.jnr:jnr-posix:3.2.5} brings it along. {@code -Dlibc.backend=ffm|jnr} forces one.
 */
package libc;

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
 * <p>What is C's keeps its C name, {@code sockaddr_in} and {@code sin_port} too, so that who knows the man page or
 * the C program finds it without looking it up, and a port stands line against line beside its original. What is
 * Java's is named as Java's.
 *
 * <p>A call does what its man page says and nothing beside: it is not repeated on EINTR, does not loop over short
 * writes, and occupies its thread while it waits. It answers -1 on failure, and {@link libc.Errno#errno()} says why;
 * {@link libc.Errno#check(int)} makes an exception of that. What the kernel cannot see is refused before: a length
 * beyond its array, a read-only buffer to receive into. No argument makes a call touch memory that is not the
 * caller's.
 *
 * <p>On Java 22 and later calls go through the Foreign Function and Memory API, below through jnr-ffi, which then has
 * to be on the class path; {@code -Dlibc.backend=ffm|jnr} forces one.
 */
package libc;

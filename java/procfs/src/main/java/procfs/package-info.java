/**
 * The kernel's tables of sockets, as {@code ss} shows them.
 *
 * <p>{@link procfs.SocketTable} is where to begin: the sockets of a process, of a network namespace, or those that a
 * {@link procfs.Query} asks for, each with its owners and its other end. It reads them through sock_diag, or from
 * {@code /proc} where that is not permitted or the kernel lacks it; either way they are {@link procfs.SocketEntry}.
 *
 * <p>Beneath it are the two sources: {@link procfs.SockDiag} asks the kernel over netlink, and visits what comes back without
 * keeping it; {@link procfs.ProcNet} parses the files of {@code /proc/PID/net} into records whose components have the names of
 * their columns. {@link procfs.Descriptors} are a process's open files.
 *
 * <p>What is the kernel's keeps the kernel's names, such as {@code TCP_LISTEN}, {@code tx_queue} and {@code retrnsmt};
 * everything else is named as Java's.
 */
package procfs;

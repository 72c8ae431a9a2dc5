/**
 * Bridges between descriptors and the JDK: a descriptor as a channel and as streams, socket addresses in both notations, a
 * socket made by system calls as a JDK channel, and sockets that a service manager hands over.
 *
 * <p>This is Java's side, named and behaving as {@code java.nio} does: a failure is an exception, an end of stream -1.
 *
 * <p>One bridge needs no class: {@code dup2(fd, its)}, where {@code its} is the descriptor of a JDK channel, gives the
 * channel another socket. It reads, writes and accepts there from then on, and its close closes that one. It keeps what it
 * noted about the old one: the addresses, that it is connected or not, the blocking mode (to be turned over and back), and
 * the place with a {@code Selector} (cancel the key, and register after the next select). Who waits in a call already goes
 * on with the old socket.
 */
package libc.nio;

/** The headers in {@code <netpacket/>}: packet sockets. */
package libc.netpacket;

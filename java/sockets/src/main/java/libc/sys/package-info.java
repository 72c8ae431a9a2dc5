/** The headers in {@code <sys/>}: sockets, and what all headers show. */
package libc.sys;

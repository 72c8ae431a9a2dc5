/** The headers in {@code <netinet/>}: the Internet protocols. */
package libc.netinet;

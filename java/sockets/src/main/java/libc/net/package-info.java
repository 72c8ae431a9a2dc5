/** The headers in {@code <net/>}: network interfaces and the link layer. */
package libc.net;

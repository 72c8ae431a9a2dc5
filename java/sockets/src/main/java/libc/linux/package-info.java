/** The headers in {@code <linux/>}: what the kernel has and glibc has no header for. */
package libc.linux;

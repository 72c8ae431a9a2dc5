/** The headers in {@code <bits/>}: the constants and structs that glibc keeps apart from the functions that take them. */
package libc.bits;

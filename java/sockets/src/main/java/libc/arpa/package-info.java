/** The headers in {@code <arpa/>}: Internet addresses as text. */
package libc.arpa;

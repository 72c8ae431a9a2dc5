/** What C has as programs and not as headers. */
package libc.tools;

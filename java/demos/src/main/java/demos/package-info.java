/**
 * The demos of {@code native/demos} in Java: same names, same functions, same calls in the same order, same comments.
 *
 * <p>A class stands for a C file and has its name, so it is written in lower case. {@code argv} does not begin with the
 * program's name in Java, so {@code argv[0]} is C's {@code argv[1]}. C's {@code return n} from main is
 * {@code exit(n)}, and what C keeps to one file by {@code static} is {@code static} here. Where a JVM forces a
 * difference, the comment beside it says so.
 */
package demos;

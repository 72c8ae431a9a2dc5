package libc.internal.trace;

import java.util.List;

/**
 * How a function is printed.
 *
 * @param arguments how each of its arguments is
 * @param result how its result is
 */
record Row(List<Argument> arguments, Result result) {}

/**
 * A lab: each experiment asks one question twice, of the kernel by its system calls and of JDK channels, on the same
 * machine in one run, and says whether the answers are the same.
 *
 * <p>{@link compare.Compare} starts a {@link compare.Leg} on each JVM, under strace(1), and puts together what the legs
 * answer and what strace saw. The experiments are classes of the packages under {@code compare.experiments}, a package
 * for each topic.
 */
package compare;

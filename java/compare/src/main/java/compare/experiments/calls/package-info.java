/** Which system calls are behind the everyday methods of a channel. */
package compare.experiments.calls;

/** What a fresh socket is like, and which of its options the library has set. */
package compare.experiments.defaults;

/** What becomes of a connection, and of those who use it, when it is closed, shut down, reset or interrupted? */
package compare.experiments.ending;

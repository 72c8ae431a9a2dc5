/** The library beside C, JDK channels, junixsocket and jnr-unixsocket: the same operations, in one table. */
package bench;

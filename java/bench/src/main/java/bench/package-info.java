/** The library beside C, JDK channels, junixsocket, jnr-posix and jnr-unixsocket: the same operations, in one table. */
package bench;

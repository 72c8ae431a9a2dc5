/**
 * What the socket API does on this machine, behaviour by behaviour, on every transport and through both backends.
 */
package selftest;

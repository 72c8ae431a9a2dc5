/** What UNIX sockets can do beyond TCP: names, descriptors, credentials, datagrams. */
package compare.experiments.unix;

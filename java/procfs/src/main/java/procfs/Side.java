package procfs;

/** Which side of a connection a socket is. */
public enum Side {
    /** It was accepted: there is, or was, a listener of its local address. */
    SERVER,
    /** It connected. */
    CLIENT
}

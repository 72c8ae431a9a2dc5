package procfs;

/** Where a table is read from. */
public enum Source {
    /** sock_diag, and for each kind that it does not have, or where it is not permitted, {@code /proc}. */
    AUTO,
    /** sock_diag(7), or an error; of a query for all kinds, those that it has, without {@link SocketTable#lacking}. */
    DIAG,
    /** The files of {@code /proc/PID/net}, or an error; of a query for all kinds, those that it has, too. */
    PROC
}

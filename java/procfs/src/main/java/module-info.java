/**
 * The kernel's tables of sockets, from {@code /proc} and from sock_diag, and the command that prints them.
 */
module libc.procfs {
    requires transitive libc.sockets;
    requires static com.google.gson;
    requires static info.picocli;

    exports procfs;

    opens procfs.command to info.picocli;
}

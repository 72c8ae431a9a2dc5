/**
 * The Linux socket man pages, callable from Java.
 */
@SuppressWarnings("requires-automatic")
module libc.sockets {
    requires static jdk.unsupported;
    requires static org.jnrproject.jffi;

    exports libc;
    exports libc.arpa;
    exports libc.bits;
    exports libc.linux;
    exports libc.net;
    exports libc.netinet;
    exports libc.netpacket;
    exports libc.nio;
    exports libc.sys;
    exports libc.tools;
}

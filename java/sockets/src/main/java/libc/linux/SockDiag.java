package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/sock_diag.h>}: tables of sockets by family.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 */
public class SockDiag extends libc.sys.Types {

    /** Message type: sockets of sdiag_family. */
    public static final int SOCK_DIAG_BY_FAMILY = 20;
    /** Message type: closes a socket with ECONNABORTED. Needs CAP_NET_ADMIN. */
    public static final int SOCK_DESTROY = 21;

    /** Index: bytes in the receive queue. */
    public static final int SK_MEMINFO_RMEM_ALLOC = 0;
    /** Index: receive buffer in bytes, SO_RCVBUF. */
    public static final int SK_MEMINFO_RCVBUF = 1;
    /** Index: bytes handed to the layers below. */
    public static final int SK_MEMINFO_WMEM_ALLOC = 2;
    /** Index: send buffer in bytes, SO_SNDBUF. */
    public static final int SK_MEMINFO_SNDBUF = 3;
    /** Index: bytes reserved ahead. */
    public static final int SK_MEMINFO_FWD_ALLOC = 4;
    /** Index: bytes in the send queue. */
    public static final int SK_MEMINFO_WMEM_QUEUED = 5;
    /** Index: bytes for options and filters. */
    public static final int SK_MEMINFO_OPTMEM = 6;
    /** Index: bytes in the backlog. */
    public static final int SK_MEMINFO_BACKLOG = 7;
    /** Index: packets dropped. */
    public static final int SK_MEMINFO_DROPS = 8;
    /** How many they are. */
    public static final int SK_MEMINFO_VARS = 9;

    /** Multicast group: none. */
    public static final int SKNLGRP_NONE = 0;
    /** Multicast group: TCP sockets over IPv4 that end. */
    public static final int SKNLGRP_INET_TCP_DESTROY = 1;
    /** Multicast group: UDP sockets over IPv4 that end. */
    public static final int SKNLGRP_INET_UDP_DESTROY = 2;
    /** Multicast group: TCP sockets over IPv6 that end. */
    public static final int SKNLGRP_INET6_TCP_DESTROY = 3;
    /** Multicast group: UDP sockets over IPv6 that end. */
    public static final int SKNLGRP_INET6_UDP_DESTROY = 4;
    /** Largest of SKNLGRP_*. */
    public static final int SKNLGRP_MAX = 4;

    /** Request for BPF storages: all. */
    public static final int SK_DIAG_BPF_STORAGE_REQ_NONE = 0;
    /** Request for BPF storages, u32: of this map. */
    public static final int SK_DIAG_BPF_STORAGE_REQ_MAP_FD = 1;
    /** Largest of SK_DIAG_BPF_STORAGE_REQ_*. */
    public static final int SK_DIAG_BPF_STORAGE_REQ_MAX = 1;
    /** Answer with BPF storages: none. */
    public static final int SK_DIAG_BPF_STORAGE_REP_NONE = 0;
    /** Answer with BPF storages, nested: one. */
    public static final int SK_DIAG_BPF_STORAGE = 1;
    /** Largest attribute of an answer; the header spells it so. */
    public static final int SK_DIAB_BPF_STORAGE_REP_MAX = SK_DIAG_BPF_STORAGE;
    /** BPF storage: none. */
    public static final int SK_DIAG_BPF_STORAGE_NONE = 0;
    /** BPF storage: padding, for 64-bit alignment. */
    public static final int SK_DIAG_BPF_STORAGE_PAD = 1;
    /** BPF storage, u32: the map's id. */
    public static final int SK_DIAG_BPF_STORAGE_MAP_ID = 2;
    /** BPF storage, bytes: the value. */
    public static final int SK_DIAG_BPF_STORAGE_MAP_VALUE = 3;
    /** Largest of SK_DIAG_BPF_STORAGE_*. */
    public static final int SK_DIAG_BPF_STORAGE_MAX = 3;

    /** Not to be made: a header's class has only static members. */
    protected SockDiag() {}

    /**
     * {@code struct sock_diag_req}: what every request of sock_diag begins with.
     */
    public static final class sock_diag_req extends Struct {
        /** Address family. */
        public int sdiag_family;
        /** Protocol, by family. */
        public int sdiag_protocol;

        /** {@code struct sock_diag_req a = {0}}. */
        public sock_diag_req() {}

        /**
         * {@code struct sock_diag_req a = {sdiag_family, sdiag_protocol}}.
         *
         * @param sdiag_family address family
         * @param sdiag_protocol protocol, by family
         */
        public sock_diag_req(int sdiag_family, int sdiag_protocol) {
            this.sdiag_family = sdiag_family;
            this.sdiag_protocol = sdiag_protocol;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sock_diag_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sock_diag_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sock_diag_req[] array(int n) {
            return filled(new sock_diag_req[n], sock_diag_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sock_diag_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            sdiag_family = f.as("AF_").uint8("sdiag_family", sdiag_family);
            sdiag_protocol = f.uint8("sdiag_protocol", sdiag_protocol);
        }
    }
}

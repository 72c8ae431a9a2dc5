package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;

/**
 * {@code <linux/unix_diag.h>}: tables of UNIX sockets through sock_diag.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sock_diag.7.html">sock_diag(7)</a>
 */
public class UnixDiag extends libc.sys.Types {

    /** udiag_show: UNIX_DIAG_NAME. */
    public static final int UDIAG_SHOW_NAME = 0x00000001;
    /** udiag_show: UNIX_DIAG_VFS. */
    public static final int UDIAG_SHOW_VFS = 0x00000002;
    /** udiag_show: UNIX_DIAG_PEER. */
    public static final int UDIAG_SHOW_PEER = 0x00000004;
    /** udiag_show: UNIX_DIAG_ICONS. */
    public static final int UDIAG_SHOW_ICONS = 0x00000008;
    /** udiag_show: UNIX_DIAG_RQLEN. */
    public static final int UDIAG_SHOW_RQLEN = 0x00000010;
    /** udiag_show: UNIX_DIAG_MEMINFO. */
    public static final int UDIAG_SHOW_MEMINFO = 0x00000020;
    /** udiag_show: UNIX_DIAG_UID. */
    public static final int UDIAG_SHOW_UID = 0x00000040;

    /** Attribute, string: name, not NUL-terminated; an abstract one begins with NUL. */
    public static final int UNIX_DIAG_NAME = 0;
    /** Attribute: struct unix_diag_vfs, device and inode of the path. */
    public static final int UNIX_DIAG_VFS = 1;
    /** Attribute, u32: the peer's inode. */
    public static final int UNIX_DIAG_PEER = 2;
    /** Attribute, u32[]: inodes of connections that wait for accept(2). */
    public static final int UNIX_DIAG_ICONS = 3;
    /** Attribute: struct unix_diag_rqlen. */
    public static final int UNIX_DIAG_RQLEN = 4;
    /** Attribute, u32[]: memory, by SK_MEMINFO_*. */
    public static final int UNIX_DIAG_MEMINFO = 5;
    /** Attribute, u8: directions shut down, 1 receiving, 2 sending. */
    public static final int UNIX_DIAG_SHUTDOWN = 6;
    /** Attribute, u32: the owner. */
    public static final int UNIX_DIAG_UID = 7;
    /** Largest of UNIX_DIAG_*. */
    public static final int UNIX_DIAG_MAX = 7;

    /** Not to be made: a header's class has only static members. */
    protected UnixDiag() {}

    /**
     * {@code struct unix_diag_req}: the payload of a request for UNIX sockets.
     */
    public static final class unix_diag_req extends Struct {
        /** AF_UNIX. */
        public int sdiag_family;
        /** 0. */
        public int sdiag_protocol;
        /** 0. */
        public int pad;
        /** States to send, a bit each; -1 for all. */
        public int udiag_states;
        /** Inode of one socket; 0 for all. */
        public int udiag_ino;
        /** Attributes to send, UDIAG_SHOW_*. */
        public int udiag_show;
        /** Cookie of one socket; -1 in both for any. */
        public final int[] udiag_cookie = new int[2];

        /** {@code struct unix_diag_req a = {0}}. */
        public unix_diag_req() {}

        /**
         * {@code struct unix_diag_req a = {sdiag_family, sdiag_protocol, pad, udiag_states, udiag_ino, udiag_show,
         * udiag_cookie}}.
         *
         * @param sdiag_family AF_UNIX
         * @param sdiag_protocol 0
         * @param pad 0
         * @param udiag_states states to send, a bit each; -1 for all
         * @param udiag_ino inode of one socket; 0 for all
         * @param udiag_show attributes to send, UDIAG_SHOW_*
         * @param udiag_cookie cookie of one socket; -1 in both for any
         */
        public unix_diag_req(int sdiag_family, int sdiag_protocol, int pad, int udiag_states, int udiag_ino, int
                udiag_show, int[] udiag_cookie) {
            this.sdiag_family = sdiag_family;
            this.sdiag_protocol = sdiag_protocol;
            this.pad = pad;
            this.udiag_states = udiag_states;
            this.udiag_ino = udiag_ino;
            this.udiag_show = udiag_show;
            System.arraycopy(udiag_cookie, 0, this.udiag_cookie, 0, udiag_cookie.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public unix_diag_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct unix_diag_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static unix_diag_req[] array(int n) {
            return filled(new unix_diag_req[n], unix_diag_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(unix_diag_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            sdiag_family = f.as("AF_").uint8("sdiag_family", sdiag_family);
            sdiag_protocol = f.uint8("sdiag_protocol", sdiag_protocol);
            pad = f.uint16("pad", pad);
            udiag_states = f.int32("udiag_states", udiag_states);
            udiag_ino = f.int32("udiag_ino", udiag_ino);
            udiag_show = f.as("UDIAG_SHOW_").int32("udiag_show", udiag_show);
            f.int32s("udiag_cookie", udiag_cookie);
        }
    }

    /**
     * {@code struct unix_diag_msg}: a UNIX socket, before its attributes UNIX_DIAG_*.
     */
    public static final class unix_diag_msg extends Struct {
        /** AF_UNIX. */
        public int udiag_family;
        /** SOCK_STREAM, SOCK_DGRAM or SOCK_SEQPACKET. */
        public int udiag_type;
        /** State, as TCP_LISTEN. */
        public int udiag_state;
        /** 0. */
        public int pad;
        /** Inode. */
        public int udiag_ino;
        /** Cookie. */
        public final int[] udiag_cookie = new int[2];

        /** {@code struct unix_diag_msg a = {0}}. */
        public unix_diag_msg() {}

        /**
         * {@code struct unix_diag_msg a = {udiag_family, udiag_type, udiag_state, pad, udiag_ino, udiag_cookie}}.
         *
         * @param udiag_family AF_UNIX
         * @param udiag_type SOCK_STREAM, SOCK_DGRAM or SOCK_SEQPACKET
         * @param udiag_state state, as TCP_LISTEN
         * @param pad 0
         * @param udiag_ino inode
         * @param udiag_cookie cookie
         */
        public unix_diag_msg(int udiag_family, int udiag_type, int udiag_state, int pad, int udiag_ino, int[]
                udiag_cookie) {
            this.udiag_family = udiag_family;
            this.udiag_type = udiag_type;
            this.udiag_state = udiag_state;
            this.pad = pad;
            this.udiag_ino = udiag_ino;
            System.arraycopy(udiag_cookie, 0, this.udiag_cookie, 0, udiag_cookie.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public unix_diag_msg(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct unix_diag_msg a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static unix_diag_msg[] array(int n) {
            return filled(new unix_diag_msg[n], unix_diag_msg::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(unix_diag_msg from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            udiag_family = f.as("AF_").uint8("udiag_family", udiag_family);
            udiag_type = f.as("SOCK_").uint8("udiag_type", udiag_type);
            udiag_state = f.as("TCP_ESTABLISHED").uint8("udiag_state", udiag_state);
            pad = f.uint8("pad", pad);
            udiag_ino = f.int32("udiag_ino", udiag_ino);
            f.int32s("udiag_cookie", udiag_cookie);
        }
    }

    /**
     * {@code struct unix_diag_vfs}: the value of UNIX_DIAG_VFS, where the path is.
     */
    public static final class unix_diag_vfs extends Struct {
        /** Inode. */
        public int udiag_vfs_ino;
        /** Device. */
        public int udiag_vfs_dev;

        /** {@code struct unix_diag_vfs a = {0}}. */
        public unix_diag_vfs() {}

        /**
         * {@code struct unix_diag_vfs a = {udiag_vfs_ino, udiag_vfs_dev}}.
         *
         * @param udiag_vfs_ino inode
         * @param udiag_vfs_dev device
         */
        public unix_diag_vfs(int udiag_vfs_ino, int udiag_vfs_dev) {
            this.udiag_vfs_ino = udiag_vfs_ino;
            this.udiag_vfs_dev = udiag_vfs_dev;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public unix_diag_vfs(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct unix_diag_vfs a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static unix_diag_vfs[] array(int n) {
            return filled(new unix_diag_vfs[n], unix_diag_vfs::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(unix_diag_vfs from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            udiag_vfs_ino = f.int32("udiag_vfs_ino", udiag_vfs_ino);
            udiag_vfs_dev = f.int32("udiag_vfs_dev", udiag_vfs_dev);
        }
    }

    /**
     * {@code struct unix_diag_rqlen}: the value of UNIX_DIAG_RQLEN.
     */
    public static final class unix_diag_rqlen extends Struct {
        /** Bytes in the receive queue; of a listener, connections that wait for accept(2). */
        public int udiag_rqueue;
        /** Bytes in the send queue; of a listener, its backlog. */
        public int udiag_wqueue;

        /** {@code struct unix_diag_rqlen a = {0}}. */
        public unix_diag_rqlen() {}

        /**
         * {@code struct unix_diag_rqlen a = {udiag_rqueue, udiag_wqueue}}.
         *
         * @param udiag_rqueue bytes in the receive queue; of a listener, connections that wait for accept(2)
         * @param udiag_wqueue bytes in the send queue; of a listener, its backlog
         */
        public unix_diag_rqlen(int udiag_rqueue, int udiag_wqueue) {
            this.udiag_rqueue = udiag_rqueue;
            this.udiag_wqueue = udiag_wqueue;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public unix_diag_rqlen(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct unix_diag_rqlen a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static unix_diag_rqlen[] array(int n) {
            return filled(new unix_diag_rqlen[n], unix_diag_rqlen::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(unix_diag_rqlen from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            udiag_rqueue = f.int32("udiag_rqueue", udiag_rqueue);
            udiag_wqueue = f.int32("udiag_wqueue", udiag_wqueue);
        }
    }
}

package libc.linux;

import java.nio.ByteBuffer;

/**
 * {@code <linux/vm_sockets.h>}: sockets between virtual machines and their host.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/vsock.7.html">vsock(7)</a>
 */
public class VmSockets extends libc.sys.Socket {

    /** u64, bytes, level AF_VSOCK: buffer of a stream. */
    public static final int SO_VM_SOCKETS_BUFFER_SIZE = 0;
    /** u64, bytes, level AF_VSOCK: smallest buffer of a stream. */
    public static final int SO_VM_SOCKETS_BUFFER_MIN_SIZE = 1;
    /** u64, bytes, level AF_VSOCK: largest buffer of a stream. */
    public static final int SO_VM_SOCKETS_BUFFER_MAX_SIZE = 2;
    /** int, read-only, level AF_VSOCK: the host's id of the peer, VMCI only. */
    public static final int SO_VM_SOCKETS_PEER_HOST_VM_ID = 3;
    /** int, read-only, level AF_VSOCK: whether the socket is trusted, VMCI only. */
    public static final int SO_VM_SOCKETS_TRUSTED = 5;
    /** struct timeval of long, level AF_VSOCK: how long connect(2) waits. */
    public static final int SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD = 6;
    /** int, level AF_VSOCK: does not wait, from the kernel, VMCI only. */
    public static final int SO_VM_SOCKETS_NONBLOCK_TXRX = 7;
    /** struct timeval of 64 bits, level AF_VSOCK: how long connect(2) waits. */
    public static final int SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW = 8;
    /** struct timeval, level AF_VSOCK: how long connect(2) waits. */
    public static final int SO_VM_SOCKETS_CONNECT_TIMEOUT = SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD;

    /** Context id: any, to bind to. */
    public static final int VMADDR_CID_ANY = -1;
    /** Port: any, to bind to. */
    public static final int VMADDR_PORT_ANY = -1;
    /** Context id: the hypervisor. */
    public static final int VMADDR_CID_HYPERVISOR = 0;
    /** Context id: this machine, a loopback. */
    public static final int VMADDR_CID_LOCAL = 1;
    /** Context id: the host. */
    public static final int VMADDR_CID_HOST = 2;
    /** svm_flags: always by way of the host. */
    public static final int VMADDR_FLAG_TO_HOST = 0x01;
    /** VM_SOCKETS_VERSION_* of an unknown version. */
    public static final int VM_SOCKETS_INVALID_VERSION = -1;
    /** ioctl(2) of /dev/vsock, unsigned int: this machine's context id. */
    public static final int IOCTL_VM_SOCKETS_GET_LOCAL_CID = 1977;
    /** Level of VSOCK_RECVERR, a control message. */
    public static final int SOL_VSOCK = 287;
    /** Control message, struct sock_extended_err: an entry of the error queue. */
    public static final int VSOCK_RECVERR = 1;

    /** Not to be made: a header's class has only static members. */
    protected VmSockets() {}

    /**
     * {@code VM_SOCKETS_VERSION_EPOCH(_v)}
     *
     * <p>Tells the generation of a version of VMCI sockets.
     *
     * @param _v the version
     * @return its generation
     * @see <a href="https://man7.org/linux/man-pages/man7/vsock.7.html">vsock(7)</a>
     */
    public static int VM_SOCKETS_VERSION_EPOCH(int _v) {
        return _v >>> 24 & 0xff;
    }

    /**
     * {@code VM_SOCKETS_VERSION_MAJOR(_v)}
     *
     * <p>Tells the major number of a version of VMCI sockets.
     *
     * @param _v the version
     * @return its major number
     * @see <a href="https://man7.org/linux/man-pages/man7/vsock.7.html">vsock(7)</a>
     */
    public static int VM_SOCKETS_VERSION_MAJOR(int _v) {
        return _v >>> 16 & 0xff;
    }

    /**
     * {@code VM_SOCKETS_VERSION_MINOR(_v)}
     *
     * <p>Tells the minor number of a version of VMCI sockets.
     *
     * @param _v the version
     * @return its minor number
     * @see <a href="https://man7.org/linux/man-pages/man7/vsock.7.html">vsock(7)</a>
     */
    public static int VM_SOCKETS_VERSION_MINOR(int _v) {
        return _v & 0xffff;
    }

    /**
     * {@code struct sockaddr_vm}: the address of a vsock socket.
     */
    public static final class sockaddr_vm extends sockaddr {
        /** AF_VSOCK. */
        public int svm_family;
        /** 0. */
        public int svm_reserved1;
        /** Port, in host byte order, unsigned. */
        public int svm_port;
        /** Context id, unsigned. */
        public int svm_cid;
        /** VMADDR_FLAG_TO_HOST. */
        public int svm_flags;
        /** Padding to the size of a sockaddr. */
        public final byte[] svm_zero = new byte[3];

        /** {@code struct sockaddr_vm a = {0}}. */
        public sockaddr_vm() {}

        /**
         * {@code struct sockaddr_vm a = {svm_family, svm_reserved1, svm_port, svm_cid, svm_flags}}.
         *
         * @param svm_family AF_VSOCK
         * @param svm_reserved1 0
         * @param svm_port port, in host byte order, unsigned
         * @param svm_cid context id, unsigned
         * @param svm_flags VMADDR_FLAG_TO_HOST
         */
        public sockaddr_vm(int svm_family, int svm_reserved1, int svm_port, int svm_cid, int svm_flags) {
            this.svm_family = svm_family;
            this.svm_reserved1 = svm_reserved1;
            this.svm_port = svm_port;
            this.svm_cid = svm_cid;
            this.svm_flags = svm_flags;
        }

        /**
         * {@code (struct sockaddr_vm *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_vm(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_vm(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_vm a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_vm[] array(int n) {
            return filled(new sockaddr_vm[n], sockaddr_vm::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_vm from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return svm_family;
        }

        @Override
        public void sa_family(int family) {
            svm_family = family;
        }

        @Override
        protected void fields(Fields f) {
            svm_family = f.uint16("svm_family", svm_family);
            svm_reserved1 = f.uint16("svm_reserved1", svm_reserved1);
            svm_port = f.int32("svm_port", svm_port);
            svm_cid = f.int32("svm_cid", svm_cid);
            svm_flags = f.uint8("svm_flags", svm_flags);
            f.bytes("svm_zero", svm_zero);
        }
    }
}

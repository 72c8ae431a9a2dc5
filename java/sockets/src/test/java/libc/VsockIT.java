package libc;

import static libc.Assert.assertFails;
import static libc.Errno.*;
import static libc.linux.VmSockets.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Sockets of vsock(7). A kernel without them says EAFNOSUPPORT, one without their loopback EADDRNOTAVAIL; nothing is
 * sent to a host or a hypervisor.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class VsockIT {

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
    }

    private static sockaddr_vm address(int cid, int port) {
        return new sockaddr_vm(AF_VSOCK, 0, port, cid, 0);
    }

    /** Whether the kernel has the family; it has to say so where it has not. */
    private static boolean isThere() {
        int fd = socket(AF_VSOCK, SOCK_STREAM, 0);
        if (fd == -1) {
            assertEquals(EAFNOSUPPORT, errno());
            return false;
        }
        assertEquals(0, Unistd.close(fd));
        return true;
    }

    private static sockaddr_vm name(int fd) throws ErrnoException {
        sockaddr_vm name = new sockaddr_vm();
        int[] len = {sizeof(name)};
        check(getsockname(fd, name, len));
        assertEquals(sizeof(name), len[0]);
        return name;
    }

    @Test
    void socketIsBoundAndListens() throws Exception {
        if (isThere()) {
            try (Sockets s = new Sockets()) {
                int fd = s.open(AF_VSOCK, SOCK_STREAM);
                sockaddr_vm any = address(VMADDR_CID_ANY, VMADDR_PORT_ANY);
                check(bind(fd, any, sizeof(any)));
                sockaddr_vm name = name(fd);
                assertEquals(AF_VSOCK, name.svm_family);
                assertEquals(VMADDR_CID_ANY, name.svm_cid);
                assertNotEquals(VMADDR_PORT_ANY, name.svm_port);
                check(listen(fd, 1));
                long[] size = {4096};
                check(setsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, size, sizeof(size)));
                size[0] = 0;
                check(getsockopt(fd, AF_VSOCK, SO_VM_SOCKETS_BUFFER_SIZE, size, new int[] {sizeof(size)}));
                assertEquals(4096, size[0]);
                assertFails(EADDRINUSE, bind(s.open(AF_VSOCK, SOCK_STREAM), name, sizeof(name)));
            }
        }
    }

    @Test
    void errorsAreThoseOfTheManPage() throws Exception {
        if (isThere()) {
            try (Sockets s = new Sockets()) {
                int fd = s.open(AF_VSOCK, SOCK_STREAM);
                sockaddr_vm any = address(VMADDR_CID_ANY, VMADDR_PORT_ANY);
                assertFails(EINVAL, bind(fd, any, sizeof(any) - 1));
                any.svm_family = AF_INET;
                assertFails(EINVAL, bind(fd, any, sizeof(any)));
                sockaddr_vm other = address(VMADDR_CID_HOST + 4711, VMADDR_PORT_ANY);
                assertFails(EADDRNOTAVAIL, bind(fd, other, sizeof(other)));
                assertFails(EINVAL, listen(fd, 1));
                assertFails(ENOTCONN, send(fd, "x", 1, 0));
                assertFails(ENOPROTOOPT, setsockopt(fd, AF_VSOCK, 4711, new long[1], Long.BYTES));
                assertFails(EPROTONOSUPPORT, socket(AF_VSOCK, SOCK_STREAM, 4711));
                assertFails(ESOCKTNOSUPPORT, socket(AF_VSOCK, SOCK_RDM, 0));
            }
        }
    }

    @Test
    void streamGoesThroughTheLoopback() throws Exception {
        if (isThere()) {
            try (Sockets s = new Sockets()) {
                int listener = s.open(AF_VSOCK, SOCK_STREAM);
                sockaddr_vm local = address(VMADDR_CID_LOCAL, VMADDR_PORT_ANY);
                if (bind(listener, local, sizeof(local)) == -1) {
                    assertEquals(EADDRNOTAVAIL, errno());
                    return;
                }
                check(listen(listener, 1));
                sockaddr_vm name = name(listener);
                assertEquals(VMADDR_CID_LOCAL, name.svm_cid);
                int client = s.open(AF_VSOCK, SOCK_STREAM);
                check(connect(client, name, sizeof(name)));
                sockaddr_vm peer = new sockaddr_vm();
                int server = s.keep(accept(listener, peer, new int[] {sizeof(peer)}));
                assertEquals(name(client).svm_port, peer.svm_port);
                assertEquals(5, check(send(client, "hello", 5, 0)));
                byte[] data = new byte[5];
                assertEquals(5, check(recv(server, data, 5, MSG_WAITALL)));
                assertEquals("hello", new String(data));
            }
        }
    }
}

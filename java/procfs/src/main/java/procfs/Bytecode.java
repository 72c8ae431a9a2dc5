package procfs;

import static libc.linux.InetDiag.*;
import static libc.linux.Netlink.NLA_HDRLEN;
import static libc.sys.Socket.AF_INET;
import static libc.sys.Socket.AF_INET6;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import procfs.Filter.And;
import procfs.Filter.End;
import procfs.Filter.Host;
import procfs.Filter.Not;
import procfs.Filter.Or;
import procfs.Filter.Port;

/**
 * A filter in the language of {@code INET_DIAG_REQ_BYTECODE}. Each operation goes on to the next if what it asks is so, and
 * otherwise jumps forward. A socket whose run ends just behind the last operation is let through, one whose run ends 4 bytes
 * further is not.
 */
final class Bytecode {

    private static final int OP = sizeof(inet_diag_bc_op.class);
    private static final int HOSTCOND = sizeof(inet_diag_hostcond.class);
    private static final int ANY_PORT = -1;

    /** An attribute's length is of 16 bits. */
    private static final int LONGEST = 0xffff - NLA_HDRLEN;

    /** Where operations jump to, once known, and which do. */
    private static final class Label {
        private final List<Integer> jumps = new ArrayList<>();
    }

    private final ByteBuffer code;

    private Bytecode(int room) {
        code = ByteBuffer.allocate(room).order(ByteOrder.nativeOrder());
    }

    /** A filter's code; nothing for a filter that lets everything through. */
    static byte[] of(Filter filter) {
        if (filter == Filter.ANY) {
            return new byte[0];
        }
        Bytecode bytecode = new Bytecode(LONGEST);
        Label refused = new Label();
        try {
            bytecode.append(filter, refused);
        } catch (BufferOverflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a filter longer than the kernel takes", e);
        }
        int size = bytecode.code.position();
        bytecode.here(refused, size + OP);
        return Arrays.copyOf(bytecode.code.array(), size);
    }

    /** Code that goes on behind itself for what a filter lets through, and jumps for everything else. */
    private void append(Filter filter, Label refused) {
        if (filter instanceof Port port) {
            boolean local = port.end() == End.LOCAL;
            if (port.comparison() != Filter.Comparison.AT_MOST) {
                port(local ? INET_DIAG_BC_S_GE : INET_DIAG_BC_D_GE, port.port(), refused);
            }
            if (port.comparison() != Filter.Comparison.AT_LEAST) {
                port(local ? INET_DIAG_BC_S_LE : INET_DIAG_BC_D_LE, port.port(), refused);
            }
        } else if (filter instanceof Host host) {
            host(host, refused);
        } else if (filter instanceof And and) {
            append(and.first(), refused);
            append(and.second(), refused);
        } else if (filter instanceof Or or) {
            Label second = new Label();
            Label end = new Label();
            append(or.first(), second);
            jump(end);
            here(second, code.position());
            append(or.second(), refused);
            here(end, code.position());
        } else if (filter instanceof Not not) {
            Label end = new Label();
            append(not.filter(), end);
            jump(refused);
            here(end, code.position());
        }
    }

    private void port(int operation, int port, Label refused) {
        operation(operation, 2 * OP, refused);
        new inet_diag_bc_op(INET_DIAG_BC_NOP, 0, port).pack(code);
        code.position(code.position() + OP);
    }

    private void host(Host host, Label refused) {
        byte[] address = host.address().getAddress();
        int operation = host.end() == End.LOCAL ? INET_DIAG_BC_S_COND : INET_DIAG_BC_D_COND;
        operation(operation, OP + HOSTCOND + address.length, refused);
        new inet_diag_hostcond(address.length == 4 ? AF_INET : AF_INET6, host.prefix(), ANY_PORT).pack(code);
        code.position(code.position() + HOSTCOND).put(address);
    }

    private void jump(Label label) {
        operation(INET_DIAG_BC_JMP, OP, label);
    }

    private void operation(int operation, int size, Label otherwise) {
        otherwise.jumps.add(code.position());
        new inet_diag_bc_op(operation, size, 0).pack(code);
        code.position(code.position() + OP);
    }

    private void here(Label label, int position) {
        int no = offsetof(inet_diag_bc_op.class, "no");
        label.jumps.forEach(jump -> code.putShort(jump + no, (short) (position - jump)));
    }
}

package libc.internal.trace;

import static libc.bits.Fcntl.*;

import java.nio.ByteBuffer;
import libc.Fcntl.f_owner_ex;
import libc.Fcntl.flock;
import libc.Names;

/** The argument and the result of fcntl(2), which depend on the command. */
final class Commands {

    private static final int COMMAND = 1;

    private Commands() {}

    /** The command. */
    static final Argument NAME = Numbers.named("F_");

    /** An argument that is a number, if the command takes one. */
    private static final Argument NUMBER = Argument.in((call, i) -> {
        long value = call.number(i);
        return switch ((int) call.number(COMMAND)) {
            case F_GETFD, F_GETFL, F_GETOWN, F_GETSIG, F_GETLEASE, F_GETPIPE_SZ, F_GET_SEALS -> null;
            case F_SETFD -> Names.of("FD_", value);
            case F_SETFL -> Names.of("O_", value);
            case F_SETSIG -> value == 0 ? "0" : Names.of("SIG", value);
            case F_SETLEASE -> Names.of("F_RDLCK", value);
            case F_NOTIFY -> Names.of("DN_", value);
            case F_ADD_SEALS -> Names.of("F_SEAL_", value);
            default -> Long.toString(value);
        };
    });

    /** An argument that points to something. */
    private static final Argument POINTER = (call, i) -> {
        int command = (int) call.number(COMMAND);
        Argument argument = switch (command) {
            case F_GETLK, F_OFD_GETLK -> Argument.outMemory((c, memory) -> lock(memory, true));
            case F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW -> Argument.inMemory((c, memory) -> lock(memory, false));
            case F_GETOWN_EX -> Argument.outMemory((c, memory) -> owner(memory));
            case F_SETOWN_EX -> Argument.inMemory((c, memory) -> owner(memory));
            case F_GET_RW_HINT, F_GET_FILE_RW_HINT -> Argument.outMemory((c, memory) -> hint(memory));
            default -> Argument.inMemory((c, memory) -> hint(memory));
        };
        return argument.look(call, i);
    };

    /** An argument that is a number, or that points to something. */
    static final Argument ARGUMENT = (call, i) -> (call.isNumber(i) ? NUMBER : POINTER).look(call, i);

    /** What the command answers. */
    static final Result RESULT = Result.number(call -> {
        long value = call.result();
        return switch ((int) call.number(COMMAND)) {
            case F_GETFD -> flags(value, "flags ", "FD_");
            case F_GETFL -> "%#x (flags %s)".formatted(value, Names.of("O_", value));
            case F_GET_SEALS -> flags(value, "seals ", "F_SEAL_");
            case F_GETLEASE -> "%#x (%s)".formatted(value, Names.of("F_RDLCK", value));
            case F_GETSIG -> flags(value, "", "SIG").replaceFirst("^0x\\w+", Long.toString(value));
            default -> Long.toString(value);
        };
    });

    private static String flags(long value, String what, String prefix) {
        return value == 0 ? "0" : "%#x (%s%s)".formatted(value, what, Names.of(prefix, value));
    }

    private static String lock(ByteBuffer memory, boolean hasOwner) {
        flock lock = new flock(memory);
        return "{l_type=" + Names.of("F_RDLCK", lock.l_type) + ", l_whence=" + Names.of("SEEK_", lock.l_whence)
                + ", l_start=" + lock.l_start + ", l_len=" + lock.l_len
                + (hasOwner ? ", l_pid=" + lock.l_pid : "") + "}";
    }

    private static String owner(ByteBuffer memory) {
        return new f_owner_ex(memory).toString();
    }

    private static String hint(ByteBuffer memory) {
        return "[" + Names.of("RWH_", memory.getLong(0)) + "]";
    }
}

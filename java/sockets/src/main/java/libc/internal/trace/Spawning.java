package libc.internal.trace;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import libc.sys.Types.sigset_t;

/** Strings for a new process, and sets of signals. */
final class Spawning {

    private Spawning() {}

    /** Arguments of a program. */
    static final Argument ARGUMENTS = Argument.inMemory((call, memory) -> {
        List<Long> strings = strings(memory);
        return Text.array(strings.size(), i -> Text.string(call.behind(strings.get(i))));
    });

    /** The environment: as strace does, no more than how much there is. */
    static final Argument ENVIRONMENT = Argument.in((call, i) -> call.memory(i) == null ? "NULL"
            : call.pointer(i) + " /* " + strings(call.memory(i)).size() + " vars */");

    /** A set of signals that C reads. */
    static final Argument SIGNALS = Structs.in(sigset_t::new);

    /** A set of signals that C writes. */
    static final Argument SIGNALS_OUT = Structs.out(sigset_t::new);

    private static List<Long> strings(ByteBuffer pointers) {
        List<Long> strings = new ArrayList<>();
        for (int at = 0; pointers.getLong(at) != 0; at += Long.BYTES) {
            strings.add(pointers.getLong(at));
        }
        return strings;
    }
}

package libc.internal.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a child is to do with its descriptors. The library says it to C twice, to a list on trial when the program does and
 * to the one of the child just before that begins; so it is told where it counts, with posix_spawn(3).
 */
final class FileActions {

    private static final String PREFIX = "posix_spawn_file_actions_";
    private static final ThreadLocal<List<String>> SAID = ThreadLocal.withInitial(ArrayList::new);

    private FileActions() {}

    /** The list that a child gets. */
    static final Argument ALL = Argument.in((call, i) -> call.memory(i) == null ? "NULL" : SAID.get().toString());

    /** Whether a function works on a list. */
    static boolean has(String function) {
        return function.startsWith(PREFIX);
    }

    /** Keeps an action; a list begins and ends empty. */
    static void see(String function, List<Supplier<String>> arguments) {
        if (function.endsWith("init") || function.endsWith("destroy")) {
            SAID.remove();
        } else {
            SAID.get().add(function.substring(PREFIX.length()) + Tracer.list(arguments.subList(1, arguments.size())));
        }
    }
}

package libc.internal.trace;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

/** How an argument is printed. */
@FunctionalInterface
interface Argument {

    /**
     * Looks at an argument before the call is made. What it answers is asked for the text after that; null is no text, as
     * of an argument that does not count.
     */
    Supplier<String> look(Seen call, int i);

    /** The text of an argument as the call finds or leaves it. */
    @FunctionalInterface
    interface Printer {
        String print(Seen call, int i);
    }

    /** The text of memory. */
    @FunctionalInterface
    interface MemoryPrinter {
        String print(Seen call, ByteBuffer memory);
    }

    /** An argument that C only reads: its text as it is before the call. */
    static Argument in(Printer printer) {
        return (call, i) -> {
            String text = printer.print(call, i);
            return () -> text;
        };
    }

    /** Memory that C only reads. */
    static Argument inMemory(MemoryPrinter printer) {
        return in((call, i) -> call.memory(i) == null ? "NULL" : printer.print(call, call.memory(i)));
    }

    /** An argument whose text depends on what the call answers. */
    static Argument out(Printer printer) {
        return (call, i) -> () -> printer.print(call, i);
    }

    /** Memory that C writes: where the call failed, there is nothing to be seen in it. */
    static Argument outMemory(MemoryPrinter printer) {
        return out((call, i) -> call.failed() || call.memory(i) == null ? call.pointer(i)
                : printer.print(call, call.memory(i)));
    }

    /** Memory that C reads and writes: before and after, if that is not the same; after a failure as it was. */
    static Argument inOutMemory(MemoryPrinter printer) {
        return (call, i) -> {
            if (call.memory(i) == null) {
                return () -> "NULL";
            }
            String before = printer.print(call, call.memory(i));
            return () -> call.failed() ? before : Text.change(before, printer.print(call, call.memory(i)));
        };
    }
}

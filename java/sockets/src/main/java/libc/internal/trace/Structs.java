package libc.internal.trace;

import java.nio.ByteBuffer;
import java.util.function.Function;
import libc.Struct;

/** Arguments that point to structs. */
final class Structs {

    private Structs() {}

    /** A struct that C reads. */
    static Argument in(Function<ByteBuffer, ? extends Struct> struct) {
        return Argument.inMemory((call, memory) -> struct.apply(memory).toString());
    }

    /** A struct that C writes. */
    static Argument out(Function<ByteBuffer, ? extends Struct> struct) {
        return Argument.outMemory((call, memory) -> struct.apply(memory).toString());
    }

    /** Structs one behind the other. */
    static String array(ByteBuffer memory, int size, long count, Function<ByteBuffer, ? extends Struct> struct) {
        return Text.array(count, i -> struct.apply(memory.position(i * size)).toString());
    }
}

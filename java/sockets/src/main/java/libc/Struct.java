package libc;

import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import libc.internal.Addresses;
import libc.netinet.In.in6_addr;

/**
 * A C struct: public fields of the C names in the C order, in Java's memory, that are copied to C's memory
 * for a call and back from it.
 *
 * <p>A struct says once, in {@link #fields}, which C type each field has. Its size, its offsets, its padding
 * and both copies follow from that, by the rules that a C compiler follows. A struct of your own works like
 * those of the headers:
 *
 * <pre>{@code
 * public static final class pollfd extends Struct {
 *     public int fd;
 *     public int events;
 *     public int revents;
 *
 *     protected void fields(Fields f) {
 *         fd = f.int32("fd", fd);
 *         events = f.as("POLL").int16("events", events);
 *         revents = f.as("POLL").int16("revents", revents);
 *     }
 * }
 * }</pre>
 */
public abstract class Struct {

    private static final ClassValue<Layout> LAYOUTS = new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> type) {
            try {
                return new Fields().measure((Struct) type.getConstructor().newInstance());
            } catch (InvocationTargetException e) {
                throw new IllegalArgumentException(type + " cannot be measured", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type + " has no public constructor without parameters", e);
            }
        }
    };

    private static final ThreadLocal<Fields> CURSOR = ThreadLocal.withInitial(Fields::new);

    /** All fields 0, as {@code = {0}} makes it. */
    protected Struct() {}

    /**
     * Walks the fields in C's order, each by the method of its C type: {@code x = f.int32("x", x)}. The same walk
     * writes the struct, reads it, measures it and prints it.
     *
     * @param f what is done with each field
     */
    protected abstract void fields(Fields f);

    /**
     * The layout of a struct's class.
     *
     * @param type the struct's class, which has a public constructor without parameters
     * @return its size, alignment and members
     */
    public static Layout layout(Class<? extends Struct> type) {
        return LAYOUTS.get(type);
    }

    /**
     * {@code sizeof} of the struct.
     *
     * @return its size in bytes, padding included
     */
    public final int size() {
        return LAYOUTS.get(getClass()).size();
    }

    /**
     * Writes the struct to memory, its padding as 0.
     *
     * @param to where to, from its position, which stays
     * @throws IndexOutOfBoundsException if there is less room than {@link #size}
     */
    public final void pack(ByteBuffer to) {
        CURSOR.get().walk(this, Fields.PACK, to);
    }

    /**
     * Reads the struct from memory.
     *
     * @param from where from, from its position, which stays
     * @throws IndexOutOfBoundsException if there is less than {@link #size}
     */
    public final void unpack(ByteBuffer from) {
        CURSOR.get().walk(this, Fields.UNPACK, from);
    }

    /**
     * Reads from memory a struct that has grown from kernel to kernel. What an older kernel has not written becomes 0.
     *
     * @param from where from, from its position, which stays; what remains there is what the kernel has written
     */
    protected final void unpackWritten(ByteBuffer from) {
        int written = Math.min(from.remaining(), size());
        unpack(ByteBuffer.allocate(size()).order(from.order()).put(0, from, from.position(), written));
    }

    /**
     * The bytes of another struct, read as this one, as a cast of its pointer reads them: what it has more is left
     * out, what it has less becomes 0.
     *
     * @param from any struct
     */
    protected final void copy(Struct from) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(size(), from.size()));
        from.pack(bytes);
        unpack(bytes);
    }

    /**
     * The slots of an array, each with a new struct.
     *
     * @param <T> the struct
     * @param array the array
     * @param make the struct's constructor
     * @return {@code array}
     */
    protected static <T extends Struct> T[] filled(T[] array, Supplier<T> make) {
        Arrays.setAll(array, i -> make.get());
        return array;
    }

    /** The fields as strace prints them: {@code {fd=3, events=POLLIN, revents=0}}. */
    @Override
    public String toString() {
        return new Fields().print(this);
    }

    /**
     * What a C compiler makes of a struct.
     *
     * @param size in bytes
     * @param alignment in bytes
     * @param members its fields in C's order
     */
    public record Layout(int size, int alignment, List<Member> members) {

        /**
         * {@code offsetof(struct T, name)}.
         *
         * @param name a field's name
         * @return its distance from the struct's start, in bytes
         * @throws IllegalArgumentException if there is no such field, or it is a bit-field
         */
        public int offsetof(String name) {
            return members.stream().filter(m -> m.name().equals(name) && m.bits() == 0).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no field of its own address: " + name)).offset();
        }
    }

    /**
     * A field of a struct.
     *
     * @param name its C name
     * @param offset its distance from the struct's start, in bytes
     * @param size its size in bytes; a bit-field's is its unit's
     * @param bits a bit-field's width, else 0
     */
    public record Member(String name, int offset, int size, int bits) {}

    /**
     * The walk over a struct's fields. Each method stands for a C type, and answers the field's value after the walk.
     */
    public static final class Fields {

        private static final int PACK = 0;
        private static final int UNPACK = 1;
        private static final int MEASURE = 2;
        private static final int PRINT = 3;

        private int mode;
        private ByteBuffer memory;
        private int start;
        private int end;
        private int reached;
        private int alignment;
        private int bitsUsed;
        private boolean packed;
        private List<Member> members;
        private StringBuilder text;
        private Class<?> printed;
        private String family;

        private Fields() {}

        /**
         * Says what names the next field's value is printed by: {@code events = f.as("POLL").int16("events", events)}.
         *
         * @param family what the names begin with, as {@link Names#of} takes it
         * @return this
         */
        public Fields as(String family) {
            this.family = family;
            return this;
        }

        /**
         * {@code __attribute__((packed))}: the fields of this struct follow each other without a gap. Said before them.
         */
        public void packed() {
            packed = true;
        }

        /**
         * {@code uint8_t}.
         *
         * @param name the field's name
         * @param value its value, of which the lower 8 bits count
         * @return its value after the walk, 0 to 255
         */
        public int uint8(String name, int value) {
            int at = next(name, 1, 1);
            switch (mode) {
                case PACK -> memory.put(at, (byte) value);
                case UNPACK -> {
                    return memory.get(at) & 0xff;
                }
                case PRINT -> number(value);
                default -> { }
            }
            return value;
        }

        /**
         * {@code int8_t}.
         *
         * @param name the field's name
         * @param value its value, of which the lower 8 bits count
         * @return its value after the walk, -128 to 127
         */
        public int int8(String name, int value) {
            int walked = uint8(name, value);
            return mode == UNPACK ? (byte) walked : value;
        }

        /**
         * {@code uint16_t}.
         *
         * @param name the field's name
         * @param value its value, of which the lower 16 bits count
         * @return its value after the walk, 0 to 65,535
         */
        public int uint16(String name, int value) {
            int at = next(name, 2, 2);
            switch (mode) {
                case PACK -> memory.putShort(at, (short) value);
                case UNPACK -> {
                    return memory.getShort(at) & 0xffff;
                }
                case PRINT -> number(value);
                default -> { }
            }
            return value;
        }

        /**
         * {@code short}.
         *
         * @param name the field's name
         * @param value its value, of which the lower 16 bits count
         * @return its value after the walk, -32,768 to 32,767
         */
        public int int16(String name, int value) {
            int walked = uint16(name, value);
            return mode == UNPACK ? (short) walked : value;
        }

        /**
         * {@code int}, {@code uint32_t}: the same 32 bits.
         *
         * @param name the field's name
         * @param value its value
         * @return its value after the walk
         */
        public int int32(String name, int value) {
            int at = next(name, 4, 4);
            switch (mode) {
                case PACK -> memory.putInt(at, value);
                case UNPACK -> {
                    return memory.getInt(at);
                }
                case PRINT -> number(value);
                default -> { }
            }
            return value;
        }

        /**
         * {@code long}, {@code uint64_t}: the same 64 bits.
         *
         * @param name the field's name
         * @param value its value
         * @return its value after the walk
         */
        public long int64(String name, long value) {
            int at = next(name, 8, 8);
            switch (mode) {
                case PACK -> memory.putLong(at, value);
                case UNPACK -> {
                    return memory.getLong(at);
                }
                case PRINT -> number(value);
                default -> { }
            }
            return value;
        }

        /**
         * {@code int[]}, {@code uint32_t[]}.
         *
         * @param name the field's name
         * @param value its elements, which the walk may change
         */
        public void int32s(String name, int[] value) {
            int at = next(name, Integer.BYTES * value.length, Integer.BYTES);
            switch (mode) {
                case PACK -> {
                    for (int i = 0; i < value.length; i++) {
                        memory.putInt(at + Integer.BYTES * i, value[i]);
                    }
                }
                case UNPACK -> {
                    for (int i = 0; i < value.length; i++) {
                        value[i] = memory.getInt(at + Integer.BYTES * i);
                    }
                }
                case PRINT -> text.append(Arrays.toString(value));
                default -> { }
            }
        }

        /**
         * A bit-field of an {@code uint8_t}: {@code uint8_t name : width}.
         *
         * @param name the field's name
         * @param value its value, of which the lower {@code width} bits count
         * @param width its width in bits, 1 to 8
         * @return its value after the walk
         */
        public int bits8(String name, int value, int width) {
            int mask = (1 << width) - 1;
            int shift = bitsUsed > 0 && bitsUsed + width <= 8 ? bitsUsed : 0;
            int at = shift > 0 ? end - 1 : align(1, 1);
            bitsUsed = shift + width;
            named(name, at, 1, width);
            switch (mode) {
                case PACK -> memory.put(at, (byte) ((shift > 0 ? memory.get(at) : 0) | (value & mask) << shift));
                case UNPACK -> {
                    return memory.get(at) >> shift & mask;
                }
                case PRINT -> number(value);
                default -> { }
            }
            return value;
        }

        /**
         * {@code char[]}, {@code uint8_t[]}.
         *
         * @param name the field's name
         * @param value its bytes, which the walk may change
         */
        public void bytes(String name, byte[] value) {
            bytes(name, value, 1);
        }

        /**
         * {@code uint8_t[]} that shares its place with wider types, as {@code s6_addr} does.
         *
         * @param name the field's name
         * @param value its bytes, which the walk may change
         * @param alignment that of the widest type, in bytes
         */
        public void bytes(String name, byte[] value, int alignment) {
            int at = next(name, value.length, alignment);
            switch (mode) {
                case PACK -> memory.put(at, value);
                case UNPACK -> memory.get(at, value);
                case PRINT -> text.append(HexFormat.ofDelimiter(":").formatHex(value));
                default -> { }
            }
        }

        /**
         * {@code char[]} that holds a string.
         *
         * @param name the field's name
         * @param value its bytes, up to a NUL, which the walk may change
         */
        public void string(String name, byte[] value) {
            if (mode == PRINT) {
                named(name, 0, 0, 0);
                text.append(Addresses.string(value));
            } else {
                bytes(name, value);
            }
        }

        /**
         * An embedded struct.
         *
         * @param name the field's name
         * @param value the struct, which the walk may change
         */
        public void struct(String name, Struct value) {
            Layout layout = LAYOUTS.get(value.getClass());
            if (mode == PRINT && value instanceof in6_addr in6) { // strace has no value for it, but the call that makes it
                text.append(text.length() > 1 ? ", " : "").append(Addresses.pton(in6.s6_addr, ", &" + name));
                return;
            }
            int at = next(name, layout.size(), layout.alignment());
            switch (mode) {
                case PACK, UNPACK -> inner(value, at);
                case PRINT -> text.append(value);
                default -> { }
            }
        }

        /**
         * An embedded array of structs.
         *
         * @param name the field's name
         * @param values the structs, at least one, which the walk may change
         */
        public void structs(String name, Struct[] values) {
            Layout layout = LAYOUTS.get(values[0].getClass());
            int at = next(name, layout.size() * values.length, layout.alignment());
            switch (mode) {
                case PACK, UNPACK -> {
                    for (int i = 0; i < values.length; i++) {
                        inner(values[i], at + layout.size() * i);
                    }
                }
                case PRINT -> text.append(Arrays.toString(values));
                default -> { }
            }
        }

        /**
         * A pointer, 8 bytes. An object has no address: in memory a pointer is written as NULL, and reads as null. The
         * call that takes or answers the struct puts in what it points to.
         *
         * @param <T> the Java type of what it points to
         * @param name the field's name
         * @param value what it points to, or null
         * @return its value after the walk
         */
        public <T> T pointer(String name, T value) {
            int at = next(name, Long.BYTES, Long.BYTES);
            switch (mode) {
                case PACK -> memory.putLong(at, 0);
                case UNPACK -> {
                    return null;
                }
                case PRINT -> text.append(pointee(value));
                default -> { }
            }
            return value;
        }

        /** What a pointer points to, as strace prints it; of a list's next, no more than that it is there. */
        private String pointee(Object value) {
            if (value == null) {
                return "NULL";
            } else if (value instanceof String string) {
                byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
                return Addresses.quoted(bytes, 0, bytes.length);
            } else if (value instanceof byte[] bytes) {
                return Addresses.quoted(bytes, 0, bytes.length);
            } else if (value instanceof byte[][] addresses) {
                return Arrays.stream(addresses).map(HexFormat.ofDelimiter(":")::formatHex).toList().toString();
            } else if (value instanceof Object[] array) {
                return Arrays.stream(array).map(this::pointee).collect(Collectors.joining(", ", "[", "]"));
            }
            return value.getClass() == printed ? "..." : value.toString();
        }

        /**
         * Fields that live in memory of their own, as those of a union or of a struct within a buffer do: their bytes
         * are copied as they are. Where the walk measures or prints, it asks for the fields one by one.
         *
         * @param bytes the memory, from 0
         * @param size how many bytes
         * @param alignment that of the widest field, in bytes
         * @return whether the fields have to be walked now
         */
        public boolean memory(ByteBuffer bytes, int size, int alignment) {
            bitsUsed = 0;
            int at = align(size, alignment);
            switch (mode) {
                case PACK -> memory.put(at, bytes, 0, size);
                case UNPACK -> bytes.put(0, memory, at, size);
                default -> end = at;
            }
            return mode == MEASURE || mode == PRINT;
        }

        /**
         * Goes back to where a union begins, for its next field.
         *
         * @param offset the union's distance from the struct's start, in bytes
         */
        public void at(int offset) {
            bitsUsed = 0;
            end = start + offset;
        }

        private void walk(Struct struct, int mode, ByteBuffer memory) {
            int outerMode = this.mode; // a struct may walk another, as one whose fields share their place
            ByteBuffer outerMemory = this.memory;
            this.mode = mode;
            this.memory = memory.order() == ByteOrder.LITTLE_ENDIAN ? memory
                    : memory.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            inner(struct, memory.position());
            this.mode = outerMode;
            this.memory = outerMemory;
        }

        private Layout measure(Struct struct) {
            mode = MEASURE;
            members = new ArrayList<>();
            enter(struct, 0);
            return new Layout(end, alignment, List.copyOf(members));
        }

        private String print(Struct struct) {
            mode = PRINT;
            printed = struct.getClass();
            text = new StringBuilder("{");
            enter(struct, 0);
            return text.append('}').toString();
        }

        private void enter(Struct struct, int at) {
            start = at;
            end = at;
            reached = at;
            alignment = 1;
            bitsUsed = 0;
            packed = false;
            struct.fields(this);
            end = reached;
            align(0, alignment);
        }

        private void inner(Struct struct, int at) {
            int outerStart = start;
            int outerEnd = end;
            int outerReached = reached;
            int outerAlignment = alignment;
            boolean outerPacked = packed;
            enter(struct, at);
            start = outerStart;
            end = outerEnd;
            reached = outerReached;
            alignment = outerAlignment;
            packed = outerPacked;
            bitsUsed = 0;
        }

        private int next(String name, int size, int align) {
            bitsUsed = 0;
            int at = align(size, align);
            named(name, at, size, 0);
            return at;
        }

        /** Moves on to the next multiple of the alignment and {@code size} bytes beyond; padding is written as 0. */
        private int align(int size, int natural) {
            int align = packed ? 1 : natural;
            alignment = Math.max(alignment, align);
            int at = start + (end - start + align - 1 & -align);
            if (mode == PACK) {
                while (reached < at) {
                    memory.put(reached++, (byte) 0);
                }
            }
            end = at + size;
            reached = Math.max(reached, end);
            return at;
        }

        private void number(long value) {
            text.append(family == null ? String.valueOf(value) : Names.of(family, value));
            family = null;
        }

        private void named(String name, int at, int size, int bits) {
            if (mode == MEASURE) {
                members.add(new Member(name, at - start, size, bits));
            } else if (mode == PRINT) {
                text.append(text.length() > 1 ? ", " : "").append(name).append('=');
            }
        }
    }
}

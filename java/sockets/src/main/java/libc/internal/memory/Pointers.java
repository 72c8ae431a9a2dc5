package libc.internal.memory;

import static libc.internal.call.Function.function;
import static libc.internal.call.Native.call;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import libc.Struct;
import libc.bits.Socket.sockaddr;
import libc.bits.Socket.sockaddr_storage;
import libc.internal.Addresses;
import libc.internal.call.Function;
import libc.internal.call.Native;

/**
 * The pointers of a struct that C owns, and what they point to, copied while it is there. A pointer is found by its
 * field's name where the struct's own walk has it; of NULL, null is made.
 */
public final class Pointers {

    private static final Function STRLEN = function("size_t strlen(const char *s)");

    private final Struct.Layout layout;
    private final ByteBuffer memory;

    private Pointers(Struct.Layout layout, ByteBuffer memory) {
        this.layout = layout;
        this.memory = memory;
    }

    /** Reads the struct at an address, all but its pointers, into {@code struct}, and answers those. */
    public static Pointers read(Struct struct, long address) {
        ByteBuffer memory = bytes(address, struct.size());
        struct.unpack(memory);
        return new Pointers(Struct.layout(struct.getClass()), memory);
    }

    /** The bytes that C has at an address. */
    public static ByteBuffer bytes(long address, int size) {
        byte[] bytes = new byte[size];
        Native.copyOut(address, bytes, 0, size);
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** The string that a function returns, or null for NULL, which keeps errno. */
    public static String string(Function f, long address) {
        return Native.resultPointer(f, address) == 0 ? null : string(address);
    }

    /** The string that C has at an address. */
    public static String string(long address) {
        byte[] bytes = bytes(address, Math.toIntExact(call(STRLEN, address))).array();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The pointer itself, 0 for NULL. */
    public long address(String field) {
        return memory.getLong(layout.offsetof(field));
    }

    /** Of a {@code char *}. */
    public String string(String field) {
        long address = address(field);
        return address == 0 ? null : string(address);
    }

    /** Of a {@code char **} that ends with NULL: the strings. */
    public String[] strings(String field) {
        return list(field).stream().map(Pointers::string).toArray(String[]::new);
    }

    /** Of a {@code char **} that ends with NULL: {@code size} bytes each. */
    public byte[][] blocks(String field, int size) {
        return list(field).stream().map(address -> bytes(address, size).array()).toArray(byte[][]::new);
    }

    private List<Long> list(String field) {
        List<Long> addresses = new ArrayList<>();
        long at = address(field);
        if (at != 0) {
            for (long next = word(at); next != 0; next = word(at)) {
                addresses.add(next);
                at += Long.BYTES;
            }
        }
        return addresses;
    }

    private static long word(long address) {
        return bytes(address, Long.BYTES).getLong();
    }

    /** Of a {@code struct sockaddr *} to {@code len} bytes: the address in its family's class. */
    public sockaddr sockaddr(String field, int len) {
        long address = address(field);
        if (address == 0) {
            return null;
        }
        sockaddr_storage storage = new sockaddr_storage();
        ByteBuffer bytes = ByteBuffer.allocate(storage.size()).order(ByteOrder.nativeOrder());
        storage.unpack(bytes.put(0, bytes(address, Math.min(len, storage.size())).array()));
        return Addresses.ofFamily(storage);
    }
}

package libc.internal;

import static libc.internal.Libc.sockets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import libc.Struct;
import libc.bits.Socket.sockaddr;
import libc.bits.Socket.sockaddr_storage;

/**
 * The pointers of a struct that C owns, and what they point to, copied while it is there. A pointer is found by its
 * field's name where the struct's own walk has it; of NULL, null is made. The data of a call that is
 * under way stays as it is.
 */
public final class Pointers {

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
        ByteBuffer copy = Scratch.current().aside(size);
        sockets().memcpy(copy, address, size);
        byte[] bytes = new byte[size];
        copy.get(0, bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** The string that C has at an address. */
    public static String string(long address) {
        byte[] bytes = bytes(address, Math.toIntExact(sockets().strlen(address))).array();
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

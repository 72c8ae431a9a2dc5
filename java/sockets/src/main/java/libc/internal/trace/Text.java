package libc.internal.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import libc.internal.Addresses;

/** Memory as strace prints it. */
final class Text {

    /** So many bytes of a string, or elements of an array, are printed; dots stand for the rest. */
    static final int MOST = 32;

    private Text() {}

    static String pointer(long address) {
        return address == 0 ? "NULL" : "0x" + Long.toHexString(address);
    }

    /** The value before the call and, if it has changed, that after it. */
    static String change(String before, String after) {
        return after.equals(before) ? before : before + " => " + after;
    }

    static String quoted(String string) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        return Addresses.quoted(bytes, 0, bytes.length);
    }

    /** Data of a length, which is more than there is if a datagram was cut. */
    static String data(ByteBuffer memory, long length) {
        int count = (int) Math.min(Math.min(length, memory.remaining()), MOST);
        byte[] bytes = new byte[count];
        memory.get(memory.position(), bytes);
        return Addresses.quoted(bytes, 0, count) + (length > MOST ? "..." : "");
    }

    /** A string that ends with NUL, as paths are: whole. */
    static String string(ByteBuffer memory) {
        byte[] bytes = bytes(memory);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return Addresses.quoted(bytes, 0, end);
    }

    static byte[] bytes(ByteBuffer memory) {
        byte[] bytes = new byte[memory.remaining()];
        memory.get(memory.position(), bytes);
        return bytes;
    }

    /** Elements in brackets. */
    static String array(long count, IntFunction<String> element) {
        StringJoiner elements = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(count, MOST); i++) {
            elements.add(element.apply(i));
        }
        return (count > MOST ? elements.add("...") : elements).toString();
    }
}

package libc.internal;

import java.util.HexFormat;

/** Bytes, to be looked at. */
public final class Hex {

    private static final int LINE = 16;
    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

    private Hex() {}

    /** As a C string. */
    public static String text(byte[] bytes) {
        return Addresses.quoted(bytes, 0, bytes.length);
    }

    /** As hexdump(1) shows them by its option -C. */
    public static String dump(byte[] bytes) {
        StringBuilder dump = new StringBuilder();
        for (int at = 0; at < bytes.length; at += LINE) {
            int end = Math.min(at + LINE, bytes.length);
            int half = Math.min(at + LINE / 2, end);
            dump.append("%08x  %-24s %-24s |".formatted(at, BYTES.formatHex(bytes, at, half), BYTES.formatHex(bytes, half, end)));
            for (int i = at; i < end; i++) {
                dump.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
            }
            dump.append("|\n");
        }
        return dump.toString();
    }
}

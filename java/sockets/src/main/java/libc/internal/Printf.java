package libc.internal;

import static libc.Strings.strerror;
import static libc.Strings.strlen;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.Errno;

/**
 * One run of C's {@code printf} over a format, into bytes.
 *
 * <p>Widths and precisions count bytes, and a length modifier says how many bits of an argument are meant, as in C.
 * What C leaves undefined (too few arguments, an unknown conversion, an argument of the wrong type) is an
 * IllegalArgumentException.
 */
public final class Printf {

    private static final Pattern CONVERSION = Pattern.compile("%(?<flags>[-+ #0]*)(?<width>\\*|\\d+)?"
            + "(?:\\.(?<precision>\\*|\\d*))?(?:(?<length>hh?|ll?|[zjt])(?=[diuoxXeEfFgG]))?(?<conversion>.)",
            Pattern.DOTALL);
    private static final int NONE = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Object[] args;
    private int used;

    private String text;
    private String flags;
    private int width;
    private int precision;
    private String length;
    private char conversion;

    private Printf(Object[] args) {
        this.args = args;
    }

    /**
     * What C's {@code printf} writes.
     *
     * @param format a format, which a NUL ends
     * @param args its arguments; a null array is one null argument, as {@code printf("%s", null)} means it
     * @return its bytes, without the NUL that ends a C string
     * @throws IllegalArgumentException if the arguments do not fit the format, or it is none
     */
    public static byte[] format(String format, Object... args) {
        Printf printf = new Printf(args == null ? new Object[] {null} : args);
        int nul = format.indexOf('\0');
        printf.run(nul < 0 ? format : format.substring(0, nul));
        return printf.out.toByteArray();
    }

    private void run(String format) {
        Matcher matcher = CONVERSION.matcher(format);
        int done = 0;
        for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', done)) {
            out.writeBytes(utf8(format.substring(done, at)));
            if (!matcher.region(at, format.length()).lookingAt()) {
                throw new IllegalArgumentException("a conversion without its end: " + format.substring(at));
            }
            done = matcher.end();
            text = matcher.group();
            flags = matcher.group("flags");
            width = count(matcher.group("width"), 0);
            precision = Math.max(count(matcher.group("precision"), NONE), NONE);
            length = matcher.group("length") == null ? "" : matcher.group("length");
            conversion = matcher.group("conversion").charAt(0);
            convert();
        }
        out.writeBytes(utf8(format.substring(done)));
    }

    private int count(String digits, int absent) {
        if (digits == null) {
            return absent;
        } else if (digits.isEmpty()) {
            return 0;
        }
        return digits.equals("*") ? (int) integer(argument()) : Integer.parseInt(digits);
    }

    private void convert() {
        switch (conversion) {
            case 'd', 'i', 'u', 'o', 'x', 'X' -> integer();
            case 'e', 'E', 'f', 'F', 'g', 'G' -> floating();
            case 'c' -> character();
            case 's' -> string();
            case 'p' -> pointer();
            case 'm' -> pad(cut(utf8(strerror(Errno.errno()))));
            case '%' -> out.write('%');
            default -> throw new IllegalArgumentException("no conversion of this printf: " + text);
        }
    }

    private void integer() {
        Object argument = argument();
        long value = integer(argument);
        boolean signed = conversion == 'd' || conversion == 'i';
        if (argument instanceof Byte && !signed) {
            value &= 0xff;
        }
        value = switch (length) {
            case "hh" -> signed ? (byte) value : value & 0xff;
            case "h" -> signed ? (short) value : value & 0xffff;
            case "" -> signed ? (int) value : value & 0xffff_ffffL;
            default -> value;
        };
        String prefix = signed ? sign(value < 0) : "";
        String digits = switch (conversion) {
            case 'o' -> Long.toOctalString(value);
            case 'x', 'X' -> Long.toHexString(value);
            default -> Long.toUnsignedString(signed ? Math.abs(value) : value);
        };
        if (value == 0 && precision == 0) {
            digits = "";
        }
        digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
        if (has('#') && conversion == 'o' && !digits.startsWith("0")) {
            digits = "0" + digits;
        } else if (has('#') && (conversion == 'x' || conversion == 'X') && value != 0) {
            prefix = "0x";
        }
        pad(prefix, digits, precision == NONE);
    }

    private void pointer() {
        Object argument = argument();
        long value = argument == null ? 0 : integer(argument);
        if (value == 0) {
            pad(utf8("(nil)"));
        } else {
            pad("0x", Long.toHexString(value), true);
        }
    }

    private void floating() {
        Object argument = argument();
        if (!(argument instanceof Double || argument instanceof Float)) {
            throw wrong(argument);
        }
        double value = ((Number) argument).doubleValue();
        String prefix = sign(Double.doubleToRawLongBits(value) < 0);
        if (Double.isNaN(value)) {
            pad(prefix, "nan", false);
        } else if (Double.isInfinite(value)) {
            pad(prefix, "inf", false);
        } else {
            pad(prefix, decimal(new BigDecimal(Math.abs(value)), precision == NONE ? 6 : precision), true);
        }
    }

    /** A double's exact value, rounded once, as glibc does it; Java's own %e and %g round a shortened one. */
    private String decimal(BigDecimal value, int digits) {
        char kind = Character.toLowerCase(conversion);
        if (kind == 'f') {
            return point(value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString());
        }
        int significant = kind == 'e' ? digits + 1 : Math.max(digits, 1);
        BigDecimal rounded = value.round(new MathContext(significant, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - 1 - rounded.scale();
        boolean plain = kind == 'g' && exponent >= -4 && exponent < significant;
        int left = plain ? exponent : 0;
        BigDecimal shifted = rounded.movePointLeft(exponent - left).setScale(significant - 1 - left);
        String mantissa = point(shifted.toPlainString());
        if (kind == 'g' && !has('#') && mantissa.contains(".")) {
            mantissa = mantissa.replaceFirst("\\.?0*$", "");
        }
        return plain ? mantissa : mantissa + String.format(Locale.ROOT, "e%+03d", exponent);
    }

    private String point(String decimal) {
        return has('#') && !decimal.contains(".") ? decimal + "." : decimal;
    }

    private void character() {
        Object argument = argument();
        pad(argument instanceof Character c ? utf8(c.toString()) : new byte[] {(byte) integer(argument)});
    }

    private void string() {
        Object argument = argument();
        if (argument instanceof byte[] bytes) {
            pad(cut(bytes));
        } else if (argument instanceof String string) {
            pad(cut(utf8(string)));
        } else if (argument != null) {
            throw wrong(argument);
        } else {
            String nothing = "(null)"; // which glibc prints whole or not at all
            pad(utf8(precision == NONE || precision >= nothing.length() ? nothing : ""));
        }
    }

    /** A string up to its NUL and no longer than the precision. */
    private byte[] cut(byte[] string) {
        int end = strlen(string);
        return Arrays.copyOf(string, precision == NONE ? end : Math.min(end, precision));
    }

    private Object argument() {
        if (used == args.length) {
            throw new IllegalArgumentException("no argument for " + text);
        }
        return args[used++];
    }

    private long integer(Object argument) {
        if (argument instanceof Integer || argument instanceof Long || argument instanceof Short
                || argument instanceof Byte) {
            return ((Number) argument).longValue();
        } else if (argument instanceof Character c) {
            return c;
        } else if (argument instanceof Boolean b) {
            return b ? 1 : 0;
        }
        throw wrong(argument);
    }

    private IllegalArgumentException wrong(Object argument) {
        return new IllegalArgumentException(
                text + " of " + (argument == null ? "null" : "a " + argument.getClass().getSimpleName()));
    }

    private String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    private void pad(String prefix, String number, boolean zeros) {
        boolean filled = zeros && has('0') && !has('-');
        String zerosBetween = filled ? "0".repeat(Math.max(0, width - prefix.length() - number.length())) : "";
        String whole = prefix + zerosBetween + number;
        pad(utf8(Character.isUpperCase(conversion) ? whole.toUpperCase(Locale.ROOT) : whole));
    }

    private void pad(byte[] bytes) {
        boolean left = has('-') || width < 0; // a negative '*' is the flag and a width
        byte[] spaces = utf8(" ".repeat(Math.max(0, Math.abs(width) - bytes.length)));
        out.writeBytes(left ? bytes : spaces);
        out.writeBytes(left ? spaces : bytes);
    }

    private static byte[] utf8(String s) {
        return s.getBytes(StandardCharsets.UTF_8);
    }
}

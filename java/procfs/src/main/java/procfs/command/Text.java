package procfs.command;

import java.math.BigDecimal;
import java.math.MathContext;

/** How text and numbers are written. */
final class Text {

    private Text() {}

    /** What others chose, a name or a path, without what a terminal would obey: {@code \x1b}. */
    static String printable(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                safe.append(String.format("\\x%02x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** A number as C's {@code %.6g} prints one of ordinary size. */
    static String number(double value) {
        return number(value, 6);
    }

    /** Bits per second as {@code ss} prints them: {@code 12.3Mbps}; with {@code numeric} as a plain number. */
    static String rate(double bits, boolean numeric) {
        if (numeric) {
            return String.format("%.0fbps", bits);
        }
        String[] units = {"T", "G", "M", "k"};
        double size = 1e12;
        for (String unit : units) {
            if (bits >= size) {
                return number(bits / size, 3) + unit + "bps";
            }
            size /= 1000;
        }
        return number(bits) + "bps";
    }

    private static String number(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

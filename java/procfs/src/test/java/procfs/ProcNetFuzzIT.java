package procfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static libc.Errno.check;
import static libc.Unistd._SC_CLK_TCK;
import static libc.Unistd.close;
import static libc.Unistd.sysconf;
import static libc.sys.Mman.memfd_create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Damaged files. What a line may look like, and what its columns say, a regular expression tells here for each format; the
 * parser has to agree with it, about each value or about which line is the first that is damaged.
 */
@Tag("once")
class ProcNetFuzzIT {

    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());
    private static final int FILES = Integer.getInteger("fuzz.files", 20_000);
    private static final String LIKELY = "0123456789abcdefABCDEF:- @\n\0";
    private static final int MAX_NAME = 108;
    private static final BigInteger UNSIGNED = BigInteger.valueOf(0xffffffffL);
    private static final long TICKS_PER_SECOND = sysconf(_SC_CLK_TCK);

    /** A column in the patterns below: a letter and a number of digits or words. */
    private static final Pattern COLUMN = Pattern.compile("[a-z]\\d*");
    private static final String INET = " *n: +%1$s +%1$s +s2 +x8:x8 +t2:w +x8 +u +i +l +i +p";

    private enum Format {
        TCP(ProcNetFilesIT.TCP, INET.formatted("a1") + "(?: +u +u +u +u +i)? *",
                "   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000   102        0 17832 1"
                        + " 0000000000000000 100 0 0 10 0",
                "   5: 0100007F:C350 0100007F:1F90 06 00000000:00000000 03:00000E2A 00000000     0        0 0 3"
                        + " 0000000000000000    ",
                "   7: 0100007F:1F90 0100007F:C354 03 00000000:00000000 01:0000006F 00000002  1000        0 0 0"
                        + " 0000000000000000",
                "   8: 0100007F:1F90 0100007F:C356 04 0000FFFF:00000001 04:00000014 00000000     0        9 0 1"
                        + " 00000000cd1e6040 20 4 0 10 -1"),
        TCP6(ProcNetFilesIT.TCP6, INET.formatted("a4") + "(?: +u +u +u +u +i)? *",
                "   2: 0000000000000000FFFF00000F02000A:0016 0000000000000000FFFF00000202000A:C3B4 01 00000000:00000000"
                        + " 02:000A7214"
                        + " 00000000     0        0 23511 2 0000000000000000 20 4 29 10 -1"),
        DATAGRAM(ProcNetFilesIT.DATAGRAM, INET.formatted("a1") + " +u *",
                " 1463: 00000000:14E9 00000000:0000 07 00000000:00034500 00:00000000 00000000   116        0 24153 2"
                        + " ffff9f05c2a8e800 4294967295",
                "  511: 3500007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000   101        0 19464 2"
                        + " 0000000000000000 0         "),
        DATAGRAM6(ProcNetFilesIT.DATAGRAM6, INET.formatted("a4") + " +u *",
                "   58: 00000000000000000000000000000000:003A 00000000000000000000000000000000:0000 07 00000000:00000000"
                        + " 00:00000000"
                        + " 00000000     0        0 14412 2 0000000000000000 17"),
        UNIX(ProcNetFilesIT.UNIX, "p: +x8 +x8 +x8 +x4 +q2 +l(?: ([^\0]*))?",
                "ffff88003a4c8000: 00000002 00000000 00010000 0005 01 10063 @/org/kernel/linux/storage/multipathd",
                "0000000000000000: 00000003 00000000 00000000 0001 03 21839 /run/systemd/journal/stdout",
                "0000000000000000: 00000003 00000000 00000000 0001 03  1090",
                "0000000000000000: 00000002 00000000 00000000 0002 01 30932 @a name\nwith newlines\n\nand b: colons"),
        PACKET(ProcNetFilesIT.PACKET, "p +i +i +x4 +i +b +u +u +l *",
                "000000007be55bb7 3      3    fbce   8     1 0      0      16250 ",
                "00000000080e9b80 2      2    0000   0     0 450880 1000   17404 "),
        NETLINK(ProcNetFilesIT.NETLINK, "p +i +u +x8 +i +i +b +i +u +l *",
                "0000000003315f85 0   0          00000000 0        0        0     2        0        4       ",
                "00000000c45c4a1c 0   4294963113 000405d1 2304     0        1     3        17       31234   ");

        private final String heading;
        private final String columns;
        private final Pattern line;
        private final String[] samples;

        Format(String heading, String line, String... samples) {
            this.heading = heading;
            this.columns = COLUMN.matcher(line).results().map(MatchResult::group).collect(Collectors.joining(" "));
            this.line = Pattern.compile(COLUMN.matcher(line).replaceAll(column -> switch (column.group().charAt(0)) {
                case 'a' -> "((?:[0-9a-fA-F]{8}){" + column.group().charAt(1) + "}:[0-9a-fA-F]{4})";
                case 'i' -> "(-?[0-9]+)";
                case 'p' -> "([0-9a-fA-F]{1,16})";
                case 'w' -> "([0-9a-fA-F]{8,16})";
                case 'q', 's', 't', 'x' -> "([0-9a-fA-F]{" + column.group().charAt(1) + "})";
                default -> "([0-9]+)";
            }), Pattern.DOTALL);
            this.samples = samples;
        }

        /** The values of a line's columns; null if it is damaged. */
        String values(String text) {
            Matcher matcher = line.matcher(text);
            if (!matcher.matches()) {
                return null;
            }
            List<String> values = new ArrayList<>();
            String[] kinds = columns.split(" ");
            for (int i = 0; i < kinds.length && matcher.group(i + 1) != null; i++) {
                String value = value(kinds[i].charAt(0), matcher.group(i + 1));
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            boolean mini = values.size() < kinds.length;
            if (mini && !(matcher.group(12).matches("0+") && (values.get(6).equals("3") || values.get(3).equals("3")))) {
                return null;
            }
            return String.join(" ", values);
        }

        private static String value(char kind, String text) {
            if (kind == 'a') {
                return text.toLowerCase();
            }
            BigInteger value = new BigInteger(text, "pqstwx".indexOf(kind) < 0 ? 10 : 16);
            boolean right = switch (kind) {
                case 'b' -> value.compareTo(BigInteger.ONE) <= 0;
                case 'i' -> value.bitLength() < 32;
                case 'l' -> value.bitLength() < 64;
                case 'n' -> value.bitLength() < 32;
                case 'q' -> value.signum() > 0 && value.intValue() <= 4;
                case 's' -> value.signum() > 0 && value.intValue() <= 12;
                case 't' -> value.intValue() <= 4;
                case 'u' -> value.bitLength() <= 32;
                default -> true;
            };
            return !right ? null : kind == 'w' && value.compareTo(UNSIGNED) > 0 ? "0" : value.toString();
        }
    }

    private final Random random = new Random(SEED);

    @Test
    void damaged() throws Exception {
        // A file in memory, since a disk takes longer than the test.
        int fd = check(memfd_create("table", 0));
        Path file = Path.of("/proc/self/fd", Integer.toString(fd));
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = damaged(file());
            Files.write(file, bytes);
            String expected = expected(bytes);
            assertEquals(expected, parsed(file), () -> "-Dfuzz.seed=" + SEED + ", the"
                    + " file\n" + new String(bytes, ISO_8859_1));
            if (expected.startsWith("line ")) {
                wrong++;
            } else {
                right++;
            }
        }
        check(close(fd));
        // Both happen, or the test would show nothing.
        assertTrue(right > FILES / 20 && wrong > FILES / 20, right + " right, " + wrong + " wrong");
    }

    private byte[] file() {
        Format format = Format.values()[random.nextInt(Format.values().length)];
        StringBuilder text = new StringBuilder(format.heading);
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(format.samples[random.nextInt(format.samples.length)]).append('\n');
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /** A file with one to three damages, most of them in its lines. */
    private byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int first = random.nextInt(8) == 0 ? 0 : new String(damaged, ISO_8859_1).indexOf('\n') + 1;
            damaged = first < damaged.length ? damage(damaged, first) : damaged;
        }
        return damaged;
    }

    private byte[] damage(byte[] bytes, int first) {
        int at = first + random.nextInt(bytes.length - first);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 60));
        return switch (random.nextInt(9)) {
            case 0 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> spliced(bytes, at, at + 1, new byte[] {(byte) LIKELY.charAt(random.nextInt(LIKELY.length()))});
            case 2 -> spliced(bytes, at, to, new byte[0]);
            case 3 -> spliced(bytes, at, bytes.length, new byte[0]);
            case 4 -> spliced(bytes, at, bytes.length, new byte[] {'\n'});
            case 5 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 6 -> spliced(bytes, at, at, huge());
            case 7 -> {
                int other = first + random.nextInt(bytes.length - first);
                byte[] swapped = bytes.clone();
                swapped[at] = bytes[other];
                swapped[other] = bytes[at];
                yield swapped;
            }
            default -> number(bytes, first);
        };
    }

    /** Another number in the place of one. */
    private byte[] number(byte[] bytes, int first) {
        List<MatchResult> numbers = Pattern.compile("[0-9a-fA-F]+")
                .matcher(new String(bytes, first, bytes.length - first, ISO_8859_1)).results().toList();
        if (numbers.isEmpty()) {
            return bytes;
        }
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        String other = switch (random.nextInt(6)) {
            case 0 -> "-1";
            case 1 -> new String(huge(), ISO_8859_1);
            case 2 -> Long.toString(1L << random.nextInt(64));
            case 3 -> Long.toString((1L << random.nextInt(64)) - 1);
            case 4 -> "%0" + number.group().length() + "x";
            default -> Integer.toString(random.nextInt(20));
        };
        return spliced(bytes, first + number.start(), first + number.end(),
                other.formatted(random.nextInt(16)).getBytes(ISO_8859_1));
    }

    private byte[] huge() {
        return "9".repeat(1 + random.nextInt(40)).getBytes(ISO_8859_1);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** What a file says, line by line, or the number of its first line that is damaged. */
    private static String expected(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        String[] lines = text.split("\n", -1);
        int ends = lines.length - 1;
        String heading = lines[0].strip().replaceAll(" +", " ");
        Format format = Stream.of(Format.values()).filter(each -> each.heading.strip().replaceAll(" +", " ").equals(heading))
                .findAny().orElse(null);
        if (format == null || ends == 0) {
            return "line 1";
        }
        List<String> rows = new ArrayList<>();
        String name = null;
        for (int i = 1; i < ends; i++) {
            String values = format.values(lines[i]);
            if (values == null && name != null && lines[i].indexOf('\0') < 0
                    && name.length() + 1 + lines[i].length() <= MAX_NAME) {
                name = name + '\n' + lines[i];
                rows.set(rows.size() - 1, rows.get(rows.size() - 1) + '\n' + lines[i]);
            } else if (values == null) {
                return "line " + (i + 1);
            } else {
                Matcher matcher = format.line.matcher(lines[i]);
                name = format == Format.UNIX && matcher.matches() ? matcher.group(8) : null;
                rows.add(values + (name == null ? "" : " " + name));
            }
        }
        return lines[ends].isEmpty() ? String.join("\n", rows) : "line " + (ends + 1);
    }

    /** The same by the parser. */
    private static String parsed(Path file) throws Exception {
        List<String> rows = new ArrayList<>();
        try {
            ProcNet.read(file, (text, row) -> rows.add(values(text, row)));
            return String.join("\n", rows);
        } catch (MalformedLineException e) {
            return "line " + e.number();
        }
    }

    private static String values(String text, ProcNet.Row row) {
        List<Object> values = new ArrayList<>();
        if (row instanceof ProcNet.Inet inet) {
            values.addAll(List.of(inet.sl(), words(inet.local_address()), words(inet.rem_address()), inet.st().value(),
                    inet.tx_queue(), inet.rx_queue(), inet.tr().ordinal(), ticks(inet.tm_when()),
                    Integer.toUnsignedLong(inet.retrnsmt()), inet.uid(), inet.timeout(), inet.inode(),
                    inet.ref(), Long.toUnsignedString(inet.pointer())));
            if (inet.drops() >= 0) {
                values.add(inet.drops());
            }
            if (inet.tcp() != null) {
                values.addAll(List.of(ticks(inet.tcp().rto()), ticks(inet.tcp().ato()),
                        2L * inet.tcp().quick() + (inet.tcp().pingpong() ? 1 : 0), inet.tcp().snd_cwnd(),
                        inet.tcp().ssthresh()));
            }
        } else if (row instanceof ProcNet.Unix unix) {
            values.addAll(List.of(Long.toUnsignedString(unix.Num()), Integer.toUnsignedLong(unix.RefCount()),
                    Integer.toUnsignedLong(unix.Protocol()), Integer.toUnsignedLong(unix.Flags()), unix.Type(), unix.St(),
                    unix.Inode()));
            byte[] name = unix.Path().name();
            if (name.length > 0 || text.endsWith(" ")) {
                values.add(new String(name, ISO_8859_1).replace('\0', '@'));
            }
        } else if (row instanceof ProcNet.Packet packet) {
            values.addAll(List.of(Long.toUnsignedString(packet.sk()), packet.RefCnt(), packet.Type(), packet.Proto(),
                    packet.Iface(), packet.R() ? 1 : 0, packet.Rmem(), packet.User(), packet.Inode()));
        } else if (row instanceof ProcNet.Netlink netlink) {
            values.addAll(List.of(Long.toUnsignedString(netlink.sk()), netlink.Eth(), Integer.toUnsignedLong(netlink.Pid()),
                    Integer.toUnsignedLong(netlink.Groups()), netlink.Rmem(), netlink.Wmem(), netlink.Dump() ? 1 : 0,
                    netlink.Locks(), netlink.Drops(), netlink.Inode()));
        }
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static String words(InetSocketAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress().getAddress()).order(ByteOrder.nativeOrder());
        StringBuilder words = new StringBuilder();
        while (bytes.hasRemaining()) {
            words.append(String.format("%08x", bytes.getInt()));
        }
        return words + String.format(":%04x", address.getPort());
    }

    private static long ticks(Duration time) {
        return time.multipliedBy(TICKS_PER_SECOND).toSeconds();
    }
}

package compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calls of one side of an experiment. What differs from run to run is numbered in the order in which it appears:
 * descriptors, ports, threads.
 */
final class Slice {

    /** A descriptor of anything but a file, or of a file in an experiment's directory. */
    private static final Pattern DESCRIPTOR = Pattern.compile(
            "\\b(\\d+)<(?:([a-z_]+):\\[?([a-z_]*)[^>]*|/[^>]*/lab-[0-9a-f]{8}/[^>]*)>");

    private static final Pattern ON_STDIO = Pattern.compile("\\w+\\([012]<pipe:.*");
    private static final Pattern NO_DESCRIPTOR = Pattern.compile("(?:socket|socketpair)\\(.* = -1 .*|tgkill\\(.*");
    private static final Pattern BAD_DESCRIPTOR = Pattern.compile("(\\w+\\()(\\d+)([,)].* = -1 EBADF.*)");
    private static final Pattern CLOSE = Pattern.compile("close\\((\\d+)<.* = 0");

    /** An address with a path, whose length is not the same everywhere. */
    private static final Pattern WITH_PATH = Pattern.compile("(sun_path=\"(/[^\"]*)\"}, \\[?)(\\d+)(?: => (\\d+))?");

    /** A path in an experiment's directory, or of a name that the JDK or junixsocket made up. */
    private static final Pattern RANDOM_PATH = Pattern.compile(
            "\"/[^\"]*/(?:lab-[0-9a-f]{8}|(socket_)\\d+|(jux)[^\"/]*(?=\\.sock))(?=[^\"]*\")");

    /** More of what is sent than tells what it is. */
    private static final String LONG_TEXT = "(?<!sun_path=)(\"(?:[^\"\\\\]|\\\\.){48})(?:[^\"\\\\]|\\\\.)+\"(?:\\.{3})?";

    private static final Pattern ABSTRACT = Pattern.compile("@\"[^\"]*\"");
    private static final int OFFSET_OF_PATH = 2;

    private record Line(String thread, String text) {}

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> threads = new ArrayList<>();

    private final List<Line> kept = new ArrayList<>();

    /**
     * Adds a call, if it is one that concerns a socket.
     *
     * @param process the process whose descriptors it is about
     */
    void add(String thread, String process, String call) {
        Matcher bad = BAD_DESCRIPTOR.matcher(call);
        if (bad.matches()) {
            // The name of what it was before it was closed.
            String name = names.getOrDefault(process + "closed " + bad.group(2), "closed");
            keep(thread, numbered(process, bad.group(1) + name + bad.group(3)));
        } else if (!ON_STDIO.matcher(call).matches()
                && (DESCRIPTOR.matcher(call).find() || NO_DESCRIPTOR.matcher(call).matches())) {
            keep(thread, numbered(process, call));
            Matcher close = CLOSE.matcher(call);
            if (close.matches()) {
                names.put(process + "closed " + close.group(1), names.remove(process + close.group(1)));
            }
        }
    }

    private void keep(String thread, String text) {
        if (!threads.contains(thread)) {
            threads.add(thread);
        }
        kept.add(new Line(thread, text));
    }

    /** The calls; where there is more than one thread, each with its thread's number. What is repeated stands once. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int times = 0;
        for (int i = 0; i < kept.size(); i++) {
            Line line = kept.get(i);
            times++;
            if (i + 1 == kept.size() || !line.equals(kept.get(i + 1))) {
                lines.add((threads.size() == 1 ? "" : "thread " + (threads.indexOf(line.thread) + 1) + ": ") + line.text
                        + (times == 1 ? "" : "  [" + times + " times]"));
                times = 0;
            }
        }
        return lines;
    }

    private String numbered(String process, String call) {
        String s = replace(call, DESCRIPTOR, m -> names.computeIfAbsent(process + m.group(1),
                fd -> next(m.group(2) == null ? "file" : kind(m.group(2), m.group(3)))));
        // poll(2) answers bare numbers, and epoll(7) what it was told to.
        s = replace(s, Pattern.compile("(?<=fd=)\\d+(?=, revents)"), m -> known(process, m.group(), m.group()));
        s = replace(s, Pattern.compile("data=\\{u32=(\\d+), u64=\\d+}"), m -> "data=" + known(process, m.group(1), "..."));
        s = s.replaceAll("(dup[23]\\(\\w+, )\\d+(?:<[^>]*>)?(.* = )(\\w+)", "$1$3$2$3");
        s = replace(s, Pattern.compile("htons\\(([1-9]\\d*)\\)"), m -> "htons(" + port(m.group(1)) + ")");
        s = replace(s, WITH_PATH, m -> m.group(1) + length(m.group(2), m.group(3))
                + (m.group(4) == null ? "" : " => " + length(m.group(2), m.group(4))));
        s = replace(s, RANDOM_PATH, m -> "\"DIR" + (m.group(1) != null ? "/socket_N" : m.group(2) != null ? "/juxN" : ""));
        s = replace(s, ABSTRACT, m -> "@\"" + names.computeIfAbsent(m.group(), name -> next("name")) + "\"");
        return s.replaceAll("tgkill\\(\\d+, \\d+, ", "tgkill(PID, TID, ").replaceAll("\\bpid=\\d+", "pid=PID")
                .replaceAll("tv_sec=\\d{9,}, tv_nsec=\\d+", "tv_sec=NOW, tv_nsec=NOW")
                .replaceAll("0x[0-9a-f]{7,}", "POINTER")
                .replaceAll(LONG_TEXT, "$1\"...")
                .replaceAll("\\d+<(?:[^>]*/lab-[0-9a-f]{8}(?=/))?(/[^>]*)>(?:\\(deleted\\))?", "<$1>");
    }

    private static String length(String path, String number) {
        return switch (Integer.parseInt(number) - OFFSET_OF_PATH - path.length()) {
            case 0 -> "2 + strlen";
            case 1 -> "2 + strlen + 1";
            default -> number;
        };
    }

    private String known(String process, String fd, String otherwise) {
        return names.getOrDefault(process + fd, otherwise);
    }

    private String port(String number) {
        return names.computeIfAbsent("port " + number, port -> next("port"));
    }

    private static String kind(String kind, String what) {
        return switch (kind + ":" + what) {
            case "socket:" -> "s";
            case "pipe:" -> "pipe";
            case "anon_inode:eventpoll" -> "epoll";
            case "anon_inode:eventfd" -> "event";
            default -> "fd";
        };
    }

    private String next(String kind) {
        return kind + counts.merge(kind, 1, Integer::sum);
    }

    private static String replace(String text, Pattern pattern, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement.apply(m)));
    }
}

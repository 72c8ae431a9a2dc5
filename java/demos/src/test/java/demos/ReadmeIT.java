package demos;

import static demos.Shell.ROOT;
import static demos.Shell.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whether README's programs, transcript and commands are what they say they are. */
class ReadmeIT {

    private static final Path JAVA = Path.of(System.getProperty("java.newest"), "bin", "java");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    private Path dir;

    /** The blocks of one kind, in order. */
    private static List<String> blocks(String file, String kind) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve(file)));
        while (block.find()) {
            if (block.group(1).equals(kind)) {
                blocks.add(block.group(2));
            }
        }
        assertFalse(blocks.isEmpty(), "no " + kind + " in " + file);
        return blocks;
    }

    @Test
    void the_program_prints_in_C_and_in_Java_what_it_says() throws Exception {
        String printed = blocks("README.md", "text").get(0);
        Path c = Files.writeString(dir.resolve("hello.c"), blocks("README.md", "c").get(0));
        Path java = Files.writeString(dir.resolve("hello.java"), blocks("README.md", "java").get(0));
        run(dir, null, "gcc", "-Wall", "-Wextra", "-Werror", "-o", "hello", c.toString());
        assertEquals(printed, run(dir, null, dir.resolve("hello").toString()));

        assertEquals(printed, run(ROOT, null, hello(java)));
    }

    /** The command that runs the program. */
    private static String[] hello(Path java, String... flags) throws IOException {
        String command = blocks("README.md", "sh").stream().filter(sh -> sh.contains("hello.java")).findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>(List.of(command.strip().split(" ")));
        words.set(0, JAVA.toString());
        words.set(words.size() - 1, java.toString());
        words.addAll(1, List.of(flags));
        return words.toArray(String[]::new);
    }

    @Test
    void the_program_leaves_the_trace_that_it_says() throws Exception {
        Path java = Files.writeString(dir.resolve("hello.java"), blocks("README.md", "java").get(0));
        Path trace = dir.resolve("trace");
        run(ROOT, null, hello(java, "-Dlibc.trace=" + trace));
        String lines = Files.readString(trace);
        Matcher made = Pattern.compile("SOCK_DGRAM, IPPROTO_IP\\) = (\\d+).*?htons\\(([1-9]\\d+)\\)", Pattern.DOTALL)
                .matcher(lines);
        assertTrue(made.find(), lines);
        assertEquals(blocks("README.md", "strace").get(0), lines.replace("(" + made.group(1) + ", ", "(4, ")
                .replace("= " + made.group(1) + "\n", "= 4\n").replace("htons(" + made.group(2) + ")", "htons(51526)"));
    }

    @Test
    void the_cache_that_it_makes_has_all_of_the_library() throws Exception {
        assumeTrue(Runtime.version().feature() >= 25, "before JDK 25 one command does not make the cache");
        Path java = Files.writeString(dir.resolve("hello.java"), blocks("README.md", "java").get(0));
        String library = ROOT.resolve("java/sockets/target/libc-sockets-0.1.0.jar").toString();
        String bin = JAVA.getParent().toString();
        run(dir, null, bin + "/javac", "-cp", library, java.toString());
        run(dir, null, bin + "/jar", "--create", "--file", "hello.jar", "hello.class");
        String commands = blocks("README.md", "sh").stream().filter(sh -> sh.contains("AOTCache")).findFirst().orElseThrow();
        List<String> printed = new ArrayList<>();
        for (String command : commands.replace("libc-sockets.jar", library).split("\n")) {
            List<String> words = new ArrayList<>(List.of(command.split(" ")));
            words.set(0, JAVA.toString());
            words.add(1, "-Xlog:class+load");
            printed.add(run(dir, null, words.toArray(String[]::new)));
        }
        List<String> loaded = printed.get(1).lines().filter(line -> line.contains(" libc.")).toList();
        assertTrue(loaded.stream().anyMatch(line -> line.contains(" libc.internal.call.Ffm ")), printed.get(1));
        assertEquals(List.of(), loaded.stream().filter(line -> !line.endsWith("source: shared objects file")).toList());
        assertTrue(printed.get(1).contains(blocks("README.md", "text").get(0)), printed.get(1));
    }

    @Test
    void the_table_of_sockets_is_what_it_says() throws Exception {
        Path java = Files.writeString(dir.resolve("who.java"), blocks("README.md", "java").stream()
                .filter(program -> program.contains("class who")).findFirst().orElseThrow());
        String command = blocks("README.md", "sh").stream().filter(sh -> sh.contains("who.java")).findFirst().orElseThrow();
        List<String> words = new ArrayList<>(List.of(command.strip().split(" ")));
        words.set(0, JAVA.toString());
        words.set(words.size() - 1, java.toString());
        String printed = run(ROOT, null, words.toArray(String[]::new));
        assertEquals(blocks("README.md", "text").stream().filter(text -> text.contains("TCP_LISTEN")).findFirst()
                .orElseThrow().lines().sorted().toList(), printed.lines().sorted().toList());
    }

    /** Typed into a shell that has a network for itself. Numbers are the kernel's choice, and so is the order of lines. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void the_command_sockets_prints_what_it_says() throws Exception {
        String transcript = blocks("README.md", "console").get(0);
        Process shell = new ProcessBuilder("unshare", "--map-root-user", "--net", "sh").directory(ROOT.toFile())
                .redirectErrorStream(true).start();
        try (Writer in = shell.outputWriter(); BufferedReader out = shell.inputReader()) {
            in.write("ip link set lo up\n");
            for (String block : transcript.substring("$ ".length()).split("\n\\$ ")) {
                List<String> lines = block.lines().toList();
                in.write(lines.get(0) + "\n");
                in.flush();
                List<String> printed = new ArrayList<>();
                for (int i = 1; i < lines.size(); i++) {
                    printed.add(out.readLine());
                }
                assertEquals(comparable(lines.subList(1, lines.size())), comparable(printed), lines.get(0));
            }
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    private static List<String> comparable(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("(?<=pid=|inode\":)\\d+", "N").replaceAll(":\\d{5}\\b", ":P"))
                .sorted().toList();
    }

    @Test
    void the_prompt_answers_what_it_says() throws Exception {
        for (String transcript : blocks("README.md", "jshell")) {
            Path script = Files.write(dir.resolve("script.jsh"), transcript.lines().filter(line -> line.startsWith("jshell> "))
                    .map(line -> line.substring("jshell> ".length())).toList());
            assertEquals(transcript.strip(), run(ROOT, script, "make", "-s", "jshell").replaceFirst("\njshell> \n$", ""));
        }
    }

    @Test
    void every_make_command_is_a_target() throws Exception {
        Matcher target = Pattern.compile("(?m)(?:`|^\\$ |^)make (?:-s )?([a-z]+)").matcher(
                Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("CONTRIBUTING.md")));
        int found = 0;
        while (target.find()) {
            run(ROOT, null, "make", "-n", target.group(1), "DEMO=tcp10_server");
            found++;
        }
        assertTrue(found > 5, "only " + found);
    }

    @Test
    void make_run_runs_a_demo_in_each_language() throws Exception {
        for (String language : List.of("java", "c")) {
            String output = run(ROOT, null, "make", "-s", "run", "DEMO=unix10", "IN=" + language);
            assertTrue(output.contains("the child ended with status 0"), output);
        }
    }

    @Test
    void every_demo_is_in_the_table() throws Exception {
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            String text = Files.readString(ROOT.resolve(readme));
            try (var demos = Files.newDirectoryStream(ROOT.resolve("native/demos"), "*.c")) {
                for (Path demo : demos) {
                    String name = demo.getFileName().toString().replace(".c", "");
                    assertTrue(text.contains("`" + name), name + " is not in " + readme);
                }
            }
        }
    }

    @Test
    void both_languages_show_the_same_code() throws Exception {
        for (String kind : List.of("c", "java", "text", "strace", "jshell", "xml", "console")) {
            assertEquals(blocks("README.md", kind), blocks("README.zh-CN.md", kind));
        }
    }
}

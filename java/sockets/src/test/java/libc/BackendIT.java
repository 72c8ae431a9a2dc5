package libc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.Beside;
import app.BesideChannels;
import app.Hello;
import app.Lacking;
import app.Twice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which backend a program gets in a JVM of its own, and what its user reads where there is none to be had. */
@Tag("once")
class BackendIT {

    private static final Path NEWEST = Path.of(System.getProperty("java.newest"));
    private static final Path OLDEST = Path.of(System.getProperty("java.oldest"));
    private static final String JAR = System.getProperty("libc.jar");
    private static final String APP = Hello.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    private static final List<String> JNR = jnr(".*");
    /** All that Maven brings with a dependency on jnr-posix, and with one on jnr-unixsocket. */
    private static final String BROUGHT = "jnr-posix|jnr-constants|jnr-ffi|jffi|asm|jnr-a64asm|jnr-x86asm";
    private static final List<String> JNR_POSIX = jars(BROUGHT);
    private static final List<String> JNR_UNIXSOCKET = jars(BROUGHT + "|jnr-unixsocket|jnr-enxio");
    private static final String[] TO_UNNAMED = {"--enable-native-access=ALL-UNNAMED"};
    /** Hello asks which backend there is. */
    private static final String TO_HELLO = "--add-exports=libc.sockets/libc.internal.call=ALL-UNNAMED";
    private static final String[] DENIED = {"--illegal-native-access=deny"};

    @TempDir
    Path dir;

    @Test
    void java22AndLaterUseFfm() throws Exception {
        assertRuns("ffm", NEWEST, TO_UNNAMED, classPath(JAR));
    }

    @Test
    void ffmDoesWithoutJnrEvenWhereItIs() throws Exception {
        assertRuns("ffm", NEWEST, TO_UNNAMED, classPath(JAR, JNR));
    }

    @Test
    void belowJava22JnrIsUsed() throws Exception {
        assertRuns("jnr", OLDEST, classPath(JAR, JNR));
    }

    @Test
    void eachCanBeForced() throws Exception {
        assertRuns("ffm", NEWEST, TO_UNNAMED, backend("ffm"), classPath(JAR));
        assertRuns("jnr", NEWEST, TO_UNNAMED, backend("jnr"), classPath(JAR, JNR));
        assertRuns("jnr", OLDEST, backend("jnr"), classPath(JAR, JNR));
    }

    @Test
    void classFoldersDoAsWellAsTheJar() throws Exception {
        String folder = folder(files()).toString();
        assertRuns("ffm", NEWEST, TO_UNNAMED, classPath(folder));
        assertRuns("jnr", OLDEST, classPath(folder, JNR));
    }

    @Test
    void theModulePathDoesAsWell() throws Exception {
        assertRuns("ffm", NEWEST, new String[] {"--enable-native-access=libc.sockets"},
                modulePath("libc.sockets", List.of()));
        assertRuns("jnr", NEWEST, new String[] {"--enable-native-access=libc.sockets,org.jnrproject.jffi"},
                backend("jnr"), modulePath("ALL-MODULE-PATH", JNR));
        assertRuns("jnr", OLDEST, modulePath("ALL-MODULE-PATH", JNR));
    }

    /** What jnr-posix brings is all that the library needs, and of the two none is in the other's way. */
    @Test
    void jnrPosixWorksBesideEitherBackend() throws Exception {
        String expected = "5 EAFNOSUPPORT EBADF";
        assertPrints(expected, NEWEST, Beside.class, TO_UNNAMED, backend("ffm"), classPath(JAR, JNR_POSIX));
        assertPrints(expected, NEWEST, Beside.class, TO_UNNAMED, backend("jnr"), classPath(JAR, JNR_POSIX));
        assertPrints(expected, OLDEST, Beside.class, backend("jnr"), classPath(JAR, JNR_POSIX));
    }

    @Test
    void jnrUnixsocketWorksBesideEitherBackend() throws Exception {
        String expected = "5 EBADF";
        assertPrints(expected, NEWEST, BesideChannels.class, TO_UNNAMED, backend("ffm"), classPath(JAR, JNR_UNIXSOCKET));
        assertPrints(expected, NEWEST, BesideChannels.class, TO_UNNAMED, backend("jnr"), classPath(JAR, JNR_UNIXSOCKET));
        assertPrints(expected, OLDEST, BesideChannels.class, backend("jnr"), classPath(JAR, JNR_UNIXSOCKET));
    }

    /** ALL-MODULE-PATH is for jnr-posix: below it are the modules of asm, which jnr's, being automatic, cannot require. */
    @Test
    void aModuleThatRequiresBothRunsOnTheModulePath() throws Exception {
        String modules = path(List.of(JAR), JNR_POSIX);
        Path user = dir.resolve("user");
        Path source = Files.writeString(dir.resolve("module-info.java"),
                "module user { requires libc.sockets; requires org.jnrproject.posix; }");
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17",
                "--module-path", modules, "-d", user.toString(), source.toString()));
        String main = Beside.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(user.resolve(main).getParent());
        Files.copy(Path.of(APP, main), user.resolve(main));
        String expected = "5 EAFNOSUPPORT EBADF";
        String module = "user/" + Beside.class.getName();
        String[] path = {"--module-path", modules + File.pathSeparator + user, "--add-modules", "ALL-MODULE-PATH",
            "--module"};
        assertPrints(expected, java(NEWEST, module, DENIED, new String[] {
            "--enable-native-access=org.jnrproject.jffi"}, backend("jnr"), path));
        assertPrints(expected, java(NEWEST, module, DENIED, new String[] {
            "--enable-native-access=libc.sockets,org.jnrproject.jffi"}, backend("ffm"), path));
        assertPrints(expected, java(OLDEST, module, backend("jnr"), path));
    }

    @Test
    void anImageMadeByJlinkHasFfm() throws Exception {
        Path jlink = NEWEST.resolve("bin/jlink");
        if (!Files.isExecutable(jlink)
                || !Files.isDirectory(NEWEST.resolve("jmods"))
                && !Needs.run(dir, jlink.toString(), "--help").contains("Linking from run-time image enabled")) {
            Needs.lacks("a jlink in " + NEWEST + " that has the JDK's modules");
        }
        Path image = dir.resolve("image");
        Needs.run(dir, jlink.toString(), "--module-path", JAR, "--add-modules", "libc.sockets",
                "--output", image.toString());
        assertRuns("ffm", image, new String[] {"--enable-native-access=libc.sockets", TO_HELLO, "-cp", APP});
    }

    @Test
    void java17WithoutJnrNamesTheDependency() throws Exception {
        assertRefused("jffi has to be on the class path: add the dependency " + coordinates(), OLDEST, classPath(JAR));
    }

    @Test
    void aForcedJnrWithoutJnrNamesTheDependency() throws Exception {
        assertRefused("with -Dlibc.backend=jnr, jffi has to be on the class path: add the dependency " + coordinates(),
                NEWEST, TO_UNNAMED, backend("jnr"), classPath(JAR));
    }

    @Test
    void jnrWithoutWhatItNeedsNamesTheDependencyThatBringsIt() throws Exception {
        assertRefused(coordinates(), OLDEST, classPath(JAR, jnr("jffi.*native.*")));
    }

    @Test
    void jnrWithoutItsNativeLibrarySaysSo() throws Exception {
        assertRefused("could not locate stub library", OLDEST, classPath(JAR, jnr("(?!jffi.*native).*")));
    }

    @Test
    void onTheModulePathJnrHasToBeThereTooAndAdded() throws Exception {
        String expected = "jffi has to be on the module path, and java started with --add-modules ALL-MODULE-PATH:"
                + " add the dependency " + coordinates();
        assertRefused(expected, OLDEST, modulePath("libc.sockets", List.of()));
        assertRefused(expected, OLDEST, modulePath("libc.sockets", JNR));
        assertRefused(expected, OLDEST, modulePath("libc.sockets", List.of(), JNR));
    }

    @Test
    void deniedNativeAccessNamesTheFlag() throws Exception {
        String expected = "native access is denied; start java with --enable-native-access=";
        assertRefused(expected + "ALL-UNNAMED", NEWEST, DENIED, classPath(JAR));
        assertRefused(expected + "ALL-UNNAMED", NEWEST, DENIED, backend("jnr"), classPath(JAR, JNR));
        assertRefused(expected + "libc.sockets", NEWEST, DENIED, modulePath("libc.sockets", List.of()));
        assertRefused(expected + "org.jnrproject.jffi", NEWEST, DENIED, backend("jnr"),
                modulePath("ALL-MODULE-PATH", JNR));
    }

    @Test
    void theFlagThatADenialNamesIsEnough() throws Exception {
        assertRuns("ffm", NEWEST, DENIED, TO_UNNAMED, classPath(JAR));
        assertRuns("jnr", NEWEST, DENIED, TO_UNNAMED, backend("jnr"), classPath(JAR, JNR));
        assertRuns("ffm", NEWEST, DENIED, new String[] {"--enable-native-access=libc.sockets"},
                modulePath("libc.sockets", List.of()));
        assertRuns("jnr", NEWEST, DENIED, new String[] {"--enable-native-access=org.jnrproject.jffi"}, backend("jnr"),
                modulePath("ALL-MODULE-PATH", JNR));
    }

    @Test
    void aJarThatLostItsNewerClassSaysSo() throws Exception {
        Map<String, byte[]> files = files();
        files.keySet().removeIf(name -> name.startsWith("libc/internal/call/Ffm"));
        String lacking = jar(files);
        assertRefused("the jar has lost the class that is compiled for Java 22, libc.internal.call.Ffm", NEWEST, TO_UNNAMED,
                classPath(lacking));
        assertRuns("jnr", NEWEST, TO_UNNAMED, backend("jnr"), classPath(lacking, JNR));
        assertRuns("jnr", OLDEST, classPath(lacking, JNR));
    }

    @Test
    void ffmBelowJava22SaysWhatItNeeds() throws Exception {
        assertRefused("-Dlibc.backend=ffm needs Java 22 or later, this is Java 17; leave the property out, or say jnr",
                OLDEST, backend("ffm"), classPath(JAR, JNR));
    }

    @Test
    void anUnknownBackendNamesTheKnown() throws Exception {
        assertRefused("-Dlibc.backend=nonsense: there are ffm and jnr", NEWEST, backend("nonsense"), classPath(JAR));
        assertRefused("-Dlibc.backend=: there are ffm and jnr", OLDEST, backend(""), classPath(JAR, JNR));
    }

    @Test
    void anotherSystemOrMachineIsRefused() throws Exception {
        assertRefused("Linux is needed, this is Mac OS X", NEWEST, new String[] {"-Dos.name=Mac OS X"}, classPath(JAR));
        assertRefused("a 64-bit little-endian machine is needed (x86_64, aarch64, riscv64), this is i386",
                OLDEST, new String[] {"-Dos.arch=i386"}, classPath(JAR, JNR));
    }

    @Test
    void aSecondCallStillSaysWhy() throws Exception {
        for (Path java : List.of(NEWEST, OLDEST)) {
            CProgram.Output output = java(java, Twice.class, backend("nonsense"), classPath(JAR));
            assertEquals(List.of("went on"), output.lines());
            assertEquals(1, output.status());
            assertTrue(err(output).contains("libc-sockets: -Dlibc.backend=nonsense: there are"), err(output));
        }
    }

    /** In every class of the jar, two functions get names of the same length that no libc has. */
    @Test
    void aFunctionThatLibcLacksAnswersEnosysAndNothingElseDoes() throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        files().forEach((name, bytes) -> files.put(renamed(name),
                renamed(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1)));
        String lacking = jar(files);
        for (CProgram.Output output : List.of(
                java(NEWEST, Lacking.class, TO_UNNAMED, classPath(lacking)),
                java(NEWEST, Lacking.class, TO_UNNAMED, backend("jnr"), classPath(lacking, JNR)),
                java(OLDEST, Lacking.class, classPath(lacking, JNR)))) {
            assertEquals("", err(output));
            assertEquals(List.of("-1 ENOSYS", "-1 ENOSYS", "2"), output.lines());
        }
    }

    private static String renamed(String s) {
        return s.replace("shutdown", "shutdowm").replaceAll("\\brecv\\b", "rekv");
    }

    private void assertRuns(String backend, Path java, String[]... options) throws Exception {
        assertPrints(backend + " EBADF", java, Hello.class, options);
    }

    private void assertPrints(String expected, Path java, Class<?> main, String[]... options) throws Exception {
        assertPrints(expected, java(java, main.getName(), options));
    }

    private static void assertPrints(String expected, CProgram.Output output) {
        assertEquals("", err(output), "no warning");
        assertEquals(List.of(expected), output.lines());
        assertEquals(0, output.status());
    }

    private void assertRefused(String expected, Path java, String[]... options) throws Exception {
        CProgram.Output output = java(java, Hello.class, options);
        String first = err(output).lines().findFirst().orElse("");
        String prefix = "Exception in thread \"main\" java.lang.UnsatisfiedLinkError: libc-sockets: ";
        assertTrue(first.startsWith(prefix) && first.contains(expected), () -> expected + "\nin\n" + err(output));
        assertEquals(List.of(), output.lines());
        assertEquals(1, output.status());
    }

    private CProgram.Output java(Path home, Class<?> main, String[]... options)
            throws IOException, InterruptedException {
        return java(home, main.getName(), options);
    }

    private CProgram.Output java(Path home, String main, String[]... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env", "-u", "JAVA_TOOL_OPTIONS", "-u", "JDK_JAVA_OPTIONS",
                "-u", "_JAVA_OPTIONS", home.resolve("bin/java").toString()));
        Arrays.stream(options).flatMap(Arrays::stream).forEach(command::add);
        command.add(main);
        return CProgram.run(dir, new byte[0], command.toArray(String[]::new));
    }

    private static String err(CProgram.Output output) {
        return new String(output.err(), UTF_8);
    }

    private static String[] backend(String name) {
        return new String[] {"-Dlibc.backend=" + name};
    }

    private static String[] classPath(String libc) {
        return classPath(libc, List.of());
    }

    private static String[] classPath(String libc, List<String> jnr) {
        return new String[] {"-cp", path(List.of(libc, APP), jnr)};
    }

    private static String[] modulePath(String root, List<String> jnr) {
        return modulePath(root, jnr, List.of());
    }

    private static String[] modulePath(String root, List<String> jnr, List<String> jnrOnClassPath) {
        return new String[] {TO_HELLO, "--module-path", path(List.of(JAR), jnr), "--add-modules", root,
            "-cp", path(List.of(APP), jnrOnClassPath)};
    }

    private static String path(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return String.join(File.pathSeparator, all);
    }

    /** jffi and its native libraries, as far as the file's name matches. */
    private static List<String> jnr(String name) {
        return jars("jffi").stream().filter(jar -> fileName(jar).matches(name)).toList();
    }

    /** The jars of some artifacts. */
    private static List<String> jars(String artifacts) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> fileName(jar).matches("(" + artifacts + ")-.*\\.jar")).toList();
    }

    /** What brings jffi along, in the version that this library is tested with. */
    private static String coordinates() {
        Matcher version = Pattern.compile("jnr-posix-(.*)\\.jar")
                .matcher(jars("jnr-posix").stream().map(BackendIT::fileName).collect(Collectors.joining()));
        assertTrue(version.matches());
        return "com.github.jnr:jnr-posix:" + version.group(1);
    }

    private static String fileName(String path) {
        return Path.of(path).getFileName().toString();
    }

    /** The files of the jar, without the manifest. */
    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = new JarFile(JAR)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    files.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        return files;
    }

    private Path folder(Map<String, byte[]> files) throws IOException {
        Path folder = dir.resolve("classes");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    private String jar(Map<String, byte[]> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Path path = dir.resolve("other.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path), manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
        return path.toString();
    }
}

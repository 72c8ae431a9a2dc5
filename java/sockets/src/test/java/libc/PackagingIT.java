package libc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What is in the three jars that are published. */
@Tag("once")
class PackagingIT {

    private static final Path JAR = Path.of(System.getProperty("libc.jar"));
    private static final Path SOURCES = Path.of(JAR.toString().replaceFirst("\\.jar$", "-sources.jar"));
    private static final Path JAVADOC = Path.of(System.getProperty("libc.javadoc"));
    private static final String INTERNAL = "libc/internal/";
    private static final String NEWER = INTERNAL + "call/Ffm";

    @Test
    void theJarIsOneForAllVersions() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertFalse(jar.isMultiRelease());
            assertTrue(names(JAR).stream().noneMatch(name -> name.startsWith("META-INF/versions/")));
        }
    }

    @Test
    void allIsForJava17ButOneBackend() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String name : names(JAR)) {
                if (name.endsWith(".class")) {
                    assertEquals(name.startsWith(NEWER) ? 66 : 61, classFileVersion(jar, name), name);
                }
            }
        }
        assertTrue(names(JAR).contains(NEWER + ".class"));
    }

    @Test
    void theModuleExportsThePublicPackagesAndNeedsNothing() throws IOException {
        ModuleDescriptor module = ModuleFinder.of(JAR).find("libc.sockets").orElseThrow().descriptor();
        assertFalse(module.isAutomatic() || module.isOpen());
        Set<String> packages = classes().stream().map(Class::getPackageName).collect(Collectors.toSet());
        assertTrue(packages.removeIf(name -> name.startsWith("libc.internal")));
        assertEquals(packages, module.exports().stream().map(Exports::source).collect(Collectors.toSet()));
        assertTrue(module.exports().stream().noneMatch(Exports::isQualified));
        assertEquals(Set.of(), module.opens());
        assertEquals(Set.of("java.base"), module.requires().stream()
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC)).map(Requires::name)
                .collect(Collectors.toSet()));
    }

    @Test
    void aModuleThatRequiresItCompilesWithoutJnr(@TempDir Path dir) throws IOException {
        Path module = Files.writeString(dir.resolve("module-info.java"), "module user { requires libc.sockets; }");
        Path user = Files.writeString(Files.createDirectory(dir.resolve("user")).resolve("User.java"), """
                package user;
                import static libc.sys.Socket.*;
                class User {
                    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
                }
                """);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", "-Werror",
                "--class-path", dir.toString(), "--module-path", JAR.toString(), "-d", dir.toString(), module.toString(), user.toString()));
    }

    @Test
    void aDependencyOnItBringsNoOther() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream pom = entry(jar, "META-INF/maven/io.github.libc-sockets/libc-sockets/pom.xml")) {
            Element project = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom)
                    .getDocumentElement();
            List<Element> dependencies = elements(project, "dependencies").flatMap(all -> elements(all, "dependency"))
                    .toList();
            assertFalse(dependencies.isEmpty());
            for (Element dependency : dependencies) {
                assertTrue(says(dependency, "optional", "true") || says(dependency, "scope", "test"),
                        dependency.getTextContent());
            }
        }
    }

    @Test
    void theSourcesHaveBothHalves() throws IOException {
        Set<String> sources = names(SOURCES);
        Set<String> expected = names(JAR).stream().filter(name -> name.endsWith(".class"))
                .map(name -> name.replaceFirst("(\\$.*)?\\.class$", ".java"))
                .collect(Collectors.toSet());
        assertTrue(expected.containsAll(Set.of("module-info.java", NEWER + ".java", "libc/sys/Socket.java")));
        assertEquals(expected, sources.stream().filter(name -> name.endsWith(".java")).collect(Collectors.toSet()));
    }

    @Test
    void theJavadocHasEachPublicClassAndNothingInternal() throws IOException {
        Set<String> pages = names(JAVADOC);
        for (Class<?> type : classes()) {
            boolean shown = !type.getPackageName().startsWith("libc.internal") && isPublic(type);
            String page = "libc.sockets/" + type.getPackageName().replace('.', '/') + "/"
                    + type.getCanonicalName().substring(type.getPackageName().length() + 1) + ".html";
            assertEquals(shown, pages.contains(page), page);
        }
        assertTrue(pages.stream().noneMatch(name -> name.contains(INTERNAL)));
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    /** The named classes that every JVM can load. */
    private static Collection<Class<?>> classes() throws IOException {
        return names(JAR).stream()
                .filter(name -> name.startsWith("libc/") && !name.startsWith(NEWER) && name.matches(".*/\\w+(\\$[A-Za-z]\\w*)*\\.class"))
                .<Class<?>>map(name -> load(name.replaceFirst("\\.class$", "").replace('/', '.'))).toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PackagingIT.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> names(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
    }

    private static InputStream entry(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        assertNotNull(entry, name);
        return jar.getInputStream(entry);
    }

    private static int classFileVersion(JarFile jar, String name) throws IOException {
        try (DataInputStream in = new DataInputStream(entry(jar, name))) {
            assertEquals(0xcafebabe, in.readInt(), name);
            assertEquals(0, in.readUnsignedShort(), name + " needs preview features");
            return in.readUnsignedShort();
        }
    }

    private static Stream<Element> elements(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength()).mapToObj(parent.getChildNodes()::item)
                .filter(node -> node instanceof Element && node.getNodeName().equals(name)).map(Element.class::cast);
    }

    private static boolean says(Element dependency, String name, String value) {
        return elements(dependency, name).anyMatch(element -> element.getTextContent().equals(value));
    }
}

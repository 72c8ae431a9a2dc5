package libc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import libc.sys.Types;
import org.junit.jupiter.api.Test;

/** The headers as one: what a program that includes them all sees. */
class HeadersIT {

    private static final Path PROMPT = Path.of("src/main/jshell/sockets.jsh");

    /** The class of every header: what extends sys.Types, and that itself. */
    static List<Class<?>> headers() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("libc.jar"))) {
            return jar.stream().map(JarEntry::getName).filter(name -> name.matches("libc/(?!internal/)[^$]*\\.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.')).<Class<?>>map(HeadersIT::load)
                    .filter(Types.class::isAssignableFrom).toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, HeadersIT.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_name_stands_once() throws IOException {
        Map<String, Class<?>> owners = new HashMap<>();
        for (Class<?> header : headers()) {
            Arrays.stream(header.getDeclaredFields()).filter(f -> Modifier.isPublic(f.getModifiers()))
                    .forEach(f -> once(owners, "field " + f.getName(), header));
            Arrays.stream(header.getDeclaredClasses()).filter(c -> Modifier.isPublic(c.getModifiers()))
                    .forEach(c -> once(owners, "struct " + c.getSimpleName(), header));
            Arrays.stream(header.getDeclaredMethods()).filter(m -> Modifier.isPublic(m.getModifiers()))
                    .forEach(m -> once(owners, signature(m), header));
        }
        assertTrue(owners.size() > 1000, "only " + owners.size() + " names");
    }

    private static String signature(Method m) {
        return m.getName() + Arrays.stream(m.getParameterTypes()).map(Class::getName).collect(Collectors.joining(", ", "(", ")"));
    }

    private static void once(Map<String, Class<?>> owners, String name, Class<?> header) {
        assertNull(owners.put(name, header), name + " in " + header + " too");
    }

    @Test
    void a_header_has_static_members_only_and_cannot_be_made() throws IOException {
        for (Class<?> header : headers()) {
            assertTrue(Arrays.stream(header.getDeclaredConstructors()).allMatch(c -> Modifier.isProtected(c.getModifiers())),
                    header + " can be made");
            assertTrue(Arrays.stream(header.getDeclaredMethods()).allMatch(m -> Modifier.isStatic(m.getModifiers())),
                    header + " has a method that is not static");
        }
    }

    @Test
    void the_prompt_imports_every_header() throws IOException {
        Set<String> imported = Files.readAllLines(PROMPT).stream().filter(line -> line.startsWith("import static "))
                .map(line -> line.replace("import static ", "").replace(".*;", "")).collect(Collectors.toCollection(TreeSet::new));
        // The classes in bits come with those that extend them.
        Set<String> headers = headers().stream().map(Class::getName).filter(name -> !name.startsWith("libc.bits."))
                .collect(Collectors.toCollection(TreeSet::new));
        headers.add(Prompt.class.getName());
        assertEquals(headers, imported);
    }
}

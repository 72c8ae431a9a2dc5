package libc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Compares the constants and structs of headers' classes with what the C compiler makes of the headers.
 *
 * <p>Of a struct it compares size, alignment, members and values: C is sent structs, every second one with fields that
 * Java has set, the others of random bytes. C clears their padding, so that a member which the class lacks shows too,
 * and answers with the bytes and with what it reads from each field. A member whose name begins with {@code __} is C's
 * own: a class may hide it, and if C has no name for it, give it one.
 */
final class Abi {

    /**
     * A class and the headers that it stands for. Headers that C cannot include together are in units of their own: a
     * constant is compared with every unit that has its name, a struct with the first.
     *
     * @param type the class
     * @param units names of headers, a space between them
     */
    record Header(Class<?> type, List<String> units) {}

    private interface Comparison {
        void run() throws ReflectiveOperationException;
    }

    private static final int ROUNDS = 32;

    private final Path dir;
    private final Machine machine;
    private final Map<String, Long> newer;
    private final Map<String, TranslationUnit> units = new LinkedHashMap<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Map<String, String> differences = new LinkedHashMap<>();
    private final Random random = new Random(1);
    private Map<String, List<String>> answers;

    private Abi(Path dir, Machine machine, Map<String, Long> newer) {
        this.dir = dir;
        this.machine = machine;
        this.newer = newer;
    }

    /**
     * Compares classes with their headers.
     *
     * @param dir where to compile
     * @param machine whose headers; the classes have its values in a JVM with its os.arch
     * @param headers the classes
     * @param newer names that the headers may lack, with their values
     * @return what differs, such as {@code libc.bits.Socket.linger.l_onoff offset}, and how
     */
    static Map<String, String> differences(Path dir, Machine machine, List<Header> headers, Map<String, Long> newer)
            throws Exception {
        Abi abi = new Abi(dir, machine, newer);
        for (Header header : headers) {
            abi.header(header);
        }
        abi.answers = TranslationUnit.answers(dir, machine, List.copyOf(abi.units.values()));
        for (Comparison comparison : abi.comparisons) {
            comparison.run();
        }
        return abi.differences;
    }

    private void header(Header header) throws Exception {
        List<TranslationUnit> all = new ArrayList<>();
        for (String headers : header.units) {
            if (!units.containsKey(headers)) {
                units.put(headers, new TranslationUnit(dir, machine, headers));
            }
            all.add(units.get(headers));
        }
        for (Field field : header.type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && Modifier.isFinal(field.getModifiers())) {
                Object value = field.get(null);
                if (value instanceof Integer || value instanceof Long || value instanceof Struct) {
                    constant(field, value, all);
                }
            }
        }
        for (Class<?> nested : header.type.getDeclaredClasses()) {
            if (Modifier.isPublic(nested.getModifiers()) && Struct.class.isAssignableFrom(nested)) {
                struct(nested.asSubclass(Struct.class), all);
            }
        }
    }

    private void constant(Field field, Object value, List<TranslationUnit> all) {
        String name = field.getName();
        String subject = field.getDeclaringClass().getCanonicalName() + "." + name;
        List<TranslationUnit> having = all.stream().filter(unit -> unit.has(name)).toList();
        if (having.isEmpty() && newer.containsKey(name)) {
            compare(subject, text(value), signed(value, newer.get(name).toString()), "the list of newer names");
        } else if (having.isEmpty()) {
            compare(subject, text(value), "no such name", all);
        }
        for (TranslationUnit unit : having) {
            unit.ask(name, (value instanceof Struct ? "hex(&%1$s, sizeof %1$s)" : "number(%s)").formatted(name));
            comparisons.add(() -> compare(subject, text(value), signed(value, answer(unit, name, 0)), unit));
        }
    }

    private void struct(Class<? extends Struct> type, List<TranslationUnit> all) throws ReflectiveOperationException {
        String name = type.getSimpleName();
        TranslationUnit unit = all.stream().filter(u -> u.struct(name) != null).findFirst().orElse(null);
        if (unit == null) {
            compare(type.getCanonicalName(), "a struct", "no such struct", all);
            return;
        }
        unit.statement("{");
        unit.statement(unit.struct(name) + " s;");
        Struct.Layout layout = Struct.layout(type);
        measure(unit, type, " size", layout.size(), "sizeof s");
        measure(unit, type, " alignment", layout.alignment(), "_Alignof(" + unit.struct(name) + ")");
        for (Struct.Member member : layout.members()) {
            boolean reserved = member.name().startsWith("__") && StructValue.type(type, member.name()) == null;
            if (member.bits() == 0 && (!reserved || unit.has(member.name()))) {
                measure(unit, type, "." + member.name() + " offset", member.offset(),
                        "offsetof(" + unit.struct(name) + ", " + member.name() + ")");
                measure(unit, type, "." + member.name() + " size", member.size(), "sizeof s." + member.name());
            }
            if (!reserved && StructValue.type(type, member.name()) == null) {
                compare(type.getCanonicalName() + "." + member.name(), "walked", "not public", name);
            }
        }
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())
                    && layout.members().stream().noneMatch(member -> member.name().equals(field.getName()))) {
                compare(type.getCanonicalName() + "." + field.getName(), "public", "not walked", name);
            }
        }
        values(unit, type, StructValue.of(type));
        unit.statement("}");
    }

    private void measure(TranslationUnit unit, Class<?> type, String what, int java, String c) {
        String question = type.getSimpleName() + what;
        unit.ask(question, "number(" + c + ")");
        comparisons.add(() -> compare(type.getCanonicalName() + what, text(java), answer(unit, question, 0), unit));
    }

    private void values(TranslationUnit unit, Class<? extends Struct> type, List<StructValue> values)
            throws ReflectiveOperationException {
        String name = type.getSimpleName();
        for (StructValue value : values) {
            if (value.bits() > 0) {
                bits(unit, type, value);
            }
        }
        int size = Struct.layout(type).size();
        unit.statement("for (int i = 0; i < " + ROUNDS + "; i++) {");
        unit.statement("take(&s, sizeof s, " + size + ");");
        if (!unit.isFlexible(name)) {
            unit.statement("__builtin_clear_padding(&s);");
        }
        for (StructValue pointer : StructValue.pointers(type)) { // of random bytes; Java writes NULL
            unit.statement("if (i %% 2) memset(&s.%1$s, 0, sizeof s.%1$s);".formatted(pointer.path()));
        }
        for (StructValue value : values) {
            if (value.isNarrow()) { // the other values have no int
                unit.statement("s.%1$s = (int) s.%1$s;".formatted(value.path()));
            }
        }
        unit.ask(name, "hex(&s, sizeof s)");
        for (StructValue value : values) {
            // 32 bits are an int in Java even where C has them unsigned.
            String call = value.isArray() ? "hex(&s.%1$s, sizeof s.%1$s)"
                    : value.size() == Integer.BYTES ? "number((int) s.%s)" : "number(s.%s)";
            unit.ask(name + "." + value.path(), call.formatted(value.path()));
        }
        unit.statement("}");
        for (int i = 0; i < ROUNDS; i++) {
            byte[] sent = new byte[size];
            List<String> set = new ArrayList<>();
            if (i % 2 == 0 || unit.isFlexible(name)) {
                Struct struct = type.getConstructor().newInstance();
                for (StructValue value : values) {
                    value.fill(struct, random);
                }
                for (StructValue value : values) { // not before, for a union's members change each other
                    set.add(text(value.get(struct)));
                }
                struct.pack(ByteBuffer.wrap(sent));
            } else {
                random.nextBytes(sent);
            }
            unit.send(sent);
            int round = i;
            comparisons.add(() -> round(unit, type, values, round, set, text(sent)));
        }
    }

    /** A bit-field has no offset: its place shows when it alone is set. */
    private void bits(TranslationUnit unit, Class<? extends Struct> type, StructValue value)
            throws ReflectiveOperationException {
        String question = type.getSimpleName() + "." + value.path() + " bits";
        unit.statement("memset(&s, 0, sizeof s);");
        unit.statement("s." + value.path() + "--;");
        unit.ask(question, "hex(&s, sizeof s)");
        Struct struct = type.getConstructor().newInstance();
        value.set(struct, -1);
        comparisons.add(() -> compare(type.getCanonicalName() + "." + value.path() + " bits", text(struct),
                answer(unit, question, 0), unit));
    }

    /**
     * What C read and answered, compared with what Java sent and reads from the answer.
     *
     * @param set what Java set the values to, or nothing if it sent random bytes
     */
    private void round(TranslationUnit unit, Class<? extends Struct> type, List<StructValue> values, int round,
            List<String> set, String sent) throws ReflectiveOperationException {
        String bytes = answer(unit, type.getSimpleName(), round);
        if (bytes.length() != sent.length()) {
            return; // the size is a difference already
        }
        Struct received = type.getConstructor().newInstance();
        received.unpack(ByteBuffer.wrap(HexFormat.of().parseHex(bytes)));
        for (int i = 0; i < values.size(); i++) {
            StructValue value = values.get(i);
            String subject = type.getCanonicalName() + "." + value.path();
            String c = answer(unit, type.getSimpleName() + "." + value.path(), round);
            compare(subject + " unpacked", text(value.get(received)), c, unit);
            if (!set.isEmpty()) {
                compare(subject + " packed", value.room(set.get(i)), value.room(c), unit);
            }
        }
        compare(type.getCanonicalName() + " unpacked and packed", text(received), bytes, unit);
        if (!set.isEmpty()) {
            compare(type.getCanonicalName() + " packed", sent, bytes, unit);
        }
    }

    private String answer(TranslationUnit unit, String question, int round) {
        return answers.get(unit.key(question)).get(round);
    }

    /** Keeps a subject's first difference. */
    private void compare(String subject, String java, String other, Object where) {
        if (!java.equals(other)) {
            differences.putIfAbsent(subject, java + ", in " + where + " " + other);
        }
    }

    /** A number as C prints it, bytes and structs as hexadecimal digits. */
    private static String text(Object value) {
        if (value instanceof Struct struct) {
            byte[] bytes = new byte[struct.size()];
            struct.pack(ByteBuffer.wrap(bytes));
            return text(bytes);
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    /** A number of C's as Java has it: an unsigned of 32 bits is an int. */
    private static String signed(Object java, String c) {
        return java instanceof Integer && Long.parseLong(c) >>> Integer.SIZE == 0 ? text((int) Long.parseLong(c)) : c;
    }
}

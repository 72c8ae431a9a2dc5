package libc;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A value in a struct, maybe in one that it embeds, as Java programs reach it: by public fields, or where the member is
 * a method by accessors.
 *
 * @param path its C name, {@code sin_addr.s_addr}, {@code ts[2].tv_sec}
 * @param type its Java type: int, long, byte[] or int[]; of a pointer Object
 * @param size its size in C, in bytes
 * @param bits a bit-field's width, else 0
 */
record StructValue(String path, Class<?> type, int size, int bits) {

    /** All values of a struct, but for those that it hides and its pointers. */
    static List<StructValue> of(Class<? extends Struct> struct) {
        return all(struct).stream().filter(value -> !value.isPointer()).toList();
    }

    /** The pointers of a struct: in memory they say nothing but NULL. */
    static List<StructValue> pointers(Class<? extends Struct> struct) {
        return all(struct).stream().filter(StructValue::isPointer).toList();
    }

    private static List<StructValue> all(Class<? extends Struct> struct) {
        List<StructValue> values = new ArrayList<>();
        for (Struct.Member member : Struct.layout(struct).members()) {
            Class<?> type = isPointer(struct, member.name()) ? Object.class : type(struct, member.name());
            if (type != null && Struct.class.isAssignableFrom(type)) {
                embedded(values, member.name(), type);
            } else if (type != null && Struct[].class.isAssignableFrom(type)) {
                Class<? extends Struct> element = type.getComponentType().asSubclass(Struct.class);
                for (int i = 0; i < member.size() / Struct.layout(element).size(); i++) {
                    embedded(values, member.name() + "[" + i + "]", element);
                }
            } else if (type != null) {
                values.add(new StructValue(member.name(), type, member.size(), member.bits()));
            }
        }
        return values;
    }

    /** Of a struct within a struct, what begins with {@code __} is C's own: the headers do not agree on its name. */
    private static void embedded(List<StructValue> values, String name, Class<?> type) {
        for (StructValue value : all(type.asSubclass(Struct.class))) {
            if (!value.path.startsWith("__")) {
                values.add(new StructValue(name + "." + value.path, value.type, value.size, value.bits));
            }
        }
    }

    /** Whether a member is a pointer: a field that can be assigned, and not a number; or an accessor of any object. */
    private static boolean isPointer(Class<?> struct, String name) {
        Field field = field(struct, name);
        return field != null ? !Modifier.isFinal(field.getModifiers()) && !field.getType().isPrimitive()
                : pointerAccessors(struct).contains(name);
    }

    private static List<String> pointerAccessors(Class<?> struct) {
        return Arrays.stream(struct.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers())
                        && method.getParameterCount() == 1 && method.getReturnType() == void.class
                        && !method.getParameterTypes()[0].isPrimitive()
                        && !Struct.class.isAssignableFrom(method.getParameterTypes()[0]))
                .map(method -> method.getName()).toList();
    }

    /** The type of a public field or an accessor that the struct declares, or null. */
    static Class<?> type(Class<?> struct, String name) {
        Field field = field(struct, name);
        return field != null ? field.getType() : Arrays.stream(struct.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getName().equals(name)
                        && method.getParameterCount() == 0)
                .findFirst().<Class<?>>map(method -> method.getReturnType()).orElse(null);
    }

    private static Field field(Class<?> struct, String name) {
        return Arrays.stream(struct.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getName().equals(name))
                .findFirst().orElse(null);
    }

    boolean isArray() {
        return type.isArray();
    }

    private boolean isPointer() {
        return type == Object.class;
    }

    /** Whether it is an int for a {@code size_t}. */
    boolean isNarrow() {
        return type == int.class && size > Integer.BYTES;
    }

    /** The value: a number, or the bytes of an array. */
    Object get(Struct struct) throws ReflectiveOperationException {
        Object value = find(struct, path);
        if (value instanceof int[] ints) {
            byte[] bytes = new byte[Integer.BYTES * ints.length];
            ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asIntBuffer().put(ints);
            return bytes;
        }
        return value;
    }

    private static Object find(Struct struct, String path) throws ReflectiveOperationException {
        Object value = struct;
        for (String step : path.split("\\.")) {
            String[] name = step.split("[\\[\\]]");
            Field field = field(value.getClass(), name[0]);
            value = field != null ? field.get(value) : value.getClass().getMethod(name[0]).invoke(value);
            if (name.length > 1) {
                value = Array.get(value, Integer.parseInt(name[1]));
            }
        }
        return value;
    }

    /** Sets it to random bytes, or to any value of its Java type. */
    void fill(Struct struct, Random random) throws ReflectiveOperationException {
        Object value = find(struct, path);
        if (value instanceof byte[] bytes) {
            random.nextBytes(bytes);
        } else if (value instanceof int[] ints) {
            Arrays.setAll(ints, i -> random.nextInt());
        } else {
            set(struct, type == int.class ? (Object) random.nextInt() : (Object) random.nextLong());
        }
    }

    void set(Struct struct, Object number) throws ReflectiveOperationException {
        int dot = path.lastIndexOf('.');
        Object owner = dot < 0 ? struct : find(struct, path.substring(0, dot));
        String name = path.substring(dot + 1);
        Field field = field(owner.getClass(), name);
        if (field != null) {
            field.set(owner, number);
        } else {
            owner.getClass().getMethod(name, type).invoke(owner, number);
        }
    }

    /** Of a number, the bits that C has room for. */
    String room(String value) {
        int beyond = Long.SIZE - (bits > 0 ? bits : Byte.SIZE * size);
        return isArray() ? value : Long.toString(Long.parseLong(value) << beyond >>> beyond);
    }
}

package libc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A value in a struct, maybe in one that it embeds, as Java programs reach it: by public fields, or where the member is
 * a method by accessors.
 *
 * @param path its C name, {@code sin_addr.s_addr}
 * @param type its Java type: int, long or byte[]
 * @param size its size in C, in bytes
 * @param bits a bit-field's width, else 0
 */
record StructValue(String path, Class<?> type, int size, int bits) {

    /** All values of a struct, but for those that it hides. */
    static List<StructValue> of(Class<? extends Struct> struct) {
        List<StructValue> values = new ArrayList<>();
        for (Struct.Member member : Struct.layout(struct).members()) {
            Class<?> type = type(struct, member.name());
            if (type != null && Struct.class.isAssignableFrom(type)) {
                for (StructValue value : of(type.asSubclass(Struct.class))) {
                    values.add(new StructValue(member.name() + "." + value.path, value.type, value.size, value.bits));
                }
            } else if (type != null) {
                values.add(new StructValue(member.name(), type, member.size(), member.bits()));
            }
        }
        return values;
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

    boolean isBytes() {
        return type == byte[].class;
    }

    Object get(Struct struct) throws ReflectiveOperationException {
        Object value = struct;
        for (String name : path.split("\\.")) {
            Field field = field(value.getClass(), name);
            value = field != null ? field.get(value) : value.getClass().getMethod(name).invoke(value);
        }
        return value;
    }

    /** Sets it to random bytes, or to any value of its Java type. */
    void fill(Struct struct, Random random) throws ReflectiveOperationException {
        if (isBytes()) {
            random.nextBytes((byte[]) get(struct));
        } else {
            set(struct, type == int.class ? (Object) random.nextInt() : (Object) random.nextLong());
        }
    }

    void set(Struct struct, Object number) throws ReflectiveOperationException {
        int dot = path.lastIndexOf('.');
        Object owner = dot < 0 ? struct : new StructValue(path.substring(0, dot), Struct.class, 0, 0).get(struct);
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
        return isBytes() ? value : Long.toString(Long.parseLong(value) << beyond >>> beyond);
    }
}

package libc;

import java.util.ArrayList;
import java.util.List;

/**
 * A machine whose C is asked.
 *
 * @param arch its name in C
 * @param osArch its name in Java's {@code os.arch}
 * @param isForeign whether it takes a cross compiler and an emulator
 */
record Machine(String arch, String osArch, boolean isForeign) {

    private static final String OS_ARCH = System.getProperty("os.arch");

    /** Those that the library is for; the one that this JVM says it runs on needs no emulator. */
    static List<Machine> all() {
        return List.of(of("x86_64", "amd64"), of("aarch64", "aarch64"), of("riscv64", "riscv64"));
    }

    private static Machine of(String arch, String osArch) {
        return new Machine(arch, osArch, !osArch.equals(OS_ARCH));
    }

    /** The one that this JVM says it runs on. */
    static Machine own() {
        return all().stream().filter(machine -> !machine.isForeign).findFirst().orElseThrow();
    }

    /** The compiler and its options. */
    List<String> gcc() {
        List<String> gcc = new ArrayList<>(List.of(compiler(), "-std=gnu11", "-D_GNU_SOURCE"));
        gcc.addAll(List.of("-Wall", "-Wextra", "-Werror"));
        if (isForeign) {
            gcc.add("-static");
        }
        return gcc;
    }

    /** What runs a program. */
    List<String> emulator() {
        return isForeign ? List.of("qemu-" + arch) : List.of();
    }

    /** The programs that have to be there. */
    String[] tools() {
        List<String> tools = new ArrayList<>(emulator());
        tools.add(compiler());
        return tools.toArray(String[]::new);
    }

    private String compiler() {
        return isForeign ? arch + "-linux-gnu-gcc" : "gcc";
    }

    @Override
    public String toString() {
        return arch;
    }
}

package libc.internal;

/** The machine, where its headers have values of their own. */
public final class Arch {

    /** Whether this is a 64-bit ARM. */
    public static final boolean AARCH64 = "aarch64".equals(System.getProperty("os.arch"));

    /** Whether this is a 64-bit x86. */
    public static final boolean X86_64 = switch (System.getProperty("os.arch")) {
        case "amd64", "x86_64" -> true;
        default -> false;
    };

    private Arch() {}
}

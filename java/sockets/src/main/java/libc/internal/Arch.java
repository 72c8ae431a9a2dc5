package libc.internal;

/** The machine, where its headers have values of their own. */
public final class Arch {

    /** Whether this is a 64-bit ARM. */
    public static final boolean AARCH64 = "aarch64".equals(System.getProperty("os.arch"));

    private Arch() {}
}

package procfs;

/** What a query asks for beyond what each entry has; the kernel works for each. */
public enum Detail {
    /** {@link Details#tcpInfo} and {@link Details#congestion}. */
    INFO,
    /** {@link Details#memory}. */
    MEMORY,
    /** The rest of {@link Details}, as far as the source has it. */
    EXTENDED
}

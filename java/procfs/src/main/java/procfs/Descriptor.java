package procfs;

/**
 * An open file of a process.
 *
 * @param number the descriptor
 * @param target what its link says: a path, {@code socket:[4711]}, {@code pipe:[4712]}, {@code anon_inode:[eventpoll]};
 *     empty for a path that is too long for the kernel to tell
 * @param kind what it is
 * @param inode of a socket, a pipe or a namespace its inode; 0 for what the link does not tell
 */
public record Descriptor(int number, String target, Kind kind, long inode) {

    /** What a descriptor may be of, as far as its link tells. */
    public enum Kind {
        /** A file, directory or device, by its path. */
        PATH,
        /** A socket. */
        SOCKET,
        /** A pipe or FIFO without a name. */
        PIPE,
        /** What has no file, such as an epoll or an eventfd. */
        ANON_INODE,
        /** A namespace or another object of the kernel's, such as {@code net:[4026531840]}. */
        OTHER
    }

    static Descriptor of(int number, String target) {
        if (target.startsWith("/")) {
            return new Descriptor(number, target, Kind.PATH, 0);
        }
        int colon = target.indexOf(':');
        Kind kind = switch (target.substring(0, Math.max(colon, 0))) {
            case "socket" -> Kind.SOCKET;
            case "pipe" -> Kind.PIPE;
            case "anon_inode" -> Kind.ANON_INODE;
            default -> Kind.OTHER;
        };
        return new Descriptor(number, target, kind, kind == Kind.ANON_INODE ? 0 : inode(target, colon + 1));
    }

    /** The number in brackets at the end, or 0. */
    private static long inode(String target, int from) {
        int last = target.length() - 1;
        if (last <= from + 1 || target.charAt(from) != '[' || target.charAt(last) != ']') {
            return 0;
        }
        long inode = 0;
        for (int i = from + 1; i < last; i++) {
            int digit = target.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            inode = 10 * inode + digit;
        }
        return inode;
    }
}

package procfs;

import java.io.IOException;

/**
 * The kernel says that a table changed while it told it ({@code NLM_F_DUMP_INTR}): some sockets may be lacking, or told
 * twice.
 */
public final class InterruptedDumpException extends IOException {

    private static final long serialVersionUID = 1;

    InterruptedDumpException(Kind kind) {
        super("the table of " + kind + " sockets changed while the kernel told it");
    }
}

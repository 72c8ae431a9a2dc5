package procfs;

import java.io.IOException;
import java.nio.file.Path;

/** A line of a file in {@code /proc} that is not as its format says, or not whole. */
public final class MalformedLineException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Path file;

    /** From 1. */
    private final int number;

    /** In ISO 8859-1. */
    private final String text;

    /**
     * The error.
     *
     * @param file the file
     * @param number the line's number, from 1
     * @param text the line
     * @param reason what is wrong with it
     */
    public MalformedLineException(Path file, int number, String text, String reason) {
        super(file + ":" + number + ": " + reason + ": " + text);
        this.file = file;
        this.number = number;
        this.text = text;
    }

    /**
     * The file.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    /**
     * The line's number.
     *
     * @return from 1
     */
    public int number() {
        return number;
    }

    /**
     * The line.
     *
     * @return its text, byte by byte as ISO 8859-1
     */
    public String text() {
        return text;
    }
}

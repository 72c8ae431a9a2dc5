package procfs.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong, in a line. */
final class Failures {

    private Failures() {}

    static String say(IOException e) {
        if (e instanceof NoSuchFileException missing && missing.getFile() != null) {
            return missing(Path.of(missing.getFile()));
        } else if (e instanceof AccessDeniedException denied) {
            return "permission denied: " + denied.getFile();
        } else if (e instanceof FileSystemException failure) {
            return failure.getReason() + ": " + failure.getFile();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static String missing(Path file) {
        if (file.startsWith("/run/netns")) {
            return "no such network namespace: " + file.getFileName();
        } else if (file.startsWith("/proc") && file.getNameCount() > 1 && file.getName(1).toString().matches("[0-9]+")) {
            return "no such process: " + file.getName(1);
        }
        return "no such file: " + file;
    }
}

package procfs.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/** The control groups of version 2 by their numbers, which are their directories' inodes. */
final class ControlGroups {

    private ControlGroups() {}

    static Map<Long, String> paths() throws IOException {
        Map<Long, String> paths = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/mounts"))) {
            String[] mount = line.split(" ");
            if (mount[2].equals("cgroup2")) {
                collect(Path.of(mount[1]), paths);
                break;
            }
        }
        return paths;
    }

    private static void collect(Path root, Map<Long, String> paths) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                try {
                    paths.put(((Number) Files.getAttribute(dir, "unix:ino")).longValue(), "/" + root.relativize(dir));
                } catch (NoSuchFileException e) {
                    return FileVisitResult.SKIP_SUBTREE; // a group that went while it was looked at
                }
                return FileVisitResult.CONTINUE;
            }

            /** What is gone by now, or closed to us, has no path. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

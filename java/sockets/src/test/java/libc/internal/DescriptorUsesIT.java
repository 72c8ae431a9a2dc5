package libc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import libc.tools.Prototypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sanitizer's table of who takes descriptors, against the parameters of the prototypes. */
@Tag("once")
class DescriptorUsesIT {

    private static final Pattern FUNCTION = Pattern.compile("(?:int|ssize_t) (\\w+)\\(([^)]*)\\)");
    private static final Pattern DESCRIPTOR = Pattern.compile("int (\\w*fd|fd_in|fd_out)");

    /** What a child of posix_spawn does with descriptors is its own business, and the new one of dup2 need not be open. */
    private static final Set<String> ELSEWHERE = Set.of("newfd", "targetfd");

    @Test
    void every_parameter_that_is_a_descriptor_is_checked() {
        String prototypes = Prototypes.functions().stream().map(Prototypes::of).collect(Collectors.joining("\n"));
        Map<String, List<Integer>> uses = new TreeMap<>();
        for (MatchResult function : FUNCTION.matcher(prototypes).results().toList()) {
            String[] parameters = function.group(2).split(",\\s*");
            List<Integer> descriptors = new ArrayList<>();
            for (int i = 0; i < parameters.length; i++) {
                if (DESCRIPTOR.matcher(parameters[i]).matches() && !ELSEWHERE.contains(parameters[i].substring(4))) {
                    descriptors.add(i);
                }
            }
            if (!descriptors.isEmpty() && !function.group(1).startsWith("posix_spawn")) {
                uses.put(function.group(1), descriptors);
            }
        }
        Map<String, List<Integer>> table = new TreeMap<>();
        Descriptors.USES.forEach((name, arguments) -> table.put(name, Arrays.stream(arguments).boxed().toList()));
        assertEquals(uses, table);
    }
}

package selftest;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the behaviours in this JVM, through its backend, and prints a line for each {@link Result}. */
final class Leg {

    private static final String EVERY = "T\\d\\d_\\w+";

    private Leg() {}

    /** Runs those whose class matches the argument, or all. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err); // of what else may be printed, nothing gets between the results
        Launcher launcher = LauncherFactory.create();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("selftest.behaviours"))
                .filters(includeClassNamePatterns(".*\\." + (args.length > 0 ? args[0] : EVERY)))
                .configurationParameter("junit.jupiter.execution.timeout.testtemplate.method.default", "60 s")
                .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                .build();
        TestPlan plan = launcher.discover(request);
        classes(plan).forEach(behaviour -> notApplicable(behaviour, out));
        launcher.execute(request, new Listener(out));
        System.exit(0); // a thread that is stuck in a call would keep the JVM
    }

    private static List<Class<?>> classes(TestPlan plan) {
        Set<Class<?>> classes = plan.getRoots().stream().flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(test -> test.getSource().stream()).filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass()).collect(Collectors.toSet());
        return classes.stream().sorted(Comparator.comparing(Class::getName)).toList();
    }

    private static void notApplicable(Class<?> behaviour, PrintStream out) {
        for (Method method : OnTransports.methods(behaviour)) {
            On on = method.getAnnotation(On.class);
            Set<Transport> transports = OnTransports.transports(on).collect(Collectors.toSet());
            for (Transport transport : Transport.values()) {
                String reason = transports.contains(transport) ? OnTransports.missing(on, transport)
                        : otherwise(on, transport);
                if (reason != null) {
                    out.println(new Result(behaviour.getSimpleName(), method.getName(), transport,
                            Result.Outcome.NOT_APPLICABLE, reason).line());
                }
            }
        }
    }

    private static String otherwise(On on, Transport transport) {
        return transport == Transport.NONE ? "concerns a transport"
                : on.otherwise().isEmpty() ? "concerns no transport" : on.otherwise();
    }

    private record Listener(PrintStream out) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
            String detail = result.getThrowable().map(Listener::trace).orElse("");
            if (test.isTest() && test.getSource().orElse(null) instanceof MethodSource method) {
                out.println(new Result(method.getJavaClass().getSimpleName(), method.getMethodName(),
                        transport(test.getDisplayName()),
                        failed ? Result.Outcome.FAILED : Result.Outcome.PASSED, detail).line());
            } else if (failed) {
                out.println(new Result(test.getDisplayName(), "", Transport.NONE, Result.Outcome.FAILED, detail).line());
            }
        }

        private static Transport transport(String name) {
            return Arrays.stream(Transport.values()).filter(t -> t.toString().equals(name)).findFirst().orElseThrow();
        }

        private static String trace(Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            return trace.toString().lines().filter(line -> !line.contains("org.junit.") && !line.contains("java.base/"))
                    .collect(Collectors.joining("\n"));
        }
    }
}

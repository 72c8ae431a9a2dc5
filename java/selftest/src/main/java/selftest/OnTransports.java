package selftest;

import static libc.Unistd.close;
import static libc.Unistd.geteuid;
import static libc.netinet.In.*;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a method with {@link On} once for each transport. */
final class OnTransports implements TestTemplateInvocationContextProvider {

    private static final boolean HAS_IPV6 = hasIpv6();

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        On on = context.getRequiredTestMethod().getAnnotation(On.class);
        return transports(on).filter(transport -> missing(on, transport) == null).map(Invocation::new);
    }

    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    /** What a test lacks here to run on one of its transports, or null. */
    static String missing(On on, Transport transport) {
        if (on.root() && geteuid() != 0) {
            return "needs root";
        }
        return transport.family() == AF_INET6 && !HAS_IPV6 ? "needs IPv6" : null;
    }

    private static boolean hasIpv6() {
        int fd = socket(AF_INET6, SOCK_STREAM, 0);
        if (fd == -1) {
            return false;
        }
        sockaddr_in6 loopback = new sockaddr_in6(AF_INET6, 0, 0, in6addr_loopback, 0);
        boolean bound = bind(fd, loopback, sizeof(loopback)) == 0;
        close(fd);
        return bound;
    }

    static Stream<Transport> transports(On on) {
        return Arrays.stream(Transport.values()).filter(t -> Arrays.stream(on.value()).anyMatch(group -> group.has(t))
                && Arrays.stream(on.except()).noneMatch(group -> group.has(t)));
    }

    /** The methods of a behaviour, in the same order in every JVM. */
    static List<Method> methods(Class<?> behaviour) {
        return Arrays.stream(behaviour.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(On.class))
                .sorted(Comparator.comparing(Method::getName)).toList();
    }

    private record Invocation(Transport transport) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return transport.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Arguments(transport, new Sockets(transport)));
        }
    }

    private record Arguments(Transport transport, Sockets sockets) implements ParameterResolver, AfterTestExecutionCallback {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == Transport.class || type == Sockets.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Transport.class ? transport : sockets;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) throws Exception {
            sockets.close();
        }
    }
}

package libc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.ENOTCONN;
import static libc.Errno.check;
import static libc.net.If.if_nametoindex;
import static libc.nio.SocketAddresses.length;
import static libc.nio.SocketAddresses.local;
import static libc.nio.SocketAddresses.remote;
import static libc.nio.SocketAddresses.toC;
import static libc.nio.SocketAddresses.toC6;
import static libc.nio.SocketAddresses.toJava;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import libc.arpa.Inet;
import libc.bits.Socket.sockaddr_storage;
import libc.linux.Netlink.sockaddr_nl;
import libc.netinet.In.in6_addr;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import libc.sys.Un.sockaddr_un;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses in C's notation and in the JDK's, and that a socket's are what its JDK peer says they are. */
class SocketAddressesIT {

    private static final int MANY = 20_000;

    @TempDir
    private Path dir;

    private Sockets s;

    @BeforeEach
    void setUp() {
        Sockets.assertBackend();
        s = new Sockets();
    }

    @AfterEach
    void tearDown() throws Exception {
        s.close();
    }

    private static InetSocketAddress inet(byte[] address, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByAddress(address), port);
    }

    // IP

    @Test
    void any_IPv4_address_both_ways() throws Exception {
        Random random = new Random(4);
        byte[] bytes = new byte[4];
        for (int i = 0; i < MANY; i++) {
            random.nextBytes(bytes);
            InetSocketAddress java = inet(bytes, random.nextInt(0x10000));
            sockaddr_in c = (sockaddr_in) toC(java);
            assertEquals(AF_INET + " " + java.getAddress().getHostAddress() + " " + java.getPort(),
                    c.sin_family + " " + Inet.inet_ntoa(c.sin_addr) + " " + Inet.ntohs(c.sin_port));
            assertEquals(java, toJava(c, length(c)));
            assertEquals(java, toJava(new sockaddr_storage(c), sizeof(sockaddr_storage.class)));
            sockaddr_in6 mapped = toC6(java);
            assertEquals("::ffff:" + java.getAddress().getHostAddress(), text(mapped));
            assertEquals(java, toJava(mapped, length(mapped)), "the JDK's address of a mapped one is IPv4");
        }
    }

    @Test
    void any_IPv6_address_both_ways_with_its_scope() throws Exception {
        Random random = new Random(6);
        byte[] bytes = new byte[16];
        for (int i = 0; i < MANY; i++) {
            random.nextBytes(bytes);
            int scope = random.nextBoolean() ? 0 : random.nextInt(Integer.MAX_VALUE);
            Inet6Address address = Inet6Address.getByAddress(null, bytes, scope == 0 ? -1 : scope);
            InetSocketAddress java = new InetSocketAddress(address, random.nextInt(0x10000));
            sockaddr_in6 c = (sockaddr_in6) toC(java);
            assertArrayEquals(bytes, c.sin6_addr.s6_addr);
            assertEquals(AF_INET6 + " " + java.getPort() + " 0 " + scope,
                    c.sin6_family + " " + Inet.ntohs(c.sin6_port) + " " + c.sin6_flowinfo + " " + c.sin6_scope_id);
            assertEquals(java, toJava(c, length(c)));
            assertEquals(scope, ((Inet6Address) ((InetSocketAddress) toJava(c, length(c))).getAddress()).getScopeId());
            assertEquals(java.toString(), toJava(c, length(c)).toString());
            assertEquals(c.toString(), toC6(java).toString());
        }
    }

    private static String text(sockaddr_in6 c) {
        byte[] text = new byte[Inet.INET6_ADDRSTRLEN];
        Inet.inet_ntop(AF_INET6, c.sin6_addr, text, text.length);
        return Strings.str(text);
    }

    @Test
    void the_wildcard_of_a_socket_for_both_is_IPv6s() throws Exception {
        int fd = s.open(AF_INET6, SOCK_STREAM);
        sockaddr_in6 any = toC6(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0));
        assertEquals("::", text(any));
        check(bind(fd, any, length(any)));
        check(listen(fd, 1));
        InetSocketAddress local = (InetSocketAddress) local(fd);
        assertTrue(local.getAddress() instanceof Inet6Address && local.getAddress().isAnyLocalAddress());
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", local.getPort()))) {
            int accepted = s.keep(accept(fd, null, null));
            assertEquals(channel.getLocalAddress(), remote(accepted));
            assertEquals(channel.getRemoteAddress(), local(accepted));
            assertTrue(((InetSocketAddress) local(accepted)).getAddress() instanceof Inet4Address);
        }
    }

    static Stream<String> loopbacks() {
        return Stream.of("127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1");
    }

    @ParameterizedTest
    @MethodSource("loopbacks")
    void the_JDK_at_the_other_end_says_the_same(String host) throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(host, 0))) {
            InetSocketAddress there = (InetSocketAddress) server.getLocalAddress();
            assertConnects(server, s.open(host.contains(".") ? AF_INET : AF_INET6, SOCK_STREAM), there);
            sockaddr_in6 mapped = toC6(there);
            int fd = s.open(AF_INET6, SOCK_STREAM);
            check(connect(fd, mapped, length(mapped)));
            assertSameEnds(server, fd);
        }
    }

    @Test
    void a_link_local_address_needs_its_scope() throws Exception {
        int lo = if_nametoindex("lo");
        sockaddr_in6 c = new sockaddr_in6(AF_INET6, Inet.htons(9), 0, new in6_addr(), lo);
        check(Inet.inet_pton(AF_INET6, "fe80::1", c.sin6_addr));
        InetSocketAddress java = (InetSocketAddress) toJava(c, length(c));
        assertEquals(lo, ((Inet6Address) java.getAddress()).getScopeId());
        sockaddr_in6 named = toC6(new InetSocketAddress(InetAddress.getByName("fe80::1%" + lo), 9));
        assertEquals(c.toString(), named.toString());
        assertEquals(c.toString(), toC(java).toString());
    }

    private void assertConnects(ServerSocketChannel server, int fd, SocketAddress to) throws IOException {
        check(connect(fd, toC(to), length(toC(to))));
        assertSameEnds(server, fd);
    }

    private static void assertSameEnds(ServerSocketChannel server, int fd) throws IOException {
        try (SocketChannel accepted = server.accept()) {
            assertEquals(accepted.getRemoteAddress(), local(fd));
            assertEquals(accepted.getLocalAddress(), remote(fd));
        }
    }

    // UNIX

    /** Lengths of paths up to all of sun_path, which then has no NUL. */
    @Test
    void pathnames_of_every_length_both_ways() {
        for (int n = 1; n <= UNIX_PATH_MAX; n++) {
            UnixDomainSocketAddress java = UnixDomainSocketAddress.of("p".repeat(n));
            sockaddr_un c = (sockaddr_un) toC(java);
            assertEquals(n, SUN_LEN(c) - offsetof(sockaddr_un.class, "sun_path"));
            assertEquals(Math.min(SUN_LEN(c) + 1, sizeof(c)), length(c));
            assertEquals(java, toJava(c, length(c)));
            assertEquals(java, toJava(c, SUN_LEN(c)), "without the NUL");
            assertEquals(java, toJava(c, length(c) + 1), "as the kernel tells a length beyond its room");
        }
        UnixDomainSocketAddress longer = UnixDomainSocketAddress.of("p".repeat(UNIX_PATH_MAX + 1));
        assertThrows(IllegalArgumentException.class, () -> toC(longer));
    }

    @Test
    void a_path_that_the_JDK_bound_and_one_that_it_connects_to() throws Exception {
        SocketAddress java = UnixDomainSocketAddress.of(dir.resolve("jdk"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(java)) {
            assertConnects(server, s.open(AF_UNIX, SOCK_STREAM), server.getLocalAddress());
        }
        SocketAddress ours = UnixDomainSocketAddress.of(dir.resolve("ours"));
        int listener = s.open(AF_UNIX, SOCK_STREAM);
        check(bind(listener, toC(ours), length(toC(ours))));
        check(listen(listener, 1));
        assertEquals(ours, local(listener));
        try (SocketChannel channel = SocketChannel.open(local(listener))) {
            int accepted = s.keep(accept(listener, null, null));
            assertEquals(channel.getRemoteAddress(), local(accepted));
            assertEquals(channel.getLocalAddress(), remote(accepted));
            assertEquals(UnixDomainSocketAddress.of(""), remote(accepted));
        }
    }

    @Test
    void without_a_name_the_path_is_empty() throws Exception {
        UnixDomainSocketAddress unnamed = UnixDomainSocketAddress.of("");
        int[] sv = s.pair(SOCK_STREAM);
        assertEquals(unnamed, local(sv[0]));
        assertEquals(unnamed, remote(sv[0]));
        assertEquals(sizeof(short.class), length(toC(unnamed)));
        assertEquals(unnamed, toJava(toC(unnamed), length(toC(unnamed))));
        assertEquals(ENOTCONN, assertThrows(ErrnoException.class, () -> remote(s.open(AF_UNIX, SOCK_STREAM))).errno());
    }

    @Test
    void an_abstract_name_cannot_be_said_in_Java() throws Exception {
        int fd = s.open(AF_UNIX, SOCK_STREAM);
        sockaddr_un addr = new sockaddr_un();
        addr.sun_family = AF_UNIX;
        check(bind(fd, addr, sizeof(short.class))); // the kernel chooses a name
        String message = assertThrows(IllegalArgumentException.class, () -> local(fd)).getMessage();
        assertTrue(message.matches("the JDK has no abstract names: \\{sa_family=AF_UNIX, sun_path=@\".{5}\"\\}"), message);
    }

    /** The JDK's path for bytes is the one that it lists a directory with, where it can decode them. */
    @Test
    void names_are_in_the_encoding_of_the_JVMs_paths() throws Exception {
        Charset encoding = Charset.forName(System.getProperty("native.encoding"));
        byte[] name = (dir + "/gr\u00fc\u00df").getBytes(UTF_8);
        int fd = s.open(AF_UNIX, SOCK_STREAM);
        sockaddr_un addr = new sockaddr_un(AF_UNIX, name);
        check(bind(fd, addr, sizeof(addr)));
        if (Arrays.equals(name, new String(name, encoding).getBytes(encoding))) {
            try (Stream<Path> files = Files.list(dir)) {
                Path listed = files.findFirst().orElseThrow();
                assertEquals(UnixDomainSocketAddress.of(listed), local(fd));
                assertArrayEquals(Arrays.copyOf(name, UNIX_PATH_MAX),
                        ((sockaddr_un) toC(UnixDomainSocketAddress.of(listed))).sun_path);
            }
        } else {
            assertThrows(IllegalArgumentException.class, () -> local(fd));
        }
    }

    @Test
    void bytes_that_are_no_characters_are_refused_both_ways() throws Exception {
        byte[] name = (dir + "/x\u00ff").getBytes(ISO_8859_1);
        int fd = s.open(AF_UNIX, SOCK_STREAM);
        sockaddr_un addr = new sockaddr_un(AF_UNIX, name);
        check(bind(fd, addr, sizeof(addr)));
        assertThrows(IllegalArgumentException.class, () -> local(fd));
        try (Stream<Path> files = Files.list(dir)) {
            UnixDomainSocketAddress listed = UnixDomainSocketAddress.of(files.findFirst().orElseThrow());
            assertThrows(IllegalArgumentException.class, () -> toC(listed));
        }
    }

    // What there is not

    @Test
    void other_families_and_unresolved_names_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> toJava(new sockaddr_nl(), sizeof(sockaddr_nl.class)));
        assertThrows(IllegalArgumentException.class, () -> toJava(new sockaddr_storage(), 0));
        InetSocketAddress unresolved = InetSocketAddress.createUnresolved("nowhere.invalid", 9);
        assertThrows(UnresolvedAddressException.class, () -> toC(unresolved));
        assertThrows(UnresolvedAddressException.class, () -> toC6(unresolved));
        assertThrows(IllegalArgumentException.class, () -> toC(new Elsewhere()));
    }

    /** An address of nobody's. */
    private static final class Elsewhere extends SocketAddress {
        private static final long serialVersionUID = 1;
    }

    @Test
    void an_empty_address_is_the_wildcard() {
        sockaddr_in any = new sockaddr_in(AF_INET, 0, new in_addr());
        assertEquals(new InetSocketAddress("0.0.0.0", 0), toJava(any, sizeof(any)));
    }
}

package libc;

import static libc.Conditions.*;
import static libc.Errno.*;
import static libc.Ifaddrs.getifaddrs;
import static libc.Netdb.*;
import static libc.Sockets.loopback;
import static libc.arpa.Inet.inet_addr;
import static libc.arpa.Inet.inet_aton;
import static libc.arpa.Inet.inet_net_ntop;
import static libc.arpa.Inet.inet_net_pton;
import static libc.arpa.Inet.inet_network;
import static libc.arpa.Inet.inet_ntop;
import static libc.arpa.Inet.inet_pton;
import static libc.net.If.IF_NAMESIZE;
import static libc.net.If.if_indextoname;
import static libc.net.If.if_nametoindex;
import static libc.netinet.Ether.*;

import java.util.List;
import java.util.stream.Stream;
import libc.ErrorsIT.Row;

/** Addresses as text, the databases of names, and interfaces. */
final class NameErrors {

    private NameErrors() {}

    static List<Row> rows() {
        return Stream.of(addresses(), networks(), lookups(), databases(),
                interfaces()).flatMap(List::stream).toList();
    }

    private static List<Row> addresses() {
        byte[] addr = {127, 0, 0, 1};
        return List.of(
                Row.fails("inet_addr", EFAULT, "null", (s, d) -> inet_addr(null)),
                Row.fails("inet_network", EFAULT, "null", (s, d) -> inet_network(null)),
                Row.fails("inet_aton", 0, EFAULT, "cp null", (s, d) -> inet_aton(null, new in_addr())),
                Row.fails("inet_aton", 0, EFAULT, "inp null", (s, d) -> inet_aton("127.0.0.1", null)),
                Row.fails("inet_ntop", null, EAFNOSUPPORT, "no such family",
                        (s, d) -> inet_ntop(NO_FAMILY, addr, new byte[INET6_ADDRSTRLEN], INET6_ADDRSTRLEN)),
                Row.fails("inet_ntop", null, EFAULT, "src null",
                        (s, d) -> inet_ntop(AF_INET, (byte[]) null, new byte[INET_ADDRSTRLEN], INET_ADDRSTRLEN)),
                Row.fails("inet_ntop", null, EFAULT, "dst null", (s, d) -> inet_ntop(AF_INET, addr, null, 16)),
                Row.fails("inet_ntop", null, ENOSPC, "one byte short",
                        (s, d) -> inet_ntop(AF_INET, addr, new byte[9], 9)),
                Row.fails("inet_ntop", null, ENOSPC, "IPv6, one byte short",
                        (s, d) -> inet_ntop(AF_INET6, in6addr_loopback, new byte[3], 3)),
                Row.fails("inet_ntop", null, ENOSPC, "no room at all",
                        (s, d) -> inet_ntop(AF_INET, addr, new byte[0], 0)),
                Row.fails("inet_pton", EAFNOSUPPORT, "no such family",
                        (s, d) -> inet_pton(NO_FAMILY, "127.0.0.1", new byte[16])),
                Row.fails("inet_pton", EFAULT, "src null", (s, d) -> inet_pton(AF_INET, null, new byte[16])),
                Row.fails("inet_pton", EFAULT, "dst null", (s, d) -> inet_pton(AF_INET, "127.0.0.1", (byte[]) null)));
    }

    private static List<Row> networks() {
        byte[] net = {10, 0, 0, 0};
        return List.of(
                Row.fails("inet_net_pton", EAFNOSUPPORT, "no such family",
                        (s, d) -> inet_net_pton(NO_FAMILY, "10", new byte[4], 4)),
                Row.fails("inet_net_pton", EFAULT, "pres null",
                        (s, d) -> inet_net_pton(AF_INET, null, new byte[4], 4)),
                Row.fails("inet_net_pton", EFAULT, "netp null",
                        (s, d) -> inet_net_pton(AF_INET, "10", (byte[]) null, 4)),
                Row.fails("inet_net_pton", EMSGSIZE, "no room",
                        (s, d) -> inet_net_pton(AF_INET, "192.168/16", new byte[1], 1)),
                Row.fails("inet_net_pton", ENOENT, "no number", (s, d) -> inet_net_pton(AF_INET, "x", new byte[4], 4)),
                Row.fails("inet_net_ntop", null, EAFNOSUPPORT, "no such family",
                        (s, d) -> inet_net_ntop(NO_FAMILY, net, 8, new byte[16], 16)),
                Row.fails("inet_net_ntop", null, EFAULT, "netp null",
                        (s, d) -> inet_net_ntop(AF_INET, (byte[]) null, 8, new byte[16], 16)),
                Row.fails("inet_net_ntop", null, EFAULT, "pres null",
                        (s, d) -> inet_net_ntop(AF_INET, net, 8, null, 16)),
                Row.fails("inet_net_ntop", null, EINVAL, "33 bits",
                        (s, d) -> inet_net_ntop(AF_INET, net, 33, new byte[16], 16)),
                Row.fails("inet_net_ntop", null, EMSGSIZE, "no room",
                        (s, d) -> inet_net_ntop(AF_INET, net, 8, new byte[1], 1)));
    }

    private static List<Row> lookups() {
        return List.of(
                Row.answers("getaddrinfo", EAI_ADDRFAMILY, "an address of another family", (s, d) ->
                        getaddrinfo("::1", null, hints(AI_NUMERICHOST, AF_INET, 0), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_BADFLAGS, "no such flag",
                        (s, d) -> getaddrinfo("127.0.0.1", null, hints(0x800, AF_INET, 0), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_BADFLAGS, "AI_CANONNAME of no node",
                        (s, d) -> getaddrinfo(null, "80", hints(AI_CANONNAME, AF_INET, 0), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_FAMILY, "no such family", (s, d) ->
                        getaddrinfo("127.0.0.1", null, hints(AI_NUMERICHOST, NO_FAMILY, 0), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_NONAME, "neither node nor service",
                        (s, d) -> getaddrinfo(null, null, null, new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_NONAME, "AI_NUMERICHOST of a name", (s, d) ->
                        getaddrinfo("localhost", null, hints(AI_NUMERICHOST, AF_INET, 0), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_NONAME, "AI_NUMERICSERV of a name", (s, d) ->
                        getaddrinfo("127.0.0.1", "http", hints(AI_NUMERICSERV, AF_INET, 0), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_SERVICE, "no such service", (s, d) ->
                        getaddrinfo("127.0.0.1", "no-such-service", hints(0, AF_INET, SOCK_STREAM), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_SERVICE, "a service of a raw socket", (s, d) ->
                        getaddrinfo("127.0.0.1", "http", hints(0, AF_INET, SOCK_RAW), new addrinfo[1])),
                Row.answers("getaddrinfo", EAI_SOCKTYPE, "no such type",
                        (s, d) -> getaddrinfo("127.0.0.1", null, hints(0, AF_INET, 15), new addrinfo[1])),
                Row.fails("getaddrinfo", EAI_SYSTEM, EFAULT, "res null",
                        (s, d) -> getaddrinfo("127.0.0.1", null, null, null)),

                Row.answers("getnameinfo", EAI_BADFLAGS, "no such flag",
                        (s, d) -> getnameinfo(loopback(53), 16, new byte[99], 99, null, 0, 0x4000)),
                Row.answers("getnameinfo", EAI_FAMILY, "no such family",
                        (s, d) -> getnameinfo(new sockaddr_storage(), 128, new byte[99], 99, null, 0, 0)),
                Row.answers("getnameinfo", EAI_FAMILY, "an address that is too short",
                        (s, d) -> getnameinfo(loopback(53), 15, new byte[99], 99, null, 0, 0)),
                Row.answers("getnameinfo", EAI_NONAME, "NI_NAMEREQD, and neither name wanted",
                        (s, d) -> getnameinfo(loopback(53), 16, null, 0, null, 0, NI_NAMEREQD)),
                Row.answers("getnameinfo", EAI_NONAME, "NI_NAMEREQD of an address without a name", (s, d) ->
                        getnameinfo(new sockaddr_in6(AF_INET6, 0, 0, in6addr_any, 0), sizeof(sockaddr_in6.class),
                                new byte[99], 99, null, 0, NI_NAMEREQD)),
                Row.answers("getnameinfo", EAI_OVERFLOW, "one byte short", (s, d) ->
                        getnameinfo(loopback(53), 16, new byte[9], 9, null, 0, NI_NUMERICHOST)),
                Row.fails("getnameinfo", EAI_SYSTEM, EFAULT, "addr null",
                        (s, d) -> getnameinfo(null, 16, new byte[99], 99, null, 0, 0)));
    }

    private static List<Row> databases() {
        return List.of(
                Row.looksUpInVain("gethostbyname", HOST_NOT_FOUND, "not an address",
                        (s, d) -> gethostbyname("999.999.999.999")),
                Row.fails("gethostbyname", null, EFAULT, "null", (s, d) -> gethostbyname(null)),
                Row.looksUpInVain("gethostbyname2", HOST_NOT_FOUND, "not an address",
                        (s, d) -> gethostbyname2("999.999.999.999", AF_INET)),
                Row.fails("gethostbyname2", null, EAFNOSUPPORT, "no such family",
                        (s, d) -> gethostbyname2("localhost", NO_FAMILY)),
                Row.fails("gethostbyname2", null, EFAULT, "null", (s, d) -> gethostbyname2(null, AF_INET)),
                Row.looksUpInVain("gethostbyaddr", HOST_NOT_FOUND, "the address of no host",
                        (s, d) -> gethostbyaddr(in6addr_any, 16, AF_INET6)),
                Row.fails("gethostbyaddr", null, EAFNOSUPPORT, "no such family",
                        (s, d) -> gethostbyaddr(new byte[4], 4, AF_UNIX)),
                Row.fails("gethostbyaddr", null, EFAULT, "null",
                        (s, d) -> gethostbyaddr((byte[]) null, 4, AF_INET)),
                Row.looksUpInVain("getnetbyname", HOST_NOT_FOUND, "no such network",
                        (s, d) -> getnetbyname("no-such-network")),
                Row.fails("getnetbyname", null, EFAULT, "null", (s, d) -> getnetbyname(null)),
                Row.looksUpInVain("getnetbyaddr", HOST_NOT_FOUND, "no such network",
                        (s, d) -> getnetbyaddr(htonl(1), AF_INET)),

                Row.denies("getservbyname", null, "no such service", (s, d) -> getservbyname("no-such-service", null)),
                Row.denies("getservbyname", null, "not of this protocol",
                        (s, d) -> getservbyname("http", "no-such-protocol")),
                Row.fails("getservbyname", null, EFAULT, "null", (s, d) -> getservbyname(null, null)),
                Row.denies("getservbyport", null, "no such service", (s, d) -> getservbyport(htons(65535), null)),
                Row.denies("getprotobyname", null, "no such protocol", (s, d) -> getprotobyname("no-such-protocol")),
                Row.fails("getprotobyname", null, EFAULT, "null", (s, d) -> getprotobyname(null)),
                Row.denies("getprotobynumber", null, "no such protocol", (s, d) -> getprotobynumber(-1)));
    }

    private static List<Row> interfaces() {
        return List.of(
                Row.fails("if_nametoindex", 0, ENODEV, "no such interface", (s, d) -> if_nametoindex("no-such-if")),
                Row.fails("if_nametoindex", 0, EFAULT, "null", (s, d) -> if_nametoindex(null)),
                Row.fails("if_indextoname", null, ENXIO, "no such interface",
                        (s, d) -> if_indextoname(Integer.MAX_VALUE, new byte[IF_NAMESIZE])),
                Row.fails("if_indextoname", null, EFAULT, "null", (s, d) -> if_indextoname(1, null)),
                Row.fails("getifaddrs", EFAULT, "null", (s, d) -> getifaddrs(null)),

                Row.denies("ether_aton", null, "not an address", (s, d) -> ether_aton("0:1:2:3:4")),
                Row.fails("ether_aton", null, EFAULT, "null", (s, d) -> ether_aton(null)),
                Row.fails("ether_ntoa", null, EFAULT, "null", (s, d) -> ether_ntoa(null)),
                Row.denies("ether_line", -1, "no address", (s, d) -> ether_line("x", new ether_addr(), new byte[8])),
                Row.fails("ether_line", EFAULT, "null", (s, d) -> ether_line(null, new ether_addr(), new byte[8])),
                Row.denies("ether_hostton", -1, "no such host",
                        (s, d) -> ether_hostton("no-such-host", new ether_addr())),
                Row.fails("ether_hostton", EFAULT, "null", (s, d) -> ether_hostton(null, new ether_addr())),
                Row.denies("ether_ntohost", -1, "no such address",
                        (s, d) -> ether_ntohost(new byte[1024], new ether_addr(new byte[] {0, 1, 2, 3, 4, 5}))),
                Row.fails("ether_ntohost", EFAULT, "null", (s, d) -> ether_ntohost(null, new ether_addr())));
    }
}

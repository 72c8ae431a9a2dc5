package libc.internal;

import static libc.sys.Types.offsetof;
import static libc.sys.Types.sizeof;

import java.util.ArrayList;
import java.util.List;
import libc.Ifaddrs.ifaddrs;
import libc.Netdb.addrinfo;
import libc.Netdb.hostent;
import libc.Netdb.netent;
import libc.Netdb.protoent;
import libc.Netdb.servent;
import libc.internal.memory.Pointers;
import libc.linux.IfLink.rtnl_link_stats;
import libc.net.If.if_nameindex;
import libc.netinet.In.sockaddr_in6;

/** What look-ups answer with, which is C's and goes away, copied while it is there. */
public final class Entries {

    /** What C has of an interface's address at least: all families share a union. */
    private static final int ADDRESS = sizeof(sockaddr_in6.class);

    /** What the kernel tells of a link's statistics at least: it came to have {@code rx_nohandler} in Linux 4.6. */
    private static final int STATISTICS = offsetof(rtnl_link_stats.class, "rx_nohandler");

    private Entries() {}

    /** The list of getaddrinfo(3). */
    public static addrinfo addresses(long list) {
        addrinfo head = new addrinfo();
        addrinfo last = head;
        for (long at = list; at != 0;) {
            addrinfo ai = new addrinfo();
            Pointers pointers = Pointers.read(ai, at);
            ai.ai_addr = pointers.sockaddr("ai_addr", ai.ai_addrlen);
            ai.ai_canonname = pointers.string("ai_canonname");
            last.ai_next = ai;
            last = ai;
            at = pointers.address("ai_next");
        }
        return head.ai_next;
    }

    /** A host. */
    public static hostent host(long address) {
        hostent host = new hostent();
        Pointers pointers = Pointers.read(host, address);
        host.h_name = pointers.string("h_name");
        host.h_aliases = pointers.strings("h_aliases");
        host.h_addr_list = pointers.blocks("h_addr_list", host.h_length);
        return host;
    }

    /** A service. */
    public static servent service(long address) {
        servent service = new servent();
        Pointers pointers = Pointers.read(service, address);
        service.s_name = pointers.string("s_name");
        service.s_aliases = pointers.strings("s_aliases");
        service.s_proto = pointers.string("s_proto");
        return service;
    }

    /** A protocol. */
    public static protoent protocol(long address) {
        protoent protocol = new protoent();
        Pointers pointers = Pointers.read(protocol, address);
        protocol.p_name = pointers.string("p_name");
        protocol.p_aliases = pointers.strings("p_aliases");
        return protocol;
    }

    /** A network. */
    public static netent network(long address) {
        netent network = new netent();
        Pointers pointers = Pointers.read(network, address);
        network.n_name = pointers.string("n_name");
        network.n_aliases = pointers.strings("n_aliases");
        return network;
    }

    /** The list of if_nameindex(3). */
    public static if_nameindex[] interfaceNames(long list) {
        List<if_nameindex> all = new ArrayList<>();
        long at = list;
        for (if_nameindex next = interfaceName(at); next.if_index != 0; next = interfaceName(at)) {
            all.add(next);
            at += next.size();
        }
        return all.toArray(if_nameindex[]::new);
    }

    private static if_nameindex interfaceName(long address) {
        if_nameindex one = new if_nameindex();
        one.if_name = Pointers.read(one, address).string("if_name");
        return one;
    }

    /** The list of getifaddrs(3). */
    public static ifaddrs interfaces(long list) {
        ifaddrs head = new ifaddrs();
        ifaddrs last = head;
        for (long at = list; at != 0;) {
            ifaddrs ifa = new ifaddrs();
            Pointers pointers = Pointers.read(ifa, at);
            ifa.ifa_name = pointers.string("ifa_name");
            ifa.ifa_addr = pointers.sockaddr("ifa_addr", ADDRESS);
            ifa.ifa_netmask = pointers.sockaddr("ifa_netmask", ADDRESS);
            ifa.ifa_ifu = pointers.sockaddr("ifa_ifu", ADDRESS);
            ifa.ifa_data = statistics(pointers.address("ifa_data"));
            last.ifa_next = ifa;
            last = ifa;
            at = pointers.address("ifa_next");
        }
        return head.ifa_next;
    }

    private static rtnl_link_stats statistics(long address) {
        return address == 0 ? null : new rtnl_link_stats(Pointers.bytes(address, STATISTICS));
    }
}

package libc.internal.trace;

import java.nio.ByteBuffer;
import java.util.StringJoiner;
import libc.Ifaddrs.ifaddrs;
import libc.Names;
import libc.Netdb.addrinfo;
import libc.internal.Entries;
import libc.net.If.if_nameindex;

/** What look-ups take and answer, none of which is a system call's. */
final class Lookups {

    private Lookups() {}

    /** What getaddrinfo(3) is asked for. */
    static final Argument HINTS = Argument.inMemory((call, memory) -> {
        addrinfo hints = new addrinfo();
        hints.unpack(memory);
        return "{ai_flags=" + Names.of("AI_", hints.ai_flags) + ", ai_family=" + Names.of("AF_", hints.ai_family)
                + ", ai_socktype=" + Names.of("SOCK_", hints.ai_socktype)
                + ", ai_protocol=" + Names.of("IPPROTO_", hints.ai_protocol) + "}";
    });

    /** The list that getaddrinfo(3) makes. */
    static final Argument ADDRESSES_OUT = Argument.outMemory((call, memory) -> {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        for (addrinfo ai = Entries.addresses(memory.getLong(0)); ai != null; ai = ai.ai_next) {
            list.add(ai.toString().replaceFirst(", ai_next=[^,}]*}$", "}"));
        }
        return list.toString();
    });

    /** The list that getifaddrs(3) makes. */
    static final Argument INTERFACES_OUT = Argument.outMemory((call, memory) -> {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        for (ifaddrs ifa = Entries.interfaces(memory.getLong(0)); ifa != null; ifa = ifa.ifa_next) {
            list.add(ifa.toString().replaceFirst("^\\{ifa_next=[^,]*, ", "{")
                    .replaceFirst(", ifa_data=\\{.*", ", ifa_data=...}"));
        }
        return list.toString();
    });

    /** The list that if_nameindex(3) makes. */
    static final Result INTERFACE_NAMES = Result.entry(list -> {
        if_nameindex[] names = Entries.interfaceNames(list);
        return Text.array(names.length, i -> names[i].toString());
    });

    /** Room for a name, of a length that the next argument says. */
    static final Argument NAME_OUT = Argument.out((call, i) -> {
        ByteBuffer memory = call.memory(i);
        return call.failed() || memory == null || call.number(i + 1) == 0 ? call.pointer(i) : Text.string(memory);
    });
}

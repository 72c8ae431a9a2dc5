package procfs.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import libc.Struct;
import libc.netinet.Tcp.tcp_info;
import procfs.Details;
import procfs.Kind;
import procfs.LinkAddress;
import procfs.NetlinkAddress;
import procfs.Owner;
import procfs.SocketEntry;
import procfs.SocketMemory;
import procfs.SocketTable;
import procfs.State;
import procfs.Timer;
import procfs.UnixAddress;

/** An array of objects, each on a line of its own. What nobody asked for, or there is nothing of, has no member. */
final class Json implements Printer {

    private final Show show;
    private final Names names;

    Json(Show show, Names names) {
        this.show = show;
        this.names = names;
    }

    @Override
    public void print(SocketTable table, List<SocketEntry> sockets, Appendable out) throws IOException {
        String separator = "[\n";
        for (SocketEntry entry : sockets) {
            StringWriter object = new StringWriter();
            try (JsonWriter json = new JsonWriter(object)) {
                json.setSerializeNulls(false);
                json.setHtmlSafe(false);
                json.beginObject();
                socket(json, entry);
                people(json, table, entry);
                details(json, entry);
                json.endObject();
            }
            out.append(separator).append(object.getBuffer());
            separator = ",\n";
        }
        out.append(sockets.isEmpty() ? "[]\n" : "\n]\n");
    }

    private void socket(JsonWriter json, SocketEntry entry) throws IOException {
        json.name("kind").value(entry.kind().name().toLowerCase(Locale.ROOT));
        json.name("family").value(Constants.family(entry.family()));
        json.name("type").value(Constants.type(entry.type()));
        json.name("protocol").value(entry.protocol());
        json.name("state").value(entry.state().shortName());
        json.name("recv_q").value(entry.receiveQueue());
        json.name("send_q").value(entry.sendQueue());
        if (!entry.local().equals(UnixAddress.UNNAMED)) {
            address(json, "local", entry.family(), entry.local());
        }
        boolean netlink = entry.kind() == Kind.NETLINK && entry.state() == State.TCP_ESTABLISHED;
        if (netlink || Ends.isNamed(entry.remote())) {
            address(json, "remote", entry.family(), entry.remote());
        }
        if (entry.interfaceIndex() != 0) {
            json.name("interface").value(names.interfaceName(entry.interfaceIndex()));
        }
        if (entry.timer().kind() != Timer.Kind.OFF) {
            json.name("timer").beginObject();
            json.name("kind").value(entry.timer().kind().shortName());
            json.name("expires_ms").value(entry.timer().expires().toMillis());
            json.name("retransmits").value(entry.timer().retransmits()).endObject();
        }
        json.name("uid").value(entry.uid() < 0 ? null : entry.uid());
        json.name("inode").value(entry.inode() == 0 ? null : entry.inode());
        json.name("peer_inode").value(entry.peerInode() == 0 ? null : entry.peerInode());
        json.name("source").value(entry.source().name().toLowerCase(Locale.ROOT));
    }

    private void address(JsonWriter json, String name, int family, SocketAddress address) throws IOException {
        json.name(name).beginObject();
        if (address instanceof InetSocketAddress internet) {
            json.name("address").value(Names.numbers(family, internet.getAddress()));
            json.name("port").value(internet.getPort());
        } else if (address instanceof UnixAddress unix) {
            String text = unix.toString();
            json.name(unix.isAbstract() ? "abstract" : "path").value(unix.isAbstract() ? text.substring(1) : text);
        } else if (address instanceof LinkAddress link) {
            json.name("protocol").value(link.protocol());
            json.name("interface").value(link.interfaceIndex() == 0 ? null : names.interfaceName(link.interfaceIndex()));
        } else if (address instanceof NetlinkAddress netlink) {
            json.name("protocol").value(netlink.protocol());
            json.name("port_id").value(Integer.toUnsignedLong(netlink.portId()));
            json.name("groups").value(Integer.toUnsignedLong(netlink.groups()));
        }
        json.endObject();
    }

    private void people(JsonWriter json, SocketTable table, SocketEntry entry) throws IOException {
        if (show.processes) {
            owners(json, table.owners(entry));
        }
        if (show.peers) {
            json.name("side").value(table.side(entry).map(side -> side.name().toLowerCase(Locale.ROOT)).orElse(null));
            Optional<SocketEntry> peer = table.peer(entry);
            if (peer.isPresent()) {
                json.name("peer").beginObject();
                json.name("inode").value(peer.get().inode());
                json.name("state").value(peer.get().state().shortName());
                owners(json, table.owners(peer.get()));
                json.endObject();
            }
        }
    }

    private static void owners(JsonWriter json, List<Owner> owners) throws IOException {
        json.name("owners").beginArray();
        for (Owner owner : owners) {
            json.beginObject();
            json.name("pid").value(owner.pid());
            json.name("fd").value(owner.fd());
            json.name("command").value(owner.command());
            json.endObject();
        }
        json.endArray();
    }

    private static void details(JsonWriter json, SocketEntry entry) throws IOException {
        Details details = entry.details();
        json.name("cookie").value(details.cookie());
        json.name("pointer").value(details.pointer() == null ? null : Long.toHexString(details.pointer()));
        json.name("references").value(details.references());
        json.name("drops").value(details.drops());
        json.name("shutdown").value(details.shutdown());
        json.name("congestion").value(details.congestion());
        json.name("tos").value(details.tos());
        json.name("traffic_class").value(details.trafficClass());
        json.name("v6only").value(details.v6only());
        json.name("mark").value(details.mark() == null ? null : Integer.toUnsignedLong(details.mark()));
        json.name("cgroup").value(details.cgroup());
        if (details.pending() != null) {
            json.name("pending").beginArray();
            for (Long inode : details.pending()) {
                json.value(inode);
            }
            json.endArray();
        }
        json.name("path_device").value(details.pathDevice());
        json.name("path_inode").value(details.pathInode());
        if (details.memory() != null) {
            memory(json, details.memory());
        }
        if (details.tcpInfo() != null) {
            tcpInfo(json, details.tcpInfo());
        }
    }

    private static void memory(JsonWriter json, SocketMemory memory) throws IOException {
        json.name("memory").beginObject();
        json.name("rmem_alloc").value(Integer.toUnsignedLong(memory.rmemAlloc()));
        json.name("rcvbuf").value(Integer.toUnsignedLong(memory.rcvbuf()));
        json.name("wmem_alloc").value(Integer.toUnsignedLong(memory.wmemAlloc()));
        json.name("sndbuf").value(Integer.toUnsignedLong(memory.sndbuf()));
        json.name("fwd_alloc").value(Integer.toUnsignedLong(memory.fwdAlloc()));
        json.name("wmem_queued").value(Integer.toUnsignedLong(memory.wmemQueued()));
        json.name("optmem").value(Integer.toUnsignedLong(memory.optmem()));
        json.name("backlog").value(Integer.toUnsignedLong(memory.backlog()));
        json.name("drops").value(Integer.toUnsignedLong(memory.drops()));
        json.endObject();
    }

    /** By the kernel's names; all of its numbers are unsigned. */
    private static void tcpInfo(JsonWriter json, tcp_info info) throws IOException {
        json.name("tcp_info").beginObject();
        for (Struct.Member member : Struct.layout(tcp_info.class).members()) {
            json.name(member.name()).value(unsigned(info, member.name()));
        }
        json.endObject();
    }

    private static Number unsigned(tcp_info info, String field) {
        try {
            Object value = tcp_info.class.getField(field).get(info);
            return value instanceof Integer number ? Integer.toUnsignedLong(number)
                    : new BigInteger(Long.toUnsignedString((Long) value));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(field + " is a public field", e);
        }
    }
}

package libc.internal.trace;

import static libc.bits.In.IPV6_ORIGDSTADDR;
import static libc.bits.In.IPV6_PATHMTU;
import static libc.bits.In.IPV6_PKTINFO;
import static libc.bits.In.IPV6_RECVERR;
import static libc.bits.In.IP_ORIGDSTADDR;
import static libc.bits.In.IP_PKTINFO;
import static libc.bits.In.IP_RECVERR;
import static libc.bits.Socket.CMSG_ALIGN;
import static libc.bits.Socket.SCM_CREDENTIALS;
import static libc.bits.Socket.SCM_RIGHTS;
import static libc.bits.Socket.SCM_TIMESTAMPING_PKTINFO;
import static libc.bits.Socket.SOL_NETLINK;
import static libc.bits.Socket.SOL_PACKET;
import static libc.bits.Socket.SOL_SOCKET;
import static libc.bits.Socket.SO_TIMESTAMP;
import static libc.bits.Socket.SO_TIMESTAMPING;
import static libc.bits.Socket.SO_TIMESTAMPING_NEW;
import static libc.bits.Socket.SO_TIMESTAMPNS;
import static libc.bits.Socket.SO_TIMESTAMPNS_NEW;
import static libc.bits.Socket.SO_TIMESTAMP_NEW;
import static libc.linux.Netlink.NETLINK_PKTINFO;
import static libc.bits.In.SOL_IP;
import static libc.bits.In.SOL_IPV6;
import static libc.netpacket.Packet.PACKET_AUXDATA;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.util.StringJoiner;
import java.util.function.Function;
import libc.Names;
import libc.Struct;
import libc.bits.Socket.ucred;
import libc.linux.Errqueue.sock_extended_err;
import libc.linux.NetTstamp.scm_ts_pktinfo;
import libc.linux.Netlink.nl_pktinfo;
import libc.netinet.In.in6_pktinfo;
import libc.netinet.In.in_pktinfo;
import libc.netinet.In.ip6_mtuinfo;
import libc.netpacket.Packet.tpacket_auxdata;
import libc.sys.Types.timespec;
import libc.sys.Types.timeval;

/** Control messages, each kind in its own way. */
final class ControlMessages {

    private static final int LEVEL = 8;
    private static final int TYPE = 12;
    private static final int HEADER = 16;

    private ControlMessages() {}

    /** All that are in the memory. */
    static String print(ByteBuffer control) {
        StringJoiner messages = new StringJoiner(", ", "[", "]");
        for (int at = 0; control.limit() - at >= HEADER;) {
            int length = (int) Math.min(control.getLong(at), control.limit() - at);
            if (length < HEADER) {
                break;
            }
            int level = control.getInt(at + LEVEL);
            int type = control.getInt(at + TYPE);
            ByteBuffer data = control.slice(at + HEADER, length - HEADER).order(control.order());
            messages.add("{cmsg_len=" + control.getLong(at) + ", cmsg_level=" + Names.of("SOL_", level) + ", cmsg_type="
                    + name(level, type) + (data.hasRemaining() ? ", cmsg_data=" + data(level, type, data) : "") + "}");
            at += CMSG_ALIGN(length);
        }
        return messages.toString();
    }

    /** The name of a type; that of the option which asks for such messages is often another for the same number. */
    private static String name(int level, int type) {
        return switch (level) {
            case SOL_SOCKET -> {
                String name = Names.of("SCM_", type);
                yield name.startsWith("0") ? OptionValues.name(level, type) : name;
            }
            case SOL_IP -> type == IP_ORIGDSTADDR ? "IP_ORIGDSTADDR" : Names.of("IP_", type);
            case SOL_IPV6 -> type == IPV6_ORIGDSTADDR ? "IPV6_ORIGDSTADDR" : Names.of("IPV6_", type);
            default -> OptionValues.name(level, type);
        };
    }

    private static String data(int level, int type, ByteBuffer data) {
        return switch (level) {
            case SOL_SOCKET -> switch (type) {
                case SCM_RIGHTS -> Text.array(data.limit() / Integer.BYTES, i -> "" + data.getInt(i * Integer.BYTES));
                case SCM_CREDENTIALS -> struct(data, sizeof(ucred.class), ucred::new);
                case SO_TIMESTAMP, SO_TIMESTAMP_NEW -> struct(data, sizeof(timeval.class), timeval::new);
                case SO_TIMESTAMPNS, SO_TIMESTAMPNS_NEW -> struct(data, sizeof(timespec.class), timespec::new);
                case SO_TIMESTAMPING, SO_TIMESTAMPING_NEW ->
                    Structs.array(data, sizeof(timespec.class), data.limit() / sizeof(timespec.class), timespec::new);
                case SCM_TIMESTAMPING_PKTINFO -> struct(data, sizeof(scm_ts_pktinfo.class), scm_ts_pktinfo::new);
                default -> number(data);
            };
            case SOL_IP -> switch (type) {
                case IP_PKTINFO -> struct(data, sizeof(in_pktinfo.class), in_pktinfo::new);
                case IP_RECVERR -> error(data);
                case IP_ORIGDSTADDR -> SocketAddresses.print(data, data.limit());
                default -> number(data);
            };
            case SOL_IPV6 -> switch (type) {
                case IPV6_PKTINFO -> struct(data, sizeof(in6_pktinfo.class), in6_pktinfo::new);
                case IPV6_RECVERR -> error(data);
                case IPV6_ORIGDSTADDR -> SocketAddresses.print(data, data.limit());
                case IPV6_PATHMTU -> struct(data, sizeof(ip6_mtuinfo.class), ip6_mtuinfo::new);
                default -> number(data);
            };
            case SOL_PACKET -> type == PACKET_AUXDATA
                    ? struct(data, sizeof(tpacket_auxdata.class), tpacket_auxdata::new) : number(data);
            case SOL_NETLINK -> type == NETLINK_PKTINFO
                    ? struct(data, sizeof(nl_pktinfo.class), nl_pktinfo::new) : number(data);
            default -> number(data);
        };
    }

    private static String struct(ByteBuffer data, int size, Function<ByteBuffer, ? extends Struct> struct) {
        return data.limit() < size ? Text.data(data, data.limit()) : struct.apply(data).toString();
    }

    /** What most are: a number, whose size says its type. */
    private static String number(ByteBuffer data) {
        return switch (data.limit()) {
            case Byte.BYTES -> "[" + (data.get(0) & 0xff) + "]";
            case Short.BYTES -> "[" + (data.getShort(0) & 0xffff) + "]";
            case Integer.BYTES -> "[" + data.getInt(0) + "]";
            case Long.BYTES -> "[" + Long.toUnsignedString(data.getLong(0)) + "]";
            default -> Text.data(data, data.limit());
        };
    }

    /** An error, and behind it the address of who told of it. */
    private static String error(ByteBuffer data) {
        int size = sizeof(sock_extended_err.class);
        if (data.limit() < size) {
            return Text.data(data, data.limit());
        }
        sock_extended_err error = new sock_extended_err(data);
        ByteBuffer offender = data.slice(size, data.limit() - size).order(data.order());
        return "{ee_errno=" + Names.errno(error.ee_errno) + ", ee_origin=" + Names.of("SO_EE_ORIGIN_", error.ee_origin)
                + ", ee_type=" + error.ee_type + ", ee_code=" + error.ee_code + ", ee_info="
                + Integer.toUnsignedString(error.ee_info) + ", ee_data=" + Integer.toUnsignedString(error.ee_data)
                + (offender.limit() < Short.BYTES ? ""
                        : ", offender=" + SocketAddresses.print(offender, offender.limit())) + "}";
    }
}

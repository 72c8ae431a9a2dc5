package libc.internal.trace;

import static libc.bits.Socket.FIOSETOWN;
import static libc.bits.Socket.SIOCGSTAMPNS_OLD;
import static libc.bits.Socket.SIOCGSTAMP_OLD;
import static libc.bits.Socket.SIOCSPGRP;
import static libc.linux.Sockios.*;
import static libc.sys.Ioctl.*;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.function.Supplier;
import libc.Names;
import libc.bits.Socket.sockaddr;
import libc.internal.Addresses;
import libc.net.If.ifreq;
import libc.net.IfArp.arpreq;
import libc.sys.Types.timespec;
import libc.sys.Types.timeval;

/** The argument of ioctl(2), which depends on the request. */
final class Requests {

    private static final int REQUEST = 1;
    private static final int IFREQ = sizeof(ifreq.class);
    private static final int IFC_REQ = 8;
    private static final int MAC = 6;

    private Requests() {}

    /** The request. */
    static final Argument NAME = Numbers.named("SIOC");

    /** What it points to, if it takes an argument. */
    static final Argument ARGUMENT = (call, i) -> {
        int request = (int) call.number(REQUEST);
        int size = libc.internal.Requests.size(request);
        Argument argument = request == SIOCGIFCONF ? (c, a) -> list(c, a)
                : size == 0 ? Argument.in((c, a) -> null)
                : size == IFREQ ? (c, a) -> interfaceRequest(request, c, a)
                : switch (request) {
                    case FIONBIO, FIOASYNC, FIOSETOWN, SIOCSPGRP ->
                        Argument.inMemory((c, memory) -> "[" + memory.getInt(0) + "]");
                    case SIOCGSTAMP_OLD, (int) SIOCGSTAMP_NEW -> Structs.out(timeval::new);
                    case SIOCGSTAMPNS_OLD, (int) SIOCGSTAMPNS_NEW -> Structs.out(timespec::new);
                    case FIOQSIZE -> Buffers.LONG_OUT;
                    case SIOCGARP, SIOCGRARP -> Structs.out(arpreq::new);
                    case SIOCDARP, SIOCSARP, SIOCDRARP, SIOCSRARP -> Structs.in(arpreq::new);
                    case SIOCBRADDBR, SIOCBRDELBR -> Buffers.STRING;
                    default -> size == Integer.BYTES ? Buffers.INT_OUT : Argument.out((c, a) -> c.pointer(a));
                };
        return argument.look(call, i);
    };

    /** Which interface is meant, before the call, and what is asked of it, after that. */
    private static Supplier<String> interfaceRequest(int request, Seen call, int i) {
        if (call.memory(i) == null) {
            return () -> "NULL";
        }
        boolean asks = Names.of("SIOC", request).startsWith("SIOCG");
        ifreq before = new ifreq(call.memory(i));
        String key = request == SIOCGIFNAME ? "ifr_ifindex=" + before.ifr_ifindex()
                : "ifr_name=" + Addresses.string(before.ifr_name);
        String given = asks ? "" : ", " + member(request, before);
        return () -> "{" + key + (!asks ? given
                : call.failed() ? "" : ", " + member(request, new ifreq(call.memory(i)))) + "}";
    }

    /** The member of the union that a request is about. */
    private static String member(int request, ifreq ifr) {
        return switch (request) {
            case SIOCGIFNAME -> "ifr_name=" + Addresses.string(ifr.ifr_name);
            case SIOCGIFINDEX, SIOCBRADDIF, SIOCBRDELIF -> "ifr_ifindex=" + ifr.ifr_ifindex();
            case SIOCGIFFLAGS, SIOCSIFFLAGS -> "ifr_flags=" + Names.of("IFF_", ifr.ifr_flags() & 0xffff);
            case SIOCGIFADDR, SIOCSIFADDR -> "ifr_addr=" + ifr.ifr_addr();
            case SIOCGIFDSTADDR, SIOCSIFDSTADDR -> "ifr_dstaddr=" + ifr.ifr_dstaddr();
            case SIOCGIFBRDADDR, SIOCSIFBRDADDR -> "ifr_broadaddr=" + ifr.ifr_broadaddr();
            case SIOCGIFNETMASK, SIOCSIFNETMASK -> "ifr_netmask=" + ifr.ifr_netmask();
            case SIOCGIFHWADDR, SIOCSIFHWADDR, SIOCADDMULTI, SIOCDELMULTI -> "ifr_hwaddr=" + hardware(ifr);
            case SIOCGIFMETRIC, SIOCSIFMETRIC -> "ifr_metric=" + ifr.ifr_metric();
            case SIOCGIFMTU, SIOCSIFMTU -> "ifr_mtu=" + ifr.ifr_mtu();
            case SIOCGIFTXQLEN, SIOCSIFTXQLEN -> "ifr_qlen=" + ifr.ifr_qlen();
            case SIOCGIFSLAVE, SIOCSIFSLAVE, SIOCBONDENSLAVE, SIOCBONDRELEASE, SIOCBONDCHANGEACTIVE ->
                "ifr_slave=" + Addresses.string(ifr.ifr_slave());
            case SIOCSIFNAME -> "ifr_newname=" + Addresses.string(ifr.ifr_newname());
            case SIOCGIFMAP, SIOCSIFMAP -> "ifr_map=" + ifr.ifr_map();
            default -> "...";
        };
    }

    private static String hardware(ifreq ifr) {
        byte[] address = new byte[sizeof(sockaddr.class)];
        ifr.ifr_hwaddr().pack(ByteBuffer.wrap(address));
        return "{sa_family=" + Names.of("ARPHRD_", ifr.ifr_hwaddr().sa_family()) + ", sa_data="
                + HexFormat.ofDelimiter(":").formatHex(address, Short.BYTES, Short.BYTES + MAC) + "}";
    }

    /** SIOCGIFCONF: the room before the call, and the interfaces after it. */
    private static Supplier<String> list(Seen call, int i) {
        int room = call.memory(i).getInt(0);
        return () -> {
            int length = call.memory(i).getInt(0);
            long address = call.memory(i).getLong(IFC_REQ);
            if (call.failed()) {
                return "{ifc_len=" + count(room) + ", ifc_buf=" + Text.pointer(address) + "}";
            }
            return "{ifc_len=" + Text.change(count(room), count(length)) + ", ifc_buf=" + (address == 0 ? "NULL"
                    : Text.array(length / IFREQ, k -> entry(call.behind(address + (long) k * IFREQ, IFREQ)))) + "}";
        };
    }

    private static String count(int length) {
        int count = length / IFREQ;
        return length + (count == 0 || length % IFREQ != 0 ? "" : " /* " + count + " * sizeof(struct ifreq) */");
    }

    private static String entry(ByteBuffer memory) {
        ifreq one = new ifreq(memory);
        return "{ifr_name=" + Addresses.string(one.ifr_name) + ", ifr_addr=" + one.ifr_addr() + "}";
    }
}

package libc.internal;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import libc.Struct;

/** The constants of all headers, by name. */
public final class Headers {

    /** The class of each header: what {@link libc.sys.Types} and all that extend it are. */
    public static final List<Class<?>> CLASSES = List.of(
            libc.Byteswap.class,
            libc.Endian.class,
            libc.Errno.class,
            libc.Fcntl.class,
            libc.Ifaddrs.class,
            libc.Limits.class,
            libc.Netdb.class,
            libc.Poll.class,
            libc.Sched.class,
            libc.Signal.class,
            libc.Spawn.class,
            libc.Stdio.class,
            libc.Stdlib.class,
            libc.Strings.class,
            libc.Time.class,
            libc.Unistd.class,
            libc.arpa.Inet.class,
            libc.bits.Fcntl.class,
            libc.bits.In.class,
            libc.bits.Socket.class,
            libc.linux.Can.class,
            libc.linux.Errqueue.class,
            libc.linux.Filter.class,
            libc.linux.Icmp.class,
            libc.linux.Icmpv6.class,
            libc.linux.IfAddr.class,
            libc.linux.IfAlg.class,
            libc.linux.IfArp.class,
            libc.linux.IfEther.class,
            libc.linux.IfLink.class,
            libc.linux.IfPacket.class,
            libc.linux.InetDiag.class,
            libc.linux.Neighbour.class,
            libc.linux.NetTstamp.class,
            libc.linux.NetfilterIpv4.class,
            libc.linux.Netlink.class,
            libc.linux.NetlinkDiag.class,
            libc.linux.PacketDiag.class,
            libc.linux.Rtnetlink.class,
            libc.linux.SockDiag.class,
            libc.linux.Sockios.class,
            libc.linux.Tipc.class,
            libc.linux.Tls.class,
            libc.linux.UnixDiag.class,
            libc.linux.VmSockets.class,
            libc.net.Ethernet.class,
            libc.net.If.class,
            libc.net.IfArp.class,
            libc.netinet.Ether.class,
            libc.netinet.Icmp6.class,
            libc.netinet.IfEther.class,
            libc.netinet.Igmp.class,
            libc.netinet.In.class,
            libc.netinet.Ip.class,
            libc.netinet.Ip6.class,
            libc.netinet.IpIcmp.class,
            libc.netinet.Tcp.class,
            libc.netinet.Udp.class,
            libc.netpacket.Packet.class,
            libc.sys.Epoll.class,
            libc.sys.Eventfd.class,
            libc.sys.Ioctl.class,
            libc.sys.Mman.class,
            libc.sys.Pidfd.class,
            libc.sys.Resource.class,
            libc.sys.Select.class,
            libc.sys.Sendfile.class,
            libc.sys.Signalfd.class,
            libc.sys.Socket.class,
            libc.sys.Stat.class,
            libc.sys.Time.class,
            libc.sys.Timerfd.class,
            libc.sys.Types.class,
            libc.sys.Uio.class,
            libc.sys.Un.class,
            libc.sys.Wait.class);

    private static final Map<String, Field> CONSTANTS = new TreeMap<>();
    private static final Map<String, Class<? extends Struct>> STRUCTS = new ConcurrentHashMap<>();

    static {
        for (Class<?> header : CLASSES) {
            for (Field field : header.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers()) && field.getType().isPrimitive()) {
                    CONSTANTS.put(field.getName(), field);
                }
            }
        }
    }

    private Headers() {}

    /** The numbers, each with the field that has it. */
    public static Map<String, Field> constants() {
        return CONSTANTS;
    }

    /** What a constant stands for, as its 32 bits where an int is negative. */
    public static long value(String constant) {
        try {
            return unsigned(((Number) CONSTANTS.get(constant).get(null)).longValue());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The class of a struct, by its C name. */
    public static Class<? extends Struct> struct(String name) {
        return STRUCTS.computeIfAbsent(name, Headers::find);
    }

    private static Class<? extends Struct> find(String name) {
        return CLASSES.stream().flatMap(header -> Arrays.stream(header.getDeclaredClasses()))
                .filter(member -> member.getSimpleName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no struct " + name)).asSubclass(Struct.class);
    }

    /** A negative int as its 32 bits, so that it is what a mask of C's makes of it. */
    static long unsigned(long value) {
        return value >= Integer.MIN_VALUE && value < 0 ? value & 0xffffffffL : value;
    }
}

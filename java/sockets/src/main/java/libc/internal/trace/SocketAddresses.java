package libc.internal.trace;

import static libc.bits.Socket.AF_ALG;
import static libc.bits.Socket.AF_INET;
import static libc.bits.Socket.AF_INET6;
import static libc.bits.Socket.AF_NETLINK;
import static libc.bits.Socket.AF_PACKET;
import static libc.bits.Socket.AF_UNIX;
import static libc.bits.Socket.AF_VSOCK;
import static libc.sys.Types.offsetof;
import static libc.sys.Types.sizeof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import libc.Names;
import libc.bits.Socket.sockaddr_storage;
import libc.internal.Addresses;
import libc.linux.IfAlg.sockaddr_alg;
import libc.linux.Netlink.sockaddr_nl;
import libc.linux.VmSockets.sockaddr_vm;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.netpacket.Packet.sockaddr_ll;

/** Arguments that are socket addresses and their lengths. */
final class SocketAddresses {

    private static final int DATA = Short.BYTES;

    private SocketAddresses() {}

    /** The length of an address or an option, which C reads and writes. */
    static final Argument LENGTH = (call, i) -> {
        if (call.memory(i) == null) {
            return () -> "NULL";
        }
        int before = call.memory(i).getInt(0);
        return () -> "[" + (call.failed() ? "" + before
                : Text.change("" + before, "" + call.memory(i).getInt(0))) + "]";
    };

    /** An address to which C is pointed, of a length that another argument says. */
    static Argument in(int length) {
        return Argument.in((call, i) -> print(call, i, (int) call.number(length)));
    }

    /** An address that C writes, and whose length it writes too. */
    static Argument out(int length) {
        return (call, i) -> {
            ByteBuffer room = call.memory(length);
            int before = room == null ? 0 : room.getInt(0);
            Supplier<String> written = () -> print(call, i, Math.min(before, call.memory(length).getInt(0)));
            return () -> call.failed() || room == null ? call.pointer(i) : written.get();
        };
    }

    private static String print(Seen call, int i, int length) {
        ByteBuffer memory = call.memory(i);
        return memory == null || length < DATA ? call.pointer(i) : print(memory, Math.min(length, memory.limit()));
    }

    /** An address of a length that is at least that of the family. */
    static String print(ByteBuffer memory, int length) {
        int family = Short.toUnsignedInt(memory.getShort(0));
        byte[] bytes = new byte[Math.min(length, sizeof(sockaddr_storage.class))];
        memory.get(0, bytes);
        if (family == AF_UNIX && length > DATA && bytes[DATA] == 0) {
            return "{sa_family=AF_UNIX, sun_path=@" + Addresses.quoted(bytes, DATA + 1, bytes.length) + "}";
        } else if (bytes.length < needed(family)) {
            String name = Names.of("AF_", family);
            return length == DATA ? "{sa_family=" + name + "}"
                    : "{sa_family=" + name + ", sa_data=" + Addresses.quoted(bytes, DATA, bytes.length) + "}";
        }
        ByteBuffer whole = ByteBuffer.allocate(sizeof(sockaddr_storage.class)).order(ByteOrder.nativeOrder());
        return Addresses.ofFamily(new sockaddr_storage(whole.put(0, bytes))).toString();
    }

    /** The bytes that an address of a family has to have for its fields to be told; of the others, the data is. */
    private static int needed(int family) {
        return switch (family) {
            case AF_INET -> sizeof(sockaddr_in.class);
            case AF_INET6 -> sizeof(sockaddr_in6.class);
            case AF_UNIX -> DATA;
            case AF_NETLINK -> sizeof(sockaddr_nl.class);
            case AF_PACKET -> offsetof(sockaddr_ll.class, "sll_addr");
            case AF_VSOCK -> sizeof(sockaddr_vm.class);
            case AF_ALG -> sizeof(sockaddr_alg.class);
            default -> Integer.MAX_VALUE;
        };
    }
}

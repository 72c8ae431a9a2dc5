package selftest;

import static libc.sys.Socket.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import libc.Struct;

/**
 * A control message that goes with a message, or has come with one.
 *
 * @param level SOL_SOCKET, IPPROTO_IP, ...
 * @param type SCM_RIGHTS, IP_TTL, ...
 * @param data what it says
 */
public record Control(int level, int type, ByteBuffer data) {

    /** A control message of ints. */
    public static Control of(int level, int type, int... values) {
        ByteBuffer data = buffer(values.length * Integer.BYTES);
        data.asIntBuffer().put(values);
        return new Control(level, type, data);
    }

    /** A control message of a struct. */
    public static Control of(int level, int type, Struct struct) {
        ByteBuffer data = buffer(struct.size());
        struct.pack(data.duplicate().order(ByteOrder.nativeOrder()));
        return new Control(level, type, data);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    /** A message to send. */
    public static msghdr message(String text, Control... controls) {
        msghdr msg = room(text.getBytes(), 0);
        for (Control control : controls) {
            msg.msg_controllen += CMSG_SPACE(control.data.remaining());
        }
        msg.msg_control = new byte[msg.msg_controllen];
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        for (Control control : controls) {
            cmsg.cmsg_level(control.level);
            cmsg.cmsg_type(control.type);
            cmsg.cmsg_len(CMSG_LEN(control.data.remaining()));
            CMSG_DATA(cmsg).put(control.data.duplicate());
            cmsg = CMSG_NXTHDR(msg, cmsg);
        }
        return msg;
    }

    /** A message to receive, with room for so many bytes of control messages. */
    public static msghdr room(byte[] data, int controllen) {
        msghdr msg = new msghdr();
        msg.msg_iov = new iovec[] {new iovec(data, data.length)};
        msg.msg_iovlen = 1;
        msg.msg_control = new byte[controllen];
        msg.msg_controllen = controllen;
        return msg;
    }

    /** The message with the address that it goes to. */
    public static msghdr to(sockaddr addr, msghdr msg) {
        msg.msg_name = addr;
        msg.msg_namelen = Sockets.length(addr);
        return msg;
    }

    /** The control messages that have come with a message, in their order. */
    public static List<Control> all(msghdr msg) {
        List<Control> controls = new ArrayList<>();
        for (cmsghdr cmsg = CMSG_FIRSTHDR(msg); cmsg != null; cmsg = CMSG_NXTHDR(msg, cmsg)) {
            controls.add(new Control(cmsg.cmsg_level(), cmsg.cmsg_type(), CMSG_DATA(cmsg)));
        }
        return controls;
    }

    /** The one control message of a level and a type that has come with a message. */
    public static ByteBuffer only(msghdr msg, int level, int type) {
        List<Control> found = all(msg).stream().filter(c -> c.level == level && c.type == type).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " control messages " + level + ", " + type + " in " + all(msg));
        }
        return found.get(0).data;
    }
}

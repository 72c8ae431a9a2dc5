package libc;

import static libc.Errno.ENODEV;
import static libc.Errno.check;
import static libc.Strings.str;
import static libc.linux.InetDiag.*;
import static libc.linux.Rtnetlink.*;
import static libc.linux.SockDiag.SOCK_DIAG_BY_FAMILY;
import static libc.linux.UnixDiag.*;
import static libc.net.If.IFF_LOOPBACK;
import static libc.net.IfArp.ARPHRD_LOOPBACK;
import static libc.netinet.In.IPPROTO_TCP;
import static libc.netinet.Tcp.TCP_LISTEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import libc.netinet.In.sockaddr_in;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Messages to the kernel and from it, built and walked with the macros. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class NetlinkIT {

    private static final int SEQUENCE = 4711;

    /** Sends a request, and answers the messages that come back: all of a dump, or one. */
    private static List<nlmsghdr> answers(Sockets s, int protocol, nlmsghdr request) throws IOException {
        int fd = s.keep(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol));
        sockaddr_nl kernel = new sockaddr_nl(AF_NETLINK, 0, 0, 0);
        byte[] bytes = new byte[request.nlmsg_len()];
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        request.pack(whole);
        whole.position(NLMSG_HDRLEN).put(NLMSG_DATA(request));
        assertEquals(bytes.length, check(sendto(fd, bytes, bytes.length, 0, kernel, sizeof(kernel))));
        List<nlmsghdr> answers = new ArrayList<>();
        while (true) {
            byte[] buf = new byte[65536];
            int[] len = {check(recv(fd, buf, buf.length, 0))};
            for (nlmsghdr nh = new nlmsghdr(buf); NLMSG_OK(nh, len); nh = NLMSG_NEXT(nh, len)) {
                assertEquals(SEQUENCE, nh.nlmsg_seq());
                if (nh.nlmsg_type() == NLMSG_DONE) {
                    return answers;
                }
                answers.add(nh);
                if ((nh.nlmsg_flags() & NLM_F_MULTI) == 0) {
                    return answers;
                }
            }
        }
    }

    /** A message with one struct in it, in a buffer with room for attributes. */
    private static nlmsghdr request(int type, int flags, Struct payload) {
        nlmsghdr nlh = new nlmsghdr(new byte[1024]);
        payload.pack(NLMSG_DATA(nlh));
        nlh.nlmsg_len(NLMSG_LENGTH(payload.size()));
        nlh.nlmsg_type(type);
        nlh.nlmsg_flags(NLM_F_REQUEST | flags);
        nlh.nlmsg_seq(SEQUENCE);
        return nlh;
    }

    private static rtattr attribute(rtattr first, int payload, int type) {
        int[] len = {payload};
        for (rtattr rta = first; RTA_OK(rta, len); rta = RTA_NEXT(rta, len)) {
            if ((rta.rta_type() & NLA_TYPE_MASK) == type) {
                return rta;
            }
        }
        return null;
    }

    private static byte[] bytes(rtattr rta) {
        byte[] bytes = new byte[RTA_PAYLOAD(rta)];
        RTA_DATA(rta).get(bytes);
        return bytes;
    }

    private static <T> T only(List<T> list, Predicate<T> which) {
        List<T> found = list.stream().filter(which).toList();
        assertEquals(1, found.size(), () -> found + " of " + list);
        return found.get(0);
    }

    @Test
    void linksAreThoseThatJavaKnows() throws Exception {
        try (Sockets s = new Sockets()) {
            List<String> links = new ArrayList<>();
            for (nlmsghdr nh : answers(s, NETLINK_ROUTE, request(RTM_GETLINK, NLM_F_DUMP, new rtgenmsg(AF_UNSPEC)))) {
                assertEquals(RTM_NEWLINK, nh.nlmsg_type());
                ifinfomsg ifi = new ifinfomsg(NLMSG_DATA(nh));
                String name = str(bytes(attribute(IFLA_RTA(ifi), IFLA_PAYLOAD(nh), IFLA_IFNAME)));
                links.add(name + " " + ifi.ifi_index);
                if (name.equals("lo")) {
                    assertEquals(ARPHRD_LOOPBACK, ifi.ifi_type);
                    assertEquals(IFF_LOOPBACK, ifi.ifi_flags & IFF_LOOPBACK);
                    int mtu = RTA_DATA(attribute(IFLA_RTA(ifi), IFLA_PAYLOAD(nh), IFLA_MTU)).getInt();
                    assertEquals(NetworkInterface.getByName("lo").getMTU(), mtu);
                }
            }
            List<String> java = NetworkInterface.networkInterfaces().map(nif -> nif.getName() + " " + nif.getIndex())
                    .toList();
            assertTrue(links.containsAll(java), () -> links + " lacks some of " + java);
        }
    }

    @Test
    void addressesHaveThatOfTheLoopback() throws Exception {
        try (Sockets s = new Sockets()) {
            nlmsghdr request = request(RTM_GETADDR, NLM_F_DUMP, new rtgenmsg(AF_INET));
            nlmsghdr lo = only(answers(s, NETLINK_ROUTE, request), nh -> {
                ifaddrmsg ifa = new ifaddrmsg(NLMSG_DATA(nh));
                rtattr local = attribute(IFA_RTA(ifa), IFA_PAYLOAD(nh), IFA_LOCAL);
                return local != null && RTA_DATA(local).getInt() == Sockets.loopback(0).sin_addr.s_addr;
            });
            ifaddrmsg ifa = new ifaddrmsg(NLMSG_DATA(lo));
            assertEquals(NetworkInterface.getByName("lo").getIndex(), ifa.ifa_index);
            assertEquals(8, ifa.ifa_prefixlen);
            assertEquals(RT_SCOPE_HOST, ifa.ifa_scope);
        }
    }

    @Test
    void routesHaveThatOfTheLoopbacksAddress() throws Exception {
        try (Sockets s = new Sockets()) {
            nlmsghdr request = request(RTM_GETROUTE, NLM_F_DUMP, new rtgenmsg(AF_INET));
            nlmsghdr local = only(answers(s, NETLINK_ROUTE, request), nh -> {
                rtmsg rtm = new rtmsg(NLMSG_DATA(nh));
                rtattr dst = attribute(RTM_RTA(rtm), RTM_PAYLOAD(nh), RTA_DST);
                return rtm.rtm_type == RTN_LOCAL && rtm.rtm_dst_len == 32 && dst != null
                        && RTA_DATA(dst).getInt() == Sockets.loopback(0).sin_addr.s_addr;
            });
            rtmsg rtm = new rtmsg(NLMSG_DATA(local));
            assertEquals(RT_TABLE_LOCAL, rtm.rtm_table);
            assertEquals(RT_SCOPE_HOST, rtm.rtm_scope);
            rtattr oif = attribute(RTM_RTA(rtm), RTM_PAYLOAD(local), RTA_OIF);
            assertEquals(NetworkInterface.getByName("lo").getIndex(), RTA_DATA(oif).getInt());
        }
    }

    @Test
    void linkThatIsNotThereIsAnError() throws Exception {
        try (Sockets s = new Sockets()) {
            ifinfomsg ifi = new ifinfomsg();
            ifi.ifi_index = Integer.MAX_VALUE;
            nlmsghdr answer = answers(s, NETLINK_ROUTE, request(RTM_GETLINK, 0, ifi)).get(0);
            assertEquals(NLMSG_ERROR, answer.nlmsg_type());
            nlmsgerr err = new nlmsgerr(NLMSG_DATA(answer));
            assertEquals(-ENODEV, err.error);
            assertEquals(RTM_GETLINK, err.msg.nlmsg_type());
            assertEquals(SEQUENCE, err.msg.nlmsg_seq());
        }
    }

    /** As rtnetlink(3) does it: an attribute behind the struct. */
    @Test
    void attributesAreAppended() throws Exception {
        nlmsghdr nh = request(RTM_GETLINK, 0, new ifinfomsg());
        byte[] name = {'l', 'o', 0};
        rtattr rta = new rtattr(NLMSG_DATA(withLength(nh, 0)).position(NLMSG_ALIGN(sizeof(ifinfomsg.class))));
        rta.rta_type(IFLA_IFNAME);
        rta.rta_len(RTA_LENGTH(name.length));
        RTA_DATA(rta).put(name);
        nh.nlmsg_len(NLMSG_LENGTH(sizeof(ifinfomsg.class)) + RTA_LENGTH(name.length));
        try (Sockets s = new Sockets()) {
            nlmsghdr answer = answers(s, NETLINK_ROUTE, nh).get(0);
            assertEquals(RTM_NEWLINK, answer.nlmsg_type());
            ifinfomsg ifi = new ifinfomsg(NLMSG_DATA(answer));
            assertEquals(NetworkInterface.getByName("lo").getIndex(), ifi.ifi_index);
        }
    }

    private static nlmsghdr withLength(nlmsghdr nlh, int len) {
        nlh.nlmsg_len(len);
        return nlh;
    }

    private static int inode(int fd) throws IOException {
        String link = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
        return Integer.parseUnsignedInt(link.replaceAll("\\D", ""));
    }

    @Test
    void tcpListenerIsInTheTable() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.open(AF_INET, SOCK_STREAM);
            sockaddr_in addr = Sockets.listening(fd, 7);
            inet_diag_req_v2 req = new inet_diag_req_v2();
            req.sdiag_family = AF_INET;
            req.sdiag_protocol = IPPROTO_TCP;
            req.idiag_states = 1 << TCP_LISTEN;
            int inode = inode(fd);
            nlmsghdr nh = only(answers(s, NETLINK_SOCK_DIAG, request(SOCK_DIAG_BY_FAMILY, NLM_F_DUMP, req)),
                    row -> new inet_diag_msg(NLMSG_DATA(row)).idiag_inode == inode);
            inet_diag_msg msg = new inet_diag_msg(NLMSG_DATA(nh));
            assertEquals(addr.sin_port, msg.id.idiag_sport);
            assertEquals(addr.sin_addr.s_addr, msg.id.idiag_src[0]);
            assertEquals(TCP_LISTEN, msg.idiag_state);
            assertEquals(7, msg.idiag_wqueue);
        }
    }

    @Test
    void unixSocketIsInTheTable() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.pair(SOCK_STREAM)[0];
            unix_diag_req req = new unix_diag_req(AF_UNIX, 0, 0, -1, inode(fd), UDIAG_SHOW_RQLEN, new int[] {-1, -1});
            nlmsghdr nh = answers(s, NETLINK_SOCK_DIAG, request(SOCK_DIAG_BY_FAMILY, 0, req)).get(0);
            unix_diag_msg msg = new unix_diag_msg(NLMSG_DATA(nh));
            assertEquals(AF_UNIX, msg.udiag_family);
            assertEquals(SOCK_STREAM, msg.udiag_type);
            assertEquals(inode(fd), msg.udiag_ino);
            ByteBuffer behind = NLMSG_DATA(nh).position(NLMSG_ALIGN(sizeof(msg)));
            rtattr rta = attribute(new rtattr(behind), NLMSG_PAYLOAD(nh, sizeof(msg)), UNIX_DIAG_RQLEN);
            assertNotNull(rta);
            assertEquals(0, new unix_diag_rqlen(RTA_DATA(rta)).udiag_rqueue);
        }
    }

    @Test
    void kernelNamesItsPortInTheAddress() throws Exception {
        try (Sockets s = new Sockets()) {
            int fd = s.keep(socket(AF_NETLINK, SOCK_DGRAM, NETLINK_ROUTE));
            sockaddr_nl addr = new sockaddr_nl(AF_NETLINK, 0, 0, RTMGRP_LINK);
            check(bind(fd, addr, sizeof(addr)));
            int[] addrlen = {sizeof(addr)};
            check(getsockname(fd, addr, addrlen));
            assertArrayEquals(new int[] {sizeof(addr)}, addrlen);
            assertTrue(addr.nl_pid != 0);
            assertEquals("{sa_family=AF_NETLINK, nl_pid=" + Integer.toUnsignedString(addr.nl_pid)
                    + ", nl_groups=00000001}", addr.toString());
        }
    }
}

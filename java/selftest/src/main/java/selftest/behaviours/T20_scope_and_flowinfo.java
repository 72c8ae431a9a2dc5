package selftest.behaviours;

import static libc.Errno.*;
import static libc.Sched.*;
import static libc.linux.Rtnetlink.*;
import static libc.net.If.*;
import static libc.netinet.In.*;
import static libc.sys.Ioctl.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.portOf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import libc.Strings;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** sin6_scope_id says on which interface a link-local address is, and sin6_flowinfo what a packet's header bears. */
class T20_scope_and_flowinfo {

    private static final String V6 = "is not of IPv6";
    private static final int NO_INTERFACE = 0x7fffffff;
    private static final String LINK_LOCAL = "fe80::1";
    private static final String LINK_LOCAL_GROUP = "ff02::7777";
    private static final int PORT = 9501;
    private static final int PREFIX = 64;
    private static final int MESSAGES = 64;
    private static final int FLOWLABEL_REQ_SIZE = 32; // struct in6_flowlabel_req of <linux/in6.h>
    private static final int LABEL = 0x12345;
    private static final int CLASS = 0x02800000;

    @On(value = Group.INTERNET6, otherwise = V6)
    void a_link_local_address_needs_a_scope(Transport transport, Sockets sockets) throws Exception {
        sockaddr_in6 addr = (sockaddr_in6) sockets.address(LINK_LOCAL, PORT);
        assertFails(EINVAL, bind(sockets.open(), addr, sizeof(addr)));
        assertFails(EINVAL, connect(sockets.open(), addr, sizeof(addr)));
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void the_scope_is_the_index_of_an_interface(Transport transport, Sockets sockets) throws Exception {
        sockaddr_in6 addr = (sockaddr_in6) sockets.address("fe80::203:0:113:77", 0);
        addr.sin6_scope_id = NO_INTERFACE;
        assertFails(ENODEV, bind(sockets.open(), addr, sizeof(addr)));
        addr.sin6_scope_id = check(if_nametoindex("lo"));
        assertFails(EADDRNOTAVAIL, bind(sockets.open(), addr, sizeof(addr)), "it is not the address of lo");
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void other_addresses_have_none(Transport transport, Sockets sockets) throws Exception {
        for (String ip : new String[] {"::1", "::"}) {
            int fd = sockets.open();
            sockaddr_in6 addr = (sockaddr_in6) sockets.address(ip, 0);
            addr.sin6_scope_id = NO_INTERFACE;
            check(bind(fd, addr, sizeof(addr)));
            check(getsockname(fd, addr, new int[] {sizeof(addr)}));
            assertEquals(0, addr.sin6_scope_id);
        }
    }

    @On(value = Group.INTERNET6, except = Group.CONNECTION, otherwise = "is not of IPv6, or cannot be a group's")
    void a_link_local_group_has_one_as_well(Transport transport, Sockets sockets) throws Exception {
        sockaddr_in6 addr = (sockaddr_in6) sockets.address(LINK_LOCAL_GROUP, 0);
        assertFails(EINVAL, bind(sockets.open(), addr, sizeof(addr)));
        addr.sin6_scope_id = check(if_nametoindex("lo"));
        int fd = sockets.open();
        check(bind(fd, addr, sizeof(addr)));
        sockaddr_in6 told = new sockaddr_in6();
        check(getsockname(fd, told, new int[] {sizeof(told)}));
        assertEquals(addr.sin6_scope_id, told.sin6_scope_id);
    }

    // In a network namespace of its own, where lo may be given an address; who may not make one is told EPERM.
    @On(value = Group.INTERNET6, otherwise = V6, root = true)
    void peers_tell_each_others_scope(Transport transport, Sockets sockets) throws Exception {
        FutureTask<Void> talk = new FutureTask<>(() -> {
            if (unshare(CLONE_NEWNET) < 0) {
                assertEquals(EPERM, errno());
                return null;
            }
            int lo = withLinkLocalAddress(sockets);
            int server = sockets.open();
            sockaddr_in6 addr = (sockaddr_in6) sockets.address(LINK_LOCAL, 0);
            addr.sin6_scope_id = lo;
            check(bind(server, addr, sizeof(addr)));
            check(getsockname(server, addr, new int[] {sizeof(addr)}));
            assertEquals(lo, addr.sin6_scope_id);
            assertNotEquals(0, addr.sin6_port);
            if (transport.isStream()) {
                check(listen(server, 1));
            }
            int client = sockets.open();
            check(connect(client, addr, sizeof(addr)));
            sockaddr_in6 peer = new sockaddr_in6();
            check(getpeername(client, peer, new int[] {sizeof(peer)}));
            assertEquals(addr.toString(), peer.toString());
            assertEquals(2, check(send(client, "hi", 2, 0)));
            sockaddr_in6 from = new sockaddr_in6();
            if (transport.isStream()) {
                sockets.keep(accept(server, from, new int[] {sizeof(from)}));
            } else {
                assertEquals(2, check(recvfrom(server, new byte[4], 4, 0, from, new int[] {sizeof(from)})));
            }
            assertTrue(IN6_IS_ADDR_LINKLOCAL(from.sin6_addr));
            assertEquals(lo, from.sin6_scope_id);
            assertEquals(portOf(client), ntohs(from.sin6_port));
            return null;
        });
        new Thread(talk).start();
        talk.get();
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void flowinfo_is_of_no_concern_unless_asked_for(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr_in6 addr = (sockaddr_in6) sockets.loopback(0);
        addr.sin6_flowinfo = htonl(CLASS | LABEL);
        check(bind(server, addr, sizeof(addr)));
        check(getsockname(server, addr, new int[] {sizeof(addr)}));
        assertEquals(0, addr.sin6_flowinfo);
        if (transport.isStream()) {
            check(listen(server, 1));
        }
        int client = sockets.open();
        addr.sin6_flowinfo = htonl(CLASS | LABEL);
        check(connect(client, addr, sizeof(addr)));
        check(getpeername(client, addr, new int[] {sizeof(addr)}));
        assertEquals(0, addr.sin6_flowinfo);
    }

    @On(value = Group.INTERNET6, otherwise = V6)
    void with_FLOWINFO_SEND_it_is_the_peers(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr_in6 addr = (sockaddr_in6) sockets.bound(server);
        if (transport.isStream()) {
            check(listen(server, 1));
        }
        int client = sockets.open();
        check(setsockopt(client, IPPROTO_IPV6, IPV6_FLOWINFO_SEND, 1));
        lease(client);
        addr.sin6_flowinfo = htonl(CLASS | LABEL);
        check(connect(client, addr, sizeof(addr)));
        sockaddr_in6 peer = new sockaddr_in6();
        check(getpeername(client, peer, new int[] {sizeof(peer)}));
        assertEquals(htonl(CLASS | LABEL), peer.sin6_flowinfo);
    }

    @On(value = Group.INTERNET6, except = Group.CONNECTION, otherwise = "is not of IPv6, or has no packet to look at")
    void with_FLOWINFO_SEND_it_arrives(Transport transport, Sockets sockets) throws Exception {
        int server = sockets.open();
        sockaddr_in6 addr = (sockaddr_in6) sockets.bound(server);
        check(setsockopt(server, IPPROTO_IPV6, IPV6_FLOWINFO, 1));
        int client = sockets.open();
        check(setsockopt(client, IPPROTO_IPV6, IPV6_AUTOFLOWLABEL, 0));
        lease(client);
        addr.sin6_flowinfo = htonl(LABEL);
        assertEquals(1, check(sendto(client, "x", 1, 0, addr, sizeof(addr))));
        assertNull(received(server), "it was not asked for");
        check(setsockopt(client, IPPROTO_IPV6, IPV6_FLOWINFO_SEND, 1));
        assertEquals(1, check(sendto(client, "x", 1, 0, addr, sizeof(addr))));
        assertEquals(htonl(LABEL), received(server));
    }

    /** The flow information that came with a datagram, in network byte order, or null; the address never has it. */
    private static Integer received(int fd) throws Exception {
        sockaddr_in6 from = new sockaddr_in6();
        msghdr msg = new msghdr();
        msg.msg_name = from;
        msg.msg_namelen = sizeof(from);
        msg.msg_iov = new iovec[] {new iovec(new byte[1], 1)};
        msg.msg_iovlen = 1;
        msg.msg_control = new byte[CMSG_SPACE(sizeof(int.class))];
        msg.msg_controllen = sizeof(msg.msg_control);
        assertEquals(1, check(recvmsg(fd, msg, 0)));
        assertEquals(0, from.sin6_flowinfo);
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        if (cmsg == null) {
            return null;
        }
        assertEquals(IPPROTO_IPV6, cmsg.cmsg_level());
        assertEquals(IPV6_FLOWINFO, cmsg.cmsg_type());
        return CMSG_DATA(cmsg).getInt(0);
    }

    /** Leases a flow label that others may use as well, since kernels before 5.2 send no other. */
    private static void lease(int fd) throws Exception {
        ByteBuffer request = ByteBuffer.allocate(FLOWLABEL_REQ_SIZE).order(ByteOrder.nativeOrder());
        request.put(in6addr_loopback.s6_addr).putInt(htonl(LABEL)).put((byte) IPV6_FL_A_GET).put((byte) IPV6_FL_S_ANY)
                .putShort((short) IPV6_FL_F_CREATE);
        check(setsockopt(fd, IPPROTO_IPV6, IPV6_FLOWLABEL_MGR, request.array(), FLOWLABEL_REQ_SIZE));
    }

    /** Sets this namespace's lo up, gives it an address, and answers its index when the address can be reached. */
    private static int withLinkLocalAddress(Sockets sockets) throws Exception {
        int fd = sockets.open();
        ifreq ifr = new ifreq();
        Strings.strcpy(ifr.ifr_name, "lo");
        check(ioctl(fd, SIOCGIFFLAGS, ifr));
        ifr.ifr_flags(ifr.ifr_flags() | IFF_UP);
        check(ioctl(fd, SIOCSIFFLAGS, ifr));
        int index = check(if_nametoindex("lo"));
        int netlink = sockets.keep(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
        sockaddr_nl routes = new sockaddr_nl(AF_NETLINK, 0, 0, RTMGRP_IPV6_ROUTE);
        check(bind(netlink, routes, sizeof(routes)));
        byte[] address = ((sockaddr_in6) sockets.address(LINK_LOCAL, 0)).sin6_addr.s6_addr;
        ifaddrmsg ifa = new ifaddrmsg(AF_INET6, PREFIX, IFA_F_NODAD, RT_SCOPE_LINK, index);
        int len = NLMSG_SPACE(sizeof(ifa)) + RTA_LENGTH(address.length);
        ByteBuffer request = ByteBuffer.allocate(len).order(ByteOrder.nativeOrder());
        new nlmsghdr(len, RTM_NEWADDR, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE, 0, 0).pack(request);
        ifa.pack(request.position(NLMSG_HDRLEN));
        request.position(NLMSG_SPACE(sizeof(ifa))).putShort((short) RTA_LENGTH(address.length))
                .putShort((short) IFA_LOCAL).put(address);
        check(send(netlink, request.array(), len, 0));
        awaitRoute(netlink, address);
        return index;
    }

    /** The kernel makes the route to an address of its own some time after the address. */
    private static void awaitRoute(int netlink, byte[] address) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            byte[] buf = new byte[8192];
            int[] len = {check(recv(netlink, buf, buf.length, 0))};
            for (nlmsghdr nlh = new nlmsghdr(buf); NLMSG_OK(nlh, len); nlh = NLMSG_NEXT(nlh, len)) {
                if (nlh.nlmsg_type() == NLMSG_ERROR) {
                    assertEquals(0, new nlmsgerr(NLMSG_DATA(nlh)).error);
                } else if (nlh.nlmsg_type() == RTM_NEWROUTE
                        && new rtmsg(NLMSG_DATA(nlh)).rtm_dst_len == address.length * Byte.SIZE
                        && Arrays.equals(address, destination(nlh))) {
                    return;
                }
            }
        }
        throw new AssertionError("no route to " + LINK_LOCAL);
    }

    private static byte[] destination(nlmsghdr route) {
        int[] len = {RTM_PAYLOAD(route)};
        for (rtattr rta = RTM_RTA(new rtmsg(NLMSG_DATA(route))); RTA_OK(rta, len); rta = RTA_NEXT(rta, len)) {
            if (rta.rta_type() == RTA_DST) {
                byte[] destination = new byte[RTA_PAYLOAD(rta)];
                RTA_DATA(rta).get(destination);
                return destination;
            }
        }
        return null;
    }
}

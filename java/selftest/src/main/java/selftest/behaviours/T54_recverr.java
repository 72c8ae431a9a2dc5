package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.linux.Errqueue.*;
import static libc.netinet.In.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;

import libc.netinet.Icmp6;
import libc.netinet.IpIcmp;
import selftest.Control;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** With IP_RECVERR and IPV6_RECVERR, a refused datagram comes back through the error queue, with who refused it and why. */
class T54_recverr {

    private static final String UDP_ONLY = "the error queue of IP_RECVERR is for datagrams of IP";
    private static final int TIMEOUT = 20_000;

    private static void ask(int fd, Transport transport) throws Exception {
        check(transport == Transport.UDP4 ? setsockopt(fd, IPPROTO_IP, IP_RECVERR, 1)
                : setsockopt(fd, IPPROTO_IPV6, IPV6_RECVERR, 1));
    }

    /** An address where nobody listens any more. */
    private static sockaddr closed(Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr addr = sockets.bound(fd);
        sockets.closeNow(fd);
        return addr;
    }

    private static void awaitError(int fd) throws Exception {
        pollfd[] poll = {new pollfd(fd, 0, 0)};
        assertEquals(1, check(poll(poll, 1, TIMEOUT)));
        assertEquals(POLLERR, poll[0].revents);
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void the_datagram_its_destination_and_the_reason_come_back(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr there = closed(sockets);
        ask(fd, transport);
        check(sendmsg(fd, Control.to(there, Control.message("lost")), 0));
        awaitError(fd);

        byte[] data = new byte[8];
        msghdr msg = Control.room(data, 256);
        sockaddr destination = transport == Transport.UDP4 ? new sockaddr_in() : new sockaddr_in6();
        msg.msg_name = destination;
        msg.msg_namelen = destination.size();
        assertEquals(4, check(recvmsg(fd, msg, MSG_ERRQUEUE)));
        assertEquals("lost", new String(data, 0, 4));
        assertEquals(MSG_ERRQUEUE, msg.msg_flags & MSG_ERRQUEUE);
        sock_extended_err err;
        if (transport == Transport.UDP4) {
            assertEquals(there.toString(), destination.toString());
            err = new sock_extended_err(Control.only(msg, IPPROTO_IP, IP_RECVERR));
            assertEquals(SO_EE_ORIGIN_ICMP, err.ee_origin);
            assertEquals(IpIcmp.ICMP_DEST_UNREACH, err.ee_type);
            assertEquals(IpIcmp.ICMP_PORT_UNREACH, err.ee_code);
            assertEquals(htonl(INADDR_LOOPBACK), ((sockaddr_in) SO_EE_OFFENDER(err)).sin_addr.s_addr);
        } else {
            assertEquals(((sockaddr_in6) there).sin6_port, ((sockaddr_in6) destination).sin6_port);
            assertArrayEquals(in6addr_loopback.s6_addr, ((sockaddr_in6) destination).sin6_addr.s6_addr);
            err = new sock_extended_err(Control.only(msg, IPPROTO_IPV6, IPV6_RECVERR));
            assertEquals(SO_EE_ORIGIN_ICMP6, err.ee_origin);
            assertEquals(Icmp6.ICMP6_DST_UNREACH, err.ee_type);
            assertEquals(Icmp6.ICMP6_DST_UNREACH_NOPORT, err.ee_code);
            assertArrayEquals(in6addr_loopback.s6_addr, ((sockaddr_in6) SO_EE_OFFENDER(err)).sin6_addr.s6_addr);
        }
        assertEquals(ECONNREFUSED, err.ee_errno);
        assertFails(EAGAIN, recvmsg(fd, Control.room(data, 256), MSG_ERRQUEUE));
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void the_next_call_fails_with_it_as_well(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        ask(fd, transport);
        check(sendmsg(fd, Control.to(closed(sockets), Control.message("lost")), 0));
        awaitError(fd);
        assertFails(ECONNREFUSED, recv(fd, new byte[1], 1, MSG_DONTWAIT));
        assertFails(EAGAIN, recv(fd, new byte[1], 1, MSG_DONTWAIT));
        assertEquals(4, check(recvmsg(fd, Control.room(new byte[8], 256), MSG_ERRQUEUE)), "it is still in the queue");
    }

    @On(value = Group.UDP, otherwise = UDP_ONLY)
    void each_refusal_waits_in_its_turn(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        sockaddr there = closed(sockets);
        ask(fd, transport);
        for (String text : new String[] {"one", "two"}) {
            check(sendmsg(fd, Control.to(there, Control.message(text)), 0));
            awaitError(fd);
            assertFails(ECONNREFUSED, recv(fd, new byte[1], 1, MSG_DONTWAIT));
        }
        byte[] data = new byte[3];
        for (String text : new String[] {"one", "two"}) {
            check(recvmsg(fd, Control.room(data, 256), MSG_ERRQUEUE));
            assertEquals(text, new String(data));
        }
    }

    @On(value = Group.INTERNET, otherwise = "AF_UNIX has no error queue")
    void an_empty_queue_is_EAGAIN(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.connected().client();
        assertFails(EAGAIN, recvmsg(fd, Control.room(new byte[1], 256), MSG_ERRQUEUE));
    }
}

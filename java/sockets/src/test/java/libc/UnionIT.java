package libc;

import static libc.linux.Errqueue.SO_EE_OFFENDER;
import static libc.net.If.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import libc.linux.Can.can_frame;
import libc.linux.Can.sockaddr_can;
import libc.linux.Errqueue.sock_ee_data_rfc4884;
import libc.linux.Errqueue.sock_extended_err;
import libc.linux.IfAlg.af_alg_iv;
import libc.linux.Tipc.sockaddr_tipc;
import libc.netinet.Icmp6.icmp6_hdr;
import libc.netinet.In.in6_addr;
import libc.netinet.In.sockaddr_in;
import libc.netinet.In.sockaddr_in6;
import libc.netinet.Ip6.ip6_hdr;
import libc.netinet.IpIcmp.icmphdr;
import libc.netinet.Udp.udphdr;
import org.junit.jupiter.api.Test;

/** Members that share their place. */
class UnionIT {

    private static byte[] bytes(Struct struct) {
        byte[] bytes = new byte[struct.size()];
        struct.pack(ByteBuffer.wrap(bytes));
        return bytes;
    }

    @Test
    void fieldsOfAMemberAreSetInPlace() {
        ifreq ifr = new ifreq();
        ifr.ifr_addr().sa_family(AF_INET);
        assertEquals(AF_INET, ifr.ifr_hwaddr().sa_family());
        assertEquals(AF_INET, ifr.ifr_flags());
        ifr.ifr_hwaddr().sa_data()[5] = 7;
        assertEquals(7, bytes(ifr)[IFNAMSIZ + 2 + 5]);
        Strings.strcpy(ifr.ifr_newname(), "eth1");
        assertEquals("eth1", Strings.str(ifr.ifr_slave()));
        assertEquals('e' | 't' << 8 | 'h' << 16 | '1' << 24, ifr.ifr_ifindex());
        ifr.ifr_map().irq = 3;
        assertEquals(3, bytes(ifr)[IFNAMSIZ + 18]);
        assertSame(ifr.ifr_addr(), ifr.ifr_netmask());
    }

    @Test
    void numbersAndCopiesAreSeenByAllMembers() {
        ifreq ifr = new ifreq();
        ifr.ifr_flags(IFF_UP | IFF_DYNAMIC);
        assertEquals(IFF_UP | (short) IFF_DYNAMIC, ifr.ifr_flags());
        assertEquals(IFF_UP | IFF_DYNAMIC, ifr.ifr_addr().sa_family());
        ifr.ifr_mtu(1500);
        assertEquals(1500, ifr.ifr_metric());
        sockaddr_in sin = Sockets.loopback(80);
        ifr.ifr_addr(sin);
        assertEquals(sin.toString(), new sockaddr_in(ifr.ifr_addr()).toString());
        ifr.ifr_map(new ifmap(1, 2, 3, 4, 5, 6));
        assertEquals(1, ifr.ifr_qlen());
        ifreq copy = new ifreq();
        copy.set(ifr);
        assertArrayEquals(bytes(ifr), bytes(copy));
        assertEquals(2, copy.ifr_map().mem_end);
        ifreq read = new ifreq(ByteBuffer.wrap(bytes(ifr)));
        assertEquals(6, read.ifr_map().port);
        assertEquals(read.toString(), copy.toString());
    }

    @Test
    void pointerIsNullInMemoryAndGoneWhenAnotherMemberIsSet() {
        ifreq ifr = new ifreq();
        byte[] data = {1};
        ifr.ifr_mtu(1500);
        ifr.ifr_data(data);
        assertSame(data, ifr.ifr_data());
        assertArrayEquals(new byte[40], bytes(ifr));
        ifreq copy = new ifreq();
        copy.set(ifr);
        assertSame(data, copy.ifr_data());
        ifr.ifr_mtu(1500);
        assertNull(ifr.ifr_data());
    }

    @Test
    void listOfInterfacesIsSeenAsBytesOrStructs() {
        ifreq[] two = ifreq.array(2);
        two[1].ifr_name[0] = 'x';
        ifconf ifc = new ifconf();
        ifc.ifc_len = sizeof(two);
        ifc.ifc_req(two);
        assertSame(two, ifc.ifc_req());
        assertNull(ifc.ifc_buf());
        byte[] room = new byte[100];
        two[1].pack(ByteBuffer.wrap(room, 40, 40));
        ifc.ifc_buf(room);
        assertSame(room, ifc.ifc_buf());
        assertEquals(2, ifc.ifc_req().length);
        assertEquals('x', ifc.ifc_req()[1].ifr_name[0]);
        ifc.ifc_len = 1000;
        assertEquals(2, ifc.ifc_req().length);
        ifc.ifc_len = -1;
        assertEquals(0, ifc.ifc_req().length);
        ifconf copy = new ifconf();
        copy.set(ifc);
        assertSame(room, copy.ifc_buf());
    }

    @Test
    void headersOfIcmp() {
        icmphdr icmp = new icmphdr();
        icmp.un.echo().id = 0x1234;
        icmp.un.echo().sequence = 0x5678;
        assertEquals(0x56781234, icmp.un.gateway());
        icmp.un.frag().mtu = 1;
        assertEquals(1, icmp.un.echo().sequence);
        icmphdr.un un = new icmphdr.un();
        un.gateway(7);
        assertEquals(7, new icmphdr(8, 0, 0, un).un.echo().id);
        icmp6_hdr icmp6 = new icmp6_hdr();
        icmp6.icmp6_id(0x1234);
        icmp6.icmp6_seq(0xffff);
        assertEquals(0xffff1234, icmp6.icmp6_mtu());
        icmp6.icmp6_pptr(-1);
        icmp6.icmp6_id(1);
        assertEquals(0xffff, icmp6.icmp6_seq());
        assertEquals(1, icmp6.icmp6_maxdelay());
    }

    @Test
    void otherNamesOfAField() {
        udphdr udp = new udphdr();
        udp.uh_dport(53);
        assertEquals(53, udp.dest);
        ip6_hdr ip6 = new ip6_hdr();
        ip6.ip6_flow = 0x01020304;
        ip6.ip6_vfc(0x60);
        assertEquals(0x01020360, ip6.ip6_flow);
        ip6.ip6_hops(3);
        assertEquals(3, ip6.ip6_hlim);
        can_frame frame = new can_frame();
        frame.can_dlc(8);
        assertEquals(8, frame.len);
    }

    @Test
    void addressesWithUnions() {
        sockaddr_tipc tipc = new sockaddr_tipc();
        tipc.addr.name().name.type = 18888;
        tipc.addr.name().name.instance = 17;
        tipc.addr.name().domain = 3;
        assertEquals(18888, tipc.addr.nameseq().type);
        assertEquals(17, tipc.addr.nameseq().lower);
        assertEquals(3, tipc.addr.nameseq().upper);
        tipc.addr.id().ref = 1;
        assertEquals(1, new sockaddr_tipc(ByteBuffer.wrap(bytes(tipc))).addr.name().name.type);
        sockaddr_can can = new sockaddr_can();
        can.can_addr.tp().rx_id = 1;
        can.can_addr.tp().tx_id = 2;
        assertEquals(2L << 32 | 1, can.can_addr.j1939().name);
    }

    @Test
    void vectorIsBehindItsHeader() {
        byte[] room = new byte[20];
        af_alg_iv iv = new af_alg_iv(room);
        iv.ivlen(16);
        iv.iv().put((byte) 9);
        assertEquals(16, room[0]);
        assertEquals(9, room[4]);
        assertEquals(16, iv.iv().remaining());
    }

    @Test
    void offenderIsBehindTheError() {
        sockaddr_in from = Sockets.loopback(7);
        sock_extended_err ee = new sock_extended_err();
        ee.ee_rfc4884(new sock_ee_data_rfc4884(12, 1, 0));
        assertEquals(1 << 16 | 12, ee.ee_data);
        ByteBuffer memory = ByteBuffer.allocate(16 + 28).order(ByteOrder.nativeOrder());
        ee.pack(memory);
        from.pack(memory.slice(16, 28));
        sock_extended_err read = new sock_extended_err(memory);
        assertEquals(12, read.ee_rfc4884().len);
        assertEquals(from.toString(), ((sockaddr_in) SO_EE_OFFENDER(read)).toString());
        new sockaddr_in6(AF_INET6, 1, 2, new in6_addr(new byte[16]), 3).pack(memory.slice(16, 28));
        assertEquals(3, ((sockaddr_in6) SO_EE_OFFENDER(new sock_extended_err(memory))).sin6_scope_id);
        assertEquals(AF_UNSPEC, SO_EE_OFFENDER(ee).sa_family());
        assertEquals(AF_UNSPEC, SO_EE_OFFENDER(new sock_extended_err(memory.limit(40))).sa_family());
    }
}

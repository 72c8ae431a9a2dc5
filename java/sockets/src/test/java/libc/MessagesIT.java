package libc;

import static libc.Conditions.rights;
import static libc.Errno.*;
import static libc.linux.Errqueue.SCM_TSTAMP_SND;
import static libc.linux.Errqueue.SO_EE_CODE_ZEROCOPY_COPIED;
import static libc.linux.Errqueue.SO_EE_OFFENDER;
import static libc.linux.Errqueue.SO_EE_ORIGIN_ICMP;
import static libc.linux.Errqueue.SO_EE_ORIGIN_TIMESTAMPING;
import static libc.linux.Errqueue.SO_EE_ORIGIN_ZEROCOPY;
import static libc.linux.NetTstamp.*;
import static libc.netinet.In.*;
import static libc.netinet.Udp.UDP_GRO;
import static libc.netinet.Udp.UDP_SEGMENT;
import static libc.sys.Un.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import libc.linux.Errqueue.scm_timestamping;
import libc.linux.Errqueue.sock_extended_err;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** sendmsg(2), recvmsg(2), sendmmsg(2), recvmmsg(2), and what goes in control messages. */
@Timeout(60)
class MessagesIT {

    private static final int MAX_DESCRIPTORS = 253; // SCM_MAX_FD of unix(7)

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    /** A message of one piece. */
    private static msghdr message(Object data, int len) {
        msghdr msg = new msghdr();
        msg.msg_iov = new iovec[] {new iovec(data, len)};
        msg.msg_iovlen = 1;
        return msg;
    }

    /** A message of one piece, with room for control messages. */
    private static msghdr message(Object data, int len, int controllen) {
        msghdr msg = message(data, len);
        msg.msg_control = new byte[controllen];
        msg.msg_controllen = controllen;
        return msg;
    }

    /** Appends a control message of one struct behind those that are there. */
    private static void add(msghdr msg, int level, int type, Struct data) {
        byte[] before = msg.msg_control == null ? new byte[0] : msg.msg_control;
        msg.msg_control = Arrays.copyOf(before, before.length + CMSG_SPACE(sizeof(data)));
        msg.msg_controllen = msg.msg_control.length;
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        for (int at = 0; at < before.length; at += CMSG_ALIGN(cmsg.cmsg_len()), cmsg = CMSG_NXTHDR(msg, cmsg)) {
            assertTrue(cmsg.cmsg_len() > 0);
        }
        cmsg.cmsg_level(level);
        cmsg.cmsg_type(type);
        cmsg.cmsg_len(CMSG_LEN(sizeof(data)));
        data.pack(CMSG_DATA(cmsg));
    }

    /** The control message of a type, which has to be there. */
    private static ByteBuffer control(msghdr msg, int level, int type) {
        for (cmsghdr cmsg = CMSG_FIRSTHDR(msg); cmsg != null; cmsg = CMSG_NXTHDR(msg, cmsg)) {
            if (cmsg.cmsg_level() == level && cmsg.cmsg_type() == type) {
                return CMSG_DATA(cmsg);
            }
        }
        throw new AssertionError("no control message " + level + ", " + type);
    }

    private static void on(int fd, int level, int option) throws ErrnoException {
        check(setsockopt(fd, level, option, 1));
    }

    /** Two UDP sockets: the first sends, to where the second is bound. */
    private static sockaddr_in udp(Sockets s, int[] fds) throws ErrnoException {
        fds[0] = s.open(AF_INET, SOCK_DGRAM);
        fds[1] = s.open(AF_INET, SOCK_DGRAM);
        Sockets.bound(fds[0]);
        return Sockets.bound(fds[1]);
    }

    private static msghdr to(sockaddr_in addr, msghdr msg) {
        msg.msg_name = addr;
        msg.msg_namelen = sizeof(addr);
        return msg;
    }

    @Test
    void pieces_of_every_kind_are_gathered_and_scattered() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            ByteBuffer direct = ByteBuffer.allocateDirect(8).put("_direct_".getBytes()).position(1).limit(7);
            ByteBuffer heap = ByteBuffer.wrap("_heap_".getBytes(), 1, 4);
            msghdr out = new msghdr();
            out.msg_iov = new iovec[] {new iovec("array ".getBytes(), 6), new iovec(direct, 6), new iovec(heap, 4),
                new iovec("String", 7), new iovec(new in_addr(0x04030201), 4), new iovec(null, 0)};
            out.msg_iovlen = 6;
            assertEquals(27, check(sendmsg(sv[0], out, 0)));
            assertEquals(7, direct.position());
            assertEquals(5, heap.position());

            byte[] array = new byte[6];
            in_addr struct = new in_addr();
            msghdr in = new msghdr();
            in.msg_iov = new iovec[] {new iovec(array, 6), new iovec(direct.clear(), 6), new iovec(heap.clear(), 4),
                new iovec(ByteBuffer.allocate(7), 7), new iovec(struct, 4), new iovec(new byte[9], 9)};
            in.msg_iovlen = 6;
            assertEquals(27, check(recvmsg(sv[1], in, 0)));
            assertEquals("array ", new String(array));
            assertEquals(6, direct.position());
            assertEquals("direct", string(direct.flip()));
            assertEquals("heap", string(heap.flip()));
            assertEquals("String\0", string(((ByteBuffer) in.msg_iov[3].iov_base).flip()));
            assertEquals(0x04030201, struct.s_addr);
        }
    }

    private static String string(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new String(bytes);
    }

    @Test
    void names_and_flags_are_told() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] fds = new int[2];
            sockaddr_in there = udp(s, fds);
            check(sendmsg(fds[0], to(there, message("four", 4)), 0));
            msghdr in = message(new byte[2], 2);
            sockaddr_storage from = new sockaddr_storage();
            in.msg_name = from;
            in.msg_namelen = sizeof(from);
            assertEquals(2, check(recvmsg(fds[1], in, 0)));
            assertEquals(MSG_TRUNC, in.msg_flags);
            assertEquals(sizeof(there), in.msg_namelen);
            sockaddr_in here = new sockaddr_in();
            check(getsockname(fds[0], here, new int[] {sizeof(here)}));
            assertEquals(here.sin_port, new sockaddr_in(from).sin_port);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, MAX_DESCRIPTORS})
    void descriptors_are_handed_over(int count) throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            int[] fds = new int[count];
            java.util.Arrays.setAll(fds, i -> sv[i % 2]);
            check(sendmsg(sv[0], rights(fds), 0));
            msghdr in = message(new byte[1], 1, CMSG_SPACE(count * Integer.BYTES));
            assertEquals(1, check(recvmsg(sv[1], in, MSG_CMSG_CLOEXEC)));
            assertEquals(MSG_CMSG_CLOEXEC, in.msg_flags);
            ByteBuffer data = control(in, SOL_SOCKET, SCM_RIGHTS);
            assertEquals(count * Integer.BYTES, data.remaining());
            int[] type = new int[1];
            while (data.hasRemaining()) {
                int fd = s.keep(data.getInt());
                check(getsockopt(fd, SOL_SOCKET, SO_TYPE, type, new int[] {4}));
                assertEquals(SOCK_STREAM, type[0]);
                assertEquals(Fcntl.FD_CLOEXEC, check(Fcntl.fcntl(fd, Fcntl.F_GETFD)));
            }
        }
    }

    @Test
    void more_descriptors_than_the_kernel_takes_are_EINVAL_and_a_closed_one_EBADF() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            int[] many = new int[MAX_DESCRIPTORS + 1];
            java.util.Arrays.fill(many, sv[0]);
            assertEquals(-1, sendmsg(sv[0], rights(many), 0));
            assertEquals(EINVAL, errno());
            assertEquals(-1, sendmsg(sv[0], rights(-1), 0));
            assertEquals(EBADF, errno());
        }
    }

    /** Wherever the control buffer ends, the descriptors that there are afterwards are those in it. */
    @Test
    void no_descriptor_leaks_where_the_control_buffer_is_cut() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            for (int room = 0; room <= CMSG_SPACE(3 * Integer.BYTES); room++) {
                check(sendmsg(sv[0], rights(sv[0], sv[1], sv[0]), 0));
                msghdr in = message(new byte[1], 1, room);
                check(recvmsg(sv[1], in, 0));
                List<Integer> received = new ArrayList<>();
                for (cmsghdr cmsg = CMSG_FIRSTHDR(in); cmsg != null; cmsg = CMSG_NXTHDR(in, cmsg)) {
                    ByteBuffer data = CMSG_DATA(cmsg);
                    while (data.remaining() >= Integer.BYTES) {
                        received.add(data.getInt());
                    }
                }
                assertEquals(2 + received.size(), descriptorsOf(sv), "room " + room);
                assertEquals(received.size() < 3, (in.msg_flags & MSG_CTRUNC) != 0, "room " + room);
                for (int fd : received) {
                    check(Unistd.close(fd));
                }
            }
        }
    }

    /** How many descriptors this process has of two sockets. */
    private static int descriptorsOf(int[] sv) throws IOException {
        Path fds = Path.of("/proc/self/fd");
        Set<Path> sockets = Set.of(Files.readSymbolicLink(fds.resolve("" + sv[0])), Files.readSymbolicLink(fds.resolve("" + sv[1])));
        int count = 0;
        for (String fd : fds.toFile().list()) {
            Path link = fds.resolve(fd);
            if (Files.isSymbolicLink(link) && sockets.contains(Files.readSymbolicLink(link))) {
                count++;
            }
        }
        return count;
    }

    @Test
    void credentials_come_with_SO_PASSCRED() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            on(sv[1], SOL_SOCKET, SO_PASSCRED);
            check(sendmsg(sv[0], message("x", 1), 0));
            msghdr in = message(new byte[1], 1, CMSG_SPACE(sizeof(ucred.class)));
            check(recvmsg(sv[1], in, 0));
            ucred cred = new ucred(control(in, SOL_SOCKET, SCM_CREDENTIALS));
            assertEquals(ProcessHandle.current().pid(), cred.pid);
        }
    }

    @Test
    void credentials_can_be_sent() throws Exception {
        Needs.root();
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            on(sv[1], SOL_SOCKET, SO_PASSCRED);
            msghdr out = message("x", 1);
            add(out, SOL_SOCKET, SCM_CREDENTIALS, new ucred(Unistd.getpid(), 4711, 4712));
            check(sendmsg(sv[0], out, 0));
            msghdr in = message(new byte[1], 1, CMSG_SPACE(sizeof(ucred.class)));
            check(recvmsg(sv[1], in, 0));
            assertEquals(new ucred(Unistd.getpid(), 4711, 4712).toString(),
                    new ucred(control(in, SOL_SOCKET, SCM_CREDENTIALS)).toString());
            msghdr wrong = message("x", 1);
            add(wrong, SOL_SOCKET, SCM_CREDENTIALS, new ucred(Integer.MAX_VALUE, 0, 0));
            assertEquals(-1, sendmsg(sv[0], wrong, 0));
            assertEquals(ESRCH, errno());
        }
    }

    /** Since Linux 6.5; before there is no such option. */
    @Test
    void the_sender_comes_as_a_pidfd() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            if (setsockopt(sv[1], SOL_SOCKET, SO_PASSPIDFD, 1) == -1) {
                assertEquals(ENOPROTOOPT, errno());
                return;
            }
            check(sendmsg(sv[0], message("x", 1), 0));
            msghdr in = message(new byte[1], 1, CMSG_SPACE(Integer.BYTES));
            check(recvmsg(sv[1], in, 0));
            int pidfd = s.keep(control(in, SOL_SOCKET, SCM_PIDFD).getInt());
            assertTrue(Files.readAllLines(Path.of("/proc/self/fdinfo/" + pidfd)).contains("Pid:\t" + Unistd.getpid()));
        }
    }

    @Test
    void where_a_datagram_came_to_and_how_far() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] fds = new int[2];
            sockaddr_in there = udp(s, fds);
            on(fds[1], IPPROTO_IP, IP_PKTINFO);
            on(fds[1], IPPROTO_IP, IP_RECVTTL);
            on(fds[1], IPPROTO_IP, IP_RECVTOS);
            on(fds[1], SOL_SOCKET, SO_TIMESTAMP);
            check(setsockopt(fds[0], IPPROTO_IP, IP_TTL, 7));
            check(setsockopt(fds[0], IPPROTO_IP, IP_TOS, 0x10));
            check(sendmsg(fds[0], to(there, message("x", 1)), 0));
            msghdr in = message(new byte[1], 1, 512);
            check(recvmsg(fds[1], in, 0));
            in_pktinfo info = new in_pktinfo(control(in, IPPROTO_IP, IP_PKTINFO));
            assertEquals(htonl(INADDR_LOOPBACK), info.ipi_addr.s_addr);
            assertEquals(NetworkInterface.getByName("lo").getIndex(), info.ipi_ifindex);
            assertEquals(7, control(in, IPPROTO_IP, IP_TTL).getInt());
            assertEquals(0x10, control(in, IPPROTO_IP, IP_TOS).get());
            timeval time = new timeval(control(in, SOL_SOCKET, SO_TIMESTAMP));
            assertTrue(Math.abs(System.currentTimeMillis() / 1000 - time.tv_sec) < 60, time.toString());
        }
    }

    @Test
    void from_where_a_datagram_goes_and_how_far() throws Exception {
        try (Sockets s = new Sockets()) {
            int from = s.open(AF_INET, SOCK_DGRAM);
            int fd = s.open(AF_INET, SOCK_DGRAM);
            sockaddr_in there = Sockets.bound(fd);
            on(fd, IPPROTO_IP, IP_RECVTTL);
            msghdr out = to(there, message("x", 1));
            in_pktinfo info = new in_pktinfo();
            info.ipi_spec_dst.s_addr = Sockets.in("127.0.0.2", 0).sin_addr.s_addr;
            add(out, IPPROTO_IP, IP_PKTINFO, info);
            add(out, IPPROTO_IP, IP_TTL, new in_addr(9)); // a struct of one int
            check(sendmsg(from, out, 0));
            msghdr in = message(new byte[1], 1, 512);
            sockaddr_in source = new sockaddr_in();
            in.msg_name = source;
            in.msg_namelen = sizeof(source);
            check(recvmsg(fd, in, 0));
            assertEquals(info.ipi_spec_dst.s_addr, source.sin_addr.s_addr);
            assertEquals(9, control(in, IPPROTO_IP, IP_TTL).getInt());
        }
    }

    @Test
    void where_an_ipv6_datagram_came_to_and_how_far() throws Exception {
        try (Sockets s = new Sockets()) {
            int from = s.open(AF_INET6, SOCK_DGRAM);
            int fd = s.open(AF_INET6, SOCK_DGRAM);
            sockaddr_in6 there = new sockaddr_in6(AF_INET6, 0, 0, in6addr_loopback, 0);
            check(bind(fd, there, sizeof(there)));
            check(getsockname(fd, there, new int[] {sizeof(there)}));
            on(fd, IPPROTO_IPV6, IPV6_RECVPKTINFO);
            on(fd, IPPROTO_IPV6, IPV6_RECVHOPLIMIT);
            on(fd, IPPROTO_IPV6, IPV6_RECVTCLASS);
            check(setsockopt(from, IPPROTO_IPV6, IPV6_TCLASS, 0x20));
            msghdr out = message("x", 1);
            out.msg_name = there;
            out.msg_namelen = sizeof(there);
            add(out, IPPROTO_IPV6, IPV6_HOPLIMIT, new in_addr(9)); // a struct of one int
            check(sendmsg(from, out, 0));
            msghdr in = message(new byte[1], 1, 512);
            check(recvmsg(fd, in, 0));
            in6_pktinfo info = new in6_pktinfo(control(in, IPPROTO_IPV6, IPV6_PKTINFO));
            assertTrue(IN6_IS_ADDR_LOOPBACK(info.ipi6_addr), info::toString);
            assertEquals(NetworkInterface.getByName("lo").getIndex(), info.ipi6_ifindex);
            assertEquals(9, control(in, IPPROTO_IPV6, IPV6_HOPLIMIT).getInt());
            assertEquals(0x20, control(in, IPPROTO_IPV6, IPV6_TCLASS).getInt());
        }
    }

    private static void assertNow(timespec time) {
        assertTrue(Math.abs(System.currentTimeMillis() / 1000 - time.tv_sec) < 60, time::toString);
    }

    @Test
    void when_a_datagram_came_in_nanoseconds() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] fds = new int[2];
            sockaddr_in there = udp(s, fds);
            on(fds[1], SOL_SOCKET, SO_TIMESTAMPNS);
            check(sendmsg(fds[0], to(there, message("x", 1)), 0));
            msghdr in = message(new byte[1], 1, 512);
            check(recvmsg(fds[1], in, 0));
            assertNow(new timespec(control(in, SOL_SOCKET, SCM_TIMESTAMPNS)));
        }
    }

    @Test
    void when_a_datagram_went_and_came() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] fds = new int[2];
            sockaddr_in there = udp(s, fds);
            check(setsockopt(fds[0], SOL_SOCKET, SO_TIMESTAMPING, SOF_TIMESTAMPING_TX_SOFTWARE
                    | SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_ID | SOF_TIMESTAMPING_OPT_TSONLY));
            check(setsockopt(fds[1], SOL_SOCKET, SO_TIMESTAMPING,
                    SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE));
            msghdr in = null;
            for (int sent = 0; sent < 100_000 && (in == null || CMSG_FIRSTHDR(in) == null); sent++) {
                // The kernel begins to take times a while after it is asked to.
                check(sendmsg(fds[0], to(there, message("x", 1)), 0));
                in = message(new byte[1], 1, 512);
                check(recvmsg(fds[1], in, 0));
            }
            assertNow(new scm_timestamping(control(in, SOL_SOCKET, SCM_TIMESTAMPING)).ts[0]);

            Poll.pollfd[] poll = {new Poll.pollfd(fds[0], 0, 0)};
            assertEquals(1, check(Poll.poll(poll, 1, 10_000)));
            msghdr went = message(new byte[1], 1, 512);
            assertEquals(0, check(recvmsg(fds[0], went, MSG_ERRQUEUE)), "the time only");
            assertNow(new scm_timestamping(control(went, SOL_SOCKET, SCM_TIMESTAMPING)).ts[0]);
            sock_extended_err error = new sock_extended_err(control(went, IPPROTO_IP, IP_RECVERR));
            assertEquals(ENOMSG, error.ee_errno);
            assertEquals(SO_EE_ORIGIN_TIMESTAMPING, error.ee_origin);
            assertEquals(SCM_TSTAMP_SND, error.ee_info);
            assertEquals(0, error.ee_data, "the first datagram");
        }
    }

    @Test
    void a_refusal_is_in_the_error_queue() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] fds = new int[2];
            sockaddr_in there = udp(s, fds);
            s.closeNow(fds[1]);
            on(fds[0], IPPROTO_IP, IP_RECVERR);
            check(sendmsg(fds[0], to(there, message("lost", 4)), 0));
            Poll.pollfd[] poll = {new Poll.pollfd(fds[0], 0, 0)};
            assertEquals(1, check(Poll.poll(poll, 1, 10_000)));
            assertEquals(Poll.POLLERR, poll[0].revents);
            byte[] data = new byte[10];
            msghdr in = message(data, 10, 512);
            assertEquals(4, check(recvmsg(fds[0], in, MSG_ERRQUEUE)));
            assertEquals("lost", Strings.str(data));
            assertEquals(MSG_ERRQUEUE, in.msg_flags & MSG_ERRQUEUE);
            sock_extended_err error = new sock_extended_err(control(in, IPPROTO_IP, IP_RECVERR));
            assertEquals(ECONNREFUSED, error.ee_errno);
            assertEquals(SO_EE_ORIGIN_ICMP, error.ee_origin);
            assertEquals(there.sin_addr.s_addr, new sockaddr_in(SO_EE_OFFENDER(error)).sin_addr.s_addr);
            assertEquals(-1, recvmsg(fds[0], in, MSG_ERRQUEUE));
            assertEquals(EAGAIN, errno());
        }
    }

    @Test
    void one_send_becomes_segments_and_one_receive_takes_them() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] fds = new int[2];
            sockaddr_in there = udp(s, fds);
            on(fds[1], IPPROTO_UDP, UDP_GRO);
            msghdr out = to(there, message(new byte[2500], 2500, CMSG_SPACE(Short.BYTES)));
            cmsghdr cmsg = CMSG_FIRSTHDR(out);
            cmsg.cmsg_level(IPPROTO_UDP);
            cmsg.cmsg_type(UDP_SEGMENT);
            cmsg.cmsg_len(CMSG_LEN(Short.BYTES));
            CMSG_DATA(cmsg).putShort((short) 1000);
            assertEquals(2500, check(sendmsg(fds[0], out, 0)));
            msghdr in = message(new byte[9000], 9000, CMSG_SPACE(Integer.BYTES));
            assertEquals(2500, check(recvmsg(fds[1], in, 0)));
            assertEquals(1000, control(in, IPPROTO_UDP, UDP_GRO).getInt());
        }
    }

    @Test
    void zero_copy_takes_a_direct_buffer_only_and_says_when_it_is_done() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] tcp = s.tcp();
            on(tcp[0], SOL_SOCKET, SO_ZEROCOPY);
            assertThrows(IllegalArgumentException.class, () -> send(tcp[0], new byte[9], 9, MSG_ZEROCOPY));
            assertThrows(IllegalArgumentException.class, () -> sendmsg(tcp[0], message(new byte[9], 9), MSG_ZEROCOPY));
            ByteBuffer data = ByteBuffer.allocateDirect(20_000);
            assertEquals(20_000, check(sendmsg(tcp[0], message(data, 20_000), MSG_ZEROCOPY)));
            assertEquals(20_000, check(recv(tcp[1], new byte[20_000], 20_000, MSG_WAITALL)));
            Poll.pollfd[] poll = {new Poll.pollfd(tcp[0], 0, 0)};
            assertEquals(1, check(Poll.poll(poll, 1, 10_000)));
            msghdr done = new msghdr();
            done.msg_control = new byte[100];
            done.msg_controllen = 100;
            check(recvmsg(tcp[0], done, MSG_ERRQUEUE));
            sock_extended_err error = new sock_extended_err(control(done, IPPROTO_IP, IP_RECVERR));
            assertEquals(0, error.ee_errno);
            assertEquals(SO_EE_ORIGIN_ZEROCOPY, error.ee_origin);
            assertEquals(SO_EE_CODE_ZEROCOPY_COPIED, error.ee_code, "to loopback it has to");
            assertEquals(0, error.ee_info, "from the first send");
            assertEquals(0, error.ee_data, "to the first send");
        }
    }

    @Test
    void many_messages_in_one_call() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            mmsghdr[] out = mmsghdr.array(3);
            mmsghdr[] in = mmsghdr.array(5);
            for (int i = 0; i < in.length; i++) {
                in[i].msg_hdr.set(message(new byte[10], 10));
            }
            out[0].msg_hdr.set(message("a", 1));
            out[1].msg_hdr.set(message("", 0));
            out[2].msg_hdr.set(message("ccc", 3));
            assertEquals(3, check(sendmmsg(sv[0], out, 3, 0)));
            assertEquals(3, out[2].msg_len);
            timespec timeout = new timespec(5, 0);
            assertEquals(2, check(recvmmsg(sv[1], in, 2, 0, timeout)));
            assertTrue(timeout.tv_sec <= 5 && (timeout.tv_sec < 5 || timeout.tv_nsec == 0), timeout.toString());
            assertEquals(1, in[0].msg_len);
            assertEquals(0, in[1].msg_len);
            assertEquals(1, check(recvmmsg(sv[1], from(in, 2), 3, MSG_WAITFORONE, null)));
            assertEquals(3, in[2].msg_len);
            assertEquals(-1, recvmmsg(sv[1], in, 5, MSG_DONTWAIT, null));
            assertEquals(EAGAIN, errno());
            assertEquals(-1, sendmmsg(-1, out, 3, 0));
            assertEquals(EBADF, errno());
            assertEquals(-1, recvmmsg(sv[1], in, 1, 0, new timespec(0, -1)));
            assertEquals(EINVAL, errno());
        }
    }

    @Test
    void a_datagram_that_is_longer_than_its_pieces_goes_into_no_other() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            check(sendmsg(sv[0], message("0123456789", 10), 0));
            byte[] first = new byte[4];
            byte[] second = new byte[100];
            msghdr in = message(first, 4);
            in.msg_iov = new iovec[] {in.msg_iov[0], new iovec(second, 100)};
            assertEquals(10, check(recvmsg(sv[1], in, MSG_TRUNC)));
            assertEquals("0123", string(ByteBuffer.wrap(first)));
            assertArrayEquals(new byte[100], second);
        }
    }

    /** Another thread takes the memory out of a message in which this one waits to receive. */
    @Test
    void memory_that_C_writes_to_is_kept() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_STREAM);
            check(send(sv[0], "ab", 2, 0));
            msghdr in = message(ByteBuffer.allocateDirect(4), 4);
            WeakReference<Object> memory = new WeakReference<>(in.msg_iov[0].iov_base);
            CompletableFuture<Integer> received = CompletableFuture.supplyAsync(() -> {
                int n = recvmsg(sv[1], in, MSG_WAITALL);
                return n == -1 ? -errno() : n;
            }, command -> new Thread(command).start());
            int waiting;
            do {
                waiting = recv(sv[1], new byte[1], 1, MSG_PEEK | MSG_DONTWAIT);
            } while (waiting != -1); // until the other thread has taken what is there, and wants more
            assertEquals(EAGAIN, errno());
            in.msg_iov[0].iov_base = null;
            System.gc();
            assertNotNull(memory.get());
            check(send(sv[0], "cd", 2, 0));
            assertEquals(4, received.get());
        }
    }

    @Test
    void what_the_man_page_refuses_and_what_java_does() throws Exception {
        try (Sockets s = new Sockets()) {
            int[] sv = s.pair(SOCK_DGRAM);
            assertEquals(-1, sendmsg(sv[0], null, 0));
            assertEquals(EFAULT, errno());
            assertEquals(-1, recvmsg(-1, message(new byte[1], 1), 0));
            assertEquals(EBADF, errno());
            assertEquals(-1, recvmsg(sv[0], message(new byte[1], 1), MSG_DONTWAIT));
            assertEquals(EAGAIN, errno());
            assertEquals(-1, sendmsg(sv[0], message(null, 1), 0));
            assertEquals(EFAULT, errno());
            msghdr many = message("x", 1);
            many.msg_iov = iovec.array(1025);
            many.msg_iovlen = 1025;
            assertEquals(-1, sendmsg(sv[0], many, 0));
            assertEquals(EMSGSIZE, errno());

            assertThrows(IndexOutOfBoundsException.class, () -> sendmsg(sv[0], message(new byte[1], 2), 0));
            msghdr tooMany = message("x", 1);
            tooMany.msg_iovlen = 2;
            assertThrows(IndexOutOfBoundsException.class, () -> sendmsg(sv[0], tooMany, 0));
            msghdr control = message("x", 1, 8);
            control.msg_controllen = 9;
            assertThrows(IndexOutOfBoundsException.class, () -> recvmsg(sv[0], control, 0));
            msghdr name = message(new byte[1], 1);
            name.msg_name = new sockaddr_un();
            name.msg_namelen = 111;
            assertThrows(IndexOutOfBoundsException.class, () -> recvmsg(sv[0], name, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> sendmmsg(sv[0], mmsghdr.array(1), 2, 0));
            assertThrows(ReadOnlyBufferException.class,
                    () -> recvmsg(sv[0], message(ByteBuffer.allocateDirect(1).asReadOnlyBuffer(), 1), 0));
            assertThrows(IllegalArgumentException.class, () -> recvmsg(sv[0], message("x", 1), 0));
            assertThrows(IllegalArgumentException.class, () -> sendmsg(sv[0], message(1, 1), 0));
        }
    }

    @Test
    void the_macros_answer_what_C_answers(@TempDir Path dir) {
        Needs.tool("gcc");
        List<String> java = new ArrayList<>();
        for (int n = 0; n <= 300; n++) {
            java.add(CMSG_ALIGN(n) + " " + CMSG_SPACE(n) + " " + CMSG_LEN(n));
        }
        CProgram.Output c = CProgram.run(dir, """
                #include <stdio.h>
                #include <sys/socket.h>
                int main(void)
                {
                    for (unsigned long n = 0; n <= 300; n++) {
                        printf("%lu %lu %lu\\n", CMSG_ALIGN(n), CMSG_SPACE(n), CMSG_LEN(n));
                    }
                }
                """, new byte[0]);
        assertEquals(c.lines(), java);
    }

    @Test
    void control_messages_are_walked_within_their_room() {
        msghdr msg = message("x", 1, CMSG_SPACE(4) + CMSG_SPACE(1));
        cmsghdr first = CMSG_FIRSTHDR(msg);
        assertEquals(CMSG_SPACE(4) + CMSG_SPACE(1) - CMSG_LEN(0), CMSG_DATA(first).remaining());
        assertNull(CMSG_NXTHDR(msg, first));
        first.cmsg_len(CMSG_LEN(4));
        assertEquals(4, CMSG_DATA(first).remaining());
        cmsghdr second = CMSG_NXTHDR(msg, first);
        assertNotNull(second);
        second.cmsg_len(CMSG_LEN(1));
        CMSG_DATA(second).put((byte) 9);
        assertArrayEquals(new byte[] {9}, java.util.Arrays.copyOfRange(msg.msg_control, CMSG_SPACE(4) + 16, CMSG_SPACE(4) + 17));
        assertNull(CMSG_NXTHDR(msg, second));
        for (int len : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 15, 10_000}) {
            first.cmsg_len(len);
            assertNull(CMSG_NXTHDR(msg, first), "cmsg_len " + len);
            assertTrue(CMSG_DATA(first).remaining() <= msg.msg_controllen);
        }
        msg.msg_controllen = 15;
        assertNull(CMSG_FIRSTHDR(msg));
        assertNull(CMSG_FIRSTHDR(new msghdr()));
    }
}

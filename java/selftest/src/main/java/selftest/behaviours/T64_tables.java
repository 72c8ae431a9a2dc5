package selftest.behaviours;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.Unistd.geteuid;
import static libc.linux.InetDiag.*;
import static libc.linux.Rtnetlink.*;
import static libc.linux.SockDiag.*;
import static libc.linux.UnixDiag.*;
import static libc.netinet.In.*;
import static libc.netinet.Tcp.*;
import static libc.sys.Stat.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import libc.Struct;
import libc.sys.Un.sockaddr_un;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** A socket's row in /proc/net is its row of sock_diag, and both are what getsockname, fstat and its options say. */
class T64_tables {

    private static final int SEQUENCE = 4711;
    private static final int ATTEMPTS = 10; // others may come and go while a table is read
    private static final int TIMEOUT = 20_000;
    private static final int CONNECTED = 3; // SS_CONNECTED of linux/net.h
    private static final int UNCONNECTED = 1;
    private static final int ACCEPTS = 0x10000; // __SO_ACCEPTCON of linux/net.h
    private static final String NOT_UNIX = "the tables of AF_UNIX are others";
    private static final String NOT_INTERNET = "the tables of IP are others";

    private static long inode(int fd) throws Exception {
        stat stat = new stat();
        check(fstat(fd, stat));
        assertTrue(S_ISSOCK(stat.st_mode));
        return stat.st_ino;
    }

    // What the socket itself says

    private static sockaddr address(Transport transport) {
        return transport.family() == AF_INET ? new sockaddr_in() : transport.family() == AF_INET6 ? new sockaddr_in6()
                : new sockaddr_un();
    }

    private static String own(int fd, Transport transport) throws Exception {
        sockaddr addr = address(transport);
        check(getsockname(fd, addr, new int[] {addr.size()}));
        return text(addr);
    }

    private static String peer(int fd, Transport transport) throws Exception {
        sockaddr addr = address(transport);
        if (getpeername(fd, addr, new int[] {addr.size()}) == -1) {
            assertEquals(ENOTCONN, errno());
            addr.sa_family(transport.family());
        }
        return text(addr);
    }

    /** An address of IP as a table has it: words of the machine's byte order, and the port. */
    private static String text(sockaddr addr) {
        if (addr instanceof sockaddr_in in) {
            return "%08X:%04X".formatted(in.sin_addr.s_addr, ntohs(in.sin_port));
        }
        sockaddr_in6 in6 = (sockaddr_in6) addr;
        ByteBuffer words = ByteBuffer.wrap(in6.sin6_addr.s6_addr).order(ByteOrder.nativeOrder());
        return "%08X%08X%08X%08X:%04X".formatted(words.getInt(), words.getInt(), words.getInt(), words.getInt(),
                ntohs(in6.sin6_port));
    }

    // /proc/net

    private static String table(Transport transport) {
        return transport.isUnix() ? "unix" : (transport.isStream() ? "tcp" : "udp")
                + (transport.family() == AF_INET ? "" : "6");
    }

    /** The words of each line of the transport's table that has an inode. */
    private static List<String[]> rows(Transport transport, long inode) throws Exception {
        int at = transport.isUnix() ? 6 : 9;
        return Files.readAllLines(Path.of("/proc/self/net", table(transport)), ISO_8859_1).stream().skip(1)
                .map(line -> line.strip().split("\\s+")).filter(words -> words[at].equals(Long.toString(inode))).toList();
    }

    private static String[] row(Transport transport, long inode) throws Exception {
        List<String[]> rows = rows(transport, inode);
        for (int i = 0; i < ATTEMPTS && rows.isEmpty(); i++) {
            rows = rows(transport, inode);
        }
        assertEquals(1, rows.size(), () -> inode + " in " + table(transport));
        return rows.get(0);
    }

    // sock_diag

    /** Sends a request, and answers the messages that come back: all of a dump, or one. */
    private static List<nlmsghdr> answers(Sockets sockets, int flags, Struct payload) throws Exception {
        int fd = sockets.keep(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
        byte[] request = new byte[NLMSG_SPACE(payload.size())];
        nlmsghdr nlh = new nlmsghdr(request);
        payload.pack(NLMSG_DATA(nlh));
        nlh.nlmsg_len(NLMSG_LENGTH(payload.size()));
        nlh.nlmsg_type(SOCK_DIAG_BY_FAMILY);
        nlh.nlmsg_flags(NLM_F_REQUEST | flags);
        nlh.nlmsg_seq(SEQUENCE);
        sockaddr_nl kernel = new sockaddr_nl(AF_NETLINK, 0, 0, 0);
        check(sendto(fd, request, request.length, 0, kernel, sizeof(kernel)));
        List<nlmsghdr> answers = new ArrayList<>();
        boolean more = true;
        while (more) {
            byte[] buf = new byte[65536];
            int[] len = {check(recv(fd, buf, buf.length, 0))};
            for (nlmsghdr nh = new nlmsghdr(buf); NLMSG_OK(nh, len); nh = NLMSG_NEXT(nh, len)) {
                assertEquals(SEQUENCE, nh.nlmsg_seq());
                more = (nh.nlmsg_flags() & NLM_F_MULTI) != 0 && nh.nlmsg_type() != NLMSG_DONE;
                if (nh.nlmsg_type() != NLMSG_DONE) {
                    answers.add(nh);
                }
            }
        }
        sockets.closeNow(fd);
        return answers;
    }

    /** Whether the kernel has such a table: one built without it answers ENOENT. */
    private static boolean isLacking(List<nlmsghdr> answers) {
        if (answers.size() != 1 || answers.get(0).nlmsg_type() != NLMSG_ERROR) {
            return false;
        }
        assertEquals(-ENOENT, new nlmsgerr(NLMSG_DATA(answers.get(0))).error);
        return true;
    }

    private static Optional<inet_diag_msg> diagnosed(Sockets sockets, Transport transport, long inode) throws Exception {
        inet_diag_req_v2 request = new inet_diag_req_v2();
        request.sdiag_family = transport.family();
        request.sdiag_protocol = transport.isStream() ? IPPROTO_TCP : IPPROTO_UDP;
        request.idiag_states = -1;
        for (int i = 0; i < ATTEMPTS; i++) {
            List<nlmsghdr> answers = answers(sockets, NLM_F_DUMP, request);
            if (isLacking(answers)) {
                return Optional.empty();
            }
            List<inet_diag_msg> rows = answers.stream().map(nh -> new inet_diag_msg(NLMSG_DATA(nh)))
                    .filter(row -> Integer.toUnsignedLong(row.idiag_inode) == inode).toList();
            if (!rows.isEmpty()) {
                assertEquals(1, rows.size());
                return Optional.of(rows.get(0));
            }
        }
        throw new AssertionError(inode + " is not in sock_diag");
    }

    private static String text(int[] address, int port, Transport transport) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < (transport.family() == AF_INET ? 1 : address.length); i++) {
            text.append("%08X".formatted(address[i]));
        }
        return text.append(":%04X".formatted(ntohs(port))).toString();
    }

    private static long cookie(int fd) throws Exception {
        long[] cookie = new long[1];
        check(getsockopt(fd, SOL_SOCKET, SO_COOKIE, cookie, new int[] {sizeof(cookie)}));
        return cookie[0];
    }

    private static long join(int[] cookie) {
        return Integer.toUnsignedLong(cookie[0]) | (long) cookie[1] << Integer.SIZE;
    }

    /** Both tables have this socket, in a state. */
    private static void assertInTables(Sockets sockets, Transport transport, int fd, int state) throws Exception {
        String[] row = row(transport, inode(fd));
        assertEquals(own(fd, transport), row[1]);
        assertEquals(peer(fd, transport), row[2]);
        assertEquals(state, Integer.parseInt(row[3], 16));
        assertEquals(Integer.toString(geteuid()), row[7]);
        Optional<inet_diag_msg> answer = diagnosed(sockets, transport, inode(fd));
        if (answer.isPresent()) {
            inet_diag_msg msg = answer.get();
            assertEquals(transport.family(), msg.idiag_family);
            assertEquals(row[1], text(msg.id.idiag_src, msg.id.idiag_sport, transport));
            assertEquals(row[2], text(msg.id.idiag_dst, msg.id.idiag_dport, transport));
            assertEquals(state, msg.idiag_state);
            assertEquals(geteuid(), msg.idiag_uid);
            assertEquals(cookie(fd), join(msg.id.idiag_cookie));
            if (state != TCP_LISTEN) { // of a listener sock_diag adds the backlog
                assertEquals(row[4], "%08X:%08X".formatted(msg.idiag_wqueue, msg.idiag_rqueue));
            }
        }
    }

    @On(value = Group.INTERNET, otherwise = NOT_UNIX)
    void both_ends_of_a_connection(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(own(c.client(), transport), peer(c.server(), transport));
        assertInTables(sockets, transport, c.client(), TCP_ESTABLISHED);
        assertInTables(sockets, transport, c.server(), TCP_ESTABLISHED);
    }

    @On(value = Group.INTERNET, otherwise = NOT_UNIX)
    void what_waits_to_be_read(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(send(c.client(), "abc", 3, 0));
        assertEquals(1, check(poll(new pollfd[] {new pollfd(c.server(), POLLIN, 0)}, 1, TIMEOUT)));
        assertInTables(sockets, transport, c.server(), TCP_ESTABLISHED);
        String[] row = row(transport, inode(c.server()));
        int waits = Integer.parseInt(row[4].split(":")[1], 16);
        // TCP counts the bytes, UDP the memory that they take.
        assertTrue(transport.isStream() ? waits == 3 : waits >= 3, row[4]);
    }

    @On(value = Group.INTERNET, otherwise = NOT_UNIX)
    void who_listens_or_is_bound_alone(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (transport.isStream()) {
            sockets.listening(fd);
        } else {
            sockets.bound(fd);
        }
        assertInTables(sockets, transport, fd, transport.isStream() ? TCP_LISTEN : TCP_CLOSE);
    }

    private static List<nlmsghdr> unixAnswers(Sockets sockets, int fd) throws Exception {
        return answers(sockets, 0, new unix_diag_req(AF_UNIX, 0, 0, -1, (int) inode(fd),
                UDIAG_SHOW_NAME | UDIAG_SHOW_VFS | UDIAG_SHOW_PEER | UDIAG_SHOW_RQLEN,
                new int[] {INET_DIAG_NOCOOKIE, INET_DIAG_NOCOOKIE}));
    }

    /** The data of an attribute behind the struct, or nothing. */
    private static Optional<ByteBuffer> attribute(nlmsghdr nh, int type) {
        int size = sizeof(unix_diag_msg.class);
        int[] len = {NLMSG_PAYLOAD(nh, size)};
        rtattr rta = new rtattr(NLMSG_DATA(nh).position(NLMSG_ALIGN(size)));
        for (; RTA_OK(rta, len); rta = RTA_NEXT(rta, len)) {
            if (rta.rta_type() == type) {
                return Optional.of(RTA_DATA(rta));
            }
        }
        return Optional.empty();
    }

    /** Its name as bytes: none, a path with its NUL, or one that begins with NUL. */
    private static byte[] name(int fd) throws Exception {
        sockaddr_un addr = new sockaddr_un();
        int[] len = {sizeof(addr)};
        check(getsockname(fd, addr, len));
        return Arrays.copyOf(addr.sun_path, len[0] - offsetof(sockaddr_un.class, "sun_path"));
    }

    private static void assertInUnixTables(Sockets sockets, Transport transport, int fd, int peer) throws Exception {
        boolean listens = peer == -1 && transport.isConnection() && transport.isNamed();
        byte[] name = name(fd);
        String[] row = row(transport, inode(fd));
        assertEquals(transport.type(), Integer.parseInt(row[4], 16));
        assertEquals(peer == -1 ? UNCONNECTED : CONNECTED, Integer.parseInt(row[5], 16));
        assertEquals(listens ? ACCEPTS : 0, Integer.parseInt(row[3], 16));
        // A name ends at its NUL, or begins with one, which the table prints as @.
        String path = new String(name, ISO_8859_1);
        String printed = path.startsWith("\0") ? path.replace('\0', '@') : path.replace("\0", "");
        assertEquals(printed, row.length > 7 ? row[7] : "");

        List<nlmsghdr> answers = unixAnswers(sockets, fd);
        if (isLacking(answers)) {
            return;
        }
        assertEquals(1, answers.size());
        nlmsghdr nh = answers.get(0);
        unix_diag_msg msg = new unix_diag_msg(NLMSG_DATA(nh));
        assertEquals(AF_UNIX, msg.udiag_family);
        assertEquals(transport.type(), msg.udiag_type);
        assertEquals(inode(fd), Integer.toUnsignedLong(msg.udiag_ino));
        assertEquals(listens ? TCP_LISTEN : peer == -1 ? TCP_CLOSE : TCP_ESTABLISHED, msg.udiag_state);
        assertEquals(cookie(fd), join(msg.udiag_cookie));
        assertArrayEquals(name, attribute(nh, UNIX_DIAG_NAME).map(T64_tables::bytes).orElse(new byte[0]));
        assertEquals(peer == -1 ? Optional.empty() : Optional.of(inode(peer)),
                attribute(nh, UNIX_DIAG_PEER).map(data -> Integer.toUnsignedLong(data.getInt())));
        Optional<unix_diag_vfs> vfs = attribute(nh, UNIX_DIAG_VFS).map(unix_diag_vfs::new);
        assertEquals(!path.isEmpty() && !path.startsWith("\0"), vfs.isPresent());
        if (vfs.isPresent()) {
            stat file = new stat();
            check(stat(printed, file));
            assertEquals((int) file.st_ino, vfs.get().udiag_vfs_ino, "of the file, not of the socket");
        }
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    @On(value = Group.UNIX, otherwise = NOT_INTERNET)
    void both_ends_of_a_unix_connection(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertInUnixTables(sockets, transport, c.client(), c.server());
        assertInUnixTables(sockets, transport, c.server(), c.client());
    }

    @On(value = Group.UNIX, otherwise = NOT_INTERNET)
    void what_waits_to_be_read_of_unix(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(send(c.client(), "abc", 3, 0));
        List<nlmsghdr> answers = unixAnswers(sockets, c.server());
        if (!isLacking(answers)) {
            unix_diag_rqlen queues = new unix_diag_rqlen(attribute(answers.get(0), UNIX_DIAG_RQLEN).orElseThrow());
            assertEquals(3, queues.udiag_rqueue);
        }
    }

    @On(value = Group.UNIX, otherwise = NOT_INTERNET)
    void who_listens_or_is_bound_alone_of_unix(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (transport.isNamed()) {
            if (transport.isConnection()) {
                sockets.listening(fd);
            } else {
                sockets.bound(fd);
            }
        }
        assertInUnixTables(sockets, transport, fd, -1);
    }

    @On(Group.ALL)
    void what_is_closed_is_in_no_table(Transport transport, Sockets sockets) throws Exception {
        int fd = sockets.open();
        if (transport.isNamed()) {
            sockets.bound(fd);
        }
        long inode = inode(fd);
        if (transport.isUnix() || !transport.isStream()) { // a TCP that is but bound is in none yet
            row(transport, inode);
        }
        sockets.closeNow(fd);
        assertEquals(List.of(), rows(transport, inode));
    }
}

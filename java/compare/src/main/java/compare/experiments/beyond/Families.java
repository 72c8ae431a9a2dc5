package compare.experiments.beyond;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static libc.Errno.EPERM;
import static libc.Errno.errno;
import static libc.netinet.In.IPPROTO_RAW;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Posix;
import compare.Verdict;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixSocketChannel;
import libc.Names;
import org.newsclub.net.unix.AFSocketType;
import org.newsclub.net.unix.AFSomeSocket;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/** socket(2). */
final class Families implements Experiment {

    private record Kind(int domain, int type) {}

    @Override
    public String question() {
        return "Which kinds of sockets can be made?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("StandardProtocolFamily has three families, and AF_UNIX has neither datagrams nor"
                + " records there. Raw sockets, packets and netlink are out of the JDK's reach. The kernel is asked"
                + " only for kinds that every Linux has.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : List.of(new Kind(AF_INET, SOCK_STREAM), new Kind(AF_INET, SOCK_DGRAM), new Kind(AF_INET, SOCK_RAW),
                new Kind(AF_INET6, SOCK_STREAM), new Kind(AF_INET6, SOCK_DGRAM), new Kind(AF_INET6, SOCK_RAW),
                new Kind(AF_UNIX, SOCK_STREAM), new Kind(AF_UNIX, SOCK_DGRAM), new Kind(AF_UNIX, SOCK_SEQPACKET),
                new Kind(AF_NETLINK, SOCK_RAW), new Kind(AF_PACKET, SOCK_RAW))) {
            boolean ofIp = kind.domain == AF_INET || kind.domain == AF_INET6;
            int fd = socket(kind.domain, kind.type, ofIp && kind.type == SOCK_RAW ? IPPROTO_RAW : 0);
            if (fd >= 0) {
                lab.keep(fd);
            }
            if (fd >= 0 || errno() == EPERM) { // there it is, for those who may
                kinds.add(kind);
            }
        }
        return table(kinds);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        List<Kind> kinds = new ArrayList<>();
        for (StandardProtocolFamily family : StandardProtocolFamily.values()) {
            int domain = switch (family) {
                case INET -> AF_INET;
                case INET6 -> AF_INET6;
                case UNIX -> AF_UNIX;
            };
            lab.keep(SocketChannel.open(family));
            kinds.add(new Kind(domain, SOCK_STREAM));
            if (opensDatagrams(lab, family)) {
                kinds.add(new Kind(domain, SOCK_DGRAM));
            }
        }
        return table(kinds);
    }

    private static boolean opensDatagrams(Lab lab, StandardProtocolFamily family) throws IOException {
        try {
            lab.keep(DatagramChannel.open(family));
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public String netty(Lab lab) throws IOException {
        List<Kind> kinds = new ArrayList<>();
        for (UnixChannel channel : List.of(
                new EpollSocketChannel(SocketProtocolFamily.INET), new EpollDatagramChannel(SocketProtocolFamily.INET),
                new EpollSocketChannel(SocketProtocolFamily.INET6), new EpollDatagramChannel(SocketProtocolFamily.INET6),
                new EpollDomainSocketChannel(), new EpollDomainDatagramChannel())) {
            kinds.add(of(channel.fd().intValue()));
            channel.unsafe().closeForcibly();
        }
        return table(kinds);
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        AFUNIXSocketPair<AFUNIXSocketChannel> stream = AFUNIXSocketPair.open();
        AFUNIXSocketPair<AFUNIXDatagramChannel> datagram = AFUNIXSocketPair.openDatagram();
        AFUNIXSocketPair<AFUNIXDatagramChannel> records = AFUNIXSocketPair.openDatagram(AFSocketType.SOCK_SEQPACKET);
        List<Kind> kinds = new ArrayList<>();
        for (AFUNIXSocketPair<? extends AFSomeSocket> pair : List.of(stream, datagram, records)) {
            lab.keep(pair.getSocket2());
            kinds.add(of(Descriptors.of(lab.keep(pair.getSocket1()))));
        }
        return table(kinds);
    }

    @Override
    public String jnrPosix(Lab lab) throws IOException {
        List<Kind> kinds = new ArrayList<>();
        for (int type : new int[] {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET}) {
            kinds.add(of(Posix.pair(lab, type)[0]));
        }
        return table(kinds);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        int stream = lab.keep(UnixSocketChannel.open()).getFD();
        return table(List.of(of(stream), of(lab.keep(UnixDatagramChannel.open()).getFD())));
    }

    private static Kind of(int fd) throws IOException {
        return new Kind(Descriptors.option(fd, SO_DOMAIN), Descriptors.option(fd, SO_TYPE));
    }

    private static String table(List<Kind> kinds) {
        return kinds.stream().collect(groupingBy(Kind::domain, LinkedHashMap::new,
                mapping(kind -> Names.of("SOCK_", kind.type), joining(" ")))).entrySet().stream()
                .map(entry -> Names.of("AF_", entry.getKey()) + ": " + entry.getValue()).collect(joining("\n"));
    }
}

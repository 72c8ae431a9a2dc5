package compare.experiments.unix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.check;
import static libc.Strings.str;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollDomainDatagramChannel;
import io.netty.channel.unix.DomainDatagramPacket;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixSocketAddress;
import libc.sys.Un.sockaddr_un;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** SOCK_DGRAM. */
final class UnixDatagrams implements Experiment {

    @Override
    public String question() {
        return "Can datagrams be sent between paths?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("DatagramChannel knows IPv4 and IPv6 alone. syslog, systemd's notifications and "
                + "wpa_supplicant are out of its reach.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int to = Unix.bound(lab, SOCK_DGRAM, Unix.path(lab));
        lab.watch();
        int from = Unix.bound(lab, SOCK_DGRAM, Unix.path(lab, "sender"));
        sockaddr_un addr = Unix.address(Unix.path(lab));
        check(sendto(from, "hello", 5, 0, addr, sizeof(addr)));
        return received(to);
    }

    @Override
    public String channels(Lab lab) throws Exception {
        lab.watch();
        return Lab.unless(UnsupportedOperationException.class,
                () -> lab.keep(DatagramChannel.open(StandardProtocolFamily.UNIX)));
    }

    @Override
    public String netty(Lab lab) throws Exception {
        int to = Unix.bound(lab, SOCK_DGRAM, Unix.path(lab));
        lab.watch();
        Channel from = new Bootstrap().group(lab.netty()).channel(EpollDomainDatagramChannel.class).handler(new Inbox())
                .bind(new DomainSocketAddress(Unix.path(lab, "sender").toString())).sync().channel();
        from.writeAndFlush(new DomainDatagramPacket(Unpooled.copiedBuffer("hello", UTF_8),
                new DomainSocketAddress(Unix.path(lab).toString()))).sync();
        return received(to);
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        int to = Unix.bound(lab, SOCK_DGRAM, Unix.path(lab));
        lab.watch();
        AFUNIXDatagramChannel from = lab.keep(AFUNIXDatagramChannel.open());
        from.bind(AFUNIXSocketAddress.of(Unix.path(lab, "sender")));
        from.send(ByteBuffer.wrap("hello".getBytes(UTF_8)), AFUNIXSocketAddress.of(Unix.path(lab)));
        return received(to);
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        int to = Unix.bound(lab, SOCK_DGRAM, Unix.path(lab));
        lab.watch();
        UnixDatagramChannel from = lab.keep(UnixDatagramChannel.open());
        from.bind(new UnixSocketAddress(Unix.path(lab, "sender").toFile()));
        from.send(ByteBuffer.wrap("hello".getBytes(UTF_8)), new UnixSocketAddress(Unix.path(lab).toFile()));
        return received(to);
    }

    private static String received(int to) throws IOException {
        byte[] buf = new byte[100];
        sockaddr_un from = new sockaddr_un();
        int n = check(recvfrom(to, buf, sizeof(buf), 0, from, new int[] {sizeof(from)}));
        return new String(buf, 0, n, UTF_8) + ", from " + Path.of(str(from.sun_path)).getFileName();
    }
}

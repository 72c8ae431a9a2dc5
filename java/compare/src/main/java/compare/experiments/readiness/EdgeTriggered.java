package compare.experiments.readiness;

import static libc.sys.Epoll.*;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.NettyEvents;
import compare.Verdict;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollMode;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import libc.Names;

/** Readiness as an event. */
final class EdgeTriggered implements Experiment {

    @Override
    public String question() {
        return "Edge-triggered, how many sockets do two waits report for one byte that is not read, and how many does one"
                + " for another byte?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("A key takes OP_READ, OP_WRITE, OP_CONNECT and OP_ACCEPT and nothing else, and"
                + " Selectors are level-triggered. Netty's channels once were edge-triggered; its option EPOLL_MODE is"
                + " deprecated since 4.2, and has no effect: the kernel is asked for the same level-triggered events"
                + " with it.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] pair = lab.pair(SOCK_STREAM);
        int epfd = lab.epoll(pair[1], EPOLLIN | EPOLLET);
        lab.watch();
        Lab.writeByte(pair[0]);
        String waits = Waits.ready(epfd) + "\n" + Waits.ready(epfd);
        Lab.writeByte(pair[0]);
        return waits + "\n" + Waits.ready(epfd);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketChannel channel = lab.unixChannels()[1];
        SelectionKey key = channel.keyFor(lab.selector(channel, SelectionKey.OP_READ));
        lab.watch();
        return Waits.flag(key, EPOLLET);
    }

    @Override
    @SuppressWarnings("deprecation") // to see that nothing comes of it
    public String netty(Lab lab) throws Exception {
        EpollSocketChannel channel = lab.nettyTo(lab.listener(), new NettyEvents());
        String first = events(channel);
        channel.config().setOption(EpollChannelOption.EPOLL_MODE, EpollMode.EDGE_TRIGGERED);
        return "by default " + first + "\nwith EpollMode.EDGE_TRIGGERED " + events(channel);
    }

    /** The events that the kernel has been asked for, as proc(5) tells. */
    private static String events(EpollSocketChannel channel) throws IOException {
        channel.eventLoop().submit(() -> { }).syncUninterruptibly();
        Pattern asked = Pattern.compile("(?m)^tfd: +" + channel.fd().intValue() + " events: +([0-9a-f]+) ");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fdinfo"))) {
            for (Path file : files) {
                Matcher matcher = asked.matcher(Files.readString(file));
                if (matcher.find()) {
                    return Names.of("EPOLL", Integer.parseUnsignedInt(matcher.group(1), 16));
                }
            }
        }
        return "none";
    }
}

package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** A connection of a socket with itself. */
final class SelfConnect implements Experiment {

    @Override
    public String question() {
        return "Can a socket connect to itself?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.same("TCP lets both ends open the connection, even if both are one socket. A client that tries a "
                + "port of its own machine again and again, until its server is there, may get that port itself.");
    }

    @Override
    public String syscalls(Lab lab) throws Exception {
        int fd = lab.bound(SOCK_STREAM);
        sockaddr_in addr = Lab.loopback(Lab.port(fd));
        lab.watch();
        check(connect(fd, addr, sizeof(addr)));
        check(send(fd, "hello", 5, 0));
        return recv(fd, new byte[10], 10, 0) + " bytes from itself";
    }

    @Override
    public String channels(Lab lab) throws Exception {
        SocketChannel channel = lab.keep(SocketChannel.open()).bind(Lab.address(0));
        lab.watch();
        channel.connect(channel.getLocalAddress());
        channel.write(ByteBuffer.wrap(new byte[] {'h', 'e', 'l', 'l', 'o'}));
        return channel.read(ByteBuffer.allocate(10)) + " bytes from itself";
    }
}

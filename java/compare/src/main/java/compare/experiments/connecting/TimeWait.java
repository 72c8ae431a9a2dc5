package compare.experiments.connecting;

import static libc.Errno.check;
import static libc.netinet.In.ntohs;
import static libc.sys.Socket.*;
import static libc.sys.Types.sizeof;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import libc.netinet.In.sockaddr_in;

/** SO_REUSEADDR. */
final class TimeWait implements Experiment {

    @Override
    public String question() {
        return "Can a server that closed a connection start again on its port at once?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The connection is in TIME_WAIT, and its port is free only for a socket with SO_REUSEADDR. A "
                + "ServerSocketChannel has it by default, a socket in C has not.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int[] ports = {closed(lab), closed(lab, 0), closed(lab, 1)};
        lab.watch();
        return text(start(lab, ports[0]), start(lab, ports[1], 0), start(lab, ports[2], 1));
    }

    /** The port of a server that has closed a connection and itself. */
    private static int closed(Lab lab, int... reuseaddr) throws IOException {
        int listener = socket(lab, reuseaddr);
        sockaddr_in addr = Lab.loopback(0);
        check(bind(listener, addr, sizeof(addr)));
        check(listen(listener, SOMAXCONN));
        addr = Lab.loopback(Lab.port(listener));
        int client = socket(lab);
        check(connect(client, addr, sizeof(addr)));
        lab.close(lab.keep(accept(listener, null, null)));
        check(recv(client, new byte[1], 1, 0));
        lab.close(client);
        lab.close(listener);
        return ntohs(addr.sin_port);
    }

    private static String start(Lab lab, int port, int... reuseaddr) throws IOException {
        int fd = socket(lab, reuseaddr);
        sockaddr_in addr = Lab.loopback(port);
        return Lab.outcome(bind(fd, addr, sizeof(addr)) == 0 ? listen(fd, SOMAXCONN) : -1);
    }

    private static int socket(Lab lab, int... reuseaddr) throws IOException {
        int fd = lab.keep(libc.sys.Socket.socket(AF_INET, SOCK_STREAM, 0));
        for (int value : reuseaddr) {
            check(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, value));
        }
        return fd;
    }

    @Override
    public String channels(Lab lab) throws IOException {
        SocketAddress[] addresses = {closedChannel(lab), closedChannel(lab, false), closedChannel(lab, true)};
        lab.watch();
        return text(start(lab, addresses[0]), start(lab, addresses[1], false), start(lab, addresses[2], true));
    }

    private static SocketAddress closedChannel(Lab lab, boolean... reuseaddr) throws IOException {
        try (ServerSocketChannel server = channel(lab, reuseaddr).bind(Lab.address(0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
            server.accept().close();
            client.read(ByteBuffer.allocate(1));
            return server.getLocalAddress();
        }
    }

    private static String start(Lab lab, SocketAddress address, boolean... reuseaddr) throws IOException {
        ServerSocketChannel server = channel(lab, reuseaddr);
        return Lab.outcome(() -> {
            server.bind(address);
            return 0;
        });
    }

    private static ServerSocketChannel channel(Lab lab, boolean... reuseaddr) throws IOException {
        ServerSocketChannel server = lab.keep(ServerSocketChannel.open());
        for (boolean value : reuseaddr) {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, value);
        }
        return server;
    }

    private static String text(String byDefault, String off, String on) {
        return "by default: " + byDefault + "\nSO_REUSEADDR off: " + off + "\nSO_REUSEADDR on: " + on;
    }
}

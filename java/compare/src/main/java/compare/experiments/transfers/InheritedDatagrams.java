package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import libc.netinet.In.sockaddr_in;

/** System.inheritedChannel, of datagrams. */
final class InheritedDatagrams implements Experiment {

    @Override
    public String question() {
        return "Does a program answer a datagram if its descriptor 0 is a UDP socket of AF_INET when it is started?";
    }

    @Override
    public Verdict verdict() {
        return Runtime.version().feature() > 17
                ? Verdict.differs("The channel sends to addresses of AF_INET6, which a socket of AF_INET refuses. Java "
                        + "17 looks at descriptor 0 before it makes its first socket, and does without IPv6 if it is of "
                        + "AF_INET; Java 25 does not look any more.")
                : Verdict.same("Java 17 looks at descriptor 0 before it makes its first socket, and does without IPv6 "
                        + "if it is of AF_INET. Java 25 does not, and then cannot send.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int server = asked(lab);
        lab.watch();
        sockaddr_in from = new sockaddr_in();
        int n = check(recvfrom(server, new byte[1], 1, 0, from, new int[] {sizeof(from)}));
        return "received " + n + ", sent " + Lab.outcome(sendto(server, new byte[1], 1, 0, from, sizeof(from)));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int server = asked(lab);
        lab.watch();
        return Child.run(lab, Program.class, server);
    }

    /** A socket that a datagram has come to. */
    private static int asked(Lab lab) throws IOException {
        int server = lab.receiver();
        sockaddr_in addr = Lab.loopback(Lab.port(server));
        int client = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        check(sendto(client, new byte[1], 1, 0, addr, sizeof(addr)));
        return server;
    }

    /** The program. */
    static final class Program {

        /** Prints how it went. */
        public static void main(String[] args) throws IOException {
            DatagramChannel channel = (DatagramChannel) System.inheritedChannel();
            ByteBuffer one = ByteBuffer.allocate(1);
            SocketAddress from = channel.receive(one);
            System.out.print("received " + one.position() + ", sent ");
            try {
                System.out.println(channel.send(one.flip(), from));
            } catch (IOException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}

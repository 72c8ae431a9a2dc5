package compare.experiments.transfers;

import static libc.Errno.check;
import static libc.Fcntl.O_RDONLY;
import static libc.Fcntl.open;
import static libc.sys.Sendfile.sendfile;
import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import libc.netinet.In.sockaddr_in;

/** sendfile(2) to a socket that keeps messages apart. */
final class FileToDatagrams implements Experiment {

    private static final int SIZE = 10_000;

    @Override
    public String question() {
        return "When a file is sent to a UDP socket at once, of which sizes are the datagrams?";
    }

    @Override
    public Verdict verdict() {
        return Runtime.version().feature() > 17
                ? Verdict.differs("sendfile(2) makes one datagram. Java 25 does not call it for a DatagramChannel, but "
                        + "copies in pieces of 8 KiB, a datagram each; from 16 KiB on it maps the file and writes one. "
                        + "Java 17 calls sendfile(2).")
                : Verdict.same("It is one datagram, by sendfile(2). Java 25 makes one of each 8 KiB.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int receiver = lab.receiver();
        int sender = lab.keep(socket(AF_INET, SOCK_DGRAM, 0));
        sockaddr_in to = Lab.loopback(Lab.port(receiver));
        check(connect(sender, to, sizeof(to)));
        int file = lab.keep(open(lab.file(SIZE).toString(), O_RDONLY));
        lab.watch();
        check(sendfile(sender, file, new long[1], SIZE));
        lab.unwatch();
        return sizes(receiver);
    }

    @Override
    public String channels(Lab lab) throws IOException {
        int receiver = lab.receiver();
        DatagramChannel sender = lab.keep(DatagramChannel.open());
        sender.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Lab.port(receiver)));
        FileChannel file = lab.keep(FileChannel.open(lab.file(SIZE)));
        lab.watch();
        file.transferTo(0, SIZE, sender);
        lab.unwatch();
        return sizes(receiver);
    }

    private static String sizes(int receiver) {
        byte[] buf = new byte[SIZE];
        StringBuilder sizes = new StringBuilder();
        int n = recv(receiver, buf, SIZE, 0);
        while (n > 0) {
            sizes.append(n).append(' ');
            n = recv(receiver, buf, SIZE, MSG_DONTWAIT);
        }
        return sizes.toString().strip();
    }
}

package compare.experiments.unix;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Inbox;
import compare.Lab;
import compare.Verdict;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import libc.sys.Un.sockaddr_un;

/** What a server leaves behind. */
final class StalePath implements Experiment {

    @Override
    public String question() {
        return "Can a server bind again to the path of one that is closed?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.differs("The path stays when its socket goes, and until somebody unlinks it a bind answers "
                + "EADDRINUSE, in Java a BindException; SO_REUSEADDR means nothing to paths. Netty and junixsocket unlink "
                + "the path when they close.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        lab.watch();
        lab.close(Unix.bound(lab, SOCK_STREAM, Unix.path(lab)));
        return answer(lab, () -> {
            sockaddr_un addr = Unix.address(Unix.path(lab));
            return bind(Unix.socket(lab, SOCK_STREAM), addr, sizeof(addr)) == 0 ? "bound" : Lab.outcome(-1);
        });
    }

    @Override
    public String channels(Lab lab) throws IOException {
        lab.watch();
        Unix.serverChannel(lab).close();
        return answer(lab, () -> {
            Unix.serverChannel(lab);
            return "bound";
        });
    }

    @Override
    public String netty(Lab lab) throws Exception {
        DomainSocketAddress address = new DomainSocketAddress(Unix.path(lab).toString());
        lab.watch();
        Unix.nettyServer(lab, new Inbox(), address).close().sync();
        return answer(lab, () -> {
            Unix.nettyServer(lab, new Inbox(), address);
            return "bound";
        });
    }

    @Override
    public String junixsocket(Lab lab) throws IOException {
        lab.watch();
        Unix.junixsocketServer(lab).close();
        return answer(lab, () -> {
            Unix.junixsocketServer(lab);
            return "bound";
        });
    }

    @Override
    public String jnrUnixsocket(Lab lab) throws IOException {
        lab.watch();
        Unix.jnrServer(lab).close();
        return answer(lab, () -> {
            Unix.jnrServer(lab);
            return "bound";
        });
    }

    private static String answer(Lab lab, Callable<String> bind) throws IOException {
        String left = "closed: " + (Files.exists(Unix.path(lab)) ? "the path stays" : "the path is gone")
                + "\nagain: " + Lab.outcome(bind);
        Files.deleteIfExists(Unix.path(lab));
        return left + "\ndeleted: " + Lab.outcome(bind);
    }
}

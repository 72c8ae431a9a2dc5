package compare.experiments.beyond;

import static libc.sys.Socket.*;

import compare.Experiment;
import compare.Lab;
import compare.Verdict;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import libc.SocketOption;

/** SO_DOMAIN, SO_TYPE, SO_PROTOCOL and SO_ACCEPTCONN. */
final class WhatSocket implements Experiment {

    @Override
    public String question() {
        return "What does a socket say that it is?";
    }

    @Override
    public Verdict verdict() {
        return Verdict.jdkCannot("The kernel tells of any descriptor its family, type, protocol and whether it listens."
                + " A channel says no more than its class does: whether it is of AF_INET or AF_INET6, no method tells.");
    }

    @Override
    public String syscalls(Lab lab) throws IOException {
        int listener = lab.listener();
        lab.watch();
        return say(listener, SO_DOMAIN) + ", " + say(listener, SO_TYPE) + ", " + say(listener, SO_PROTOCOL) + ", "
                + (say(listener, SO_ACCEPTCONN).equals("1") ? "listens" : "does not listen");
    }

    private static String say(int fd, int optname) throws IOException {
        SocketOption option = SocketOption.of(SOL_SOCKET, optname);
        return option.text(option.value(fd));
    }

    @Override
    public String channels(Lab lab) throws IOException {
        ServerSocketChannel channel = lab.serverChannel();
        lab.watch();
        return Lab.option(channel, "SO_DOMAIN");
    }
}

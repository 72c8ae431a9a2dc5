package procfs;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;

/**
 * A socket's two addresses, so that equal ones are equal whichever family tells them: IPv4 inside IPv6 is IPv4, both
 * wildcards are one, and a scope, which is the machine's own number, is left out.
 *
 * @param local its own
 * @param remote the other end's; null where there is none
 */
record Ends(SocketAddress local, SocketAddress remote) {

    Ends {
        local = canonical(local);
        remote = canonical(remote);
    }

    Ends reversed() {
        return new Ends(remote, local);
    }

    static SocketAddress canonical(SocketAddress address) {
        if (!(address instanceof InetSocketAddress internet)) {
            return address;
        } else if (internet.getAddress().isAnyLocalAddress()) {
            return new InetSocketAddress(internet.getPort());
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(internet.getAddress().getAddress()), internet.getPort());
        } catch (UnknownHostException e) {
            throw new AssertionError("an address of neither 4 nor 16 bytes", e);
        }
    }
}

// tcp40_echo_server: IPv4 or IPv6, whichever the host is. Sends one client its own words back and
// ends.
//
//     tcp40_echo_server [port [host]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. The host is loopback in the
// first family that there is, or the argument: 127.0.0.1, ::1, a name, or :: for all addresses of
// both families. At the other end: tcp40_echo_client, or   echo hello | nc -N ::1 9501
//
// Here no line knows how long an address is, or where in it the port stands.
package demos;

import static libc.Netdb.*;
import static libc.netinet.In.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class tcp40_echo_server {

    static final int ADDRESS_MAX = NI_MAXHOST + NI_MAXSERV + 4; // bytes of an address as text

    // Spells an address of whatever family: 127.0.0.1:9501, or [::1]:9501, where the brackets tell the
    // colons apart.
    static void spell(sockaddr_storage addr, int len, byte[] text) {
        // getnameinfo(3) is the way back from an address to host and port. Without the two flags it
        // would look names up for them.
        byte[] host = new byte[NI_MAXHOST];
        byte[] port = new byte[NI_MAXSERV];
        int error = getnameinfo(addr, len, host, sizeof(host), port,
                                sizeof(port), NI_NUMERICHOST | NI_NUMERICSERV);
        if (error != 0) {
            fprintf(stderr, "getnameinfo: %s\n", gai_strerror(error));
            exit(1);
        }
        String format = addr.ss_family == AF_INET6 ? "[%s]:%s" : "%s:%s";
        snprintf(text, ADDRESS_MAX, format, host, port);
    }

    // A socket that listens on this address, or -1 if it cannot be had.
    static int listener(addrinfo ai) {
        // socket(2): what its arguments have to be, the address says itself.
        int fd = socket(ai.ai_family, ai.ai_socktype, ai.ai_protocol);
        if (fd < 0) {
            perror("socket");
            return -1;
        }
        // setsockopt(2)
        int[] on = {1};
        if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, on, sizeof(on)) < 0) {
            perror("setsockopt");
            exit(1);
        }
        // ipv6(7): without IPV6_V6ONLY a socket on :: also serves clients that come by IPv4. It sees
        // them as ::ffff:127.0.0.1, and what it is by default is the machine's own affair.
        int[] off = {0};
        if (ai.ai_family == AF_INET6
            && setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, off, sizeof(off)) < 0) {
            perror("setsockopt");
            exit(1);
        }
        // bind(2), listen(2). A machine without IPv6 may have ::1 in the list all the same; here it is
        // refused.
        if (bind(fd, ai.ai_addr, ai.ai_addrlen) < 0) {
            perror("bind");
            close(fd);
            return -1;
        }
        if (listen(fd, 1) < 0) {
            perror("listen");
            close(fd);
            return -1;
        }
        return fd;
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        String host = null;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            host = argv[1];
        }
        if (argv.length > 2 || port < 0) {
            fprintf(stderr, "usage: tcp40_echo_server [port [host]]\n");
            exit(2);
        }

        // getaddrinfo(3) makes a list of addresses out of host and port. Without a host they are those
        // of loopback; with AI_PASSIVE they would be 0.0.0.0 and ::, which anybody can reach. The
        // result is 0 or an error of its own kind, which gai_strerror(3) spells.
        byte[] service = new byte[16];
        snprintf(service, sizeof(service), "%d", port);
        addrinfo hints = new addrinfo();
        hints.ai_family = AF_UNSPEC;
        hints.ai_socktype = SOCK_STREAM;
        hints.ai_flags = AI_NUMERICSERV;
        addrinfo[] list = new addrinfo[1];
        int error = getaddrinfo(host, str(service), hints, list);
        if (error != 0) {
            fprintf(stderr, "getaddrinfo: %s\n", gai_strerror(error));
            exit(1);
        }

        // The first that can be had is taken. freeaddrinfo(3)
        int fd = -1;
        for (addrinfo ai = list[0]; ai != null && fd < 0; ai = ai.ai_next) {
            fd = listener(ai);
        }
        freeaddrinfo(list[0]);
        if (fd < 0) {
            exit(1);
        }

        // getsockname(2): a sockaddr_storage has room for every family's address.
        byte[] text = new byte[ADDRESS_MAX];
        sockaddr_storage addr = new sockaddr_storage();
        int[] addr_len = {sizeof(addr)};
        if (getsockname(fd, addr, addr_len) < 0) {
            perror("getsockname");
            exit(1);
        }
        spell(addr, addr_len[0], text);
        printf("listening on %s\n", text);
        fflush(stdout);

        // accept(2)
        sockaddr_storage peer = new sockaddr_storage();
        int[] peer_len = {sizeof(peer)};
        int conn = accept(fd, peer, peer_len);
        if (conn < 0) {
            perror("accept");
            exit(1);
        }
        spell(peer, peer_len[0], text);
        printf("connected to %s\n", text);

        // recv(2), send(2), until the client has said all that it has to say.
        byte[] buf = new byte[1024];
        int n;
        while ((n = recv(conn, buf, sizeof(buf), 0)) > 0) {
            printf("echo of %zd bytes\n", n);
            if (send(conn, buf, n, MSG_NOSIGNAL) < 0) {
                perror("send");
                exit(1);
            }
        }
        if (n < 0) {
            perror("recv");
            exit(1);
        }

        // close(2)
        if (close(conn) < 0) {
            perror("close");
            exit(1);
        }
        if (close(fd) < 0) {
            perror("close");
            exit(1);
        }
        exit(0);
    }
}

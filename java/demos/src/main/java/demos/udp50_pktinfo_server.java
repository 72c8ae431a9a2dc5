// udp50_pktinfo_server: receives datagrams at whatever address this machine has, IPv4 and IPv6, and
// answers from the one that was asked.
//
//     udp50_pktinfo_server [port [datagrams]]
//
// The port is 9501, or the argument; 0 lets the kernel choose one. The server ends after one
// datagram, or so many. At the other end: udp50_pktinfo_client, or   nc -u 127.0.0.2 9501
package demos;

import static libc.arpa.Inet.*;
import static libc.net.If.*;
import static libc.Netdb.*;
import static libc.netinet.In.*;
import static libc.Poll.*;
import static libc.Stdio.*;
import static libc.Stdlib.*;
import static libc.Strings.*;
import static libc.sys.Socket.*;
import static libc.sys.Uio.*;
import static libc.Unistd.*;

import static demos.Arguments.*;

public class udp50_pktinfo_server {

    // The result of a call that must not fail. perror(3)
    static int must(int result, String call) {
        if (result < 0) {
            perror(call);
            exit(1);
        }
        return result;
    }

    // Receives a datagram and answers it twice.
    static void serve(int fd) {
        // recvmsg(2), cmsg(3). The address in msg_name is the sender's. To which of its own a datagram
        // came, a socket that is bound to all of them learns from a control message alone.
        byte[] buf = new byte[1024];
        iovec[] iov = {new iovec(buf, sizeof(buf))};
        byte[] control = new byte[CMSG_SPACE(sizeof(in6_pktinfo.class))];
        sockaddr_storage peer = new sockaddr_storage();
        msghdr msg = new msghdr();
        msg.msg_name = peer;
        msg.msg_namelen = sizeof(peer);
        msg.msg_iov = iov;
        msg.msg_iovlen = 1;
        msg.msg_control = control;
        msg.msg_controllen = sizeof(control);
        int n = must(recvmsg(fd, msg, 0), "recvmsg");

        byte[] to = new byte[INET6_ADDRSTRLEN];
        int index = 0;
        cmsghdr cmsg = CMSG_FIRSTHDR(msg);
        if (cmsg != null && cmsg.cmsg_level() == IPPROTO_IP && cmsg.cmsg_type() == IP_PKTINFO) {
            // ip(7), inet_ntop(3). In an answer ipi_spec_dst is the source, and an interface would be
            // the only one that the answer may leave by.
            in_pktinfo info = new in_pktinfo();
            memcpy(info, CMSG_DATA(cmsg), sizeof(info));
            inet_ntop(AF_INET, info.ipi_addr, to, sizeof(to));
            index = info.ipi_ifindex;
            info.ipi_ifindex = 0;
            memcpy(CMSG_DATA(cmsg), info, sizeof(info));
        } else if (cmsg != null && cmsg.cmsg_level() == IPPROTO_IPV6
                   && cmsg.cmsg_type() == IPV6_PKTINFO) {
            // ipv6(7). The answer's source is ipi6_addr, as it has come; the interface stays too, for
            // an address that is good on one link alone means nothing without it.
            in6_pktinfo info = new in6_pktinfo();
            memcpy(info, CMSG_DATA(cmsg), sizeof(info));
            inet_ntop(AF_INET6, info.ipi6_addr, to, sizeof(to));
            index = info.ipi6_ifindex;
        }
        // getnameinfo(3), if_indextoname(3)
        byte[] from = new byte[INET6_ADDRSTRLEN];
        byte[] port = new byte[6];
        int error = getnameinfo(peer, msg.msg_namelen, from, sizeof(from), port,
                                sizeof(port), NI_NUMERICHOST | NI_NUMERICSERV);
        if (error != 0) {
            fprintf(stderr, "getnameinfo: %s\n", gai_strerror(error));
            exit(1);
        }
        byte[] name = new byte[IF_NAMESIZE];
        if (if_indextoname(index, name) == null) {
            perror("if_indextoname");
            exit(1);
        }
        printf("received %d bytes from %s port %s to %s on %s: %.*s", n, from, port, to, name, n, buf);
        fflush(stdout);

        // sendto(2): the source is what the kernel takes for the way back, of many addresses the first.
        String plain = "hello from any address\n";
        must(sendto(fd, plain, strlen(plain), 0, peer, msg.msg_namelen), "sendto");

        // sendmsg(2): with the control message that came it is the address that was asked. A client
        // that has connected its socket to that one receives this answer alone.
        String chosen = "hello from the address that you asked\n";
        iov[0].iov_base = chosen;
        iov[0].iov_len = strlen(chosen);
        must(sendmsg(fd, msg, 0), "sendmsg");
    }

    public static void main(String[] argv) {
        int port = DEFAULT_PORT;
        int datagrams = 1;
        if (argv.length > 0) {
            port = number(argv[0], 65535);
        }
        if (argv.length > 1) {
            datagrams = number(argv[1], 1000000);
        }
        if (argv.length > 2 || port < 0 || datagrams < 0) {
            fprintf(stderr, "usage: udp50_pktinfo_server [port [datagrams]]\n");
            exit(2);
        }

        // socket(2), setsockopt(2), bind(2): 0.0.0.0, all addresses of IPv4.
        int[] on = {1};
        int fd = must(socket(AF_INET, SOCK_DGRAM, 0), "socket");
        must(setsockopt(fd, IPPROTO_IP, IP_PKTINFO, on, sizeof(on)), "setsockopt");
        sockaddr_in addr = new sockaddr_in();
        int[] addr_len = {sizeof(addr)};
        addr.sin_family = AF_INET;
        addr.sin_port = htons(port);
        addr.sin_addr.s_addr = htonl(INADDR_ANY);
        must(bind(fd, addr, sizeof(addr)), "bind");
        must(getsockname(fd, addr, addr_len), "getsockname");

        // ::, all addresses of IPv6, and the same port. Without IPV6_V6ONLY that would be those of IPv4
        // as well, and the port taken. To receive, the option has another name than to send.
        int fd6 = must(socket(AF_INET6, SOCK_DGRAM, 0), "socket");
        must(setsockopt(fd6, IPPROTO_IPV6, IPV6_V6ONLY, on, sizeof(on)), "setsockopt");
        must(setsockopt(fd6, IPPROTO_IPV6, IPV6_RECVPKTINFO, on, sizeof(on)), "setsockopt");
        sockaddr_in6 addr6 = new sockaddr_in6();
        addr6.sin6_family = AF_INET6;
        addr6.sin6_port = addr.sin_port;
        must(bind(fd6, addr6, sizeof(addr6)), "bind");
        printf("bound to port %d\n", ntohs(addr.sin_port));
        fflush(stdout);

        // poll(2)
        pollfd[] fds = {new pollfd(fd, POLLIN, 0), new pollfd(fd6, POLLIN, 0)};
        for (int served = 0; served < datagrams; served++) {
            must(poll(fds, 2, -1), "poll");
            serve(fds[0].revents != 0 ? fd : fd6);
        }

        // close(2)
        must(close(fd6), "close");
        must(close(fd), "close");
        exit(0);
    }
}

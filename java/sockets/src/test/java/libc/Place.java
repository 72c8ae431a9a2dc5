package libc;

import static libc.Errno.check;
import static libc.arpa.Inet.INADDR_LOOPBACK;
import static libc.arpa.Inet.htonl;
import static libc.arpa.Inet.htons;
import static libc.arpa.Inet.inet_ntoa;
import static libc.arpa.Inet.ntohs;
import static libc.sys.Un.AF_INET;
import static libc.sys.Un.AF_UNIX;
import static libc.sys.Un.getpeername;
import static libc.sys.Un.getsockname;
import static libc.sys.Un.offsetof;
import static libc.sys.Un.sizeof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import libc.bits.Socket.sockaddr;
import libc.bits.Socket.sockaddr_storage;
import libc.netinet.In.in_addr;
import libc.netinet.In.sockaddr_in;
import libc.sys.Un.sockaddr_un;

/** Where a socket is, in terms that each peer has its own words for. */
record Place(Kind kind, String name, int port) {

    enum Kind { INET, PATH, ABSTRACT, UNNAMED }

    static final Place UNNAMED = new Place(Kind.UNNAMED, "", 0);

    static Place loopback(int port) {
        return new Place(Kind.INET, "127.0.0.1", port);
    }

    static Place of(sockaddr_storage address, int length) {
        int name = length - offsetof(sockaddr_un.class, "sun_path");
        if (name <= 0) {
            return UNNAMED;
        } else if (address.sa_family() == AF_INET) {
            sockaddr_in sin = new sockaddr_in(address);
            return new Place(Kind.INET, inet_ntoa(sin.sin_addr), ntohs(sin.sin_port));
        }
        byte[] path = new sockaddr_un(address).sun_path;
        return path[0] == 0
                ? new Place(Kind.ABSTRACT, new String(path, 1, name - 1, StandardCharsets.UTF_8), 0)
                : new Place(Kind.PATH, new String(path, 0, name - 1, StandardCharsets.UTF_8), 0);
    }

    static Place own(int sockfd) throws IOException {
        sockaddr_storage address = new sockaddr_storage();
        int[] length = {sizeof(address)};
        check(getsockname(sockfd, address, length));
        return of(address, length[0]);
    }

    static Place peer(int sockfd) throws IOException {
        sockaddr_storage address = new sockaddr_storage();
        int[] length = {sizeof(address)};
        check(getpeername(sockfd, address, length));
        return of(address, length[0]);
    }

    sockaddr address() {
        if (kind == Kind.INET) {
            return new sockaddr_in(AF_INET, htons(port), new in_addr(htonl(INADDR_LOOPBACK)));
        }
        sockaddr_un address = new sockaddr_un();
        address.sun_family = AF_UNIX;
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, address.sun_path, kind == Kind.ABSTRACT ? 1 : 0, bytes.length);
        return address;
    }

    /** A pathname counts with the NUL after it, an abstract name with the NUL before it. */
    int length() {
        return switch (kind) {
            case INET -> sizeof(sockaddr_in.class);
            case PATH, ABSTRACT -> offsetof(sockaddr_un.class, "sun_path") + name.length() + 1;
            case UNNAMED -> offsetof(sockaddr_un.class, "sun_path");
        };
    }
}

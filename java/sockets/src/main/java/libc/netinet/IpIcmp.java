package libc.netinet;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.internal.Union;

/**
 * {@code <netinet/ip_icmp.h>}: ICMP, glibc's, with what only {@code <linux/icmp.h>} has.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/icmp.7.html">icmp(7)</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/raw.7.html">raw(7)</a>
 */
public class IpIcmp extends Ip {

    /** Type: echo reply. */
    public static final int ICMP_ECHOREPLY = 0;
    /** Type: destination unreachable; ICMP_NET_UNREACH and others say why. */
    public static final int ICMP_DEST_UNREACH = 3;
    /** Type: sends too fast, deprecated (RFC 6633). */
    public static final int ICMP_SOURCE_QUENCH = 4;
    /** Type: there is a better gateway. */
    public static final int ICMP_REDIRECT = 5;
    /** Type: echo request. */
    public static final int ICMP_ECHO = 8;
    /** Type: time exceeded. */
    public static final int ICMP_TIME_EXCEEDED = 11;
    /** Type: the IP header is wrong. */
    public static final int ICMP_PARAMETERPROB = 12;
    /** Type: timestamp request. */
    public static final int ICMP_TIMESTAMP = 13;
    /** Type: timestamp reply. */
    public static final int ICMP_TIMESTAMPREPLY = 14;
    /** Type: information request, obsolete. */
    public static final int ICMP_INFO_REQUEST = 15;
    /** Type: information reply, obsolete. */
    public static final int ICMP_INFO_REPLY = 16;
    /** Type: address mask request, deprecated. */
    public static final int ICMP_ADDRESS = 17;
    /** Type: address mask reply, deprecated. */
    public static final int ICMP_ADDRESSREPLY = 18;
    /** Type: extended echo request (RFC 8335). */
    public static final int ICMP_EXT_ECHO = 42;
    /** Type: extended echo reply (RFC 8335). */
    public static final int ICMP_EXT_ECHOREPLY = 43;

    /** Code of ICMP_DEST_UNREACH: the network. */
    public static final int ICMP_NET_UNREACH = 0;
    /** Code of ICMP_DEST_UNREACH: the host. */
    public static final int ICMP_HOST_UNREACH = 1;
    /** Code of ICMP_DEST_UNREACH: the protocol. */
    public static final int ICMP_PROT_UNREACH = 2;
    /** Code of ICMP_DEST_UNREACH: the port. */
    public static final int ICMP_PORT_UNREACH = 3;
    /** Code of ICMP_DEST_UNREACH: too large, and not to be fragmented; carries the MTU. */
    public static final int ICMP_FRAG_NEEDED = 4;
    /** Code of ICMP_DEST_UNREACH: the source route failed. */
    public static final int ICMP_SR_FAILED = 5;
    /** Code of ICMP_DEST_UNREACH: the network is unknown. */
    public static final int ICMP_NET_UNKNOWN = 6;
    /** Code of ICMP_DEST_UNREACH: the host is unknown. */
    public static final int ICMP_HOST_UNKNOWN = 7;
    /** Code of ICMP_DEST_UNREACH: the source is isolated, obsolete. */
    public static final int ICMP_HOST_ISOLATED = 8;
    /** Code of ICMP_DEST_UNREACH: the network is prohibited. */
    public static final int ICMP_NET_ANO = 9;
    /** Code of ICMP_DEST_UNREACH: the host is prohibited. */
    public static final int ICMP_HOST_ANO = 10;
    /** Code of ICMP_DEST_UNREACH: the network, for this type of service. */
    public static final int ICMP_NET_UNR_TOS = 11;
    /** Code of ICMP_DEST_UNREACH: the host, for this type of service. */
    public static final int ICMP_HOST_UNR_TOS = 12;
    /** Code of ICMP_DEST_UNREACH: filtered. */
    public static final int ICMP_PKT_FILTERED = 13;
    /** Code of ICMP_DEST_UNREACH: the precedence is not allowed. */
    public static final int ICMP_PREC_VIOLATION = 14;
    /** Code of ICMP_DEST_UNREACH: the precedence is too low. */
    public static final int ICMP_PREC_CUTOFF = 15;

    /** Code of ICMP_REDIRECT: for the network. */
    public static final int ICMP_REDIR_NET = 0;
    /** Code of ICMP_REDIRECT: for the host. */
    public static final int ICMP_REDIR_HOST = 1;
    /** Code of ICMP_REDIRECT: for the network and type of service. */
    public static final int ICMP_REDIR_NETTOS = 2;
    /** Code of ICMP_REDIRECT: for the host and type of service. */
    public static final int ICMP_REDIR_HOSTTOS = 3;

    /** Code of ICMP_TIME_EXCEEDED: the time to live, in transit. */
    public static final int ICMP_EXC_TTL = 0;
    /** Code of ICMP_TIME_EXCEEDED: reassembly of fragments. */
    public static final int ICMP_EXC_FRAGTIME = 1;

    /** Code of ICMP_EXT_ECHOREPLY: the query is malformed. */
    public static final int ICMP_EXT_CODE_MAL_QUERY = 1;
    /** Code of ICMP_EXT_ECHOREPLY: no such interface. */
    public static final int ICMP_EXT_CODE_NO_IF = 2;
    /** Code of ICMP_EXT_ECHOREPLY: no such table entry. */
    public static final int ICMP_EXT_CODE_NO_TABLE_ENT = 3;
    /** Code of ICMP_EXT_ECHOREPLY: more than one interface fits. */
    public static final int ICMP_EXT_CODE_MULT_IFS = 4;
    /** Flag in an extended reply: the interface is active. */
    public static final int ICMP_EXT_ECHOREPLY_ACTIVE = 1 << 2;
    /** Flag in an extended reply: the interface has IPv4. */
    public static final int ICMP_EXT_ECHOREPLY_IPV4 = 1 << 1;
    /** Flag in an extended reply: the interface has IPv6. */
    public static final int ICMP_EXT_ECHOREPLY_IPV6 = 1;
    /** Extended echo: the interface by name. */
    public static final int ICMP_EXT_ECHO_CTYPE_NAME = 1;
    /** Extended echo: the interface by index. */
    public static final int ICMP_EXT_ECHO_CTYPE_INDEX = 2;
    /** Extended echo: the interface by address. */
    public static final int ICMP_EXT_ECHO_CTYPE_ADDR = 3;
    /** Extended echo: the address is IPv4. */
    public static final int ICMP_AFI_IP = 1;
    /** Extended echo: the address is IPv6. */
    public static final int ICMP_AFI_IP6 = 2;

    /** Smallest message, in bytes. */
    public static final int ICMP_MINLEN = 8;
    /** Bytes of an address mask message. */
    public static final int ICMP_MASKLEN = 12;
    /** Smallest error message, in bytes. */
    public static final int ICMP_ADVLENMIN = 36;

    /** BSD's name of ICMP_DEST_UNREACH. */
    public static final int ICMP_UNREACH = 3;
    /** BSD's name of ICMP_SOURCE_QUENCH. */
    public static final int ICMP_SOURCEQUENCH = 4;
    /** Type: router advertisement (RFC 1256). */
    public static final int ICMP_ROUTERADVERT = 9;
    /** Type: router solicitation (RFC 1256). */
    public static final int ICMP_ROUTERSOLICIT = 10;
    /** BSD's name of ICMP_TIME_EXCEEDED. */
    public static final int ICMP_TIMXCEED = 11;
    /** BSD's name of ICMP_PARAMETERPROB. */
    public static final int ICMP_PARAMPROB = 12;
    /** BSD's name of ICMP_TIMESTAMP. */
    public static final int ICMP_TSTAMP = 13;
    /** BSD's name of ICMP_TIMESTAMPREPLY. */
    public static final int ICMP_TSTAMPREPLY = 14;
    /** BSD's name of ICMP_INFO_REQUEST. */
    public static final int ICMP_IREQ = 15;
    /** BSD's name of ICMP_INFO_REPLY. */
    public static final int ICMP_IREQREPLY = 16;
    /** BSD's name of ICMP_ADDRESS. */
    public static final int ICMP_MASKREQ = 17;
    /** BSD's name of ICMP_ADDRESSREPLY. */
    public static final int ICMP_MASKREPLY = 18;
    /** Largest type that BSD knew. */
    public static final int ICMP_MAXTYPE = 18;

    /** BSD's name of ICMP_NET_UNREACH. */
    public static final int ICMP_UNREACH_NET = 0;
    /** BSD's name of ICMP_HOST_UNREACH. */
    public static final int ICMP_UNREACH_HOST = 1;
    /** BSD's name of ICMP_PROT_UNREACH. */
    public static final int ICMP_UNREACH_PROTOCOL = 2;
    /** BSD's name of ICMP_PORT_UNREACH. */
    public static final int ICMP_UNREACH_PORT = 3;
    /** BSD's name of ICMP_FRAG_NEEDED. */
    public static final int ICMP_UNREACH_NEEDFRAG = 4;
    /** BSD's name of ICMP_SR_FAILED. */
    public static final int ICMP_UNREACH_SRCFAIL = 5;
    /** BSD's name of ICMP_NET_UNKNOWN. */
    public static final int ICMP_UNREACH_NET_UNKNOWN = 6;
    /** BSD's name of ICMP_HOST_UNKNOWN. */
    public static final int ICMP_UNREACH_HOST_UNKNOWN = 7;
    /** BSD's name of ICMP_HOST_ISOLATED. */
    public static final int ICMP_UNREACH_ISOLATED = 8;
    /** BSD's name of ICMP_NET_ANO. */
    public static final int ICMP_UNREACH_NET_PROHIB = 9;
    /** BSD's name of ICMP_HOST_ANO. */
    public static final int ICMP_UNREACH_HOST_PROHIB = 10;
    /** BSD's name of ICMP_NET_UNR_TOS. */
    public static final int ICMP_UNREACH_TOSNET = 11;
    /** BSD's name of ICMP_HOST_UNR_TOS. */
    public static final int ICMP_UNREACH_TOSHOST = 12;
    /** BSD's name of ICMP_PKT_FILTERED. */
    public static final int ICMP_UNREACH_FILTER_PROHIB = 13;
    /** BSD's name of ICMP_PREC_VIOLATION. */
    public static final int ICMP_UNREACH_HOST_PRECEDENCE = 14;
    /** BSD's name of ICMP_PREC_CUTOFF. */
    public static final int ICMP_UNREACH_PRECEDENCE_CUTOFF = 15;

    /** BSD's name of ICMP_REDIR_NET. */
    public static final int ICMP_REDIRECT_NET = 0;
    /** BSD's name of ICMP_REDIR_HOST. */
    public static final int ICMP_REDIRECT_HOST = 1;
    /** BSD's name of ICMP_REDIR_NETTOS. */
    public static final int ICMP_REDIRECT_TOSNET = 2;
    /** BSD's name of ICMP_REDIR_HOSTTOS. */
    public static final int ICMP_REDIRECT_TOSHOST = 3;

    /** BSD's name of ICMP_EXC_TTL. */
    public static final int ICMP_TIMXCEED_INTRANS = 0;
    /** BSD's name of ICMP_EXC_FRAGTIME. */
    public static final int ICMP_TIMXCEED_REASS = 1;
    /** Code of ICMP_PARAMETERPROB: a required option is missing. */
    public static final int ICMP_PARAMPROB_OPTABSENT = 1;

    /** struct icmp_filter, level SOL_RAW: the types that a raw socket does not receive. */
    public static final int ICMP_FILTER = 1;

    /** Codes of ICMP_DEST_UNREACH before the last. */
    public static final int NR_ICMP_UNREACH = 15;
    /** Largest type that Linux knows. */
    public static final int NR_ICMP_TYPES = 18;

    /** Not to be made: a header's class has only static members. */
    protected IpIcmp() {}

    /**
     * {@code ICMP_INFOTYPE(type)}
     *
     * <p>Tells whether a type is one of requests and replies, not of errors.
     *
     * @param type ICMP type
     * @return whether it is
     * @see <a href="https://man7.org/linux/man-pages/man7/icmp.7.html">icmp(7)</a>
     */
    public static boolean ICMP_INFOTYPE(int type) {
        return switch (type) {
            case ICMP_ECHOREPLY, ICMP_ECHO, ICMP_ROUTERADVERT, ICMP_ROUTERSOLICIT, ICMP_TSTAMP, ICMP_TSTAMPREPLY,
                    ICMP_IREQ, ICMP_IREQREPLY, ICMP_MASKREQ, ICMP_MASKREPLY -> true;
            default -> false;
        };
    }

    /**
     * {@code struct icmphdr}: the header of an ICMP message.
     */
    public static final class icmphdr extends Struct {
        /** Type: ICMP_ECHO, ... */
        public int type;
        /** Code, by type. */
        public int code;
        /** Checksum, in network byte order. */
        public int checksum;
        /** What depends on the type. */
        public final un un = new un();

        /** {@code struct icmphdr a = {0}}. */
        public icmphdr() {}

        /**
         * {@code struct icmphdr a = {type, code, checksum, un}}.
         *
         * @param type type: ICMP_ECHO,
         * @param code code, by type
         * @param checksum checksum, in network byte order
         * @param un what depends on the type
         */
        public icmphdr(int type, int code, int checksum, un un) {
            this.type = type;
            this.code = code;
            this.checksum = checksum;
            this.un.set(un);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public icmphdr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct icmphdr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static icmphdr[] array(int n) {
            return filled(new icmphdr[n], icmphdr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(icmphdr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            type = f.as("ICMP_").uint8("type", type);
            code = f.uint8("code", code);
            checksum = f.uint16("checksum", checksum);
            f.struct("un", un);
        }

        /** {@code union}: what depends on the type of a message. */
        public static final class un extends Struct {
            private final echo echo = new echo();
            private final frag frag = new frag();
            private final Union union = new Union(4, echo, frag);

            /** All bytes 0. */
            public un() {}

            /**
             * {@code *this = from}.
             *
             * @param from the union to copy
             */
            public void set(un from) {
                copy(from);
            }

            /**
             * {@code echo}.
             *
             * @return of an echo request or reply
             */
            public echo echo() {
                union.memory();
                return echo;
            }

            /**
             * {@code frag}.
             *
             * @return of ICMP_FRAG_NEEDED
             */
            public frag frag() {
                union.memory();
                return frag;
            }

            /**
             * {@code gateway}.
             *
             * @return of a redirect, the better gateway's address, in network byte order
             */
            public int gateway() {
                return union.memory().getInt(0);
            }

            /**
             * {@code gateway}.
             *
             * @param gateway of a redirect, the better gateway's address, in network byte order
             */
            public void gateway(int gateway) {
                union.memory().putInt(0, gateway);
                union.load();
            }

            @Override
            protected void fields(Fields f) {
                boolean asked = f.memory(union.memory(), 4, 4);
                union.load();
                if (asked) {
                    f.struct("echo", echo);
                    f.at(0);
                    f.struct("frag", frag);
                    f.at(0);
                    f.int32("gateway", gateway());
                }
            }
        }

        /**
         * {@code struct}: of an echo request or reply.
         */
        public static final class echo extends Struct {
            /** Who asks, in network byte order; of a datagram socket the kernel sets it. */
            public int id;
            /** Sequence number, in network byte order. */
            public int sequence;

            /** All fields 0. */
            public echo() {}

            /**
             * {@code {id, sequence}}.
             *
             * @param id who asks, in network byte order; of a datagram socket the kernel sets it
             * @param sequence sequence number, in network byte order
             */
            public echo(int id, int sequence) {
                this.id = id;
                this.sequence = sequence;
            }

            /**
             * One read from memory.
             *
             * @param from where from, from its position, which stays
             */
            public echo(ByteBuffer from) {
                unpack(from);
            }

            /**
             * {@code *this = from}.
             *
             * @param from the struct to copy
             */
            public void set(echo from) {
                copy(from);
            }

            @Override
            protected void fields(Fields f) {
                id = f.uint16("id", id);
                sequence = f.uint16("sequence", sequence);
            }
        }

        /**
         * {@code struct}: of ICMP_FRAG_NEEDED.
         */
        public static final class frag extends Struct {
            /** Not used. */
            public int __unused;
            /** MTU of the next hop in bytes, in network byte order. */
            public int mtu;

            /** All fields 0. */
            public frag() {}

            /**
             * {@code {__unused, mtu}}.
             *
             * @param __unused not used
             * @param mtu MTU of the next hop in bytes, in network byte order
             */
            public frag(int __unused, int mtu) {
                this.__unused = __unused;
                this.mtu = mtu;
            }

            /**
             * One read from memory.
             *
             * @param from where from, from its position, which stays
             */
            public frag(ByteBuffer from) {
                unpack(from);
            }

            /**
             * {@code *this = from}.
             *
             * @param from the struct to copy
             */
            public void set(frag from) {
                copy(from);
            }

            @Override
            protected void fields(Fields f) {
                __unused = f.uint16("__unused", __unused);
                mtu = f.uint16("mtu", mtu);
            }
        }
    }

    /**
     * {@code struct icmp_filter}: the value of ICMP_FILTER.
     */
    public static final class icmp_filter extends Struct {
        /** Types that are not received, a bit each. */
        public int data;

        /** {@code struct icmp_filter a = {0}}. */
        public icmp_filter() {}

        /**
         * {@code struct icmp_filter a = {data}}.
         *
         * @param data types that are not received, a bit each
         */
        public icmp_filter(int data) {
            this.data = data;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public icmp_filter(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct icmp_filter a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static icmp_filter[] array(int n) {
            return filled(new icmp_filter[n], icmp_filter::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(icmp_filter from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            data = f.int32("data", data);
        }
    }
}

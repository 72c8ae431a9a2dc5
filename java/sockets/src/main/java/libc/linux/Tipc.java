package libc.linux;

import java.nio.ByteBuffer;
import libc.Struct;
import libc.bits.Socket.sockaddr;
import libc.internal.Union;

/**
 * {@code <linux/tipc.h>}: cluster communication by service names.
 *
 * @see <a href="https://docs.kernel.org/networking/tipc.html">docs.kernel.org: tipc</a>
 */
public class Tipc extends Sockios {

    /** Service type: state of nodes. */
    public static final int TIPC_NODE_STATE = 0;
    /** Service type: topology server. */
    public static final int TIPC_TOP_SRV = 1;
    /** Service type: state of links. */
    public static final int TIPC_LINK_STATE = 2;
    /** Smallest service type of programs. */
    public static final int TIPC_RESERVED_TYPES = 64;
    /** Scope: the cluster. */
    public static final int TIPC_CLUSTER_SCOPE = 2;
    /** Scope: this node. */
    public static final int TIPC_NODE_SCOPE = 3;
    /** Longest message, in bytes. */
    public static final int TIPC_MAX_USER_MSG_SIZE = 66000;

    /** Importance: low. */
    public static final int TIPC_LOW_IMPORTANCE = 0;
    /** Importance: medium. */
    public static final int TIPC_MEDIUM_IMPORTANCE = 1;
    /** Importance: high. */
    public static final int TIPC_HIGH_IMPORTANCE = 2;
    /** Importance: critical. */
    public static final int TIPC_CRITICAL_IMPORTANCE = 3;

    /** Error of TIPC_ERRINFO: none. */
    public static final int TIPC_OK = 0;
    /** Error of TIPC_ERRINFO: no such service. */
    public static final int TIPC_ERR_NO_NAME = 1;
    /** Error of TIPC_ERRINFO: no such socket. */
    public static final int TIPC_ERR_NO_PORT = 2;
    /** Error of TIPC_ERRINFO: no such node. */
    public static final int TIPC_ERR_NO_NODE = 3;
    /** Error of TIPC_ERRINFO: the peer is overloaded. */
    public static final int TIPC_ERR_OVERLOAD = 4;
    /** Error of TIPC_ERRINFO: the connection was shut down. */
    public static final int TIPC_CONN_SHUTDOWN = 5;

    /** Subscription: an event at each match. */
    public static final int TIPC_SUB_PORTS = 0x01;
    /** Subscription: events when the service comes and goes. */
    public static final int TIPC_SUB_SERVICE = 0x02;
    /** Subscription: cancels one. */
    public static final int TIPC_SUB_CANCEL = 0x04;
    /** timeout: never. */
    public static final int TIPC_WAIT_FOREVER = -1;
    /** Event: published. */
    public static final int TIPC_PUBLISHED = 1;
    /** Event: withdrawn. */
    public static final int TIPC_WITHDRAWN = 2;
    /** Event: the subscription ended. */
    public static final int TIPC_SUBSCR_TIMEOUT = 3;

    /** addrtype: all sockets of a service range. */
    public static final int TIPC_ADDR_MCAST = 1;
    /** addrtype: service range. */
    public static final int TIPC_SERVICE_RANGE = 1;
    /** addrtype: service. */
    public static final int TIPC_SERVICE_ADDR = 2;
    /** addrtype: socket. */
    public static final int TIPC_SOCKET_ADDR = 3;
    /** Control message, u32[2]: error, and length of the data returned. */
    public static final int TIPC_ERRINFO = 1;
    /** Control message: data returned. */
    public static final int TIPC_RETDATA = 2;
    /** Control message, u32[3]: service that the message went to. */
    public static final int TIPC_DESTNAME = 3;

    /** u32: importance of messages. */
    public static final int TIPC_IMPORTANCE = 127;
    /** u32 boolean: messages may be dropped here. */
    public static final int TIPC_SRC_DROPPABLE = 128;
    /** u32 boolean: messages may be dropped there. */
    public static final int TIPC_DEST_DROPPABLE = 129;
    /** u32, ms: how long connect(2) waits. */
    public static final int TIPC_CONN_TIMEOUT = 130;
    /** u32, read-only: messages in the node's queue. */
    public static final int TIPC_NODE_RECVQ_DEPTH = 131;
    /** u32, read-only: messages in the socket's queue. */
    public static final int TIPC_SOCK_RECVQ_DEPTH = 132;
    /** No argument: multicast by broadcast. */
    public static final int TIPC_MCAST_BROADCAST = 133;
    /** No argument: multicast by copies. */
    public static final int TIPC_MCAST_REPLICAST = 134;
    /** struct tipc_group_req: joins a group. */
    public static final int TIPC_GROUP_JOIN = 135;
    /** No argument: leaves the group. */
    public static final int TIPC_GROUP_LEAVE = 136;
    /** u32, read-only: bytes in the socket's queue. */
    public static final int TIPC_SOCK_RECVQ_USED = 137;
    /** u32 boolean: sends small messages at once. */
    public static final int TIPC_NODELAY = 138;
    /** Group flag: receives its own messages. */
    public static final int TIPC_GROUP_LOOPBACK = 0x1;
    /** Group flag: receives who joins and leaves. */
    public static final int TIPC_GROUP_MEMBER_EVTS = 0x2;

    /** Bytes of a node's identity. */
    public static final int TIPC_NODEID_LEN = 16;
    /** Bytes of a medium's name. */
    public static final int TIPC_MAX_MEDIA_NAME = 16;
    /** Bytes of an interface's name. */
    public static final int TIPC_MAX_IF_NAME = 16;
    /** Bytes of a bearer's name. */
    public static final int TIPC_MAX_BEARER_NAME = 32;
    /** Bytes of a link's name. */
    public static final int TIPC_MAX_LINK_NAME = 68;
    /** struct tipc_sioc_ln_req: name of the link to a node. */
    public static final int SIOCGETLINKNAME = 0x89e0;
    /** struct tipc_sioc_nodeid_req: a node's identity. */
    public static final int SIOCGETNODEID = 0x89e1;

    /** Former name of TIPC_SERVICE_RANGE. */
    public static final int TIPC_ADDR_NAMESEQ = 1;
    /** Former name of TIPC_SERVICE_ADDR. */
    public static final int TIPC_ADDR_NAME = 2;
    /** Former name of TIPC_SOCKET_ADDR. */
    public static final int TIPC_ADDR_ID = 3;
    /** Former name of TIPC_NODE_STATE. */
    public static final int TIPC_CFG_SRV = 0;
    /** Deprecated: scope of a zone, which is now that of the cluster. */
    public static final int TIPC_ZONE_SCOPE = 1;

    /** Not to be made: a header's class has only static members. */
    protected Tipc() {}

    /**
     * {@code struct tipc_socket_addr}: the address of a socket.
     */
    public static final class tipc_socket_addr extends Struct {
        /** Number on its node. */
        public int ref;
        /** Node. */
        public int node;

        /** {@code struct tipc_socket_addr a = {0}}. */
        public tipc_socket_addr() {}

        /**
         * {@code struct tipc_socket_addr a = {ref, node}}.
         *
         * @param ref number on its node
         * @param node node
         */
        public tipc_socket_addr(int ref, int node) {
            this.ref = ref;
            this.node = node;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_socket_addr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_socket_addr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_socket_addr[] array(int n) {
            return filled(new tipc_socket_addr[n], tipc_socket_addr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_socket_addr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            ref = f.int32("ref", ref);
            node = f.int32("node", node);
        }
    }

    /**
     * {@code struct tipc_service_addr}: the address of a service.
     */
    public static final class tipc_service_addr extends Struct {
        /** Service type. */
        public int type;
        /** Instance. */
        public int instance;

        /** {@code struct tipc_service_addr a = {0}}. */
        public tipc_service_addr() {}

        /**
         * {@code struct tipc_service_addr a = {type, instance}}.
         *
         * @param type service type
         * @param instance instance
         */
        public tipc_service_addr(int type, int instance) {
            this.type = type;
            this.instance = instance;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_service_addr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_service_addr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_service_addr[] array(int n) {
            return filled(new tipc_service_addr[n], tipc_service_addr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_service_addr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            type = f.int32("type", type);
            instance = f.int32("instance", instance);
        }
    }

    /**
     * {@code struct tipc_service_range}: the address of some instances of a service.
     */
    public static final class tipc_service_range extends Struct {
        /** Service type. */
        public int type;
        /** First instance. */
        public int lower;
        /** Last instance. */
        public int upper;

        /** {@code struct tipc_service_range a = {0}}. */
        public tipc_service_range() {}

        /**
         * {@code struct tipc_service_range a = {type, lower, upper}}.
         *
         * @param type service type
         * @param lower first instance
         * @param upper last instance
         */
        public tipc_service_range(int type, int lower, int upper) {
            this.type = type;
            this.lower = lower;
            this.upper = upper;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_service_range(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_service_range a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_service_range[] array(int n) {
            return filled(new tipc_service_range[n], tipc_service_range::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_service_range from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            type = f.int32("type", type);
            lower = f.int32("lower", lower);
            upper = f.int32("upper", upper);
        }
    }

    /**
     * {@code struct tipc_subscr}: a subscription, sent to the topology server.
     */
    public static final class tipc_subscr extends Struct {
        /** What is of interest. */
        public final tipc_service_range seq = new tipc_service_range();
        /** How long, in ms; TIPC_WAIT_FOREVER. */
        public int timeout;
        /** TIPC_SUB_*. */
        public int filter;
        /** For the subscriber's use. */
        public final byte[] usr_handle = new byte[8];

        /** {@code struct tipc_subscr a = {0}}. */
        public tipc_subscr() {}

        /**
         * {@code struct tipc_subscr a = {seq, timeout, filter, usr_handle}}.
         *
         * @param seq what is of interest
         * @param timeout how long, in ms; TIPC_WAIT_FOREVER
         * @param filter TIPC_SUB_*
         * @param usr_handle for the subscriber's use
         */
        public tipc_subscr(tipc_service_range seq, int timeout, int filter, byte[] usr_handle) {
            this.seq.set(seq);
            this.timeout = timeout;
            this.filter = filter;
            System.arraycopy(usr_handle, 0, this.usr_handle, 0, usr_handle.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_subscr(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_subscr a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_subscr[] array(int n) {
            return filled(new tipc_subscr[n], tipc_subscr::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_subscr from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            f.struct("seq", seq);
            timeout = f.int32("timeout", timeout);
            filter = f.int32("filter", filter);
            f.bytes("usr_handle", usr_handle);
        }
    }

    /**
     * {@code struct tipc_event}: an event, received from the topology server.
     */
    public static final class tipc_event extends Struct {
        /** TIPC_PUBLISHED, TIPC_WITHDRAWN or TIPC_SUBSCR_TIMEOUT. */
        public int event;
        /** First instance found. */
        public int found_lower;
        /** Last instance found. */
        public int found_upper;
        /** Its socket. */
        public final tipc_socket_addr port = new tipc_socket_addr();
        /** The subscription. */
        public final tipc_subscr s = new tipc_subscr();

        /** {@code struct tipc_event a = {0}}. */
        public tipc_event() {}

        /**
         * {@code struct tipc_event a = {event, found_lower, found_upper, port, s}}.
         *
         * @param event TIPC_PUBLISHED, TIPC_WITHDRAWN or TIPC_SUBSCR_TIMEOUT
         * @param found_lower first instance found
         * @param found_upper last instance found
         * @param port its socket
         * @param s the subscription
         */
        public tipc_event(int event, int found_lower, int found_upper, tipc_socket_addr port, tipc_subscr s) {
            this.event = event;
            this.found_lower = found_lower;
            this.found_upper = found_upper;
            this.port.set(port);
            this.s.set(s);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_event(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_event a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_event[] array(int n) {
            return filled(new tipc_event[n], tipc_event::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_event from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            event = f.int32("event", event);
            found_lower = f.int32("found_lower", found_lower);
            found_upper = f.int32("found_upper", found_upper);
            f.struct("port", port);
            f.struct("s", s);
        }
    }

    /**
     * {@code struct tipc_group_req}: the value of TIPC_GROUP_JOIN.
     */
    public static final class tipc_group_req extends Struct {
        /** Group. */
        public int type;
        /** Member. */
        public int instance;
        /** TIPC_CLUSTER_SCOPE or TIPC_NODE_SCOPE. */
        public int scope;
        /** TIPC_GROUP_*. */
        public int flags;

        /** {@code struct tipc_group_req a = {0}}. */
        public tipc_group_req() {}

        /**
         * {@code struct tipc_group_req a = {type, instance, scope, flags}}.
         *
         * @param type group
         * @param instance member
         * @param scope TIPC_CLUSTER_SCOPE or TIPC_NODE_SCOPE
         * @param flags TIPC_GROUP_*
         */
        public tipc_group_req(int type, int instance, int scope, int flags) {
            this.type = type;
            this.instance = instance;
            this.scope = scope;
            this.flags = flags;
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_group_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_group_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_group_req[] array(int n) {
            return filled(new tipc_group_req[n], tipc_group_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_group_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            type = f.int32("type", type);
            instance = f.int32("instance", instance);
            scope = f.int32("scope", scope);
            flags = f.int32("flags", flags);
        }
    }

    /**
     * {@code struct sockaddr_tipc}: the address of a TIPC socket.
     */
    public static final class sockaddr_tipc extends sockaddr {
        /** AF_TIPC. */
        public int family;
        /** What addr is: TIPC_SERVICE_RANGE, TIPC_SERVICE_ADDR or TIPC_SOCKET_ADDR. */
        public int addrtype;
        /** TIPC_CLUSTER_SCOPE or TIPC_NODE_SCOPE; negative to withdraw. */
        public int scope;
        /** The address. */
        public final addr addr = new addr();

        /** {@code struct sockaddr_tipc a = {0}}. */
        public sockaddr_tipc() {}

        /**
         * {@code struct sockaddr_tipc a = {family, addrtype, scope, addr}}.
         *
         * @param family AF_TIPC
         * @param addrtype what addr is: TIPC_SERVICE_RANGE, TIPC_SERVICE_ADDR or TIPC_SOCKET_ADDR
         * @param scope TIPC_CLUSTER_SCOPE or TIPC_NODE_SCOPE; negative to withdraw
         * @param addr the address
         */
        public sockaddr_tipc(int family, int addrtype, int scope, addr addr) {
            this.family = family;
            this.addrtype = addrtype;
            this.scope = scope;
            this.addr.set(addr);
        }

        /**
         * {@code (struct sockaddr_tipc *) &from}: the bytes of another address, copied now.
         *
         * @param from the address
         */
        public sockaddr_tipc(sockaddr from) {
            copy(from);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public sockaddr_tipc(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct sockaddr_tipc a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static sockaddr_tipc[] array(int n) {
            return filled(new sockaddr_tipc[n], sockaddr_tipc::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(sockaddr_tipc from) {
            copy(from);
        }

        @Override
        public int sa_family() {
            return family;
        }

        @Override
        public void sa_family(int family) {
            this.family = family;
        }

        @Override
        protected void fields(Fields f) {
            family = f.uint16("family", family);
            addrtype = f.uint8("addrtype", addrtype);
            scope = f.int8("scope", scope);
            f.struct("addr", addr);
        }

        /** {@code union}: a socket, some instances of a service, or one. */
        public static final class addr extends Struct {
            private final tipc_socket_addr id = new tipc_socket_addr();
            private final tipc_service_range nameseq = new tipc_service_range();
            private final name name = new name();
            private final Union union = new Union(12, id, nameseq, name);

            /** All bytes 0. */
            public addr() {}

            /**
             * {@code *this = from}.
             *
             * @param from the union to copy
             */
            public void set(addr from) {
                copy(from);
            }

            /**
             * {@code id}.
             *
             * @return of TIPC_SOCKET_ADDR
             */
            public tipc_socket_addr id() {
                union.memory();
                return id;
            }

            /**
             * {@code nameseq}.
             *
             * @return of TIPC_SERVICE_RANGE
             */
            public tipc_service_range nameseq() {
                union.memory();
                return nameseq;
            }

            /**
             * {@code name}.
             *
             * @return of TIPC_SERVICE_ADDR
             */
            public name name() {
                union.memory();
                return name;
            }

            @Override
            protected void fields(Fields f) {
                boolean asked = f.memory(union.memory(), 12, 4);
                union.load();
                if (asked) {
                    f.struct("id", id);
                    f.at(0);
                    f.struct("nameseq", nameseq);
                    f.at(0);
                    f.struct("name", name);
                }
            }
        }

        /**
         * {@code struct}: one instance of a service, and where to look for it.
         */
        public static final class name extends Struct {
            /** The instance. */
            public final tipc_service_addr name = new tipc_service_addr();
            /** Where to look; 0 for anywhere. */
            public int domain;

            /** All fields 0. */
            public name() {}

            /**
             * {@code {name, domain}}.
             *
             * @param name the instance
             * @param domain where to look; 0 for anywhere
             */
            public name(tipc_service_addr name, int domain) {
                this.name.set(name);
                this.domain = domain;
            }

            /**
             * One read from memory.
             *
             * @param from where from, from its position, which stays
             */
            public name(ByteBuffer from) {
                unpack(from);
            }

            /**
             * {@code *this = from}.
             *
             * @param from the struct to copy
             */
            public void set(name from) {
                copy(from);
            }

            @Override
            protected void fields(Fields f) {
                f.struct("name", name);
                domain = f.int32("domain", domain);
            }
        }
    }

    /**
     * {@code struct tipc_sioc_ln_req}: the argument of SIOCGETLINKNAME.
     */
    public static final class tipc_sioc_ln_req extends Struct {
        /** The node at the other end. */
        public int peer;
        /** Which bearer. */
        public int bearer_id;
        /** The link's name. */
        public final byte[] linkname = new byte[68];

        /** {@code struct tipc_sioc_ln_req a = {0}}. */
        public tipc_sioc_ln_req() {}

        /**
         * {@code struct tipc_sioc_ln_req a = {peer, bearer_id, linkname}}.
         *
         * @param peer the node at the other end
         * @param bearer_id which bearer
         * @param linkname the link's name
         */
        public tipc_sioc_ln_req(int peer, int bearer_id, byte[] linkname) {
            this.peer = peer;
            this.bearer_id = bearer_id;
            System.arraycopy(linkname, 0, this.linkname, 0, linkname.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_sioc_ln_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_sioc_ln_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_sioc_ln_req[] array(int n) {
            return filled(new tipc_sioc_ln_req[n], tipc_sioc_ln_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_sioc_ln_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            peer = f.int32("peer", peer);
            bearer_id = f.int32("bearer_id", bearer_id);
            f.string("linkname", linkname);
        }
    }

    /**
     * {@code struct tipc_sioc_nodeid_req}: the argument of SIOCGETNODEID.
     */
    public static final class tipc_sioc_nodeid_req extends Struct {
        /** The node. */
        public int peer;
        /** Its identity. */
        public final byte[] node_id = new byte[16];

        /** {@code struct tipc_sioc_nodeid_req a = {0}}. */
        public tipc_sioc_nodeid_req() {}

        /**
         * {@code struct tipc_sioc_nodeid_req a = {peer, node_id}}.
         *
         * @param peer the node
         * @param node_id its identity
         */
        public tipc_sioc_nodeid_req(int peer, byte[] node_id) {
            this.peer = peer;
            System.arraycopy(node_id, 0, this.node_id, 0, node_id.length);
        }

        /**
         * One read from memory.
         *
         * @param from where from, from its position, which stays
         */
        public tipc_sioc_nodeid_req(ByteBuffer from) {
            unpack(from);
        }

        /**
         * {@code struct tipc_sioc_nodeid_req a[n]}.
         *
         * @param n how many
         * @return the array, every slot filled
         */
        public static tipc_sioc_nodeid_req[] array(int n) {
            return filled(new tipc_sioc_nodeid_req[n], tipc_sioc_nodeid_req::new);
        }

        /**
         * {@code *this = from}.
         *
         * @param from the struct to copy
         */
        public void set(tipc_sioc_nodeid_req from) {
            copy(from);
        }

        @Override
        protected void fields(Fields f) {
            peer = f.int32("peer", peer);
            f.bytes("node_id", node_id);
        }
    }
}

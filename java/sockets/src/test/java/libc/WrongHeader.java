package libc;

/** A header's class with every mistake that the comparison with C has to find. */
public final class WrongHeader {

    /** It is 2. */
    public static final int AF_INET = 3;
    /** No header has it. */
    public static final int AF_ATLANTIS = 47;
    /** It is in no header, and listed as 100. */
    public static final int SO_LATER = 100;
    /** It is in no header, and listed as 101. */
    public static final int SO_LATEST = 102;
    /** It is listed too, as 1, which does not count: the header has it. */
    public static final int SOMAXCONN = 4096;
    /** It is 1. */
    public static final long SOL_SOCKET = 1L << 32 | 1;
    /** It is ::1. */
    public static final in6_addr in6addr_loopback = new in6_addr();

    private WrongHeader() {}

    /** C aligns it as the widest member of a union. */
    public static final class in6_addr extends Struct {
        public final byte[] s6_addr = new byte[16];

        public in6_addr() {}

        @Override
        protected void fields(Fields f) {
            f.bytes("s6_addr", s6_addr);
        }
    }

    /** In C, {@code p_name} comes first. */
    public static final class protoent extends Struct {
        public String[] p_aliases;
        public String p_name;
        public int p_proto;

        public protoent() {}

        @Override
        protected void fields(Fields f) {
            p_aliases = f.pointer("p_aliases", p_aliases);
            p_name = f.pointer("p_name", p_name);
            p_proto = f.int32("p_proto", p_proto);
        }
    }

    /** In C, {@code l_onoff} comes first. */
    public static final class linger extends Struct {
        public int l_linger;
        public int l_onoff;

        public linger() {}

        @Override
        protected void fields(Fields f) {
            l_linger = f.int32("l_linger", l_linger);
            l_onoff = f.int32("l_onoff", l_onoff);
        }
    }

    /** {@code uid} has 32 bits; the offsets and the size do not show it. */
    public static final class ucred extends Struct {
        public int pid;
        public int uid;
        public int gid;

        public ucred() {}

        @Override
        protected void fields(Fields f) {
            pid = f.int32("pid", pid);
            uid = f.uint16("uid", uid);
            gid = f.int32("gid", gid);
        }
    }

    /** {@code events} is signed, and {@code revents} is public. */
    public static final class pollfd extends Struct {
        public int fd;
        public int events;
        private int revents;

        public pollfd() {}

        @Override
        protected void fields(Fields f) {
            fd = f.int32("fd", fd);
            events = f.uint16("events", events);
            revents = f.int16("revents", revents);
        }
    }

    /** {@code l_whence} is where this one has padding, and there is no {@code l_sysid}, which is not walked either. */
    public static final class flock extends Struct {
        public int l_type;
        public long l_start;
        public long l_len;
        public int l_pid;
        public int l_sysid;

        public flock() {}

        @Override
        protected void fields(Fields f) {
            l_type = f.int16("l_type", l_type);
            l_start = f.int64("l_start", l_start);
            l_len = f.int64("l_len", l_len);
            l_pid = f.int32("l_pid", l_pid);
        }
    }

    /** In C, {@code ihl} comes first. */
    public static final class iphdr extends Struct {
        public int version;
        public int ihl;
        public int tos;
        public int tot_len;
        public int id;
        public int frag_off;
        public int ttl;
        public int protocol;
        public int check;
        public int saddr;
        public int daddr;

        public iphdr() {}

        @Override
        protected void fields(Fields f) {
            version = f.bits8("version", version, 4);
            ihl = f.bits8("ihl", ihl, 4);
            tos = f.uint8("tos", tos);
            tot_len = f.uint16("tot_len", tot_len);
            id = f.uint16("id", id);
            frag_off = f.uint16("frag_off", frag_off);
            ttl = f.uint8("ttl", ttl);
            protocol = f.uint8("protocol", protocol);
            check = f.uint16("check", check);
            saddr = f.int32("saddr", saddr);
            daddr = f.int32("daddr", daddr);
        }
    }

    /** {@code tv_usec} is missing. */
    public static final class timeval extends Struct {
        public long tv_sec;

        public timeval() {}

        @Override
        protected void fields(Fields f) {
            tv_sec = f.int64("tv_sec", tv_sec);
        }
    }

    /** No header has it. */
    public static final class sockaddr_atlantis extends Struct {

        public sockaddr_atlantis() {}

        @Override
        protected void fields(Fields f) {}
    }
}

/*
 * Makes the calls that it reads and writes what came of each: result, errno, and what became of the caller's memory.
 * libc.replay.Player is the same in Java; what both read is written by libc.replay.Generator, which says the format.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

#ifndef SCM_PIDFD
#define SCM_PIDFD 4
#endif

enum function {
	RESET, CLOSE, SOCKET, SOCKETPAIR, BIND, CONNECT, LISTEN, ACCEPT, ACCEPT4, SHUTDOWN, GETSOCKNAME, GETPEERNAME,
	GETSOCKOPT, SETSOCKOPT, SEND, SENDTO, RECV, RECVFROM, SENDMSG, RECVMSG, SENDMMSG, RECVMMSG, READ, WRITE, READV,
	WRITEV, PREADV, PWRITEV, PREADV2, PWRITEV2, DUP, DUP2, DUP3, POLL, PPOLL, SELECT, EPOLL_CREATE1, EPOLL_CTL,
	EPOLL_WAIT, EPOLL_PWAIT, FCNTL, FCNTL_POINTER, IOCTL, PIPE2, EVENTFD, EVENTFD_READ, EVENTFD_WRITE, TIMERFD_CREATE,
	TIMERFD_SETTIME, TIMERFD_GETTIME, SENDFILE, SPLICE, TEE, MEMFD_CREATE, OPEN, INET_PTON, INET_NTOP, CMSG, ATTACH_FILTER, SOCKATMARK,
	ISFDTYPE, PSELECT, EPOLL_PWAIT2
};

enum mode { MADE, REFUSED, PROBED, FAULT, HALFWAY };

enum kind {
	BYTES, INTS, LONGS, STRUCT, STRUCTS, HEAP, DIRECT, ARENA, HEAP_READ_ONLY, DIRECT_READ_ONLY, STRING,
	VECTOR = 16, MESSAGES, MESSAGE
};

enum { ADDRESSES = 7, ITIMERSPEC = 9, FD_SETS = 13, NONE = 255, SLOTS = 64, CLOSED = 1000000, MARK = 0x51070000 };

enum { LARGE = 1024, MAX_OBJECTS = 64, MAX_PARTS = 2048, MAX_FIXES = 64, ROOM = 64 << 20 };

struct part {
	int object, offset, room, length;
};

struct head {
	int name, namelen, iov, iovlen, control, controllen, flags, len;
};

struct object {
	int kind, type, size, fixes, count;
	int at[MAX_FIXES], slot[MAX_FIXES];
	unsigned char *memory, *before;
	struct part *parts;
	struct head *heads;
};

struct argument {
	int tag, object, offset, room;
	int64_t number;
};

static unsigned char *arena, *free_memory;
static struct object objects[MAX_OBJECTS];
static struct argument args[12];
static int object_count, arg_count;
static int table[SLOTS];
static unsigned char *record;
static size_t record_size, record_room;

static void *memory(size_t size)
{
	unsigned char *p = free_memory;
	free_memory += ((size + 15) & ~(size_t) 15) + 64;
	if (free_memory > arena + ROOM) {
		fprintf(stderr, "replay: a call needs more memory than there is\n");
		exit(2);
	}
	return p;
}

/* What is read. */

static unsigned char *in;

static int u8(void)
{
	return *in++;
}

static int i32(void)
{
	int32_t i;
	memcpy(&i, in, sizeof(i));
	in += sizeof(i);
	return i;
}

static int64_t i64(void)
{
	int64_t i;
	memcpy(&i, in, sizeof(i));
	in += sizeof(i);
	return i;
}

/* What is written. */

static void put(const void *bytes, size_t n)
{
	if (record_size + n > record_room) {
		record_room = 2 * (record_size + n);
		record = realloc(record, record_room);
		if (!record)
			abort();
	}
	memcpy(record + record_size, bytes, n);
	record_size += n;
}

static void put8(int value)
{
	unsigned char c = value;
	put(&c, 1);
}

static void put32(int32_t value)
{
	put(&value, sizeof(value));
}

static void put64(int64_t value)
{
	put(&value, sizeof(value));
}

static int fd_of(int slot)
{
	return table[slot];
}

static void close_slot(int slot)
{
	if (table[slot] < CLOSED) {
		struct linger linger = {0};
		setsockopt(table[slot], SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
		close(table[slot]);
		table[slot] = CLOSED + slot;
	}
}

/* A descriptor gets its place in the table, and is known by that from then on. */
static int enter(int slot, int fd)
{
	if (fd < 0)
		return fd;
	close_slot(slot);
	table[slot] = fd;
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	return MARK + slot;
}

static void read_object(struct object *o)
{
	o->type = o->size = o->fixes = o->count = 0;
	o->kind = u8();
	if (o->kind == VECTOR) {
		o->count = i32();
		o->parts = memory(o->count * sizeof(struct part));
		for (int i = 0; i < o->count; i++) {
			struct part *p = &o->parts[i];
			p->object = u8();
			p->offset = i32();
			p->room = i32();
			p->length = i32();
		}
	} else if (o->kind == MESSAGES || o->kind == MESSAGE) {
		o->count = i32();
		o->heads = memory(o->count * sizeof(struct head));
		for (int i = 0; i < o->count; i++) {
			struct head *h = &o->heads[i];
			h->name = u8();
			h->namelen = i32();
			h->iov = u8();
			h->iovlen = i32();
			h->control = u8();
			h->controllen = i32();
			h->flags = i32();
			h->len = i32();
		}
	} else {
		o->type = u8();
		o->size = i32();
		int literal = i32();
		o->memory = memory(o->size);
		o->before = memory(o->size);
		memcpy(o->memory, in, literal);
		in += literal;
		memset(o->memory + literal, u8(), o->size - literal);
		o->fixes = u8();
		for (int i = 0; i < o->fixes; i++) {
			o->at[i] = i32();
			o->slot[i] = i32();
			int fd = fd_of(o->slot[i]);
			if (o->type == FD_SETS && fd < FD_SETSIZE)
				FD_SET(fd, (fd_set *) o->memory);
			else if (o->type != FD_SETS)
				memcpy(o->memory + o->at[i], &fd, sizeof(fd));
		}
		memcpy(o->before, o->memory, o->size);
	}
}

/* The structs that point to memory, as C has them. */
static struct iovec *vector(int object)
{
	if (object == NONE)
		return NULL;
	struct object *o = &objects[object];
	struct iovec *iov = memory(o->count * sizeof(*iov));
	for (int i = 0; i < o->count; i++) {
		struct part *p = &o->parts[i];
		iov[i].iov_base = p->object == NONE ? NULL : objects[p->object].memory + p->offset;
		iov[i].iov_len = (ssize_t) p->length;
	}
	return iov;
}

static void *pointer(int object)
{
	return object == NONE ? NULL : objects[object].memory;
}

static struct mmsghdr *messages(struct object *o)
{
	struct mmsghdr *m = memory(o->count * sizeof(*m));
	for (int i = 0; i < o->count; i++) {
		struct head *h = &o->heads[i];
		m[i] = (struct mmsghdr) {{pointer(h->name), h->namelen, vector(h->iov), (ssize_t) h->iovlen,
			pointer(h->control), (ssize_t) h->controllen, h->flags}, h->len};
	}
	return m;
}

static int number(int i)
{
	return (int) args[i].number;
}

static int fd(int i)
{
	return args[i].tag == 1 ? fd_of(number(i)) : number(i);
}

static void *address(int i)
{
	return args[i].tag == 3 ? NULL : objects[args[i].object].memory + args[i].offset;
}

static int is_buffer(int object)
{
	return object != NONE && objects[object].kind >= HEAP && objects[object].kind <= DIRECT_READ_ONLY;
}

/* A buffer stands for its own length. */
static ssize_t length(int at, int i)
{
	return args[at].tag == 2 && is_buffer(args[at].object) ? args[at].room : (ssize_t) number(i);
}

/* By how much a call moves a buffer's position. */
static void moved(int at, int64_t n)
{
	if (args[at].tag == 2 && is_buffer(args[at].object))
		put32(n < 0 ? 0 : n > args[at].room ? args[at].room : n);
}

static int same(struct part *a, struct part *b)
{
	return a->object == b->object && a->offset == b->offset && a->room == b->room;
}

static void moved_vector(int object, int64_t iovlen, int64_t n)
{
	if (object == NONE)
		return;
	struct object *o = &objects[object];
	for (int i = 0; i < o->count; i++) {
		struct part *p = &o->parts[i];
		int64_t count = i >= iovlen || n <= 0 ? 0 : n < p->length ? n : p->length;
		int twice = 0;
		for (int k = 0; k < o->count; k++)
			twice |= k != i && same(p, &o->parts[k]);
		if (is_buffer(p->object) && !twice)
			put32(count);
		n -= count;
	}
}

static void mask_control(unsigned char *control, size_t length)
{
	for (size_t at = 0; length - at >= sizeof(struct cmsghdr) && at <= length;) {
		struct cmsghdr *c = (struct cmsghdr *) (control + at);
		if (c->cmsg_len < sizeof(*c) || c->cmsg_len > length - at)
			return;
		size_t n = c->cmsg_len - sizeof(*c);
		if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS) {
			for (size_t i = 0; i + sizeof(int) <= n; i += sizeof(int)) {
				int fd;
				memcpy(&fd, CMSG_DATA(c) + i, sizeof(fd));
				fd = enter(SLOTS - 1 - (int) (i / sizeof(int)) % 4, fd);
				memcpy(CMSG_DATA(c) + i, &fd, sizeof(fd));
			}
		} else if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_PIDFD) {
			int fd;
			memcpy(&fd, CMSG_DATA(c), sizeof(fd));
			close(fd);
			memset(CMSG_DATA(c), 0, n);
		} else if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_CREDENTIALS && n >= sizeof(int)) {
			memset(CMSG_DATA(c), 0, sizeof(int));
		} else if (c->cmsg_level == SOL_SOCKET && (c->cmsg_type == 29 || c->cmsg_type == 35 || c->cmsg_type == 37
				|| c->cmsg_type == 54 || c->cmsg_type >= 63)) {
			memset(CMSG_DATA(c), 0, n);
		}
		at += CMSG_ALIGN(c->cmsg_len);
	}
}

static void mask_address(unsigned char *a, int size)
{
	short family;
	memcpy(&family, a, sizeof(family));
	if ((family == AF_INET || family == AF_INET6) && (a[2] & 0x80)) {
		a[2] = a[3] = 0xff;
	} else if (family == AF_NETLINK && size >= 8) {
		int pid;
		memcpy(&pid, a + 4, sizeof(pid));
		if (pid < 0 || pid > 100)
			memset(a + 4, 0x7f, sizeof(pid));
	} else if (family == AF_UNIX && size >= 8 && a[2] == 0) {
		for (int i = 3; i < 8 && memchr("0123456789abcdef", a[i], 16); i++)
			a[i] = 'x';
	}
}

static uint64_t hash(const unsigned char *p, int n)
{
	uint64_t h = 14695981039346656037u;
	for (int i = 0; i < n; i++)
		h = (h ^ p[i]) * 1099511628211u;
	return h;
}

static void put_bytes(int object, const unsigned char *p, int n)
{
	put8(object);
	put32(n);
	if (n > LARGE)
		put64(hash(p, n));
	else
		put(p, n);
}

static void put_memory(int i)
{
	struct object *o = &objects[i];
	if (o->type == FD_SETS) {
		int bits = 0;
		for (int k = 0; k < FD_SETSIZE; k++)
			bits += FD_ISSET(k, (fd_set *) o->memory) != 0;
		put8(i);
		put32(bits);
		for (int k = 0; k < o->fixes; k++)
			put8(fd_of(o->slot[k]) < FD_SETSIZE && FD_ISSET(fd_of(o->slot[k]), (fd_set *) o->memory));
		return;
	}
	for (int k = 0; k < o->fixes; k++) {
		/* Only what still is the number that was put there. */
		if (!memcmp(o->memory + o->at[k], o->before + o->at[k], sizeof(int))) {
			int mark = MARK + o->slot[k];
			memcpy(o->memory + o->at[k], &mark, sizeof(mark));
			memcpy(o->before + o->at[k], &mark, sizeof(mark));
		}
	}
	if (!memcmp(o->memory, o->before, o->size))
		return;
	if (o->kind == STRUCT && o->type < ADDRESSES)
		mask_address(o->memory, o->size);
	if (o->kind == STRUCT && o->type == ITIMERSPEC) {
		struct itimerspec *t = (struct itimerspec *) o->memory;
		if (t->it_value.tv_sec || t->it_value.tv_nsec)
			t->it_value = (struct timespec) {1, 1};
	}
	put_bytes(i, o->memory, o->size);
}

static void put_head(struct object *o, int i, struct msghdr *m, int len, int64_t n, int receives)
{
	struct head *h = &o->heads[i];
	put32(m->msg_namelen);
	put32((int) m->msg_controllen);
	put32(m->msg_flags);
	put32(len);
	if (receives && n >= 0 && h->control != NONE && m->msg_controllen <= (size_t) objects[h->control].size)
		mask_control(m->msg_control, m->msg_controllen);
	moved_vector(h->iov, h->iovlen, n);
}

static int64_t message(int receives)
{
	int s = fd(0), flags = number(2);
	if (args[1].tag == 3)
		return receives ? recvmsg(s, NULL, flags) : sendmsg(s, NULL, flags);
	struct object *o = &objects[args[1].object];
	struct mmsghdr *m = messages(o);
	int64_t n = receives ? recvmsg(s, &m->msg_hdr, flags) : sendmsg(s, &m->msg_hdr, flags);
	int failed = errno;
	put_head(o, 0, &m->msg_hdr, 0, n, receives);
	errno = failed;
	return n;
}

static int64_t many(int receives)
{
	int s = fd(0), vlen = number(2), flags = number(3);
	struct object *o = args[1].tag == 3 ? NULL : &objects[args[1].object];
	struct mmsghdr *m = o ? messages(o) : NULL;
	int64_t n = receives ? recvmmsg(s, m, vlen, flags, address(4)) : sendmmsg(s, m, vlen, flags);
	int failed = errno;
	for (int i = 0; o && i < o->count; i++)
		put_head(o, i, &m[i].msg_hdr, m[i].msg_len, i < n ? (int64_t) m[i].msg_len : -1, receives);
	errno = failed;
	return n;
}

static int64_t vectors(enum function function)
{
	struct iovec *iov = args[1].tag == 3 ? NULL : vector(args[1].object);
	int d = fd(0), count = number(2);
	int64_t n = -1;
	switch (function) {
	case READV: n = readv(d, iov, count); break;
	case WRITEV: n = writev(d, iov, count); break;
	case PREADV: n = preadv(d, iov, count, args[3].number); break;
	case PWRITEV: n = pwritev(d, iov, count, args[3].number); break;
	case PREADV2: n = preadv2(d, iov, count, args[3].number, number(4)); break;
	default: n = pwritev2(d, iov, count, args[3].number, number(4));
	}
	int failed = errno;
	moved_vector(args[1].tag == 3 ? NONE : args[1].object, count, n);
	errno = failed;
	return n;
}

static int64_t walk(void)
{
	struct msghdr m = {.msg_control = address(0), .msg_controllen = number(1)};
	int n = 0;
	for (struct cmsghdr *c = CMSG_FIRSTHDR(&m); c; c = CMSG_NXTHDR(&m, c)) {
		put32((int) c->cmsg_len);
		put32(c->cmsg_level);
		put32(c->cmsg_type);
		n++;
	}
	return n;
}

static int64_t pair(int result, int i, int slot)
{
	int *sv = address(i), failed = errno;
	if (result == 0) {
		sv[0] = enter(number(slot), sv[0]);
		sv[1] = enter(number(slot) + 1, sv[1]);
	} else if (sv && args[i].room >= 8) {
		/* The numbers of descriptors that there might have been are no result: the man page says that nothing is written. */
		memcpy(sv, objects[args[i].object].before, 8);
	}
	errno = failed;
	return result;
}

static int64_t call(enum function function)
{
	int64_t n;
	int failed;
	switch (function) {
	case RESET:
		for (int i = 0; i < SLOTS; i++)
			close_slot(i);
		for (char name[] = "s0"; name[1] < '6'; name[1]++)
			unlink(name);
		return 0;
	case CLOSE:
		close_slot(number(0));
		return 0;
	case SOCKET: return enter(number(3), socket(number(0), number(1), number(2)));
	case SOCKETPAIR: return pair(socketpair(number(0), number(1), number(2), address(3)), 3, 4);
	case BIND: return bind(fd(0), address(1), number(2));
	case CONNECT: return connect(fd(0), address(1), number(2));
	case LISTEN: return listen(fd(0), number(1));
	case ACCEPT: return enter(number(3), accept(fd(0), address(1), address(2)));
	case ACCEPT4: return enter(number(4), accept4(fd(0), address(1), address(2), number(3)));
	case SHUTDOWN: return shutdown(fd(0), number(1));
	case GETSOCKNAME: return getsockname(fd(0), address(1), address(2));
	case GETPEERNAME: return getpeername(fd(0), address(1), address(2));
	case GETSOCKOPT:
		if (args[3].tag == 2 && is_buffer(args[3].object)) {
			socklen_t len = args[3].room;
			n = getsockopt(fd(0), number(1), number(2), address(3), &len);
			failed = errno;
			moved(3, n == 0 ? (int) len : -1);
			errno = failed;
			return n;
		}
		return getsockopt(fd(0), number(1), number(2), address(3), address(4));
	case SETSOCKOPT: return setsockopt(fd(0), number(1), number(2), address(3), length(3, 4));
	case SEND: n = send(fd(0), address(1), length(1, 2), number(3)); break;
	case SENDTO: n = sendto(fd(0), address(1), length(1, 2), number(3), address(4), number(5)); break;
	case RECV: n = recv(fd(0), address(1), length(1, 2), number(3)); break;
	case RECVFROM: n = recvfrom(fd(0), address(1), length(1, 2), number(3), address(4), address(5)); break;
	case SENDMSG: return message(0);
	case RECVMSG: return message(1);
	case SENDMMSG: return many(0);
	case RECVMMSG: return many(1);
	case READ: n = read(fd(0), address(1), length(1, 2)); break;
	case WRITE: n = write(fd(0), address(1), length(1, 2)); break;
	case READV: case WRITEV: case PREADV: case PWRITEV: case PREADV2: case PWRITEV2: return vectors(function);
	case DUP: return enter(number(1), dup(fd(0)));
	case DUP2: n = dup2(fd(0), fd(1)); return n < 0 ? n : 0;
	case DUP3: n = dup3(fd(0), fd(1), number(2)); return n < 0 ? n : 0;
	case POLL: return poll(address(0), (long) number(1), number(2));
	case PPOLL: return ppoll(address(0), (long) number(1), address(2), address(3));
	case SELECT: return select(number(0), address(1), address(2), address(3), address(4));
	case EPOLL_CREATE1: return enter(number(1), epoll_create1(number(0)));
	case EPOLL_CTL: return epoll_ctl(fd(0), number(1), fd(2), address(3));
	case EPOLL_WAIT: return epoll_wait(fd(0), address(1), number(2), number(3));
	case EPOLL_PWAIT: return epoll_pwait(fd(0), address(1), number(2), number(3), address(4));
	case FCNTL:
		n = fcntl(fd(0), number(1), fd(2));
		return number(1) == F_DUPFD || number(1) == F_DUPFD_CLOEXEC ? enter(number(3), n) : n;
	case FCNTL_POINTER: return fcntl(fd(0), number(1), address(2));
	case IOCTL:
		n = ioctl(fd(0), args[1].number, address(2));
		failed = errno;
		moved(2, n == -1 ? -1 : number(3));
		errno = failed;
		return n;
	case PIPE2: return pair(pipe2(address(0), number(1)), 0, 2);
	case EVENTFD: return enter(number(2), eventfd(number(0), number(1)));
	case EVENTFD_READ: return eventfd_read(fd(0), address(1));
	case EVENTFD_WRITE: return eventfd_write(fd(0), args[1].number);
	case TIMERFD_CREATE: return enter(number(2), timerfd_create(number(0), number(1)));
	case TIMERFD_SETTIME: return timerfd_settime(fd(0), number(1), address(2), address(3));
	case TIMERFD_GETTIME: return timerfd_gettime(fd(0), address(1));
	case SENDFILE: return sendfile(fd(0), fd(1), address(2), args[3].number);
	case SPLICE: return splice(fd(0), address(1), fd(2), address(3), args[4].number, number(5));
	case TEE: return tee(fd(0), fd(1), args[2].number, number(3));
	case MEMFD_CREATE: return enter(number(2), memfd_create(address(0), number(1)));
	case OPEN: return enter(number(3), open(address(0), number(1), number(2)));
	case INET_PTON: return inet_pton(number(0), address(1), address(2));
	case INET_NTOP: return inet_ntop(number(0), address(1), address(2), number(3)) ? 1 : -1;
	case CMSG: return walk();
	case ATTACH_FILTER:
		return setsockopt(fd(0), SOL_SOCKET, number(1), &(struct sock_fprog) {number(3), address(2)}, number(4));
	case SOCKATMARK: return sockatmark(fd(0));
	case ISFDTYPE:
		n = isfdtype(fd(0), number(1));
		if (n == -1)
			errno = EBADF; /* as its man page says; glibc puts back what it was */
		return n;
	case PSELECT: return pselect(number(0), address(1), address(2), address(3), address(4), address(5));
	case EPOLL_PWAIT2: return epoll_pwait2(fd(0), address(1), number(2), address(3), address(4));
	default: abort();
	}
	failed = errno;
	moved(1, n);
	errno = failed;
	return n;
}

/* Why the library, which does not make the call, says that it fails. */
static int probe(void)
{
	int type;
	socklen_t len = sizeof(type);
	return getsockopt(fd(0), SOL_SOCKET, SO_TYPE, &type, &len) == -1 ? errno : EINVAL;
}

static void replay(int index)
{
	free_memory = arena;
	record_size = 0;
	enum function function = u8();
	enum mode mode = u8();
	put32(0);
	put32(index);
	put8(function);
	put8(mode);
	put64(0);
	put32(0);
	in++; /* what the library may throw */
	object_count = u8();
	for (int i = 0; i < object_count; i++)
		read_object(&objects[i]);
	arg_count = u8();
	for (int i = 0; i < arg_count; i++) {
		struct argument *a = &args[i];
		a->tag = u8();
		a->number = a->tag == 0 ? i64() : a->tag == 1 ? i32() : 0;
		if (a->tag == 2) {
			a->object = u8();
			a->offset = i32();
			a->room = i32();
		}
	}
	int64_t result = -1;
	int failed = 0;
	if (mode == MADE || mode == HALFWAY) {
		result = call(function);
		failed = result == -1 ? errno : 0;
	} else if (mode == PROBED) {
		failed = probe();
	} else if (mode == FAULT) {
		failed = EFAULT;
	}
	for (int i = 0; mode == MADE && i < object_count; i++)
		if (objects[i].kind < VECTOR)
			put_memory(i);
	int32_t size = record_size - sizeof(size);
	memcpy(record, &size, sizeof(size));
	memcpy(record + 10, &result, sizeof(result));
	memcpy(record + 18, &failed, sizeof(failed));
	fwrite(record, 1, record_size, stdout);
	if (function == RESET)
		fflush(stdout);
}

/* With an argument it takes its time, as the other side does: what the kernel then does otherwise is not the library's doing. */
int main(int argc, char **argv)
{
	const struct timespec pause = { 0, argc > 1 ? atoi(argv[1]) : 0 };
	struct rlimit limit;
	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = 4096;
	setrlimit(RLIMIT_NOFILE, &limit);
	signal(SIGPIPE, SIG_IGN);
	arena = mmap(NULL, ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (arena == MAP_FAILED)
		return 2;
	for (int i = 0; i < SLOTS; i++)
		table[i] = CLOSED + i;
	unsigned char *bytes = NULL;
	int32_t size, room = 0, index = 0;
	while (fread(&size, sizeof(size), 1, stdin) == 1) {
		if (size > room) {
			room = 2 * size;
			bytes = realloc(bytes, room);
			if (!bytes)
				return 2;
		}
		if (fread(bytes, size, 1, stdin) != 1)
			return 2;
		in = bytes;
		replay(index++);
		if (pause.tv_nsec)
			nanosleep(&pause, NULL);
	}
	return 0;
}

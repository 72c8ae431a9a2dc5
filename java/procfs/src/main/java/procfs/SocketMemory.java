package procfs;

/**
 * A socket's memory, in bytes, as {@code SO_MEMINFO} tells it too.
 *
 * @param rmemAlloc held by what was received
 * @param rcvbuf the receive buffer's size
 * @param wmemAlloc held by what is being sent
 * @param sndbuf the send buffer's size
 * @param fwdAlloc reserved, and in no use yet
 * @param wmemQueued queued by TCP to be sent
 * @param optmem held by options and control messages
 * @param backlog in the backlog, not processed yet
 * @param drops packets dropped, a count
 */
public record SocketMemory(int rmemAlloc, int rcvbuf, int wmemAlloc, int sndbuf, int fwdAlloc, int wmemQueued, int optmem,
        int backlog, int drops) {}

package selftest.behaviours;

import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Sockets.await;
import static selftest.Sockets.events;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import libc.sys.Epoll;
import libc.sys.Epoll.epoll_event;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** POLLRDHUP tells that the peer writes no more, POLLHUP that neither does. */
class T30_half_close {

    private static final String NO_HALVES = "datagrams come from anyone: no peer ends them";

    @On(value = Group.CONNECTION, otherwise = NO_HALVES)
    void open_there_is_nothing_to_tell(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        assertEquals(POLLOUT, events(c.server(), POLLIN | POLLOUT | POLLRDHUP));
    }

    @On(value = Group.CONNECTION, otherwise = NO_HALVES)
    void one_half(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_WR));
        await(c.server(), POLLRDHUP);
        assertEquals(POLLIN | POLLOUT | POLLRDHUP, events(c.server(), POLLIN | POLLOUT | POLLRDHUP));
        assertEquals(POLLOUT, events(c.client(), POLLIN | POLLOUT | POLLRDHUP), "of who shut it down");
        sendText(c.server(), "answer");
        assertEquals("answer", recvText(c.client()));
    }

    @On(value = Group.CONNECTION, otherwise = NO_HALVES)
    void it_is_told_only_who_asks(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_WR));
        await(c.server(), POLLRDHUP);
        assertEquals(0, events(c.server(), 0));
        assertEquals(POLLIN, events(c.server(), POLLIN));
    }

    @On(value = Group.CONNECTION, otherwise = NO_HALVES)
    void it_is_told_before_the_rest_is_read(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sendText(c.client(), "last");
        check(shutdown(c.client(), SHUT_WR));
        await(c.server(), POLLIN | POLLRDHUP);
        assertEquals("last", recvText(c.server()));
        assertEquals(POLLIN | POLLRDHUP, events(c.server(), POLLIN | POLLRDHUP));
        assertEquals(0, recv(c.server(), new byte[1], 1, 0));
    }

    @On(value = Group.CONNECTION, otherwise = NO_HALVES)
    void both_halves_are_a_hangup(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        check(shutdown(c.client(), SHUT_WR));
        await(c.server(), POLLRDHUP);
        check(shutdown(c.server(), SHUT_WR));
        await(c.client(), POLLRDHUP | POLLHUP);
        await(c.server(), POLLRDHUP | POLLHUP);
        assertEquals(POLLHUP, events(c.server(), 0), "asked or not");
    }

    @On(value = Group.CONNECTION, otherwise = NO_HALVES)
    void epoll_tells_the_same(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int epfd = sockets.keep(Epoll.epoll_create1(0));
        epoll_event ev = new epoll_event();
        ev.events = Epoll.EPOLLRDHUP;
        ev.data.fd(c.server());
        check(Epoll.epoll_ctl(epfd, Epoll.EPOLL_CTL_ADD, c.server(), ev));
        epoll_event[] told = epoll_event.array(2);
        assertEquals(0, Epoll.epoll_wait(epfd, told, told.length, 0));
        check(shutdown(c.client(), SHUT_WR));
        await(epfd, POLLIN);
        assertEquals(1, Epoll.epoll_wait(epfd, told, told.length, 0));
        assertEquals(Epoll.EPOLLRDHUP, told[0].events);
        assertEquals(c.server(), told[0].data.fd());
    }

    /** A UNIX socket knows that its peer is gone; of TCP the end of one direction is all that comes. */
    @On(value = Group.CONNECTION, otherwise = NO_HALVES)
    void a_close_looks_like_one_half_of_tcp_and_both_of_unix(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sockets.closeNow(c.client());
        await(c.server(), POLLRDHUP);
        assertEquals(transport.isUnix() ? POLLHUP : 0, events(c.server(), 0));
    }
}

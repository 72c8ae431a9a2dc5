package selftest.behaviours;

import static java.nio.charset.StandardCharsets.UTF_8;
import static libc.Errno.*;
import static libc.Poll.*;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.nio.file.Files;
import java.nio.file.Path;
import libc.sys.Un.sockaddr_un;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/** Where nobody listens, ECONNREFUSED is the answer. */
class T25_connection_refused {

    private static final String NO_LISTENER = "a pair is born connected";

    /** It is bound, so that nobody else can come to listen there meanwhile. */
    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void by_a_socket_that_does_not_listen(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.bound(sockets.open());
        int client = sockets.open();
        assertFails(ECONNREFUSED, connect(client, addr, Sockets.length(addr)));
    }

    @On(value = Group.LISTENER, otherwise = NO_LISTENER)
    void the_same_socket_may_try_again(Transport transport, Sockets sockets) throws Exception {
        int listener = sockets.open();
        sockaddr addr = sockets.bound(listener);
        int client = sockets.open();
        assertFails(ECONNREFUSED, connect(client, addr, Sockets.length(addr)));
        check(listen(listener, 1));
        sockets.connected(client, addr);
        int server = sockets.keep(accept(listener, null, null));
        sendText(client, "again");
        assertEquals("again", recvText(server));
    }

    @On(Group.PATH)
    void by_a_name_that_nobody_has_any_more(Transport transport, Sockets sockets) throws Exception {
        int gone = sockets.open();
        sockaddr addr = sockets.bound(gone);
        sockets.closeNow(gone);
        assertFails(ECONNREFUSED, connect(sockets.open(), addr, Sockets.length(addr)));
    }

    @On(Group.PATH)
    void by_a_file_that_is_no_socket(Transport transport, Sockets sockets) throws Exception {
        Path file = Files.createFile(sockets.dir().resolve("file"));
        sockaddr addr = new sockaddr_un(AF_UNIX, file.toString().getBytes(UTF_8));
        assertFails(ECONNREFUSED, connect(sockets.open(), addr, Sockets.length(addr)));
    }

    @On(Group.PATH)
    void a_name_that_never_was_is_enoent(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.fresh();
        assertFails(ENOENT, connect(sockets.open(), addr, Sockets.length(addr)));
    }

    @On(Group.ABSTRACT)
    void by_an_abstract_name_that_nobody_has(Transport transport, Sockets sockets) throws Exception {
        sockaddr addr = sockets.fresh();
        assertFails(ECONNREFUSED, connect(sockets.open(), addr, Sockets.length(addr)));
    }

    /** The socket that has the port is connected to itself, and receives from nobody else. */
    @On(Group.UDP)
    void of_udp_the_next_call_says_what_became_of_the_last(Transport transport, Sockets sockets) throws Exception {
        int deaf = sockets.open();
        sockaddr addr = sockets.bound(deaf);
        sockets.connected(deaf, addr);
        int client = sockets.open();
        sockets.connected(client, addr);
        byte[] buf = new byte[8];

        sendText(client, "one");
        await(client, POLLERR);
        assertFails(ECONNREFUSED, recv(client, buf, buf.length, MSG_DONTWAIT));
        assertFails(EAGAIN, recv(client, buf, buf.length, MSG_DONTWAIT));

        sendText(client, "two");
        await(client, POLLERR);
        assertFails(ECONNREFUSED, send(client, "three", 5, 0));

        sendText(client, "four");
        await(client, POLLERR);
        assertEquals(ECONNREFUSED, Sockets.option(client, SOL_SOCKET, SO_ERROR));
        assertEquals(0, Sockets.option(client, SOL_SOCKET, SO_ERROR));
    }

    @On(Group.UDP)
    void a_udp_socket_without_a_peer_never_hears_of_it(Transport transport, Sockets sockets) throws Exception {
        int deaf = sockets.open();
        sockaddr addr = sockets.bound(deaf);
        sockets.connected(deaf, addr);
        int connected = sockets.open();
        sockets.connected(connected, addr);
        int client = sockets.open();
        check(sendto(client, "one", 3, 0, addr, Sockets.length(addr)));
        sendText(connected, "two");
        await(connected, POLLERR);
        assertEquals(0, Sockets.events(client, POLLIN), "though the refusal of what came later is here");
    }

    @On(value = Group.DATAGRAM, except = Group.UDP)
    void by_a_datagram_peer_that_has_closed(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        sockets.closeNow(c.server());
        assertFails(ECONNREFUSED, send(c.client(), "one", 3, 0));
        assertFails(ENOTCONN, send(c.client(), "two", 3, 0));
    }
}

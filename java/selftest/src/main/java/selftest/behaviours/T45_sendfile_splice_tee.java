package selftest.behaviours;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static libc.Errno.*;
import static libc.Fcntl.*;
import static libc.Poll.*;
import static libc.Unistd.*;
import static libc.sys.Sendfile.sendfile;
import static libc.sys.Socket.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static selftest.Assert.assertFails;
import static selftest.Sockets.await;
import static selftest.Sockets.recvText;
import static selftest.Sockets.sendText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import selftest.Group;
import selftest.On;
import selftest.Sockets;
import selftest.Transport;

/**
 * sendfile(2), splice(2) and tee(2) move bytes between descriptors, and the offset they are given, or else the file's own.
 */
class T45_sendfile_splice_tee {

    private static final String LETTERS = "abcdefghij";

    @On(Group.ALL)
    void sendfile_moves_the_offset_it_is_given_and_not_the_files(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int file = file(sockets, LETTERS.getBytes(US_ASCII));
        long[] offset = {2};
        assertEquals(5, check(sendfile(c.client(), file, offset, 5)));
        assertEquals(7, offset[0]);
        assertEquals("cdefg", recvText(c.server()));
        assertEquals("a", next(file), "the file's own offset");
    }

    @On(Group.ALL)
    void sendfile_without_an_offset_moves_the_files(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int file = file(sockets, LETTERS.getBytes(US_ASCII));
        assertEquals(3, check(sendfile(c.client(), file, null, 3)));
        assertEquals("abc", recvText(c.server()));
        assertEquals(3, check(sendfile(c.client(), file, null, 3)));
        assertEquals("def", recvText(c.server()));
        assertEquals("g", next(file));
    }

    /** Asked for more than there is, it sends as with MSG_MORE, and UDP may wait for the rest. */
    @On({Group.STREAM, Group.UNIX})
    void sendfile_ends_where_the_file_ends(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int file = file(sockets, LETTERS.getBytes(US_ASCII));
        long[] offset = {7};
        assertEquals(3, check(sendfile(c.client(), file, offset, 100)));
        assertEquals(10, offset[0]);
        assertEquals("hij", recvText(c.server()));
        assertEquals(0, check(sendfile(c.client(), file, offset, 100)));
        assertEquals(10, offset[0]);
        assertFails(EAGAIN, recv(c.server(), new byte[1], 1, MSG_DONTWAIT));
    }

    @On(Group.STREAM)
    void sendfile_counts_what_there_was_room_for(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        byte[] data = new byte[16 << 20];
        int file = file(sockets, data);
        check(fcntl(c.client(), F_SETFL, O_NONBLOCK));
        long[] offset = {1};
        long sent = check(sendfile(c.client(), file, offset, data.length - 1));
        assertTrue(sent > 0 && sent < data.length - 1, "sent " + sent);
        assertEquals(1 + sent, offset[0]);
        check(shutdown(c.client(), SHUT_WR));
        long received = 0;
        for (int n = 1; n > 0; received += n) {
            n = check(recv(c.server(), data, data.length, 0));
        }
        assertEquals(sent, received);
    }

    @On(Group.ALL)
    void sendfile_wants_a_file_to_read_from(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int file = file(sockets, LETTERS.getBytes(US_ASCII));
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        assertFails(EINVAL, sendfile(file, c.server(), null, 3));
        assertFails(EINVAL, sendfile(c.client(), file, new long[] {-1}, 3));
        assertEquals("abc", recvText(c.server()), "it was left there");
    }

    @On(Group.ALL)
    void splice_moves_a_file_through_a_pipe(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int file = file(sockets, LETTERS.getBytes(US_ASCII));
        int[] pipe = pipe(sockets);
        long[] offset = {2};
        assertEquals(5, check(splice(file, offset, pipe[1], null, 5, 0)));
        assertEquals(7, offset[0]);
        assertEquals("a", next(file), "its own offset is where it was");
        assertEquals(5, check(splice(pipe[0], null, c.client(), null, 5, 0)));
        assertEquals("cdefg", recvText(c.server()));
        assertEquals(3, check(splice(file, null, pipe[1], null, 3, 0)));
        assertEquals("e", next(file), "its own offset has moved");
        assertEquals(3, check(splice(pipe[0], null, c.client(), null, 3, 0)));
        assertEquals("bcd", recvText(c.server()));
    }

    @On(Group.STREAM)
    void splice_moves_what_has_come_to_a_file(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int file = file(sockets, LETTERS.getBytes(US_ASCII));
        int[] pipe = pipe(sockets);
        sendText(c.client(), "12345");
        await(c.server(), POLLIN);
        assertEquals(2, check(splice(c.server(), null, pipe[1], null, 2, 0)));
        assertEquals(3, check(splice(c.server(), null, pipe[1], null, 100, 0)));
        long[] offset = {4};
        assertEquals(5, check(splice(pipe[0], null, file, offset, 5, 0)));
        assertEquals(9, offset[0]);
        assertEquals("abcd12345j", Files.readString(path(sockets)));
        check(shutdown(c.client(), SHUT_WR));
        assertEquals(0, check(splice(c.server(), null, pipe[1], null, 100, 0)), "the end");
    }

    @On(Group.ALL)
    void only_a_file_has_an_offset(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] pipe = pipe(sockets);
        sendText(c.client(), "abc");
        await(c.server(), POLLIN);
        long[] offset = {0};
        assertFails(EINVAL, splice(c.server(), offset, pipe[1], null, 3, 0));
        assertFails(EINVAL, splice(pipe[0], null, c.client(), offset, 3, 0));
        assertFails(ESPIPE, splice(pipe[0], offset, c.client(), null, 3, 0));
        assertFails(ESPIPE, splice(c.server(), null, pipe[1], offset, 3, 0));
        assertEquals(0, offset[0]);
    }

    @On(Group.ALL)
    void one_end_has_to_be_a_pipe(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int file = file(sockets, LETTERS.getBytes(US_ASCII));
        int[] pipe = pipe(sockets);
        assertFails(EINVAL, splice(file, null, c.client(), null, 3, 0));
        assertFails(EINVAL, splice(c.server(), null, c.client(), null, 3, 0));
        assertFails(EINVAL, tee(pipe[0], c.client(), 3, 0));
        assertFails(EINVAL, tee(c.server(), pipe[1], 3, 0));
        assertFails(EINVAL, tee(pipe[0], pipe[1], 3, 0));
    }

    /** SPLICE_F_NONBLOCK is for the pipe's end: a socket waits unless it is itself O_NONBLOCK. */
    @On(Group.STREAM)
    void with_nothing_there_it_is_eagain_if_asked(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] pipe = pipe(sockets);
        assertFails(EAGAIN, splice(pipe[0], null, c.client(), null, 3, SPLICE_F_NONBLOCK));
        assertFails(EAGAIN, tee(pipe[0], pipe(sockets)[1], 3, SPLICE_F_NONBLOCK));
        check(fcntl(c.server(), F_SETFL, O_NONBLOCK));
        assertFails(EAGAIN, splice(c.server(), null, pipe[1], null, 3, 0));
    }

    @On(Group.ALL)
    void tee_leaves_what_it_copies(Transport transport, Sockets sockets) throws Exception {
        Sockets.Connected c = sockets.connected();
        int[] one = pipe(sockets);
        int[] two = pipe(sockets);
        check(write(one[1], LETTERS, LETTERS.length()));
        assertEquals(4, check(tee(one[0], two[1], 4, 0)));
        assertEquals(4, check(splice(two[0], null, c.client(), null, 4, 0)));
        assertEquals("abcd", recvText(c.server()));
        assertEquals(10, check(splice(one[0], null, c.client(), null, 10, 0)));
        assertEquals(LETTERS, recvText(c.server()));
    }

    private static Path path(Sockets sockets) throws IOException {
        return sockets.dir().resolve("file");
    }

    private static int file(Sockets sockets, byte[] content) throws IOException {
        Files.write(path(sockets), content);
        return sockets.keep(open(path(sockets).toString(), O_RDWR));
    }

    private static int[] pipe(Sockets sockets) throws IOException {
        int[] pipe = new int[2];
        check(libc.Unistd.pipe(pipe));
        sockets.keep(pipe[0]);
        sockets.keep(pipe[1]);
        return pipe;
    }

    /** The byte where the file's own offset is. */
    private static String next(int file) throws IOException {
        byte[] one = new byte[1];
        check(read(file, one, 1));
        return new String(one, US_ASCII);
    }
}

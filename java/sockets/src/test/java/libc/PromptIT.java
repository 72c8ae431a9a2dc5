package libc;

import static libc.arpa.Inet.*;
import static libc.Unistd.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What the prompt shows. */
class PromptIT {

    @Test
    void text_has_the_escapes_of_C() throws Exception {
        byte[] request = "GET / HTTP/1.1\r\n\0".getBytes();
        assertEquals("\"GET / HTTP/1.1\\r\\n\\0\"\n", Printed.by(() -> Prompt.text(request)));
        assertEquals("\"GET\"\n", Printed.by(() -> Prompt.text(request, 3)));
        assertEquals("\"\"\n", Printed.by(() -> Prompt.text(request, -1)));
        ByteBuffer buf = ByteBuffer.wrap(request).position(4).limit(5);
        assertEquals("\"/\"\n", Printed.by(() -> Prompt.text(buf)));
        assertEquals(4, buf.position());
    }

    @Test
    void hex_has_the_form_of_hexdump() throws Exception {
        byte[] bytes = "0123456789abcdef\n~\177".getBytes();
        assertEquals("""
                00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|
                00000010  0a 7e 7f                                          |.~.|
                """, Printed.by(() -> Prompt.hex(bytes)));
        assertEquals("00000000  30                                                |0|\n", Printed.by(() -> Prompt.hex(bytes, 1)));
        assertEquals("", Printed.by(() -> Prompt.hex(bytes, -1)));
    }

    @Test
    void hex_of_a_struct_is_its_memory_in_C() throws Exception {
        assertEquals("00000000  02 00 25 1d 7f 00 00 01  00 00 00 00 00 00 00 00  |..%.............|\n",
                Printed.by(() -> Prompt.hex(new sockaddr_in(AF_INET, htons(9501), inet_makeaddr(127, 1)))));
    }

    @Test
    void options_shows_what_a_socket_has() throws Exception {
        int fd = Errno.check(socket(AF_INET, SOCK_STREAM, 0));
        try {
            String printed = Printed.by(() -> Prompt.options(fd));
            assertTrue(printed.contains("SO_TYPE = SOCK_STREAM\n"), printed);
        } finally {
            close(fd);
        }
    }

    @Test
    void sockets_says_what_it_takes() throws Exception {
        assertEquals("sockets() takes libc-procfs on the class path\n", Printed.by(Prompt::sockets));
    }
}

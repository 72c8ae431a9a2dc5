package libc;

import static libc.bits.Socket.CMSG_DATA;
import static libc.bits.Socket.CMSG_FIRSTHDR;
import static libc.bits.Socket.CMSG_LEN;
import static libc.bits.Socket.CMSG_NXTHDR;
import static libc.bits.Socket.CMSG_SPACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import libc.bits.Socket.cmsghdr;
import libc.bits.Socket.msghdr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From one control message to the next, in whatever a buffer holds, as glibc's macros go. */
@Timeout(60)
class CmsgWalkIT {

    private static final int BUFFERS = 3000;
    private static final int SIZE = 160;

    /** Each record: how many of its bytes are msg_controllen, and the bytes. */
    private static final String WALK = """
            #define _GNU_SOURCE
            #include <stdint.h>
            #include <stdio.h>
            #include <sys/socket.h>

            int main(void)
            {
                struct { int64_t len; union { char bytes[%d]; struct cmsghdr align; } u; } record;
                while (fread(&record, sizeof(record), 1, stdin) == 1) {
                    struct msghdr msg = {.msg_control = record.u.bytes, .msg_controllen = (size_t)record.len};
                    for (struct cmsghdr *c = CMSG_FIRSTHDR(&msg); c != NULL; c = CMSG_NXTHDR(&msg, c))
                        printf("%%d,%%d ", c->cmsg_level, c->cmsg_type);
                    printf("\\n");
                }
                return 0;
            }
            """.formatted(SIZE);

    @TempDir
    Path dir;

    private final Random random = new Random(1);

    private static msghdr message(ByteBuffer record) {
        msghdr msg = new msghdr();
        msg.msg_controllen = (int) record.getLong(0);
        msg.msg_control = Arrays.copyOfRange(record.array(), Long.BYTES, record.capacity());
        return msg;
    }

    /** Headers one behind the other with lengths of all kinds, as a buffer that was used before has them. */
    private ByteBuffer record() {
        ByteBuffer record = ByteBuffer.allocate(Long.BYTES + SIZE).order(ByteOrder.nativeOrder());
        random.nextBytes(record.array());
        record.putLong(0, random.nextInt(4) == 0 ? SIZE : random.nextInt(SIZE + 1));
        for (int at = Long.BYTES; at <= record.capacity() - CMSG_LEN(0);) {
            long length = switch (random.nextInt(12)) {
                case 0 -> random.nextInt(CMSG_LEN(0));
                case 1 -> random.nextInt(2 * SIZE);
                case 2 -> random.nextInt();
                case 3 -> random.nextLong();
                case 4 -> (long) random.nextInt(1, 4) << Integer.SIZE | CMSG_LEN(random.nextInt(32));
                default -> CMSG_LEN(random.nextInt(40));
            };
            record.putLong(at, length);
            at += length >= CMSG_LEN(0) && length < SIZE ? CMSG_SPACE((int) length - CMSG_LEN(0)) : CMSG_LEN(0);
        }
        return record;
    }

    @Test
    void every_buffer_is_walked_as_C_walks_it() {
        ByteBuffer records = ByteBuffer.allocate(BUFFERS * (Long.BYTES + SIZE));
        List<String> lengths = new ArrayList<>();
        List<String> java = new ArrayList<>();
        int headers = 0;
        for (int i = 0; i < BUFFERS; i++) {
            ByteBuffer record = record();
            records.put(record.array());
            msghdr msg = message(record);
            StringBuilder walk = new StringBuilder();
            for (cmsghdr c = CMSG_FIRSTHDR(msg); c != null; c = CMSG_NXTHDR(msg, c)) {
                walk.append(c.cmsg_level()).append(',').append(c.cmsg_type()).append(' ');
                assertTrue(CMSG_DATA(c).remaining() <= SIZE - CMSG_LEN(0));
                headers++;
            }
            lengths.add("buffer " + i + ", " + msg.msg_controllen + " of " + Arrays.toString(msg.msg_control));
            java.add(walk.toString());
        }
        CProgram.assertLines(lengths, CProgram.run(dir, WALK, records.array()).lines(), java);
        assertTrue(headers > BUFFERS, "a walk of " + headers + " headers");
    }

    /** Of the header behind a message, glibc asks that there is room for it, and not that its length is within it. */
    @Test
    void a_header_whose_own_length_does_not_fit_is_there() {
        ByteBuffer record = ByteBuffer.allocate(Long.BYTES + SIZE).order(ByteOrder.nativeOrder());
        record.putLong(0, 2 * CMSG_LEN(0)).putLong(Long.BYTES, CMSG_LEN(0)).putLong(Long.BYTES + CMSG_LEN(0), SIZE);
        msghdr msg = message(record);
        cmsghdr next = CMSG_NXTHDR(msg, CMSG_FIRSTHDR(msg));
        assertEquals(SIZE, next.cmsg_len());
        assertEquals(0, CMSG_DATA(next).remaining());
        assertNull(CMSG_NXTHDR(msg, next));
        assertEquals(List.of("0,0 0,0 "), CProgram.run(dir, WALK, record.array()).lines());
    }
}

package libc;

import static libc.Byteswap.*;
import static libc.Endian.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Byte orders, compared with C's. None of these functions can fail. */
class EndianIT {

    @TempDir
    Path dir;

    @Test
    void bytesChangePlacesAsInC() {
        Needs.tool("gcc");
        Random random = new Random(1);
        List<Long> numbers = new ArrayList<>(List.of(0L, 1L, -1L, 0x0102030405060708L, Long.MIN_VALUE, 0x8000L, 0xffffL));
        random.longs(50).forEach(numbers::add);
        StringBuilder calls = new StringBuilder();
        List<String> java = new ArrayList<>();
        for (long x : numbers) {
            calls.append("    show(").append(CProgram.literal(x)).append(");\n");
            int i = (int) x;
            java.add(String.join(" ", List.of(bswap_16(i), htobe16(i), htole16(i), be16toh(i), le16toh(i), bswap_32(i),
                    htobe32(i), htole32(i), be32toh(i), le32toh(i)).toString(),
                    List.of(bswap_64(x), htobe64(x), htole64(x), be64toh(x), le64toh(x)).toString()));
        }
        String source = """
                #define _DEFAULT_SOURCE
                #include <byteswap.h>
                #include <endian.h>
                #include <stdio.h>

                static void show(long x)
                {
                    int i = (int) x;

                    printf("[%%d, %%d, %%d, %%d, %%d, %%d, %%d, %%d, %%d, %%d] [%%ld, %%ld, %%ld, %%ld, %%ld]\\n",
                           bswap_16(i), htobe16(i), htole16(i), be16toh(i), le16toh(i),
                           (int) bswap_32(i), (int) htobe32(i), (int) htole32(i), (int) be32toh(i), (int) le32toh(i),
                           (long) bswap_64(x), (long) htobe64(x), (long) htole64(x), (long) be64toh(x), (long) le64toh(x));
                }

                int main(void)
                {
                %s    return 0;
                }
                """.formatted(calls);
        CProgram.assertLines(numbers, CProgram.run(dir, source, new byte[0]).lines(), java);
    }

    @Test
    void theHostIsLittleEndian() {
        assertEquals(LITTLE_ENDIAN, BYTE_ORDER);
        assertEquals(0x0201, htobe16(0x0102));
        assertEquals(0x0102, htole16(0x0102));
    }
}

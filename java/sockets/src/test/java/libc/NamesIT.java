package libc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import libc.internal.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers by their names. */
@Tag("once")
class NamesIT {

    @Test
    void names_come_from_all_headers() throws IOException {
        assertEquals(new HashSet<>(HeadersIT.headers()), new HashSet<>(Headers.CLASSES));
    }

    @Test
    void a_constant_comes_back_by_its_value() {
        for (String family : Names.families()) {
            for (String name : Names.constants(family)) {
                List<String> names = List.of(Names.of(family, Headers.value(name)).split("\\|"));
                assertEquals(name, names.get(names.size() - 1), family); // before a flag stands the value 0
            }
        }
    }

    @Test
    void another_name_of_a_value_comes_back_as_the_one_that_counts() {
        for (String family : Names.families()) {
            for (String alias : Names.aliases(family)) {
                String name = Names.of(family, Headers.value(alias));
                assertNotEquals(alias, name, family);
                assertTrue(!Headers.constants().containsKey(name) || Headers.value(name) == Headers.value(alias), alias);
            }
        }
    }

    /** A prefix needs no line in the table. */
    @Test
    void a_constant_of_any_prefix_has_a_name_of_its_value() {
        Set<String> listed = new TreeSet<>();
        Names.families().forEach(family -> {
            listed.addAll(Names.constants(family));
            listed.addAll(Names.aliases(family));
        });
        List<String> asked = new ArrayList<>();
        for (String constant : Headers.constants().keySet()) {
            String prefix = constant.substring(0, constant.lastIndexOf('_') + 1);
            if (!listed.contains(constant) && !prefix.isEmpty() && !Names.families().contains(prefix)
                    && !Names.isNoValue(constant)) {
                String name = Names.of(prefix, Headers.value(constant));
                assertTrue(Headers.constants().containsKey(name), constant + " is " + name);
                assertEquals(Headers.value(constant), Headers.value(name), constant);
                asked.add(constant);
            }
        }
        assertTrue(asked.size() > 500, "only " + asked);
    }

    @Test
    void flags_are_told_one_by_one_and_unknown_bits_stay_a_number() {
        assertEquals("MSG_PEEK|MSG_DONTWAIT|0x10000000", Names.of("MSG_", 0x10000042));
        assertEquals("MSG_PEEK|MSG_CMSG_CLOEXEC", Names.of("MSG_", 0x40000002));
        assertEquals("EPOLLIN|EPOLLET", Names.of("EPOLL", 0x80000001));
        assertEquals("EPOLLIN|EPOLLET", Names.of("EPOLL", 0x80000001L));
        assertEquals("NLM_F_REQUEST|NLM_F_DUMP", Names.of("NLM_F_", 0x301));
        assertEquals("NLM_F_REQUEST|NLM_F_EXCL|NLM_F_CREATE", Names.of("NLM_F_REPLACE", 0x601));
        assertEquals("0", Names.of("MSG_", 0));
    }

    @Test
    void flags_stand_beside_a_value() {
        assertEquals("SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK", Names.of("SOCK_", 0x80801));
        assertEquals("O_RDONLY", Names.of("O_", 0));
        assertEquals("O_RDWR|O_CREAT|O_CLOEXEC", Names.of("O_", 0x80042));
        assertEquals("O_RDWR|O_TMPFILE", Names.of("O_", 0x410002));
        assertEquals("S_IFREG|0644", Names.of("S_", 0100644));
    }

    @Test
    void families_that_share_a_prefix_are_told_apart() {
        assertEquals("TCP_NODELAY", Names.of("TCP_", 1));
        assertEquals("TCP_ESTABLISHED", Names.of("TCP_ESTABLISHED", 1));
        assertEquals("SO_DEBUG", Names.of("SO_", 1));
        assertEquals("SO_EE_ORIGIN_LOCAL", Names.of("SO_EE_ORIGIN_", 1));
        assertEquals("SOL_SOCKET", Names.of("SOL_", 1));
        assertEquals("IPPROTO_ICMP", Names.of("IPPROTO_", 1));
        assertEquals("IP_TOS", Names.of("IP_", 1));
        assertEquals("EPERM", Names.of("E", 1));
        assertEquals("EPOLLIN", Names.of("EPOLL", 1));
    }

    @Test
    void what_has_no_name_is_a_number() {
        assertEquals("0x63", Names.of("AF_", 99));
        assertEquals("0xffffffff", Names.of("AF_", -1));
        assertEquals("4711", Names.errno(4711));
        assertEquals("-1", Names.of("SIG", -1));
        assertEquals("EAI_NONAME", Names.of("EAI_", -2));
        assertThrows(IllegalArgumentException.class, () -> Names.of("NO_SUCH_", 1));
    }
}

package libc;

import static libc.Errno.*;
import static libc.Netdb.*;
import static libc.Signal.*;
import static libc.Spawn.posix_spawn;
import static libc.Spawn.posix_spawnp;
import static libc.Unistd.close;
import static libc.Unistd.dup2;
import static libc.Unistd.environ;
import static libc.Unistd.read;
import static libc.net.If.if_indextoname;
import static libc.net.If.if_nameindex;
import static libc.net.If.if_nametoindex;
import static libc.sys.Wait.waitpid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import libc.net.If;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** check of functions that say otherwise than by -1 that they failed. */
@Timeout(60)
class CheckIT {

    private static final String[] ARGV = {"true"};

    @TempDir
    Path dir;

    @BeforeAll
    static void runsOnTheExpectedBackend() {
        Sockets.assertBackend();
    }

    private static ErrnoException assertThrown(String message, String function, int errno, Executable call) {
        ErrnoException e = assertThrows(ErrnoException.class, call, message);
        assertEquals(message, e.getMessage());
        assertEquals(function, e.function());
        assertEquals(errno, e.errno());
        return e;
    }

    @Test
    void posix_spawn_fails_with_an_error_number() {
        for (int i = 0; i < 2; i++) {
            assertThrown("posix_spawn: ENOENT (No such file or directory)", "posix_spawn", ENOENT,
                    () -> check(posix_spawn(null, "/nonexistent", null, null, ARGV, environ)));
            assertThrown("posix_spawnp: ENOENT (No such file or directory)", "posix_spawnp", ENOENT,
                    () -> check(posix_spawnp(null, "no such program", null, null, ARGV, environ)));
            assertThrown("posix_spawn: EACCES (Permission denied)", "posix_spawn", EACCES,
                    () -> check(posix_spawn(null, "/", null, null, ARGV, environ)));
            assertThrown("posix_spawn: EFAULT (Bad address)", "posix_spawn", EFAULT,
                    () -> check(posix_spawn(null, null, null, null, ARGV, environ)));
            assertThrown("posix_spawnp: ENOENT (No such file or directory)", "posix_spawnp", ENOENT,
                    () -> check((long) posix_spawnp(null, "no such program", null, null, ARGV, environ)));
        }
    }

    @Test
    void getaddrinfo_fails_with_a_number_of_its_own() {
        addrinfo[] res = new addrinfo[1];
        addrinfo hints = new addrinfo();
        hints.ai_flags = AI_NUMERICHOST;
        assertThrown("getaddrinfo: EAI_NONAME (Name or service not known)", "getaddrinfo", EAI_NONAME,
                () -> check(getaddrinfo("no number", null, hints, res)));
        assertThrown("getaddrinfo: EAI_SERVICE (Servname not supported for ai_socktype)", "getaddrinfo", EAI_SERVICE,
                () -> check(getaddrinfo("127.0.0.1", "no such service", hints, res)));
        hints.ai_flags = -1;
        assertThrown("getaddrinfo: EAI_BADFLAGS (Bad value for ai_flags)", "getaddrinfo", EAI_BADFLAGS,
                () -> check(getaddrinfo("127.0.0.1", null, hints, res)));
        hints.ai_flags = 0;
        hints.ai_family = 999;
        assertThrown("getaddrinfo: EAI_FAMILY (ai_family not supported)", "getaddrinfo", EAI_FAMILY,
                () -> check(getaddrinfo("127.0.0.1", null, hints, res)));
        assertThrown("getaddrinfo: EFAULT (Bad address)", "getaddrinfo", EFAULT,
                () -> check(getaddrinfo("127.0.0.1", null, null, null))); // EAI_SYSTEM: errno says why
        byte[] host = new byte[2];
        assertThrown("getnameinfo: EAI_OVERFLOW (" + gai_strerror(EAI_OVERFLOW) + ")", "getnameinfo", EAI_OVERFLOW,
                () -> check(getnameinfo(Sockets.loopback(1), 16, host, 2, null, 0, NI_NUMERICHOST)));
        assertThrown("getnameinfo: EAI_FAMILY (ai_family not supported)", "getnameinfo", EAI_FAMILY,
                () -> check(getnameinfo(Sockets.loopback(1), 3, host, 2, null, 0, NI_NUMERICHOST)));
    }

    @Test
    void interfaces_are_0_or_null() {
        assertThrown("if_nametoindex: ENODEV (No such device)", "if_nametoindex", ENODEV,
                () -> check(if_nametoindex("nonexistent")));
        assertThrown("if_nametoindex: EFAULT (Bad address)", "if_nametoindex", EFAULT, () -> check(if_nametoindex(null)));
        assertThrown("if_indextoname: ENXIO (No such device or address)", "if_indextoname", ENXIO,
                () -> check(if_indextoname(Integer.MAX_VALUE, new byte[If.IF_NAMESIZE])));
    }

    @Test
    void signal_is_SIG_ERR() {
        assertThrown("signal: EINVAL (Invalid argument)", "signal", EINVAL, () -> check(signal(SIGKILL, SIG_DFL)));
        assertThrown("signal: EINVAL (Invalid argument)", "signal", EINVAL, () -> check(signal(0, SIG_IGN)));
    }

    @Test
    void a_success_is_none_whatever_it_returns() throws Exception {
        int[] fds = new int[2];
        int[] pid = new int[1];
        try (Sockets s = new Sockets()) {
            check(Unistd.pipe2(fds, Fcntl.O_CLOEXEC));
            s.keep(fds[0]);
            s.closeNow(s.keep(fds[1]));
            for (int i = 0; i < 2; i++) {
                assertTrue(check(if_nametoindex("lo")) > 0);
                assertEquals("lo", check(if_indextoname(if_nametoindex("lo"), new byte[If.IF_NAMESIZE])));
                assertTrue(check(if_nameindex()).length > 0);
                assertEquals(0, check(posix_spawnp(pid, "true", null, null, ARGV, environ)));
                assertEquals(pid[0], check(waitpid(pid[0], null, 0)));
                addrinfo[] res = new addrinfo[1];
                assertEquals(0, check(getaddrinfo("127.0.0.1", "1", null, res)));
                assertNotNull(res[0]);
                sighandler_t before = check(signal(SIGWINCH, SIG_IGN));
                assertSame(SIG_IGN, check(signal(SIGWINCH, before)));

                // Each after one that failed and says so by what now is a success.
                assertEquals(0, if_nametoindex("nonexistent"));
                assertEquals(0, check(read(fds[0], new byte[1], 1)), "the end");
                assertEquals(ENOENT, posix_spawnp(null, "no such program", null, null, ARGV, environ));
                assertEquals(2, check(dup2(2, 2)));
                assertEquals(EAI_FAMILY, getnameinfo(Sockets.loopback(1), 3, null, 0, new byte[9], 9, 0));
                assertTrue(check(Unistd.getpid()) > 0);
                assertSame(SIG_ERR, signal(SIGKILL, SIG_DFL));
                assertTrue(check(if_nametoindex("lo")) > 0);
            }
        }
    }

    @Test
    void what_is_no_result_of_a_failure_is_let_by() throws Exception {
        int[] pid = new int[1];
        assertEquals(0, posix_spawnp(pid, "true", null, null, ARGV, environ));
        assertEquals(7, check(7));
        check(waitpid(pid[0], null, 0));
        assertNotEquals(0, if_nametoindex("lo"));
        assertEquals(0, check(0));
        sighandler_t before = signal(SIGWINCH, SIG_IGN);
        signal(SIGWINCH, before);
        assertEquals("x", check("x"));
    }

    @Test
    void each_thread_has_a_last_function_of_its_own() throws Exception {
        assertEquals(ENOENT, posix_spawnp(null, "no such program", null, null, ARGV, environ));
        assertEquals(2, CompletableFuture.supplyAsync(() -> {
            try {
                check(close(Unistd.dup(2)));
                return check(2);
            } catch (ErrnoException e) {
                throw new AssertionError(e);
            }
        }).get());
        assertThrown("posix_spawnp: ENOENT (No such file or directory)", "posix_spawnp", ENOENT, () -> check(ENOENT));
    }

    /** The messages' reasons are those that C has. */
    @Test
    void the_reasons_are_Cs() throws Exception {
        List<String> c = CProgram.run(dir, """
                #define _GNU_SOURCE
                #include <errno.h>
                #include <net/if.h>
                #include <netdb.h>
                #include <netinet/in.h>
                #include <signal.h>
                #include <spawn.h>
                #include <stdio.h>
                #include <string.h>

                extern char **environ;

                int main(void)
                {
                    char *argv[] = {"true", NULL}, name[IF_NAMESIZE], host[2];
                    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST}, *res;
                    struct sockaddr_in in = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
                    struct sockaddr *sa = (struct sockaddr *)&in;
                    pid_t pid;
                    printf("%d ", posix_spawn(&pid, "/nonexistent", NULL, NULL, argv, environ));
                    printf("%d ", posix_spawnp(&pid, "no such program", NULL, NULL, argv, environ));
                    printf("%d\\n", posix_spawn(&pid, "/", NULL, NULL, argv, environ));
                    printf("%d ", getaddrinfo("no number", NULL, &hints, &res));
                    printf("%d ", getaddrinfo("127.0.0.1", "no such service", &hints, &res));
                    hints.ai_flags = -1;
                    printf("%d ", getaddrinfo("127.0.0.1", NULL, &hints, &res));
                    hints.ai_flags = 0;
                    hints.ai_family = 999;
                    printf("%d ", getaddrinfo("127.0.0.1", NULL, &hints, &res));
                    printf("%d ", getnameinfo(sa, sizeof(in), host, 2, NULL, 0, NI_NUMERICHOST));
                    printf("%d\\n", getnameinfo(sa, 3, host, 2, NULL, 0, NI_NUMERICHOST));
                    printf("%u ", if_nametoindex("nonexistent"));
                    printf("%d ", errno);
                    printf("%d ", if_indextoname(2147483647, name) == NULL);
                    printf("%d ", errno);
                    printf("%d ", signal(SIGKILL, SIG_DFL) == SIG_ERR);
                    printf("%d\\n", errno);
                    return 0;
                }
                """, new byte[0]).lines();
        assertEquals(List.of(ENOENT + " " + ENOENT + " " + EACCES,
                EAI_NONAME + " " + EAI_SERVICE + " " + EAI_BADFLAGS + " " + EAI_FAMILY + " " + EAI_OVERFLOW + " "
                        + EAI_FAMILY,
                "0 " + ENODEV + " 1 " + ENXIO + " 1 " + EINVAL), c);
    }
}

package libc.internal.call;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformIT {

    @Test
    void thisJvmUsesTheBackendThatTheRunIsFor() {
        assertEquals(System.getProperty("expected.backend"), Native.backend());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "x86_64", "aarch64", "riscv64"})
    void linuxOnTheArchitecturesComparedWithTheirHeadersIsAccepted(String arch) {
        Backend.requirePlatform("Linux", arch, LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X", "FreeBSD", "Windows 11", "linux"})
    void anotherSystemIsRefused(String os) {
        assertEquals("libc-sockets: Linux is needed, this is " + os, refusal(os, "amd64", LITTLE_ENDIAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i386", "arm", "ppc64le", "loongarch64", "mips64el"})
    void anotherArchitectureIsRefused(String arch) {
        assertEquals("libc-sockets: a 64-bit little-endian machine is needed (x86_64, aarch64, riscv64), this is "
                + arch + ", LITTLE_ENDIAN", refusal("Linux", arch, LITTLE_ENDIAN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppc64", "s390x", "aarch64"})
    void bigEndianIsRefused(String arch) {
        assertEquals("libc-sockets: a 64-bit little-endian machine is needed (x86_64, aarch64, riscv64), this is "
                + arch + ", BIG_ENDIAN", refusal("Linux", arch, BIG_ENDIAN));
    }

    private static String refusal(String os, String arch, ByteOrder order) {
        return assertThrows(UnsatisfiedLinkError.class, () -> Backend.requirePlatform(os, arch, order)).getMessage();
    }
}

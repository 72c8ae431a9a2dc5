package bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A JVM that makes one call through the Foreign Function and Memory API, which is the least that the library could cost. */
public class BareDowncall {

    private BareDowncall() {}

    @SuppressWarnings("restricted")
    public static void main(String[] args) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle getpid = linker.downcallHandle(linker.defaultLookup().find("getpid").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT), Linker.Option.captureCallState("errno"));
        MemorySegment errno = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
        int pid = (int) getpid.invokeExact(errno);
        if (pid <= 0) {
            throw new IllegalStateException("getpid returned " + pid);
        }
    }
}

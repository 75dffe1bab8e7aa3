package id.lumbung.launcher.stack;

import java.util.ArrayList;
import java.util.List;

/** What each process tells its Java: as little memory as it can work with, and a fast start. */
final class JvmFlags {

    /**
     * All share few cores while they start: what is called four times as often as usual is worth
     * the second compiler. Measured by {@code bench}: the demo in three quarters of the time.
     */
    private static final List<String> COMPILE_LATER =
            List.of(
                    "-XX:Tier4InvocationThreshold=20000",
                    "-XX:Tier4MinInvocationThreshold=6000",
                    "-XX:Tier4CompileThreshold=60000",
                    "-XX:Tier4BackEdgeThreshold=160000");

    /** A database that keeps all in memory needs so many times the heap. */
    private static final int IN_MEMORY = 4;

    private JvmFlags() {}

    static List<String> of(StackPart part, boolean memory) {
        var heap =
                part == StackPart.MONGODB && memory
                        ? IN_MEMORY * part.heapMegabytes()
                        : part.heapMegabytes();
        var flags =
                new ArrayList<>(
                        part.isSeldomCalled() ? List.of("-XX:TieredStopAtLevel=1") : COMPILE_LATER);
        flags.addAll(
                List.of(
                        "-Xmx" + heap + "m",
                        "-XX:NewRatio=3",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-XX:TrimNativeHeapInterval=5000",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8"));
        return flags;
    }
}

package id.lumbung.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLimitTest {

    @TempDir private Path folder;

    @Test
    void aFullLogBeginsAnewAndWhatItHeldStandsBesideIt() throws Exception {
        var log = folder.resolve("shu.log");
        try (var process =
                Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            process.write("0123456789\n".getBytes());
            LogLimit.apply(log, 11);
            assertThat(log).hasContent("0123456789");
            process.write("more\n".getBytes());
            LogLimit.apply(log, 11);
            process.write("goes on\n".getBytes());
        }
        assertThat(log).hasContent("goes on");
        assertThat(LogLimit.before(log)).hasContent("0123456789\nmore");
    }

    @Test
    void theEndOfALongLogIsItsLastLines() throws Exception {
        var log = folder.resolve("shu.log");
        Files.writeString(log, "a line\n".repeat(100_000) + "the last\n");
        assertThat(LogLimit.tail(log)).endsWith("a line\nthe last").hasLineCount(12);
        Files.writeString(log, "short");
        assertThat(LogLimit.tail(log)).isEqualTo("short");
    }
}

package id.lumbung.launcher.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupervisedMainTest {

    /** A service waits for its database to say farewell, which is gone as well. */
    @Test
    void whatDoesNotEndInOrderEndsWithItsLauncherNevertheless() throws Exception {
        var launcher = started(StubbornProgram.class.getName());
        var part =
                started(
                        SupervisedMain.class.getName(),
                        Long.toString(launcher.pid()),
                        StubbornProgram.class.getName());
        try {
            Ending.kill(launcher.toHandle());
            await().atMost(Duration.ofSeconds(90)).until(() -> !part.isAlive());
        } finally {
            Ending.kill(launcher.toHandle());
            Ending.kill(part.toHandle());
        }
    }

    private static Process started(String... program) throws IOException {
        var command =
                Stream.concat(
                                Stream.of(ProjectHome.java(), "-cp", ProjectHome.classPath()),
                                Stream.of(program))
                        .toList();
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        assertThat(output.readLine()).isEqualTo("started");
        return process;
    }
}

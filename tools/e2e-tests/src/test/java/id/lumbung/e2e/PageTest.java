package id.lumbung.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.e2e.Page.Block;
import id.lumbung.e2e.Page.Marker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every shell block of the documentation says whether it is run by {@link DocumentedCommandsIT}.
 */
class PageTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("lumbung.home", "../..")).toAbsolutePath().normalize();

    @TempDir private Path folder;

    @Test
    void everyShellBlockIsRunOrSaysWhyNot() throws IOException {
        for (var page : Page.all(PROJECT)) {
            assertThat(page.blocks())
                    .allSatisfy(block ->
                            assertThat(block.isMarked())
                                    .as(
                                            "%s:%d needs <!-- run --> or <!-- not run: why --> before it (a block that is no shell's names its language, such as ```text)",
                                            page.name(), block.line())
                                    .isTrue());
        }
        assertThat(Page.all(PROJECT).getFirst().toRun())
                .as("blocks of the README that are run")
                .isNotEmpty();
    }

    @Test
    void markersAreRead() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("page.md"),
                        """
                        <!-- run: Equal: all -->

                        ```
                        first
                        second
                        ```
                        ```json
                        {}
                        ```
                        <!-- not run: needs Docker -->
                        ```sh
                        docker
                        ```
                        <!-- not run -->
                        ```bash
                        without a reason
                        ```
                        words between
                        ```
                        unmarked
                        ```
                        """);
        assertThat(Page.read(folder, file).blocks())
                .containsExactly(
                        new Block(3, "first\nsecond", Marker.RUN, "Equal: all"),
                        new Block(11, "docker", Marker.NOT_RUN, "needs Docker"),
                        new Block(15, "without a reason", Marker.NOT_RUN, null),
                        new Block(19, "unmarked", Marker.MISSING, null));
        assertThat(Page.read(folder, file).blocks().stream().filter(Block::isMarked)).hasSize(2);
    }
}

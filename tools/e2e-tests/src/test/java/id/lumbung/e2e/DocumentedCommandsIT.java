package id.lumbung.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.launcher.Lumbung;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types what the documentation says is to be typed, page by page, into one shell for each page, on
 * one stack for all. It differs from what a reader does in three things: the gateway is on a free
 * port, an answer of curl that is an error ends the page, and {@code ./lumbung} is not built anew.
 */
class DocumentedCommandsIT {

    private static final Path PROJECT =
            Path.of(System.getProperty("lumbung.home", "../..")).toAbsolutePath().normalize();
    private static final int TIMEOUT_MINUTES = 10;
    private static final int SHOWN = 2_000;

    private static final String BEFORE =
            """
            set -euo pipefail
            curl() { command curl --silent --show-error --fail-with-body "$@"; }
            """;

    private static final String ABOVE_A_BLOCK = "::: block at line %d";

    @TempDir private static Path folder;
    private static Stack stack;

    @BeforeAll
    static void startAll() throws IOException {
        stack = new Stack(StackOptions.on(folder.resolve("data")), System.out::println).startAll();
        var program =
                """
                #!/usr/bin/env bash
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -Dlumbung.home='%s' -cp '%s' %s "$@"
                """
                        .formatted(
                                System.getProperty("java.home"),
                                PROJECT,
                                System.getProperty("java.class.path"),
                                Lumbung.class.getName());
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve("lumbung"), program),
                PosixFilePermissions.fromString("rwx------"));
    }

    @AfterAll
    static void endAll() {
        if (stack != null) {
            stack.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatThePagesSayWorks() throws IOException {
        return Page.all(PROJECT).stream()
                .filter(page -> !page.toRun().isEmpty())
                .map(page -> DynamicTest.dynamicTest(page.name(), () -> type(page)));
    }

    private static void type(Page page) throws IOException, InterruptedException {
        var script = new StringBuilder(BEFORE);
        for (var block : page.toRun()) {
            script.append("echo '%s'%n".formatted(ABOVE_A_BLOCK.formatted(block.line())))
                    .append(block.commands())
                    .append('\n');
        }
        var output = folder.resolve("output");
        var process =
                new ProcessBuilder("bash", "-c", onFreePort(script.toString()))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        process.environment().put("LUMBUNG_DATA", stack.data().toString());
        var shell = process.start();
        var ended = shell.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        var said = Files.readString(output);
        var end = said.substring(Math.max(0, said.length() - SHOWN));
        assertThat(ended).as("%s ends. Its end:%n%s", page.name(), end).isTrue();
        assertThat(shell.exitValue()).as("%s works. Its end:%n%s", page.name(), end).isZero();
        for (var block : page.toRun()) {
            if (block.says() != null) {
                assertThat(of(block, said).contains(block.says()))
                        .as(
                                "%s:%d says %s. The end of all:%n%s",
                                page.name(), block.line(), block.says(), end)
                        .isTrue();
            }
        }
    }

    private static String onFreePort(String script) {
        return script.replace(
                "localhost:8080", stack.gateway().replace("http://127.0.0.1", "localhost"));
    }

    private static String of(Page.Block block, String said) {
        var from = said.substring(said.indexOf(ABOVE_A_BLOCK.formatted(block.line()) + "\n"));
        var next = from.indexOf("\n::: block at line ");
        return next < 0 ? from : from.substring(0, next);
    }
}

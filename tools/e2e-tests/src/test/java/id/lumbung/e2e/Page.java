package id.lumbung.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the documentation, with its blocks of shell commands. What is to become of a block
 * stands in a comment right before it, which no reader of the rendered page sees:
 *
 * <pre>
 * &lt;!-- run --&gt;
 * &lt;!-- run: what its output must hold --&gt;
 * &lt;!-- not run: why --&gt;
 * </pre>
 *
 * <p>A block of no language is a shell's, too; what is none says what it is, {@code text} for
 * instance.
 *
 * @param name from the project's folder
 */
record Page(String name, List<Block> blocks) {

    private static final Set<String> SHELL = Set.of("", "sh", "bash", "shell", "console");
    private static final Pattern FENCE = Pattern.compile("\\s*```+\\s*(\\w*).*");
    private static final Pattern MARKER =
            Pattern.compile("\\s*<!--\\s*(run|not run)(?::\\s*(.*?))?\\s*-->\\s*");

    enum Marker {
        RUN,
        NOT_RUN,
        MISSING
    }

    /**
     * @param line of the page, from one
     * @param says what the output must hold, or why it is not run; null where nothing is said
     */
    record Block(int line, String commands, Marker marker, @Nullable String says) {

        /** A block that is left out needs its reason. */
        boolean isMarked() {
            return marker == Marker.RUN || (marker == Marker.NOT_RUN && says != null);
        }
    }

    static Page read(Path project, Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var blocks = new ArrayList<Block>();
        var before = "";
        for (var i = 0; i < lines.size(); i++) {
            var fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                var end = endOfBlock(lines, i + 1);
                if (SHELL.contains(fence.group(1))) {
                    blocks.add(block(i + 1, before, String.join("\n", lines.subList(i + 1, end))));
                }
                i = end;
                before = "";
            } else if (!lines.get(i).isBlank()) {
                before = lines.get(i);
            }
        }
        return new Page(project.relativize(file).toString(), List.copyOf(blocks));
    }

    private static int endOfBlock(List<String> lines, int from) {
        var end = from;
        while (end < lines.size() && !lines.get(end).strip().startsWith("```")) {
            end++;
        }
        return end;
    }

    private static Block block(int line, String before, String commands) {
        var marker = MARKER.matcher(before);
        if (!marker.matches()) {
            return new Block(line, commands, Marker.MISSING, null);
        }
        return new Block(
                line,
                commands,
                marker.group(1).equals("run") ? Marker.RUN : Marker.NOT_RUN,
                marker.group(2));
    }

    List<Block> toRun() {
        return blocks.stream().filter(block -> block.marker() == Marker.RUN).toList();
    }

    /** The README first, as its readers do; then those in docs and ops, by name. */
    static List<Page> all(Path project) throws IOException {
        var files = new ArrayList<Path>();
        for (var name : List.of("README.md", "CONTRIBUTING.md")) {
            if (Files.exists(project.resolve(name))) {
                files.add(project.resolve(name));
            }
        }
        for (var folder : List.of("docs", "ops")) {
            try (var found = Files.walk(project.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
            }
        }
        var pages = new ArrayList<Page>();
        for (var file : files) {
            pages.add(read(project, file));
        }
        return pages;
    }
}

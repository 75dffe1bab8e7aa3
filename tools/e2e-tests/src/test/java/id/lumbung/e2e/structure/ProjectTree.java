package id.lumbung.e2e.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project as it lies in its folder: its modules, their sources and classes, its pages. */
final class ProjectTree {

    private static final Path ROOT = root();

    private ProjectTree() {}

    /** The folder of the whole project, which the launcher's script stands in. */
    static Path root() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("lumbung"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above this one holds the project");
    }

    /** The compiled main classes of all modules. They must be built before. */
    static List<Path> mainClasses() {
        return folders("src/main/java").stream()
                .map(sources -> sources.resolve("../../../target/classes").normalize())
                .toList();
    }

    /** The Java files of all modules' main code. */
    static List<Path> mainSources() {
        return folders("src/main/java").stream()
                .flatMap(ProjectTree::files)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** The Java files of all modules, their tests' too. */
    static List<Path> sources() {
        return folders("src").stream()
                .flatMap(ProjectTree::files)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Every page of documentation, wherever it stands. */
    static List<Path> pages() {
        return Stream.concat(
                        Stream.of("docs", "ops", "apps", "platform", "tools", "gateway")
                                .map(ROOT::resolve)
                                .filter(Files::isDirectory)
                                .flatMap(ProjectTree::files),
                        Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve))
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> !file.toString().contains("/target/"))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> folders(String inModule) {
        return Stream.of(ROOT, ROOT.resolve("platform"), ROOT.resolve("tools"))
                .flatMap(ProjectTree::children)
                .map(module -> module.resolve(inModule))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Stream<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package id.lumbung.embeddedmongodb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder's log, which are numbered from 1 and read in that order. */
final class LogFiles {

    private static final String PREFIX = "mongodb-";
    private static final String SUFFIX = ".redo";

    private final Path folder;

    LogFiles(Path folder) {
        this.folder = folder;
    }

    /** Oldest first. */
    List<Path> all() throws IOException {
        return numbers().stream().map(this::path).toList();
    }

    /** The number of the next file. */
    long next() throws IOException {
        List<Long> numbers = numbers();
        return numbers.isEmpty() ? 1 : numbers.getLast() + 1;
    }

    /** The file that was begun when this one was ended. */
    static Path after(Path log) {
        return log.resolveSibling(
                PREFIX + (number(String.valueOf(log.getFileName())) + 1) + SUFFIX);
    }

    Path path(long number) {
        return folder.resolve(PREFIX + number + SUFFIX);
    }

    void delete(long upTo) throws IOException {
        for (long old : numbers()) {
            if (old <= upTo) {
                Files.delete(path(old));
            }
        }
    }

    private List<Long> numbers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(LogFiles::number)
                    .sorted()
                    .toList();
        }
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }
}

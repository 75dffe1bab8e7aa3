package id.lumbung.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;

/** Files that are written all at once or not at all: who reads one never sees half of it. */
final class WholeFile {

    private WholeFile() {}

    /**
     * @param attributes of the file that takes the place of the one before
     */
    static void write(Path file, String content, FileAttribute<?>... attributes)
            throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        var _ = Files.deleteIfExists(next);
        var _ = Files.createFile(next, attributes);
        var _ = Files.writeString(next, content);
        var _ =
                Files.move(
                        next,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
    }
}

package id.lumbung.identity.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * A one-time password in a file that its owner alone may read, under a name of its own at first.
 */
record PasswordFile(Path written) {

    /** To a file beside the one that is asked for. */
    static PasswordFile write(Path file, String password) {
        var beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            var onlyForItsOwner =
                    file.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0];
            var created = Files.createFile(beside, onlyForItsOwner);
            return new PasswordFile(
                    Files.writeString(created, password + "\n", StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("The first password cannot be written to " + file, e);
        }
    }

    void moveTo(Path file) {
        try {
            var _ = Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The first password stands in %s and cannot be moved to %s"
                            .formatted(written, file),
                    e);
        }
    }

    void delete() {
        try {
            Files.delete(written);
        } catch (IOException e) {
            throw new UncheckedIOException(written + " holds no password and can be deleted", e);
        }
    }
}

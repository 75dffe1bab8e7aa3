package id.lumbung.village.replay;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What can be said of a file before it is read for its rows.
 *
 * @param digest SHA-256 of its bytes, in hexadecimal digits
 * @param lines about how many rows there are, for showing progress
 */
record FileSight(String digest, long lines) {

    static FileSight of(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            var lines = lines(in);
            return new FileSight(HexFormat.of().formatHex(in.getMessageDigest().digest()), lines);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long lines(InputStream in) throws IOException {
        var buffer = new byte[1 << 16];
        var lines = 0L;
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (var i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
        }
        return Math.max(0, lines - 1);
    }

    static UserError unreadable(Path file, IOException e) {
        return new UserError(
                Files.exists(file)
                        ? "%s cannot be read: %s".formatted(file, e.getMessage())
                        : "There is no file %s.".formatted(file));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

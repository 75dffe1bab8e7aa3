package id.lumbung.embeddedmongodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedoLogTest {

    private static final byte[] SALES = "test.sales".getBytes(UTF_8);

    @TempDir private Path folder;

    private long room = Long.MAX_VALUE;
    private RedoLog log;

    /** A disk with so much room left; what fits of a write that does not is written. */
    private final class SmallDisk extends FilterOutputStream {
        SmallDisk(Path path) throws IOException {
            super(new FileOutputStream(path.toFile()));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var fits = (int) Math.min(room, length);
            out.write(bytes, offset, fits);
            room -= fits;
            if (fits < length) {
                throw new IOException("No space left on device");
            }
        }
    }

    @BeforeEach
    void begin() throws IOException {
        log = RedoLog.behind(folder, SmallDisk::new);
    }

    /** The checkpoint's thread finds the disk full, and makes room; the writers come behind it. */
    @Test
    void afterAWriteThatFailedNothingIsSafeAnyMore() throws IOException {
        append(1, 1_000);
        log.flush();
        append(2, 50_000);
        room = 500;
        assertThatThrownBy(log::rotate).hasMessageContaining("No space left");
        room = Long.MAX_VALUE;

        assertThatThrownBy(log::flush).isInstanceOf(IOException.class);
        append(3, 100);
        assertThatThrownBy(log::flush).isInstanceOf(IOException.class);
        assertThatThrownBy(log::rotate).isInstanceOf(IOException.class);
        assertThat(recovered()).containsExactly(1);
    }

    @Test
    void whatAKillLetOnlyBeBegunIsTheEnd() throws IOException {
        writeThree();
        var written = Files.readAllBytes(only());
        for (var length = written.length - 1; length > 2 * written.length / 3; length -= 7) {
            Files.write(only(), Arrays.copyOf(written, length));
            assertThat(recovered()).containsExactly(1, 2);
        }
    }

    /** In the first entry: its lengths, its checksum, its document; and its last byte. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4, 7, 8, 13, 60, 134})
    void whatWasDamagedIsNotTakenForTheEnd(int at) throws IOException {
        writeThree();
        var written = Files.readAllBytes(only());
        written[at] ^= 0x40;
        Files.write(only(), written);
        assertThatThrownBy(this::recovered)
                .isInstanceOf(UnusableFolder.class)
                .hasMessageContaining("damaged at byte 0 of " + written.length);
    }

    @Test
    void theLastEntryIsNoLessChecked() throws IOException {
        writeThree();
        var written = Files.readAllBytes(only());
        written[2 * written.length / 3] ^= 1;
        Files.write(only(), written);
        assertThatThrownBy(this::recovered).hasMessageContaining("damaged at byte");
    }

    @Test
    void aLogThatEndsTooSoonIsToldByTheOneBehindIt() throws IOException {
        writeThree();
        var first = only();
        var _ = log.rotate();
        append(4, 10);
        log.flush();
        var written = Files.readAllBytes(first);
        Files.write(first, Arrays.copyOf(written, written.length - 5));
        assertThatThrownBy(this::recovered)
                .isInstanceOf(UnusableFolder.class)
                .hasMessageContaining("mongodb-1.redo");
    }

    @Test
    void aLogThatIsMissingIsTold() throws IOException {
        writeThree();
        var _ = log.rotate();
        append(4, 10);
        var _ = log.rotate();
        append(5, 10);
        log.flush();
        assertThat(recovered()).containsExactly(1, 2, 3, 4, 5);
        Files.delete(folder.resolve("mongodb-2.redo"));
        assertThatThrownBy(this::recovered).hasMessageContaining("mongodb-2.redo");
    }

    private void writeThree() throws IOException {
        append(1, 100);
        append(2, 100);
        append(3, 100);
        log.flush();
    }

    private void append(int key, int size) {
        log.append(SALES, new byte[] {(byte) key}, new byte[size]);
    }

    private List<Integer> recovered() throws IOException {
        var keys = new ArrayList<Integer>();
        Recovery.read(folder, entry -> keys.add((int) entry.key()[0]));
        return keys;
    }

    private Path only() throws IOException {
        return new LogFiles(folder).all().getFirst();
    }
}

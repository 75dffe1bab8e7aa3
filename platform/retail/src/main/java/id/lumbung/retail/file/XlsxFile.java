package id.lumbung.retail.file;

import id.lumbung.edge.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook. */
final class XlsxFile {

    /** What is packed in a small file may be far larger than the machine's memory. */
    private static final long MAX_UNPACKED = 40L << 20;

    private static final int MAX_COLUMNS = 61;
    private static final int PIECE = 1 << 16;

    private XlsxFile() {}

    static void read(byte[] content, RowCollector rows) {
        requireBounded(content);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                var lines = workbook.getFirstSheet().openStream()) {
            lines.forEach(row -> rows.add(row.getRowNum(), texts(row)));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // Whatever somebody has made of the file, its reader says so in many ways.
            throw FileRule.unreadable();
        }
    }

    private static void requireBounded(byte[] content) {
        var unpacked = 0L;
        var piece = new byte[PIECE];
        try (var channel = new SeekableInMemoryByteChannel(content);
                var zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                        unpacked += read;
                        if (unpacked > MAX_UNPACKED) {
                            throw FileRule.tooLarge(RowFile.MAX_ROWS);
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw FileRule.unreadable();
        }
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, Math.min(row.getCellCount(), MAX_COLUMNS))
                .mapToObj(row::getOptionalCell)
                .map(cell -> cell.map(XlsxFile::text).orElse(""))
                .toList();
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDay(cell) ? day(cell) : plain(cell.asNumber());
            case FORMULA -> "=" + cell.getFormula();
            case EMPTY -> "";
            default -> cell.getText();
        };
    }

    private static boolean isDay(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null && cell.getType() == CellType.NUMBER && format.contains("yy");
    }

    private static String day(Cell cell) {
        var at = cell.asDate();
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

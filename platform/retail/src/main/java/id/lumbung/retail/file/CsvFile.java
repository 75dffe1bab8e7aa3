package id.lumbung.retail.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A table as text. */
final class CsvFile {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvFile() {}

    static void read(byte[] content, RowCollector rows) {
        var text = text(content);
        if (text.indexOf('\0') >= 0) {
            throw FileRule.unreadable();
        }
        var format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setQuote('"').get();
        try (var parser = format.parse(new StringReader(text))) {
            for (var record : parser) {
                rows.add((int) parser.getCurrentLineNumber(), record.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            throw FileRule.unreadable();
        }
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            text = new String(content, WINDOWS);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What the first line has most of. */
    private static char delimiter(String text) {
        var first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(it -> first.chars().filter(c -> c == it).count()))
                .orElseThrow();
    }
}

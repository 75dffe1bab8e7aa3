package id.lumbung.village.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.village.life.AtcGroup;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A pharmacy's sales by the hour or by the day, one row after the other; never more than one is
 * held in memory.
 *
 * <p>Columns: {@code datum} (date and hour), packs sold of each {@link AtcGroup}, {@code Year},
 * {@code Month}, {@code Hour} and {@code Weekday Name}. The dates are written in two ways, of which
 * 01-02-2014 08:00 leaves open what is the day and what the month: that reading holds which agrees
 * with the four columns, and a row of which none does is refused. A row by the day has no hour in
 * its date, and its column {@code Hour} says nothing that is known: it is not looked at.
 *
 * <p>Columns are parted by commas, or by semicolons where the first line is; decimals then stand
 * behind a point or a comma.
 */
final class HourFile implements Iterator<Row>, Closeable {

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Columns columns;

    HourFile(Reader in) {
        try {
            var text = new BufferedReader(in);
            this.parser = CSVParser.parse(text, CsvDialect.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = parser.iterator();
        this.columns =
                new Columns(records.hasNext() ? records.next().stream().toList() : List.of());
    }

    static HourFile open(Path file) {
        try {
            return new HourFile(new InputStreamReader(Files.newInputStream(file), UTF_8));
        } catch (IOException e) {
            throw FileSight.unreadable(file, e);
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var cells = new Cells(records.next(), columns);
        return cells.read(parser.getCurrentLineNumber());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

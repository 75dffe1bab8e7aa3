package id.lumbung.village.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.launcher.stack.UserError;
import id.lumbung.village.life.AtcGroup;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
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
 */
final class HourFile implements Iterator<HourFile.Row>, Closeable {

    private static final String DATE = "datum";
    private static final List<String> CHECKS = List.of("Year", "Month", "Hour", "Weekday Name");
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})(?: (\\d{1,2}):(\\d{2}))?");

    /** When a pharmacy is open of which only the day is known. */
    private static final int OPENS = 8;

    private static final Duration OPEN = Duration.ofHours(12);

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setQuote(null).setTrim(true).get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> columns;
    private final int width;

    /** A row of the file, by its line, the heading being line 1. */
    sealed interface Row {
        long line();
    }

    /**
     * @param hour when it began, by the pharmacy's clock
     * @param length an hour, or as long as the pharmacy was open that day
     * @param units base units sold, of those groups of which any were
     */
    record Hour(long line, LocalDateTime hour, Duration length, Map<AtcGroup, Integer> units)
            implements Row {

        /** Base units of all groups. */
        long total() {
            return units.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    record Refused(long line, String reason) implements Row {}

    /**
     * What can be said of a file before it is read for its rows.
     *
     * @param digest SHA-256 of its bytes, in hexadecimal digits
     * @param lines about how many rows there are, for showing progress
     */
    record Sight(String digest, long lines) {}

    HourFile(Reader in) {
        try {
            this.parser = CSVParser.parse(in, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.records = parser.iterator();
        var heading =
                records.hasNext()
                        ? records.next().stream().toList()
                        : Collections.<String>emptyList();
        this.width = heading.size();
        this.columns = columns(heading);
    }

    static HourFile open(Path file) {
        try {
            return new HourFile(new InputStreamReader(Files.newInputStream(file), UTF_8));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static Sight sight(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            var lines = lines(in);
            return new Sight(HexFormat.of().formatHex(in.getMessageDigest().digest()), lines);
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

    private static UserError unreadable(Path file, IOException e) {
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

    private static Map<String, Integer> columns(List<String> heading) {
        var found = new HashMap<String, Integer>();
        for (var i = 0; i < heading.size(); i++) {
            var _ = found.put(heading.get(i).replace("\uFEFF", ""), i);
        }
        var missing = new ArrayList<String>();
        missing.add(DATE);
        for (var group : AtcGroup.values()) {
            missing.add(group.name());
        }
        missing.addAll(CHECKS);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            throw new UserError(
                    "This is no file of a pharmacy's sales by the hour or the day. Its first line lacks: %s. It must be like: %s"
                            .formatted(String.join(", ", missing), heading()));
        }
        return found;
    }

    /** The first line that a file must have; the columns may stand in any order. */
    static String heading() {
        var groups = Arrays.stream(AtcGroup.values()).map(AtcGroup::name);
        return Stream.of(Stream.of(DATE), groups, CHECKS.stream())
                .flatMap(names -> names)
                .collect(Collectors.joining(","));
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
        var cells = records.next();
        var line = parser.getCurrentLineNumber();
        if (cells.size() != width) {
            return new Refused(
                    line, "it has %d columns instead of %d".formatted(cells.size(), width));
        }
        try {
            var isDay = cell(cells, DATE).indexOf(':') < 0;
            return new Hour(line, hour(cells), isDay ? OPEN : Duration.ofHours(1), units(cells));
        } catch (IllegalArgumentException e) {
            return new Refused(line, String.valueOf(e.getMessage()));
        }
    }

    private String cell(CSVRecord cells, String column) {
        return cells.get(columns.getOrDefault(column, 0));
    }

    private Map<AtcGroup, Integer> units(CSVRecord cells) {
        var units = new EnumMap<AtcGroup, Integer>(AtcGroup.class);
        for (var group : AtcGroup.values()) {
            var sold = group.units(cell(cells, group.name()));
            if (sold > 0) {
                units.put(group, sold);
            }
        }
        return Collections.unmodifiableMap(units);
    }

    private LocalDateTime hour(CSVRecord cells) {
        var text = cell(cells, DATE);
        var parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "datum is '%s', neither like 01-31-2014 08:00 nor like 1/31/2014 8:00, nor a day like 1/31/2014"
                            .formatted(text));
        }
        var isDay = parts.group(5) == null;
        if (!isDay && !parts.group(6).equals("00")) {
            throw new IllegalArgumentException("datum is '%s', not on the hour".formatted(text));
        }
        var first = Integer.parseInt(parts.group(1));
        var second = Integer.parseInt(parts.group(3));
        var year = Integer.parseInt(parts.group(4));
        var hour = isDay ? OPENS : Integer.parseInt(parts.group(5));
        var written = isDay ? cell(cells, "Hour") : Integer.toString(hour);
        return reading(cells, year, first, second, hour)
                .or(() -> reading(cells, year, second, first, hour))
                .filter(_ -> cell(cells, "Hour").equals(written))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "datum is '%s', but the columns beside it say %s"
                                        .formatted(text, checks(cells))));
    }

    private String checks(CSVRecord cells) {
        return CHECKS.stream()
                .map(column -> column + ' ' + cell(cells, column))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private Optional<LocalDateTime> reading(
            CSVRecord cells, int year, int month, int day, int hour) {
        LocalDateTime time;
        try {
            time = LocalDateTime.of(year, month, day, hour, 0);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
        var weekday = time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return cell(cells, "Year").equals(Integer.toString(year))
                        && cell(cells, "Month").equals(Integer.toString(month))
                        && cell(cells, "Weekday Name").equals(weekday)
                ? Optional.of(time)
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

package id.lumbung.village.replay;

import java.io.BufferedReader;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;

/** By what the columns of a file are parted, as its first line shows. */
final class CsvDialect {

    private static final CSVFormat COMMAS =
            CSVFormat.DEFAULT.builder().setQuote(null).setTrim(true).get();

    private static final CSVFormat SEMICOLONS = COMMAS.builder().setDelimiter(';').get();

    /** More than the first line has. */
    private static final int LOOKED_AT = 1_000;

    private CsvDialect() {}

    /** Leaves the text where it was. */
    static CSVFormat of(BufferedReader text) throws IOException {
        return isBySemicolons(text) ? SEMICOLONS : COMMAS;
    }

    /** As spreadsheets write where the comma stands before decimals, in Indonesia say. */
    private static boolean isBySemicolons(BufferedReader text) throws IOException {
        var beginning = new char[LOOKED_AT];
        text.mark(LOOKED_AT);
        var length = text.read(beginning);
        text.reset();
        return length > 0
                && new String(beginning, 0, length).lines().findFirst().orElse("").contains(";");
    }
}

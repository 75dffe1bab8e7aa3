package id.lumbung.retail.file;

import java.util.List;

/** Reads a file whose first row names its columns. */
public final class RowFile {

    public static final int MAX_ROWS = 5_000;

    private RowFile() {}

    /**
     * @param content of a CSV file (comma, semicolon or tab; UTF-8 or what Windows writes) or of an
     *     XLSX file, of which the first sheet is read
     * @throws id.lumbung.edge.problem.Refusal when it is neither, or too large
     */
    public static List<FileRow> read(byte[] content) {
        var rows = new RowCollector(MAX_ROWS);
        if (content.length > 2 && content[0] == 'P' && content[1] == 'K') {
            XlsxFile.read(content, rows);
        } else {
            CsvFile.read(content, rows);
        }
        return rows.rows();
    }
}

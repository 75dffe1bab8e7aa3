package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.file.FileRow;
import java.util.Locale;
import java.util.Map;

/** A row's cells by what they mean, whether the columns have English names or Indonesian ones. */
record ImportColumns(FileRow row) {

    private static final Map<String, String> INDONESIAN =
            Map.ofEntries(
                    Map.entry("code", "kode"),
                    Map.entry("name", "nama"),
                    Map.entry("baseunit", "satuan"),
                    Map.entry("packs", "kemasan"),
                    Map.entry("class", "golongan"),
                    Map.entry("brand", "merek"),
                    Map.entry("substance", "zat aktif"),
                    Map.entry("strength", "kekuatan"),
                    Map.entry("form", "sediaan"),
                    Map.entry("route", "rute"),
                    Map.entry("warning", "peringatan"),
                    Map.entry("precursor", "prekursor"),
                    Map.entry("barcode", "kode batang"),
                    Map.entry("storage", "penyimpanan"),
                    Map.entry("price", "harga"),
                    Map.entry("pricefrom", "harga sejak"),
                    Map.entry("hnafrom", "hna sejak"),
                    Map.entry("stock", "stok"),
                    Map.entry("batch", "no batch"),
                    Map.entry("expiry", "kedaluwarsa"));

    /**
     * @param column in small letters
     */
    String cell(String column) {
        var english = row.cell(column);
        return english.isEmpty() ? row.cell(INDONESIAN.getOrDefault(column, column)) : english;
    }

    boolean isYes(String column) {
        return switch (cell(column).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "ya", "1", "y" -> true;
            case "", "false", "no", "tidak", "0", "n", "-" -> false;
            default -> throw unreadable(column, "ya/tidak", "yes/no");
        };
    }

    /** What is thrown where a cell is not what it should be. */
    RuntimeException unreadable(String column, String indonesian, String english) {
        var shown = FileRow.shown(cell(column));
        return ImportRule.ROW_UNREADABLE.because(
                "Kolom '%s' berisi '%s'; yang diharapkan: %s.".formatted(column, shown, indonesian),
                "The column '%s' has '%s'; expected: %s.".formatted(column, shown, english));
    }
}

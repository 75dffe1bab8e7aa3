package id.lumbung.pharmacy.catalogue;

import id.lumbung.edge.problem.Bilingual;
import id.lumbung.retail.file.FileRow;
import id.lumbung.retail.stock.ExpiryText;
import java.util.ArrayList;
import java.util.List;

/**
 * What should be looked at in a row that is taken: a name that says another strength, and stock
 * that cannot be what it says. Stock itself is entered by an act, not with the catalogue.
 */
final class RowWarnings {

    private RowWarnings() {}

    static List<Bilingual> of(ImportColumns columns) {
        var warnings = new ArrayList<Bilingual>();
        if (NamedStrength.contradict(columns.cell("name"), columns.cell("strength"))) {
            warnings.add(
                    new Bilingual(
                            "Nama menyebut kekuatan lain dari kolom kekuatan (%s). Periksa kemasan."
                                    .formatted(FileRow.shown(columns.cell("strength"))),
                            "The name says another strength than its column (%s). Look at the pack."
                                    .formatted(FileRow.shown(columns.cell("strength")))));
        }
        var stock = columns.cell("stock");
        if (!stock.isEmpty()) {
            warnings.add(
                    stock.matches("\\d{1,9}")
                            ? new Bilingual(
                                    "Stok tidak masuk lewat katalog: catat stok awal.",
                                    "Stock is not entered with the catalogue: record an opening.")
                            : new Bilingual(
                                    "Stok '%s' bukan bilangan bulat satuan terkecil."
                                            .formatted(FileRow.shown(stock)),
                                    "The stock '%s' is no whole number of base units."
                                            .formatted(FileRow.shown(stock))));
            if (columns.cell("batch").isEmpty()) {
                warnings.add(
                        new Bilingual(
                                "Nomor batch kosong: lihat pada kemasan.",
                                "No number of the batch: look at the pack."));
            }
        }
        var expiry = columns.cell("expiry");
        if (!expiry.isEmpty() && ExpiryText.parse(expiry).isEmpty()) {
            warnings.add(
                    new Bilingual(
                            "Tanggal kedaluwarsa '%s' tidak mungkin."
                                    .formatted(FileRow.shown(expiry)),
                            "The expiry '%s' cannot be.".formatted(FileRow.shown(expiry))));
        }
        return warnings;
    }
}

package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.pharmacy.catalogue.ImportReport.Outcome;
import id.lumbung.pharmacy.catalogue.ImportReport.RowNote;
import id.lumbung.retail.catalogue.Product;
import id.lumbung.retail.catalogue.ProductStore;
import id.lumbung.retail.file.FileRow;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Enters products from a file, each row by itself: one that is refused keeps no other from being
 * entered. A product is known by its code, so that a file sent twice changes nothing.
 */
@Component
class ProductImport {

    private final CatalogueDesk desk;
    private final Products products;
    private final ProductStore store;
    private final AuditLog audit;
    private final Validator validator;

    ProductImport(
            CatalogueDesk desk,
            Products products,
            ProductStore store,
            AuditLog audit,
            Validator validator) {
        this.desk = desk;
        this.products = products;
        this.store = store;
        this.audit = audit;
        this.validator = validator;
    }

    /** Those rows of the file that were looked at, by code, and the barcodes in them. */
    private record Seen(Map<String, FileRow> rows, Map<String, String> barcodes) {}

    /**
     * @param dryRun whether to tell only what would become of the rows
     */
    ImportReport take(UUID cooperativeId, List<FileRow> rows, boolean dryRun) {
        if (!rows.isEmpty() && rows.stream().allMatch(it -> code(it).isEmpty())) {
            throw ImportRule.COLUMN_MISSING.because(
                    "Tidak ada kolom 'code' atau 'kode'. Baris pertama harus berisi nama kolom.",
                    "There is no column 'code'. The first row must name the columns.");
        }
        if (!dryRun) {
            audit.record(
                    "CATALOGUE_IMPORTED",
                    cooperativeId,
                    cooperativeId.toString(),
                    "%d rows".formatted(rows.size()));
        }
        var seen = new Seen(new HashMap<>(), new HashMap<>());
        var notes = new ArrayList<RowNote>();
        for (var row : rows) {
            notes.add(note(cooperativeId, row, seen, dryRun));
        }
        return ImportReport.of(dryRun, notes);
    }

    private RowNote note(UUID cooperativeId, FileRow row, Seen seen, boolean dryRun) {
        var columns = new ImportColumns(row);
        var code = code(row);
        try {
            if (row.hasFormula()) {
                throw ImportRule.ROW_UNREADABLE.because(
                        "Ada sel yang berawal seperti rumus (=, +, -, @). Tulis nilainya saja.",
                        "A cell begins like a formula (=, +, -, @). Write the value only.");
            }
            if (isDouble(row, code, seen)) {
                return new RowNote(row.number(), code, Outcome.DOUBLE, null, List.of());
            }
            var outcome = enter(cooperativeId, columns, seen, dryRun);
            var warnings = RowWarnings.of(columns).stream().map(Bilingual::forCaller).toList();
            return new RowNote(row.number(), code, outcome, null, warnings);
        } catch (Refusal refusal) {
            return new RowNote(
                    row.number(),
                    FileRow.shown(code),
                    Outcome.REFUSED,
                    refusal.detailForCaller(),
                    List.of());
        }
    }

    private static String code(FileRow row) {
        return new ImportColumns(row).cell("code").toUpperCase(Locale.ROOT);
    }

    private static boolean isDouble(FileRow row, String code, Seen seen) {
        var first = seen.rows().putIfAbsent(code, row);
        if (first != null && !first.cells().equals(row.cells())) {
            throw ImportRule.ROW_DIFFERS_FROM_ITS_DOUBLE.because(
                    "Kode ini sudah ada di baris %d dengan isi lain. Pilih satu."
                            .formatted(first.number()),
                    "This code stands in row %d with other content. Choose one."
                            .formatted(first.number()));
        }
        return first != null;
    }

    private Outcome enter(UUID cooperativeId, ImportColumns columns, Seen seen, boolean dryRun) {
        var request = ImportedProduct.read(cooperativeId, columns, validator);
        var before = products.byCode(cooperativeId, request.code());
        var described =
                request.product(before.map(Product::id).orElse(id(cooperativeId, request.code())));
        requireOwnBarcodes(described, seen);
        var prices = new ImportedPrices(columns);
        var after = prices.priced(before.map(it -> it.describedAs(described)).orElse(described));
        if (!dryRun) {
            var _ = desk.enter(described, prices::priced);
        }
        if (before.isEmpty()) {
            return Outcome.ENTERED;
        }
        return after.equals(before.get()) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private void requireOwnBarcodes(Product described, Seen seen) {
        for (var barcode : described.barcodes()) {
            var other = seen.barcodes().putIfAbsent(barcode.gtin(), described.code());
            if (other != null) {
                throw ImportRule.BARCODE_TWICE.because(
                        "Kode batang ini sudah ada di berkas pada %s.".formatted(other),
                        "This barcode stands in the file already, at %s.".formatted(other));
            }
        }
        store.requireFree(described);
    }

    /** The same for the same code, so that two who import one file at once enter one product. */
    private static UUID id(UUID cooperativeId, String code) {
        var name = "product %s %s".formatted(cooperativeId, code);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

package id.lumbung.pharmacy.catalogue;

import id.lumbung.edge.problem.ConstraintWords;
import id.lumbung.pharmacy.catalogue.MedicineTraits.Storage;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the product of a row: what would be put of it singly. */
final class ImportedProduct {

    private static final Pattern PACK =
            Pattern.compile("(\\p{L}[\\p{L} ]{0,29}?)\\s*[=:]?\\s*(\\d{1,7})");
    private static final Map<String, MedicineClass> CLASSES =
            Map.ofEntries(
                    Map.entry("bebas", MedicineClass.OVER_THE_COUNTER),
                    Map.entry("bebas terbatas", MedicineClass.RESTRICTED),
                    Map.entry("keras", MedicineClass.PRESCRIPTION_ONLY),
                    Map.entry("psikotropika", MedicineClass.PSYCHOTROPIC),
                    Map.entry("narkotika", MedicineClass.NARCOTIC),
                    Map.entry("tradisional", MedicineClass.TRADITIONAL),
                    Map.entry("suplemen", MedicineClass.SUPPLEMENT),
                    Map.entry("alkes", MedicineClass.DEVICE));

    private ImportedProduct() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal when a cell is not what it should be
     */
    static ProductRequest read(UUID cooperativeId, ImportColumns columns, Validator validator) {
        var request =
                new ProductRequest(
                        cooperativeId,
                        columns.cell("code").toUpperCase(Locale.ROOT),
                        columns.cell("name"),
                        columns.cell("baseunit"),
                        packs(columns),
                        barcodes(columns),
                        columns.isYes("notforsale"),
                        traits(columns));
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw ImportRule.ROW_UNREADABLE.because(ConstraintWords.toCorrect(violations));
        }
        return request;
    }

    private static MedicineTraits traits(ImportColumns columns) {
        return new MedicineTraits(
                medicineClass(columns),
                text(columns, "nie"),
                text(columns, "brand"),
                text(columns, "substance"),
                text(columns, "strength"),
                text(columns, "form"),
                text(columns, "route"),
                text(columns, "warning"),
                flag(columns, "precursor"),
                flag(columns, "oftenmisused"),
                limit(columns),
                text(columns, "owasource"),
                flag(columns, "owarepeatonly"),
                text(columns, "atc"),
                text(columns, "kfa"),
                storage(columns),
                flag(columns, "essential"),
                flag(columns, "sample"));
    }

    private static @Nullable String text(ImportColumns columns, String column) {
        var text = columns.cell(column);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Boolean flag(ImportColumns columns, String column) {
        return columns.isYes(column) ? Boolean.TRUE : null;
    }

    private static MedicineClass medicineClass(ImportColumns columns) {
        var text = columns.cell("class");
        var indonesian = CLASSES.get(text.toLowerCase(Locale.ROOT));
        return indonesian != null
                ? indonesian
                : Stream.of(MedicineClass.values())
                        .filter(it -> it.name().equals(text.toUpperCase(Locale.ROOT)))
                        .findAny()
                        .orElseThrow(() ->
                                columns.unreadable(
                                        "class",
                                        "bebas, bebas terbatas, keras, psikotropika, narkotika, tradisional, suplemen, alkes",
                                        List.of(MedicineClass.values()).toString()));
    }

    private static @Nullable Storage storage(ImportColumns columns) {
        var text = columns.cell("storage").toUpperCase(Locale.ROOT);
        return text.isEmpty()
                ? null
                : Stream.of(Storage.values())
                        .filter(it -> it.name().equals(text))
                        .findAny()
                        .orElseThrow(() ->
                                columns.unreadable(
                                        "storage", "ROOM, COOL, FREEZE", "ROOM, COOL, FREEZE"));
    }

    private static @Nullable Long limit(ImportColumns columns) {
        var text = columns.cell("owalimit");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,7}")) {
            throw columns.unreadable("owalimit", "bilangan bulat", "a whole number");
        }
        return Long.valueOf(text);
    }

    private static List<String> barcodes(ImportColumns columns) {
        return Pattern.compile("[|,; ]+")
                .splitAsStream(columns.cell("barcode"))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<ProductRequest.SaidPack> packs(ImportColumns columns) {
        return Pattern.compile("[|,;]")
                .splitAsStream(columns.cell("packs"))
                .filter(it -> !it.isBlank())
                .map(text -> pack(columns, text.strip()))
                .filter(pack -> pack.units() != 1 || !pack.name().equals(columns.cell("baseunit")))
                .toList();
    }

    private static ProductRequest.SaidPack pack(ImportColumns columns, String text) {
        var match = PACK.matcher(text);
        if (!match.matches() || Long.parseLong(match.group(2)) == 0) {
            throw columns.unreadable("packs", "strip 10, box 100", "strip 10, box 100");
        }
        return new ProductRequest.SaidPack(
                match.group(1).strip().toLowerCase(Locale.ROOT), Long.parseLong(match.group(2)));
    }
}

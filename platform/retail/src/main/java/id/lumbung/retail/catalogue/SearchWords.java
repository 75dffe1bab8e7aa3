package id.lumbung.retail.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words by which a product is found, and those that are asked for. */
final class SearchWords {

    private static final int MAX_WORDS = 60;
    private static final int MAX_LENGTH = 40;
    private static final int GTIN = 14;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SCANNED = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

    private SearchWords() {}

    /** Each once, in small letters, without marks above them. */
    static List<String> of(Stream<String> texts) {
        return texts.map(text -> Normalizer.normalize(text, Normalizer.Form.NFKD))
                .map(text -> MARKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT))
                .flatMap(NO_WORD::splitAsStream)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(MAX_LENGTH, word.length())))
                .distinct()
                .limit(MAX_WORDS)
                .toList();
    }

    /** What somebody types or scans; a barcode as it is kept. */
    static List<String> asked(String text) {
        var code = text.strip();
        return SCANNED.matcher(code).matches()
                ? List.of("0".repeat(GTIN - code.length()) + code)
                : of(Stream.of(code));
    }
}

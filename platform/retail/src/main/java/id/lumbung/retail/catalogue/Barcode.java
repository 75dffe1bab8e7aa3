package id.lumbung.retail.catalogue;

/**
 * The number under the bars of a pack: EAN-8, UPC-A (12 digits), EAN-13 or GTIN-14, with its check
 * digit. All are kept as 14 digits, so that one pack has one number however it was read.
 *
 * @param gtin fourteen digits
 */
public record Barcode(String gtin) {

    private static final int LENGTH = 14;

    /**
     * Reads a code as a scanner or a person gives it.
     *
     * @throws id.lumbung.edge.problem.Refusal when it has another length or its check digit is
     *     wrong
     */
    public static Barcode of(String text) {
        var digits = text.strip();
        if (!digits.matches("[0-9]{8}|[0-9]{12,14}")) {
            throw misread("8, 12, 13, 14");
        }
        var padded = "0".repeat(LENGTH - digits.length()) + digits;
        if (checkDigit(padded.substring(0, LENGTH - 1)) != padded.charAt(LENGTH - 1) - '0') {
            throw misread("EAN/GTIN");
        }
        return new Barcode(padded);
    }

    /** What makes the sum, each second digit from the right counted three times, end in zero. */
    static int checkDigit(String withoutIt) {
        var sum = 0;
        for (var i = 0; i < withoutIt.length(); i++) {
            var weight = (withoutIt.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (withoutIt.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    private static RuntimeException misread(String expected) {
        return CatalogueRule.BARCODE_MISREAD.because(
                "Kode batang tidak terbaca benar (%s). Pindai sekali lagi.".formatted(expected),
                "The barcode was misread (%s). Scan it again.".formatted(expected));
    }
}

package id.lumbung.pharmacy.receipt;

import id.lumbung.pharmacy.sale.Payment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of a receipt in the language that is asked for, Indonesian where none is. */
enum ReceiptWords {
    INDONESIAN("id", "Struk", "SALINAN", "Jumlah", "Anggota", "Simpan struk ini untuk retur."),
    ENGLISH("en", "Receipt", "COPY", "Total", "Member", "Keep this receipt for a return.");

    private static final Locale ID = Locale.of("id");

    final String tag;
    final String title;
    final String copy;
    final String total;
    final String member;
    final String keep;

    ReceiptWords(String tag, String title, String copy, String total, String member, String keep) {
        this.tag = tag;
        this.title = title;
        this.copy = copy;
        this.total = total;
        this.member = member;
        this.keep = keep;
    }

    /**
     * @param accepted the header {@code Accept-Language}; null where there is none
     */
    static ReceiptWords of(@Nullable String accepted) {
        try {
            var ranges = Locale.LanguageRange.parse(accepted == null ? "id" : accepted);
            var first = Locale.lookup(ranges, List.of(ID, Locale.ENGLISH));
            return Locale.ENGLISH.equals(first) ? ENGLISH : INDONESIAN;
        } catch (IllegalArgumentException e) {
            return INDONESIAN;
        }
    }

    String of(Payment.Method method) {
        var isEnglish = this == ENGLISH;
        return switch (method) {
            case CASH -> isEnglish ? "Cash" : "Tunai";
            case QRIS -> "QRIS";
            case TRANSFER -> "Transfer";
            case LATER -> isEnglish ? "To be paid" : "Belum dibayar";
        };
    }
}

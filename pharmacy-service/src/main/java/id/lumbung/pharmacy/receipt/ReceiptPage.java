package id.lumbung.pharmacy.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A receipt as a page that is HTML and well-formed XML alike, for browsers and for the printer. */
final class ReceiptPage {

    private static final Locale RUPIAH = Locale.of("id");

    private final StringBuilder page = new StringBuilder();
    private final ReceiptWords words;

    private ReceiptPage(ReceiptWords words) {
        this.words = words;
    }

    static String of(Receipt receipt, Paper paper, ReceiptWords words) {
        return new ReceiptPage(words).write(receipt, paper);
    }

    private String write(Receipt receipt, Paper paper) {
        var rows = receipt.lines().size() + receipt.payments().size();
        page.append(
                "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"UTF-8\"/><title>%s %s</title><style>%s</style></head><body>"
                        .formatted(words.tag, words.title, receipt.code(), paper.css(rows)));
        var heading = receipt.heading();
        element("h1", null, heading == null ? words.title : heading);
        if (receipt.isCopy()) {
            element("p", "copy", words.copy);
        }
        element("p", null, receipt.time());
        if (receipt.isMembers()) {
            element("p", null, words.member);
        }
        page.append("<table>");
        for (var line : receipt.lines()) {
            row(null, line.name(), "");
            row(null, line.quantity(), rupiah(line.amount()));
        }
        row("sum", words.total, "Rp" + rupiah(receipt.total()));
        receipt.payments()
                .forEach(it -> row(null, words.of(it.method()), rupiah(it.amount().amount())));
        page.append("</table>");
        element("p", "code", receipt.code());
        element("p", null, words.keep);
        return page.append("</body></html>").toString();
    }

    private void row(@Nullable String of, String text, String number) {
        page.append(of == null ? "<tr>" : "<tr class=\"" + of + "\">");
        element("td", null, text);
        element("td", "n", number);
        page.append("</tr>");
    }

    private void element(String name, @Nullable String of, String text) {
        page.append('<').append(name);
        if (of != null) {
            page.append(" class=\"").append(of).append('"');
        }
        page.append('>').append(escaped(text)).append("</").append(name).append('>');
    }

    /** What XML has no place for, such as control characters, is left out. */
    private static String escaped(String text) {
        var clean = text.replaceAll("[^\\P{C}]", "");
        return HtmlUtils.htmlEscapeDecimal(clean, "UTF-8");
    }

    private static String rupiah(long amount) {
        return String.format(RUPIAH, "%,d", amount);
    }
}

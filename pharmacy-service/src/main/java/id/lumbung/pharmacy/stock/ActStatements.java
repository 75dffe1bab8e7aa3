package id.lumbung.pharmacy.stock;

import id.lumbung.retail.stock.MovementKind;
import org.jspecify.annotations.Nullable;

/** Who may do an act on stock, and what must be said of it, by its kind. */
final class ActStatements {

    private final StockActRequest request;

    private ActStatements(StockActRequest request) {
        this.request = request;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when something that must be said is missing
     */
    static void require(StockActRequest request) {
        new ActStatements(request).require();
    }

    private void require() {
        PharmacistsActs.require(request.kind());
        switch (request.kind()) {
            case SOLD, RETURNED ->
                    throw StockRule.NO_ACT_ON_STOCK.because(
                            "Penjualan dan retur dicatat di /sales dan /returns.",
                            "Sales and returns are recorded at /sales and /returns.");
            case RECEIVED -> {
                said("reference", request.reference(), "nomor faktur", "the invoice's number");
                said("supplier", request.supplier(), "nama PBF", "the supplier's name");
            }
            case SENT_BACK -> said("supplier", request.supplier(), "nama PBF", "the supplier");
            case DESTROYED -> {
                said("reference", request.reference(), "nomor berita acara", "the minutes' number");
                said("witness", request.witness(), "nama saksi", "the witness");
            }
            case TRANSFERRED_OUT -> {
                if (request.otherOutlet() == null
                        || request.otherOutlet().equals(request.outletId())) {
                    throw StockRule.missing(
                            "otherOutlet", "gerai tujuan", "the outlet that it goes to");
                }
            }
            default -> {}
        }
        var takesLinesOfAnother =
                request.kind() == MovementKind.RECEIPT_CANCELLED
                        || request.kind() == MovementKind.TRANSFERRED_IN;
        if (!takesLinesOfAnother && request.goods().isEmpty()) {
            throw StockRule.missing("lines", "barang dan batch-nya", "the goods and their batches");
        }
    }

    private static void said(
            String field, @Nullable String text, String indonesian, String english) {
        if (text == null || text.isBlank()) {
            throw StockRule.missing(field, indonesian, english);
        }
    }
}

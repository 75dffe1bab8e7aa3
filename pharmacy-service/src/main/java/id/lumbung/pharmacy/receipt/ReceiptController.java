package id.lumbung.pharmacy.receipt;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.pharmacy.sale.SaleRule;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReceiptController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final FactStore<Sale> sales;
    private final ReceiptDesk receipts;

    ReceiptController(FactStore<Sale> sales, ReceiptDesk receipts) {
        this.sales = sales;
        this.receipts = receipts;
    }

    @Operation(
            summary = "A sale's receipt as a page to be printed",
            description =
                    "On paper MM58, MM80 or A4; in Indonesian, or in English by Accept-Language. 'heading' stands at its top. With 'reprint', and ten minutes after the sale came in, it says SALINAN (COPY).")
    @GetMapping("/sales/{id}/receipt")
    ResponseEntity<byte[]> page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "MM58") Paper paper,
            @RequestParam(required = false) @Nullable @Size(max = 60) String heading,
            @RequestParam(defaultValue = "false") boolean reprint,
            HttpServletRequest request) {
        var page = page(id, paper, heading, reprint, words(request));
        return answer(HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(
            summary = "A sale's receipt as a PDF",
            description = "On paper MM58, MM80 or A4, as the page has it.")
    @GetMapping("/sales/{id}/receipt.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "MM58") Paper paper,
            @RequestParam(required = false) @Nullable @Size(max = 60) String heading,
            @RequestParam(defaultValue = "false") boolean reprint,
            HttpServletRequest request) {
        return answer(
                MediaType.APPLICATION_PDF,
                ReceiptPdf.of(page(id, paper, heading, reprint, words(request))));
    }

    private String page(
            UUID id, Paper paper, @Nullable String heading, boolean reprint, ReceiptWords words) {
        var sale =
                sales.find(id)
                        .filter(RequestGrant.current()::covers)
                        .orElseThrow(SaleRule::noSuchSale);
        return ReceiptPage.of(receipts.of(sale, heading, reprint), paper, words);
    }

    private static ReceiptWords words(HttpServletRequest request) {
        return ReceiptWords.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(content);
    }
}

package id.lumbung.shu.payout;

import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The end of a book year. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years/{year}")
class SettlementController {

    private final Settlement settlement;
    private final PaymentSums sums;

    SettlementController(Settlement settlement, PaymentSums sums) {
        this.settlement = settlement;
        this.sums = sums;
    }

    @Operation(summary = "End the book year: everybody has what they are due")
    @PutMapping("/settlement")
    PaymentTotals settle(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        settlement.settle(cooperativeId, year);
        return sums.of(cooperativeId, year);
    }
}

package id.lumbung.pharmacy.stock;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is about to expire, or may not be handed over any more. */
@RestController
@RequestMapping("/stock")
class ExpiryController {

    private static final int MAX_DAYS = 3_660;

    private final ExpiryLists lists;
    private final AtRiskList atRiskList;

    ExpiryController(ExpiryLists lists, AtRiskList atRiskList) {
        this.lists = lists;
        this.atRiskList = atRiskList;
    }

    @Operation(summary = "Batches that may be handed over today, and no longer so many days later")
    @GetMapping("/near-expiry")
    List<ListedBatch> nearExpiry(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(defaultValue = "90") @Positive @Max(MAX_DAYS) int days,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return lists.nearExpiry(new Asked(cooperativeId, outletId, day), days);
    }

    @Operation(
            summary =
                    "Batches on the shelf that may not be handed over: expired, held, called back")
    @GetMapping("/unusable")
    List<ListedBatch> unusable(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return lists.unusable(new Asked(cooperativeId, outletId, day));
    }

    @Operation(
            summary =
                    "What will not be sold before it expires, as one batch is sold after the other")
    @GetMapping("/at-risk")
    List<ListedBatch> atRisk(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return atRiskList.of(new Asked(cooperativeId, outletId, day));
    }
}

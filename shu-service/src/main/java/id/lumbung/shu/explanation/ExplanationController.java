package id.lumbung.shu.explanation;

import id.lumbung.backbone.Page;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years")
class ExplanationController {

    private static final int MAX_PAGE = 1_000;

    private final Explainer explainer;

    ExplanationController(Explainer explainer) {
        this.explainer = explainer;
    }

    @Operation(
            summary =
                    "How a member's part comes about, or what it may come to while nothing is decided")
    @GetMapping("/{year}/members/{memberId}/explanation")
    Explanation explain(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @RequestParam(required = false) @Nullable Long surplus) {
        return explainer.explain(
                cooperativeId, year, memberId, surplus == null ? null : Rupiah.of(surplus));
    }

    @Operation(summary = "The entries behind a member's part, oldest first, by the page")
    @GetMapping("/{year}/members/{memberId}/explanation/entries")
    Page<Explanation.Counted> entries(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MAX_PAGE) int limit) {
        return explainer.entries(cooperativeId, year, memberId, after, limit);
    }
}

package id.lumbung.shu.closing.surplus;

import id.lumbung.backbone.Page;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Entitlement;
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

/** What a divided year gives each member, and whether it stands. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years")
class EntitlementController {

    private static final int MAX_PAGE = 1_000;

    private final DividedYears divided;
    private final YearVerification verification;

    EntitlementController(DividedYears divided, YearVerification verification) {
        this.divided = divided;
        this.verification = verification;
    }

    @Operation(summary = "What each member is due of a divided year, by the page")
    @GetMapping("/{year}/entitlements")
    Page<Entitlement> entitlements(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MAX_PAGE) int limit) {
        return divided.entitlements(cooperativeId, year, after, limit);
    }

    @Operation(summary = "Compute a divided year from zero and compare it to the byte")
    @GetMapping("/{year}/verification")
    Verification verify(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return verification.verify(cooperativeId, year);
    }
}

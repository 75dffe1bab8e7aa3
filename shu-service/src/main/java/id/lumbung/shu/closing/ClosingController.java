package id.lumbung.shu.closing;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every step is a PUT: sent twice, it counts once. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years")
class ClosingController {

    private static final int MOST = 1_000;

    private final ClosingDesk desk;
    private final BookYearWorker longSteps;
    private final Explainer explainer;

    ClosingController(ClosingDesk desk, BookYearWorker longSteps, Explainer explainer) {
        this.desk = desk;
        this.longSteps = longSteps;
        this.explainer = explainer;
    }

    /**
     * A book year with what the law sets for it.
     *
     * @param meetingBy the RAT is due within six months after the year (UU 25/1992 art. 26)
     * @param reportBy the report is due a month before the RAT (art. 35)
     */
    record View(BookYearRecord bookYear, LocalDate reportBy, LocalDate meetingBy) {
        static View of(BookYearRecord closing) {
            var meetingBy = LocalDate.of(closing.bookYear() + 1, 6, 30);
            return new View(closing, meetingBy.minusMonths(1), meetingBy);
        }
    }

    @Operation(summary = "The book years of a cooperative that anybody has touched")
    @GetMapping
    List<View> all(@PathVariable UUID cooperativeId) {
        return desk.all(cooperativeId).stream().map(View::of).toList();
    }

    @Operation(summary = "A book year: its state, every step with who and when, and its deadlines")
    @GetMapping("/{year}")
    View get(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return View.of(desk.get(cooperativeId, year));
    }

    @Operation(summary = "Set the policy by which the surplus will be divided; a new version")
    @PutMapping("/{year}/policy")
    View policy(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestBody Policy policy) {
        return View.of(desk.setPolicy(cooperativeId, year, policy));
    }

    @Operation(summary = "Set the year's figures (PHU); sums that do not add up are told")
    @PutMapping("/{year}/figures")
    View figures(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody ResultCalculation figures) {
        return View.of(desk.setFigures(cooperativeId, year, figures));
    }

    @Operation(
            summary =
                    "Close the books, once everything is proved to be there; 202 while it takes longer")
    @PutMapping("/{year}/closing")
    ResponseEntity<View> close(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return worked(desk.close(cooperativeId, year));
    }

    @Operation(summary = "Propose the division of policy and figures as they stand")
    @PutMapping("/{year}/proposal")
    View propose(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return View.of(desk.propose(cooperativeId, year));
    }

    @Operation(summary = "Record what the annual meeting (RAT) resolved")
    @PutMapping("/{year}/resolution")
    View resolve(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody Resolution resolution) {
        return View.of(desk.resolve(cooperativeId, year, resolution));
    }

    @Operation(summary = "Divide the surplus for good; 202 while it takes longer")
    @PutMapping("/{year}/division")
    ResponseEntity<View> divide(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return worked(desk.divide(cooperativeId, year));
    }

    private ResponseEntity<View> worked(BookYearRecord begun) {
        var closing = longSteps.work(begun);
        return ResponseEntity.status(
                        closing.underWay() == null ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(View.of(closing));
    }

    @Operation(summary = "What each member is due of a divided year, by the page")
    @GetMapping("/{year}/entitlements")
    ClosingDesk.Page entitlements(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
        return desk.entitlements(cooperativeId, year, after, limit);
    }

    @Operation(summary = "Reckon a divided year from zero and compare it to the byte")
    @GetMapping("/{year}/verification")
    ClosingDesk.Verification verify(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return desk.verify(cooperativeId, year);
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
    Explanation.Entries entries(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
        return explainer.entries(cooperativeId, year, memberId, after, limit);
    }
}

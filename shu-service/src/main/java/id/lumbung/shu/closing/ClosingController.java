package id.lumbung.shu.closing;

import id.lumbung.backbone.Page;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.Deadlines;
import id.lumbung.shu.division.Entitlement;
import id.lumbung.shu.division.Policy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

    private static final int MAX_PAGE = 1_000;

    private final BookYearSteps steps;
    private final BooksClosing closing;
    private final MeetingDecision meeting;
    private final SurplusDivision division;
    private final DividedYears divided;
    private final BookYearWorker worker;

    ClosingController(
            BookYearSteps steps,
            BooksClosing closing,
            MeetingDecision meeting,
            SurplusDivision division,
            DividedYears divided,
            BookYearWorker worker) {
        this.steps = steps;
        this.closing = closing;
        this.meeting = meeting;
        this.division = division;
        this.divided = divided;
        this.worker = worker;
    }

    /**
     * A book year with what the law sets for it.
     *
     * @param reserve the reserve fund over the year, once it is divided
     * @param meetingBy the RAT is due within six months after the year (UU 25/1992 art. 26)
     * @param reportBy the report is due a month before the RAT (art. 35)
     */
    record View(
            BookYearRecord bookYear,
            @Nullable ReserveBalance reserve,
            LocalDate reportBy,
            LocalDate meetingBy) {
        static View of(BookYearRecord record) {
            var deadlines = Deadlines.of(record.bookYear());
            return new View(record, record.reserve(), deadlines.report(), deadlines.meeting());
        }
    }

    @Operation(summary = "The book years of a cooperative that anybody has touched")
    @GetMapping
    List<View> all(@PathVariable UUID cooperativeId) {
        return steps.all(cooperativeId).stream().map(View::of).toList();
    }

    @Operation(summary = "A book year: its state, every step with who and when, and its deadlines")
    @GetMapping("/{year}")
    View get(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return View.of(steps.get(cooperativeId, year));
    }

    @Operation(summary = "Set the policy by which the surplus will be divided; a new version")
    @PutMapping("/{year}/policy")
    View policy(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestBody Policy policy) {
        return View.of(steps.setPolicy(cooperativeId, year, policy));
    }

    @Operation(summary = "Set the year's figures (PHU); sums that do not add up are listed")
    @PutMapping("/{year}/figures")
    View figures(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody ResultCalculation figures) {
        return View.of(steps.setFigures(cooperativeId, year, figures));
    }

    @Operation(
            summary =
                    "Close the books, once everything is proved to be there; 202 while it takes longer")
    @PutMapping("/{year}/closing")
    ResponseEntity<View> close(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody(required = false) @Nullable ClosingRequest request) {
        return worked(
                closing.begin(cooperativeId, year, request == null ? Set.of() : request.outlets()));
    }

    @Operation(
            summary =
                    "Take back a closing, while nothing is proposed on it and no later year is closed")
    @DeleteMapping("/{year}/closing")
    ResponseEntity<View> reopen(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return worked(closing.reopen(cooperativeId, year));
    }

    @Operation(summary = "Propose the division of policy and figures as they stand")
    @PutMapping("/{year}/proposal")
    View propose(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return View.of(steps.propose(cooperativeId, year));
    }

    @Operation(summary = "Record what the annual meeting (RAT) resolved")
    @PutMapping("/{year}/resolution")
    View resolve(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody Resolution resolution) {
        return View.of(meeting.resolve(cooperativeId, year, resolution));
    }

    @Operation(summary = "Confirm, as a supervisor, what the board recorded of the meeting")
    @PutMapping("/{year}/resolution/countersignature")
    View countersign(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return View.of(meeting.countersign(cooperativeId, year));
    }

    @Operation(summary = "Divide the surplus for good; 202 while it takes longer")
    @PutMapping("/{year}/division")
    ResponseEntity<View> divide(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return worked(division.begin(cooperativeId, year));
    }

    private ResponseEntity<View> worked(BookYearRecord begun) {
        var record = worker.work(begun);
        return ResponseEntity.status(
                        record.underWay() == null ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(View.of(record));
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
    SurplusDivision.Verification verify(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return division.verify(cooperativeId, year);
    }
}

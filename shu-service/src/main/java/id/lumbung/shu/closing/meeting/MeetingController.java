package id.lumbung.shu.closing.meeting;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.closing.record.BookYearView;
import id.lumbung.shu.closing.record.Resolution;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the annual meeting decided, and who says so. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years")
class MeetingController {

    private final MeetingDecision meeting;
    private final Countersigning countersigning;

    MeetingController(MeetingDecision meeting, Countersigning countersigning) {
        this.meeting = meeting;
        this.countersigning = countersigning;
    }

    @Operation(summary = "Record what the annual meeting (RAT) resolved")
    @PutMapping("/{year}/resolution")
    BookYearView resolve(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody Resolution resolution) {
        return BookYearView.of(meeting.resolve(cooperativeId, year, resolution));
    }

    @Operation(summary = "Confirm, as a supervisor, what the board recorded of the meeting")
    @PutMapping("/{year}/resolution/countersignature")
    BookYearView countersign(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return BookYearView.of(countersigning.countersign(cooperativeId, year));
    }
}

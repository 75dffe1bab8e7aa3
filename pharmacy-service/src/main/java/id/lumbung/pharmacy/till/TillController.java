package id.lumbung.pharmacy.till;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/till-days")
class TillController {

    private final TillDesk desk;

    TillController(TillDesk desk) {
        this.desk = desk;
    }

    @Operation(
            summary = "Open the till of a day with what is in the drawer",
            description =
                    "Example: `{\"cooperativeId\": \"…\", \"outletId\": \"…\", \"opening\": 100000}`. The same sent again changes nothing.")
    @PutMapping("/{day}")
    TillView open(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @Valid @RequestBody OpeningRequest request) {
        return desk.open(day, request);
    }

    @Operation(
            summary = "Close the till of a day: count the drawer, explain a difference",
            description =
                    """
                    Example: `{"cooperativeId": "…", "outletId": "…", "counted": {"50000": 3, "500": 4}, "takenOut": 0}`. \
                    Expected is the opening, and the day's sales that were paid in cash (or of which nobody said how), \
                    less its returns and what was taken out. A difference needs an `explanation`.\
                    """)
    @PutMapping("/{day}/close")
    TillView close(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @Valid @RequestBody ClosingRequest request) {
        return desk.close(day, request);
    }

    @Operation(
            summary = "The till of a day, with what the books expect in the drawer by now",
            description =
                    "For a closed day 'expected' is what was expected when it was closed, and 'expectedNow' what is since sales were uploaded later.")
    @GetMapping("/{day}")
    TillView find(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId) {
        return desk.find(cooperativeId, outletId, day);
    }
}

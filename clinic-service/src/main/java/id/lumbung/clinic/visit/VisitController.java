package id.lumbung.clinic.visit;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VisitController {

    private static final long MOST_RUPIAH = 1_000_000_000L;

    private final FrontDesk desk;

    VisitController(FrontDesk desk) {
        this.desk = desk;
    }

    record Registration(
            @NotNull UUID cooperativeId,
            @NotNull UUID outletId,
            @Nullable UUID memberId,
            @NotNull Visit.Payer payer,
            @NotNull Instant arrivedAt)
            implements Owned {}

    record Payment(@NotNull @PositiveOrZero @Max(MOST_RUPIAH) Rupiah paid, @NotNull Instant at) {}

    record PayBack(
            @NotNull UUID visitId,
            @NotNull @Positive @Max(MOST_RUPIAH) Rupiah amount,
            @NotNull Instant at) {}

    @Operation(summary = "Register a visit")
    @PutMapping("/visits/{id}")
    Visit register(@PathVariable UUID id, @Valid @RequestBody Registration registration) {
        return desk.register(
                new Visit(
                        id,
                        registration.cooperativeId(),
                        registration.outletId(),
                        registration.memberId(),
                        registration.payer(),
                        registration.arrivedAt().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Operation(summary = "A visit; that it was read is recorded in the audit")
    @GetMapping("/visits/{id}")
    Visit visit(@PathVariable UUID id) {
        return desk.show(id);
    }

    @Operation(summary = "Settle a visit's fee")
    @PutMapping("/visits/{id}/settlement")
    Settlement settle(@PathVariable UUID id, @Valid @RequestBody Payment payment) {
        return desk.settle(id, payment);
    }

    @Operation(summary = "Pay back a visit's fee, or part of it")
    @PutMapping("/refunds/{id}")
    Refund refund(@PathVariable UUID id, @Valid @RequestBody PayBack payBack) {
        return desk.refund(id, payBack);
    }
}

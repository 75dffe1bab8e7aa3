package id.lumbung.pharmacy.till;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.pharmacy.licence.OutletDay;
import id.lumbung.retail.till.Cash;
import id.lumbung.retail.till.TillDay;
import id.lumbung.retail.till.TillStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Opens and closes the drawer. An outlet has one: sales do not say which it was. */
@Component
class TillDesk {

    private static final String TILL = "1";

    private final TillStore days;
    private final CashOfDay cash;
    private final OutletOwners owners;
    private final AuditLog audit;
    private final Clock clock;

    TillDesk(
            MongoOperations mongo,
            CashOfDay cash,
            OutletOwners owners,
            AuditLog audit,
            Clock clock) {
        this.days = new TillStore(mongo);
        this.cash = cash;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    TillView open(LocalDate day, OpeningRequest request) {
        owners.require(request.cooperativeId(), request.outletId());
        return view(
                days.open(
                        day(request.cooperativeId(), request.outletId(), day, request.opening())));
    }

    TillView close(LocalDate day, ClosingRequest request) {
        var cooperative = request.cooperativeId();
        var outlet = request.outletId();
        var counted = new Cash(request.counted());
        return view(
                days.close(
                        day(cooperative, outlet, day, Rupiah.ZERO),
                        counted,
                        open -> {
                            var closed =
                                    open.closed(
                                            counted,
                                            cash.taken(cooperative, outlet, day),
                                            cash.givenBack(cooperative, outlet, day)
                                                    .plus(request.allTakenOut()),
                                            request.explanation(),
                                            clock.instant());
                            audit.record(
                                    "TILL_CLOSED",
                                    cooperative,
                                    outlet.toString(),
                                    "%s, counted %s".formatted(day, counted.total()));
                            return closed;
                        }));
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it was not opened
     */
    TillView find(UUID cooperativeId, UUID outletId, LocalDate day) {
        return view(days.require(day(cooperativeId, outletId, day, Rupiah.ZERO)));
    }

    private TillDay day(UUID cooperativeId, UUID outletId, LocalDate day, Rupiah opening) {
        return new TillDay(
                cooperativeId,
                outletId,
                TILL,
                OutletDay.require(day),
                opening,
                clock.instant(),
                null);
    }

    private TillView view(TillDay day) {
        var expected =
                day.opening()
                        .plus(cash.taken(day.cooperativeId(), day.outletId(), day.day()))
                        .minus(cash.givenBack(day.cooperativeId(), day.outletId(), day.day()));
        return TillView.of(day, expected.amount());
    }
}

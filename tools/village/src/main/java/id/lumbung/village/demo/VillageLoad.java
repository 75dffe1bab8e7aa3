package id.lumbung.village.demo;

import static id.lumbung.launcher.client.IndonesianNumbers.number;

import id.lumbung.launcher.client.InFlight;
import id.lumbung.launcher.login.Callers;
import id.lumbung.village.life.BatchSender;
import id.lumbung.village.life.Village;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends what happened in a village's year through the gateway, as its outlets and its board do. */
final class VillageLoad {

    private static final int MAX_AT_ONCE = 16;

    private final Callers callers;
    private final Consumer<String> progress;

    VillageLoad(Callers callers, Consumer<String> progress) {
        this.callers = callers;
        this.progress = progress;
    }

    /**
     * @return whether every sale was taken
     */
    boolean send(VillageYear life) {
        var village = life.village();
        village.register(callers);
        progress.accept("registered %s members".formatted(number(village.members().size())));
        try (var requests = new InFlight(MAX_AT_ONCE)) {
            life.deposits().forEach(deposit -> requests.add(() -> deposit(village, deposit)));
            requests.await();
        }
        progress.accept("%s deposits".formatted(number(life.deposits().size())));
        boolean taken;
        try (var sender = pharmacySender(village)) {
            life.sales().forEach(sender::send);
            sender.await();
            taken = sender.sent().conflicts() + sender.sent().refused() == 0;
        }
        progress.accept("%s sales".formatted(number(life.sales().size())));
        try (var requests = new InFlight(MAX_AT_ONCE)) {
            life.returns().forEach(it -> requests.add(() -> sendBack(village, it)));
            life.visits().forEach(visit -> requests.add(() -> visit(village, visit)));
            requests.await();
        }
        try (var requests = new InFlight(MAX_AT_ONCE)) {
            life.refunds().forEach(refund -> requests.add(() -> refund(village, refund)));
            requests.await();
        }
        progress.accept("%s visits".formatted(number(life.visits().size())));
        return taken;
    }

    private BatchSender pharmacySender(Village village) {
        return new BatchSender(
                callers.outlet(village.outlet("PHARMACY")), Village.ZONE, 0, progress);
    }

    private void deposit(Village village, VillageYear.Deposit deposit) {
        callers.board(village.cooperativeId())
                .put(
                        "/api/membership/deposits/" + deposit.id(),
                        Map.of(
                                "cooperativeId", village.cooperativeId(),
                                "memberId", deposit.memberId(),
                                "kind", deposit.kind(),
                                "amount", deposit.amount(),
                                "at", deposit.at()));
    }

    private void sendBack(Village village, VillageYear.Return it) {
        callers.outlet(it.sale().outletId())
                .put(
                        "/api/pharmacy/returns/" + it.id(),
                        Map.of(
                                "cooperativeId", village.cooperativeId(),
                                "outletId", it.sale().outletId(),
                                "saleId", it.sale().id(),
                                "lines",
                                        List.of(
                                                Map.of(
                                                        "line", 0,
                                                        "quantity", it.line().quantity(),
                                                        "amount", it.line().amount())),
                                "at", it.at()));
    }

    private void visit(Village village, VillageYear.Visit visit) {
        var registration = new HashMap<String, Object>();
        registration.put("cooperativeId", village.cooperativeId());
        registration.put("outletId", village.outlet("CLINIC"));
        if (visit.memberId() != null) {
            registration.put("memberId", visit.memberId());
        }
        registration.put("payer", visit.payer());
        registration.put("arrivedAt", visit.at());
        var clinic = callers.outlet(village.outlet("CLINIC"));
        clinic.put("/api/clinic/visits/" + visit.id(), registration);
        clinic.put(
                "/api/clinic/visits/%s/settlement".formatted(visit.id()),
                Map.of("paid", visit.paid(), "at", visit.settledAt()));
    }

    private void refund(Village village, VillageYear.Refund refund) {
        callers.outlet(village.outlet("CLINIC"))
                .put(
                        "/api/clinic/refunds/" + refund.id(),
                        Map.of(
                                "visitId", refund.visit().id(),
                                "amount", refund.amount(),
                                "at", refund.at()));
    }
}

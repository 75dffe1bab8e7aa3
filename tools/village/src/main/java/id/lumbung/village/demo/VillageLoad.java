package id.lumbung.village.demo;

import static id.lumbung.launcher.client.IndonesianNumbers.number;

import id.lumbung.launcher.client.InFlight;
import id.lumbung.launcher.login.Callers;
import id.lumbung.village.life.BatchSender;
import id.lumbung.village.life.Village;
import id.lumbung.village.life.VillageRegistration;
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
        var one = new VillageRequests(callers, village);
        new VillageRegistration(callers, village).all();
        progress.accept("registered %s members".formatted(number(village.members().size())));
        var products = SampleCatalogue.enter(callers.manager(village.cooperativeId()), village);
        progress.accept("%s medicines in the catalogue".formatted(number(products)));
        atOnce(requests ->
                life.deposits().forEach(deposit -> requests.add(() -> one.deposit(deposit))));
        progress.accept("%s deposits".formatted(number(life.deposits().size())));
        var taken = sell(life);
        progress.accept("%s sales".formatted(number(life.sales().size())));
        atOnce(requests -> {
            life.returns().forEach(it -> requests.add(() -> one.sendBack(it)));
            life.visits().forEach(visit -> requests.add(() -> one.visit(visit)));
        });
        atOnce(requests -> life.refunds().forEach(it -> requests.add(() -> one.refund(it))));
        progress.accept("%s visits".formatted(number(life.visits().size())));
        return taken;
    }

    private static void atOnce(Consumer<InFlight> all) {
        try (var requests = new InFlight(MAX_AT_ONCE)) {
            all.accept(requests);
            requests.await();
        }
    }

    private boolean sell(VillageYear life) {
        var pharmacy = callers.outlet(life.village().outlet("PHARMACY"));
        try (var sender = new BatchSender(pharmacy, Village.ZONE, 0, progress)) {
            life.sales().forEach(sender::send);
            sender.await();
            return sender.sent().conflicts() + sender.sent().refused() == 0;
        }
    }
}

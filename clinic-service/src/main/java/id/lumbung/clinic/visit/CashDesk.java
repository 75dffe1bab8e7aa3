package id.lumbung.clinic.visit;

import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Where patients pay. */
@Component
class CashDesk {

    private final FrontDesk desk;
    private final FactStore<Settlement> settlements;

    CashDesk(FrontDesk desk, FactStore<Settlement> settlements) {
        this.desk = desk;
        this.settlements = settlements;
    }

    /**
     * @throws Refusal when the visit is not registered, or what was paid does not fit who pays
     */
    Settlement settle(UUID id, SettlementRequest request) {
        var visit = desk.get(id);
        var nothing = request.paid().equals(Rupiah.ZERO);
        if (!visit.payer().patientMayPay() && !nothing) {
            throw VisitRule.PATIENT_PAYS_NOTHING.because(
                    "Pasien %s tidak membayar apa pun; lunasi kunjungan ini dengan 0."
                            .formatted(visit.payer()),
                    "A patient under %s pays nothing; settle the visit with 0."
                            .formatted(visit.payer()));
        }
        if (visit.payer() == Visit.Payer.GENERAL && nothing) {
            throw VisitRule.FEE_MISSING.because(
                    "Pasien umum membayar biaya; isi berapa yang dibayar.",
                    "A patient who pays for themselves pays a fee; give what was paid.");
        }
        return settlements.put(request.of(visit, settlements.now()));
    }

    @Configuration
    static class StoreConfiguration {

        @Bean
        FactStore<Settlement> settlements(FactStores stores) {
            return stores.open(Settlement.class, "settlements", VisitSettled.class);
        }
    }
}

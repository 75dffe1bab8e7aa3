package id.lumbung.shu.payout;

import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.PaymentReversed;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where payments and their reversals are kept. */
@Configuration(proxyBeanMethods = false)
class PayoutStores {

    @Bean
    FactStore<Payment> paymentStore(FactStores stores) {
        return stores.open(Payment.class, "payments", EntitlementPaid.class)
                .indexed(false, "cooperativeId", "bookYear", "_id");
    }

    @Bean
    FactStore<PaymentReversal> reversalStore(FactStores stores) {
        return stores.open(PaymentReversal.class, "paymentReversals", PaymentReversed.class)
                .indexed(false, "cooperativeId", "bookYear", "memberId");
    }
}

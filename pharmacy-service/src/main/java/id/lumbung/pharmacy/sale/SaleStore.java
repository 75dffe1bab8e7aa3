package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SaleStore {

    @Bean
    FactStore<Sale> sales(FactStores stores) {
        return stores.open(Sale.class, "sales", SaleCompleted.class);
    }
}

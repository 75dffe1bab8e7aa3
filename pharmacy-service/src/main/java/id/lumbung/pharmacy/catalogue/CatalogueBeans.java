package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.catalogue.ProductSearch;
import id.lumbung.retail.catalogue.ProductStore;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The products of all cooperatives, as any shop keeps them. */
@Configuration(proxyBeanMethods = false)
class CatalogueBeans {

    @Bean
    ProductStore productStore(MongoOperations mongo, Clock clock) {
        return new ProductStore(mongo, clock, List.of(Medicine.SUBSTANCE, Medicine.BRAND));
    }

    @Bean
    ProductSearch productSearch(MongoOperations mongo) {
        return new ProductSearch(mongo);
    }
}

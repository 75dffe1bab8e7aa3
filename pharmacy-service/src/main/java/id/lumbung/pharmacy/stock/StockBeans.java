package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.LimitedWrites;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.ledger.StockLedger;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The ledger over the facts that move stock: sales, returns, and acts on stock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StockSettings.class)
class StockBeans {

    @Bean
    StockLedger stockLedger(MongoOperations mongo, Clock clock) {
        return new StockLedger(mongo, clock, List.of("sales", "returns", StockActs.COLLECTION));
    }

    @Bean
    StockActs stockActs(MongoOperations mongo, StockLedger ledger, Clock clock) {
        return new StockActs(mongo, new LimitedWrites(ledger), clock);
    }
}

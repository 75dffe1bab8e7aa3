package id.lumbung.pharmacy.stock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param countLossLimit how many base units of a batch a count may take away on one person's word
 * @param consumptionDays over how many days back consumption is reckoned
 */
@ConfigurationProperties("lumbung.stock")
record StockSettings(
        @DefaultValue("50") long countLossLimit, @DefaultValue("30") int consumptionDays) {}

package id.lumbung.shu.closing;

import id.lumbung.shu.reconciliation.FakeService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The services that are asked what they hold; one set for all tests that import it. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeServices {

    public static final FakeService OFFICE = new FakeService("membership");
    public static final FakeService PHARMACY = new FakeService("pharmacy");
    public static final FakeService CLINIC = new FakeService("clinic");

    @Bean
    DynamicPropertyRegistrar addresses() {
        return properties -> {
            properties.add("lumbung.shu.services.membership", OFFICE::url);
            properties.add("lumbung.shu.services.pharmacy", PHARMACY::url);
            properties.add("lumbung.shu.services.clinic", CLINIC::url);
        };
    }
}

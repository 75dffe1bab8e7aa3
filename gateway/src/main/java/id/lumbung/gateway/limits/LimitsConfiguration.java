package id.lumbung.gateway.limits;

import io.github.bucket4j.TimeMeter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    /**
     * Not the clock on the wall: where that is set back, nobody is to wait until it is there again.
     */
    @Bean
    TimeMeter rateLimitTime() {
        return TimeMeter.SYSTEM_NANOTIME;
    }
}

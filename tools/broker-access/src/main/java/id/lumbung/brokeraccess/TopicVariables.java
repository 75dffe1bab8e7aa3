package id.lumbung.brokeraccess;

import id.lumbung.backbone.kafka.TopicSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The settings of topics as the services have them, so that topics come out the same. */
final class TopicVariables {

    private TopicVariables() {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TopicSettings.class)
    static class Binding {}

    /** The environment names them as for the services, whose file of settings is not read here. */
    static ConfigurableApplicationContext context(String... arguments) {
        return new SpringApplicationBuilder(Binding.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(
                        "lumbung.kafka.partitions=${LUMBUNG_TOPIC_PARTITIONS:12}",
                        "lumbung.kafka.replicas=${LUMBUNG_TOPIC_REPLICAS:1}")
                .run(arguments);
    }
}

package id.lumbung.backbone.mongo;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** The database's health, and documents without the names of our classes. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
class DatabaseAutoConfiguration {

    /** Around Spring Security's filters, which look into the database, too. */
    private static final int BEFORE_SECURITY = -101;

    @Bean
    FilterRegistrationBean<DatabaseProblemFilter> databaseProblemFilter() {
        var filter = new FilterRegistrationBean<>(new DatabaseProblemFilter());
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    static BeanPostProcessor documentsWithoutClassNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MappingMongoConverter converter) {
                    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
                }
                return bean;
            }
        };
    }

    @Bean
    MongoHealth mongoHealthIndicator(MongoOperations mongo) {
        return new MongoHealth(mongo);
    }
}

package id.lumbung.backbone.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.internal.MongoClientImpl;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseTimeoutsTest {

    @Test
    void aDatabaseThatHangsIsNotWaitedForWithoutEnd() {
        settings(
                "mongodb://127.0.0.1:1",
                settings -> {
                    assertThat(settings.getSocketSettings().getConnectTimeout(MILLISECONDS))
                            .isEqualTo(2_000);
                    assertThat(settings.getSocketSettings().getReadTimeout(MILLISECONDS))
                            .isEqualTo(120_000);
                    assertThat(
                                    settings.getClusterSettings()
                                            .getServerSelectionTimeout(MILLISECONDS))
                            .isEqualTo(10_000);
                });
    }

    @Test
    void anAddressThatNamesTimesKeepsThem() {
        settings(
                "mongodb://127.0.0.1:1/?socketTimeoutMS=500&connectTimeoutMS=300&serverSelectionTimeoutMS=200",
                settings -> {
                    assertThat(settings.getSocketSettings().getConnectTimeout(MILLISECONDS))
                            .isEqualTo(300);
                    assertThat(settings.getSocketSettings().getReadTimeout(MILLISECONDS))
                            .isEqualTo(500);
                    assertThat(
                                    settings.getClusterSettings()
                                            .getServerSelectionTimeout(MILLISECONDS))
                            .isEqualTo(200);
                });
    }

    private static void settings(String address, Consumer<MongoClientSettings> look) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(MongoMapping.class, MongoAutoConfiguration.class))
                .withPropertyValues("spring.mongodb.uri=" + address)
                .run(context -> {
                    var client = (MongoClientImpl) context.getBean(MongoClient.class);
                    look.accept(client.getSettings());
                });
    }
}

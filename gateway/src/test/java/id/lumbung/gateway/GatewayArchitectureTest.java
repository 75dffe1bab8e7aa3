package id.lumbung.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class GatewayArchitectureTest {

    private static final JavaClasses GATEWAY =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("id.lumbung.gateway");

    @Test
    void theGatewayReachesNeitherDatabaseNorBrokerNorBackbone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.bson..",
                        "com.mongodb..",
                        "org.apache.kafka..",
                        "id.lumbung.backbone..")
                .check(GATEWAY);
    }
}

package id.lumbung.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EdgeArchitectureTest {

    private static final JavaClasses EDGE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("id.lumbung.edge");

    @Test
    void theEdgeReachesNeitherDatabaseNorBroker() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.bson..",
                        "com.mongodb..",
                        "org.apache.kafka..",
                        "org.springframework.security..")
                .check(EDGE);
    }

    @Test
    void noPackageDependsOnItselfByWayOfAnother() {
        slices().matching("id.lumbung.edge.(*)..").should().beFreeOfCycles().check(EDGE);
    }
}

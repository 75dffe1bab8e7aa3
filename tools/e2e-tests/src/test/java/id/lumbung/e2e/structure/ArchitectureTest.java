package id.lumbung.e2e.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may depend on what. A rule that selects no class fails, too: ArchUnit takes an empty
 * selection for a mistake, so a renamed package cannot turn a rule into one that checks nothing.
 */
class ArchitectureTest {

    private static final String[] PLATFORM = {
        "id.lumbung.edge..", "id.lumbung.backbone..", "id.lumbung.identity.."
    };
    private static final String[] PRODUCT = {
        "id.lumbung.edge..",
        "id.lumbung.backbone..",
        "id.lumbung.identity..",
        "id.lumbung.gateway..",
        "id.lumbung.membership..",
        "id.lumbung.pharmacy..",
        "id.lumbung.clinic..",
        "id.lumbung.shu.."
    };
    private static final String[] KEEPING_AND_PUBLISHING = {
        "org.bson..",
        "com.mongodb..",
        "org.apache.kafka..",
        "org.springframework.kafka..",
        "org.springframework.data.."
    };

    private static JavaClasses lumbung;

    @BeforeAll
    static void readsAllModules() {
        lumbung = new ClassFileImporter().importPaths(ProjectTree.mainClasses());
    }

    @Test
    void noPackageIsInACycle() {
        slices().matching("id.lumbung.(**)").should().beFreeOfCycles().check(lumbung);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id.lumbung.gateway.."})
    void theEdgeNeitherKeepsNorPublishes(String side) {
        noClasses()
                .that()
                .resideInAPackage(side)
                .should()
                .dependOnClassesThat(resideInAnyPackage(KEEPING_AND_PUBLISHING))
                .because("what stands at the edge holds nothing that could be lost there")
                .check(lumbung);
    }

    @Test
    void thePlatformKnowsNoService() {
        classes()
                .that()
                .resideInAnyPackage(PLATFORM)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PLATFORM)
                                .or(DescribedPredicate.not(resideInAPackage("id.lumbung.."))))
                .check(lumbung);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "membership", "pharmacy", "clinic", "shu"})
    void aServiceKnowsNoOther(String service) {
        var own = "id.lumbung." + service + "..";
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PLATFORM)
                                .or(resideInAPackage(own))
                                .or(DescribedPredicate.not(resideInAPackage("id.lumbung.."))))
                .because("services meet in events and in each other's public API alone")
                .check(lumbung);
    }

    @Test
    void nothingStandsOnTools() {
        classes()
                .that()
                .resideInAnyPackage(PRODUCT)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PRODUCT)
                                .or(DescribedPredicate.not(resideInAPackage("id.lumbung.."))))
                .check(lumbung);
    }
}

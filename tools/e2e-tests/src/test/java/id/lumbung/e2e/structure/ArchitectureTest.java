package id.lumbung.e2e.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.regex.Pattern;
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
        "id.lumbung.edge..", "id.lumbung.backbone..", "id.lumbung.identity..", "id.lumbung.retail.."
    };
    private static final String[] PRODUCT = {
        "id.lumbung.edge..",
        "id.lumbung.backbone..",
        "id.lumbung.identity..",
        "id.lumbung.retail..",
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

    private static final String STATUS = "org\\.springframework\\.http\\.HttpStatus";
    private static final String FEATURE = "(?s).*?\\bpackage id\\.lumbung\\.[a-z]+\\.[a-z.]+;.*";
    private static final Pattern APPLICATION =
            Pattern.compile("\\bid\\.lumbung\\.[a-z]+\\.[A-Za-z]+Application\\b");

    private static JavaClasses lumbung;

    @BeforeAll
    static void readsAllModules() {
        lumbung = new ClassFileImporter().importPaths(ProjectTree.mainClasses());
    }

    @Test
    void noPackageIsInACycle() {
        slices().matching("id.lumbung.(**)").should().beFreeOfCycles().check(lumbung);
    }

    @Test
    void desksAndRegistersKnowNoController() {
        noClasses()
                .that(named("desks and registers", ".*(Desk|Register)(\\$.*)?"))
                .should()
                .dependOnClassesThat(named("controllers", ".*Controller(\\$.*)?"))
                .because("what a desk is asked for stands in request records of its own")
                .check(lumbung);
    }

    /**
     * Read in the sources: the compiler copies a constant, and leaves no trace of where it stood.
     */
    @Test
    void noFeatureKnowsItsApplication() {
        var features =
                ProjectTree.mainSources().stream()
                        .filter(file -> ProjectTree.text(file).matches(FEATURE))
                        .toList();

        assertThat(features).isNotEmpty();
        assertThat(features)
                .as("features that know their application, which gathers them")
                .filteredOn(file -> APPLICATION.matcher(ProjectTree.text(file)).find())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id.lumbung.edge..", "id.lumbung.gateway.."})
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
    void theDivisionIsArithmeticAlone() {
        classes()
                .that()
                .resideInAPackage("id.lumbung.shu.division")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "id.lumbung.shu.division",
                                        "id.lumbung.backbone.money",
                                        "id.lumbung.backbone.event",
                                        "id.lumbung.edge",
                                        "id.lumbung.edge.problem",
                                        "com.fasterxml.jackson.annotation",
                                        "tools.jackson..",
                                        "jakarta.validation..",
                                        "org.jspecify..",
                                        "java..",
                                        "")
                                .or(named("the status of a refusal", STATUS)))
                .because(
                        "a member's part must follow from weights and rules, and from nothing else")
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

    private static DescribedPredicate<JavaClass> named(String what, String pattern) {
        return DescribedPredicate.describe(what, type -> type.getName().matches(pattern));
    }
}

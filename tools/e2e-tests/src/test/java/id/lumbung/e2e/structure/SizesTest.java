package id.lumbung.e2e.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A type does one thing. What outgrows these sizes is several types in one file. */
class SizesTest {

    private static final int MAX_FILE = 400;
    private static final int MAX_METHOD = 60;
    private static final int SMALL_TYPE = 55;
    private static final double MIN_SHARE_OF_SMALL_TYPES = 0.85;

    private static final Set<String> LONGER_FOR_NOW = Set.of("PhuForm.java");

    private static final List<Sized> FILES = new ArrayList<>();
    private static final List<Sized> TYPES = new ArrayList<>();
    private static final List<Sized> METHODS = new ArrayList<>();

    record Sized(String name, long lines) {}

    @BeforeAll
    static void readsAllSources() {
        for (var source : Sources.main()) {
            var lines = ProjectTree.text(ProjectTree.root().resolve(source.name())).lines().count();
            FILES.add(new Sized(source.name(), lines));
            new Measuring(source).scan(source.unit(), null);
        }
    }

    @Test
    void noFileIsTooLong() {
        assertThat(FILES).isNotEmpty();
        assertThat(FILES)
                .filteredOn(file -> file.lines() > MAX_FILE)
                .filteredOn(SizesTest::isNotExcused)
                .isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        assertThat(METHODS).isNotEmpty();
        assertThat(METHODS)
                .filteredOn(method -> method.lines() > MAX_METHOD)
                .filteredOn(SizesTest::isNotExcused)
                .isEmpty();
    }

    @Test
    void mostTypesAreSmall() {
        var small = TYPES.stream().filter(type -> type.lines() <= SMALL_TYPE).count();

        assertThat((double) small / TYPES.size())
                .as("share of types of at most %d lines", SMALL_TYPE)
                .isGreaterThanOrEqualTo(MIN_SHARE_OF_SMALL_TYPES);
    }

    private static boolean isNotExcused(Sized it) {
        return LONGER_FOR_NOW.stream().noneMatch(file -> it.name().contains("/" + file));
    }

    /** Takes the length of each method, and of each type with what is nested in it. */
    private static final class Measuring extends TreeScanner<Void, Void> {

        private final Sources.Source source;

        Measuring(Sources.Source source) {
            this.source = source;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                TYPES.add(new Sized(type.getSimpleName().toString(), source.lines(type)));
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            METHODS.add(new Sized(source.name() + ": " + method.getName(), source.lines(method)));
            return super.visitMethod(method, nothing);
        }
    }
}

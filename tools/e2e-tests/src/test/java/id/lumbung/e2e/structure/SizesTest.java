package id.lumbung.e2e.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A type does one thing. What outgrows these sizes is several types in one file. */
class SizesTest {

    private static final int MAX_FILE = 812;
    private static final int MAX_METHOD = 147;
    private static final int SMALL_TYPE = 55;
    private static final double MIN_SHARE_OF_SMALL_TYPES = 0.70;

    private static final List<Sized> FILES = new ArrayList<>();
    private static final List<Sized> METHODS = new ArrayList<>();
    private static final List<Sized> TYPES = new ArrayList<>();

    record Sized(String name, long lines) {}

    @BeforeAll
    static void readsAllSources() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(ProjectTree.mainSources());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Measuring(unit, positions).scan(unit, null);
            }
        }
    }

    @Test
    void noFileIsTooLong() {
        assertThat(FILES).isNotEmpty();
        assertThat(FILES).filteredOn(file -> file.lines() > MAX_FILE).isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        assertThat(METHODS).isNotEmpty();
        assertThat(METHODS).filteredOn(method -> method.lines() > MAX_METHOD).isEmpty();
    }

    @Test
    void mostTypesAreSmall() {
        var small = TYPES.stream().filter(type -> type.lines() <= SMALL_TYPE).count();

        assertThat((double) small / TYPES.size())
                .as("share of types of at most %d lines", SMALL_TYPE)
                .isGreaterThanOrEqualTo(MIN_SHARE_OF_SMALL_TYPES);
    }

    /**
     * Takes the lines from the first to the last of each method, and of each type with what is
     * nested in it.
     */
    private static final class Measuring extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Measuring(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree file, Void nothing) {
            var name = ProjectTree.root().relativize(Path.of(file.getSourceFile().toUri()));
            FILES.add(new Sized(name.toString(), lines(file)));
            return super.visitCompilationUnit(file, nothing);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                TYPES.add(new Sized(type.getSimpleName().toString(), lines(type)));
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (positions.getEndPosition(unit, method) >= 0) {
                var file = Path.of(unit.getSourceFile().toUri()).getFileName();
                METHODS.add(new Sized(file + ": " + method.getName(), lines(method)));
            }
            return super.visitMethod(method, nothing);
        }

        private long lines(Tree tree) {
            var map = unit.getLineMap();
            return map.getLineNumber(positions.getEndPosition(unit, tree))
                    - map.getLineNumber(positions.getStartPosition(unit, tree))
                    + 1;
        }
    }
}

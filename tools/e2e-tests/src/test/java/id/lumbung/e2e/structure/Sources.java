package id.lumbung.e2e.structure;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/** The main code of all modules as the compiler reads it, without resolving what it names. */
final class Sources {

    private Sources() {}

    /** One file, and where in it things stand. */
    record Source(CompilationUnitTree unit, SourcePositions positions) {

        /** From the project's folder. */
        String name() {
            return ProjectTree.root().relativize(Path.of(unit.getSourceFile().toUri())).toString();
        }

        /** From the first to the last, that of a type or method without its Javadoc. */
        long lines(Tree tree) {
            var map = unit.getLineMap();
            return map.getLineNumber(positions.getEndPosition(unit, tree))
                    - map.getLineNumber(positions.getStartPosition(unit, tree))
                    + 1;
        }
    }

    static List<Source> main() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(ProjectTree.mainSources());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            var positions = Trees.instance(task).getSourcePositions();
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .<Source>map(unit -> new Source(unit, positions))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package id.lumbung.edge.problem;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with one field of the body. */
record FieldProblem(String field, Bilingual detail) {

    /** In one sentence, whatever the order in which it was found. */
    static Bilingual toCorrect(Collection<FieldProblem> fields) {
        return new Bilingual(
                "Perbaiki lalu kirim lagi: " + all(fields, Bilingual::indonesian) + ".",
                "Correct and send again: " + all(fields, Bilingual::english) + ".");
    }

    private static String all(
            Collection<FieldProblem> fields, Function<Bilingual, String> language) {
        return fields.stream()
                .map(field -> "'%s' %s".formatted(field.field(), language.apply(field.detail())))
                .sorted()
                .collect(Collectors.joining("; "));
    }
}

package id.lumbung.edge.problem;

import java.util.List;
import java.util.Map;

/** A problem's members beside the standard's, as they are told in a language. */
final class ToldMember {

    private ToldMember() {}

    /** What is said in both languages in this one; fragments are parted where both are told. */
    static Object of(Object member, Language language) {
        return switch (member) {
            case Bilingual words when language == Language.BOTH ->
                    words.indonesian() + " / " + words.english();
            case Bilingual words -> language.choose(words.indonesian(), words.english());
            case FieldProblem field ->
                    Map.of("field", field.field(), "detail", of(field.detail(), language));
            case List<?> list -> list.stream().map(it -> of(it, language)).toList();
            default -> member;
        };
    }
}

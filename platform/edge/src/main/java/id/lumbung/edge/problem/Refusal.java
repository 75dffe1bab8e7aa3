package id.lumbung.edge.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A rule said no. Leaves as problem details whose type names the rule; nothing was written. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final transient Problem problem;

    /**
     * Implemented by the enums that list the rules of a feature. A refusal is answered with 409
     * unless the rule {@link Answers} with another status.
     */
    public interface Rule {

        String name();

        default HttpStatus status() {
            if (!(this instanceof Enum<?> constant)) {
                return HttpStatus.CONFLICT;
            }
            try {
                var answers =
                        constant.getDeclaringClass()
                                .getDeclaredField(constant.name())
                                .getAnnotation(Answers.class);
                return answers == null ? HttpStatus.CONFLICT : answers.value();
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException("Every constant of an enum is a field of it", e);
            }
        }

        /** The same in words that stand together already. */
        default Refusal because(Bilingual words) {
            return because(words.indonesian(), words.english());
        }

        /** What is thrown where this rule says no, without anything for programs. */
        default Refusal because(String indonesian, String english) {
            return because(indonesian, english, Map.of());
        }

        /**
         * What is thrown where this rule says no. Both sentences are for the one who asked: what is
         * wrong and what to do. No personal data.
         *
         * @param args what a program may want to know: the problem's own members beside the
         *     standard's
         */
        default Refusal because(String indonesian, String english, Map<String, Object> args) {
            return new Refusal(new Problem(this, status(), indonesian, english, args));
        }
    }

    /** The status with which a rule of an enum answers. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Answers {
        HttpStatus value();
    }

    /** Refuses with sentences of both languages. */
    public Refusal(Problem problem) {
        super(problem.english(), null, false, false);
        this.rule = problem.rule();
        this.problem = problem;
    }

    public Rule rule() {
        return rule;
    }

    public HttpStatus status() {
        return rule.status();
    }

    /**
     * The rule's name as it stands in the problem's type, for example {@code too-much-returned}.
     */
    public String slug() {
        return slug(rule);
    }

    static String slug(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Problem problem() {
        return problem;
    }

    /** What a program may want to know beside the rule: the problem's own members. */
    public Map<String, Object> args() {
        return problem.more();
    }

    /** In English, for logs and for what asks no language. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** In the language that the request at hand asks for, and in both where it asks for none. */
    public String detailForCaller() {
        return new Bilingual(problem.indonesian(), problem.english()).forCaller();
    }
}

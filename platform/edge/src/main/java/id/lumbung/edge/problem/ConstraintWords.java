package id.lumbung.edge.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * What a constraint asks for, in both languages, whatever those of the machine and of the request
 * are. The words stand in the bundles {@code ValidationMessages} (constraints that everybody knows)
 * and {@code ContributorValidationMessages} of each module (its own).
 */
public final class ConstraintWords {

    /** Where it was no constraint that said no. */
    static final Bilingual NOT_KNOWN = new Bilingual("tidak dapat diterima", "cannot be accepted");

    private static final Locale INDONESIAN = Locale.of("id");
    private static final MessageInterpolator WORDS =
            new ParameterMessageInterpolator(
                    Set.of(INDONESIAN, Locale.ENGLISH), Locale.ENGLISH, false);

    private ConstraintWords() {}

    /** What is to be corrected, in one sentence. */
    public static Bilingual toCorrect(Collection<? extends ConstraintViolation<?>> violations) {
        return FieldProblem.toCorrect(violations.stream().map(ConstraintWords::of).toList());
    }

    static FieldProblem of(ConstraintViolation<?> violation) {
        var words = new Bilingual(said(violation, INDONESIAN), said(violation, Locale.ENGLISH));
        return new FieldProblem(violation.getPropertyPath().toString(), words);
    }

    private static String said(ConstraintViolation<?> violation, Locale language) {
        var judged = new Judged(violation.getConstraintDescriptor(), violation.getInvalidValue());
        return WORDS.interpolate(template(violation), judged, language);
    }

    /** A size without an end is not told by the largest number that there is. */
    private static String template(ConstraintViolation<?> violation) {
        var template = violation.getMessageTemplate();
        if (violation.getConstraintDescriptor().getAnnotation() instanceof Size size
                && template.equals("{jakarta.validation.constraints.Size.message}")) {
            if (size.min() == 0) {
                return "{id.lumbung.edge.Size.most}";
            }
            if (size.max() == Integer.MAX_VALUE) {
                return "{id.lumbung.edge.Size.least}";
            }
        }
        return template;
    }
}

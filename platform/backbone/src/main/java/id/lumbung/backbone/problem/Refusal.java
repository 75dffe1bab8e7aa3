package id.lumbung.backbone.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A rule said no. Leaves as problem details whose type names the rule; nothing was written. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;

    /** Implemented by the enums that list the rules of a feature. */
    public interface Rule {

        String name();

        default HttpStatus status() {
            return HttpStatus.CONFLICT;
        }
    }

    /**
     * @param detail a sentence for the one who asked: what is wrong and what to do. No personal
     *     data.
     */
    public Refusal(Rule rule, String detail) {
        super(detail, null, false, false);
        this.rule = rule;
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
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}

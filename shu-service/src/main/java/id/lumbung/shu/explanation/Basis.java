package id.lumbung.shu.explanation;

import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.explanation.Explanation.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the amounts of an explanation rest on; see {@link Explanation} for its parts. */
record Basis(
        Label label,
        Rules rules,
        @Nullable Allocation allocation,
        Denominators denominators,
        List<String> assumptions) {}

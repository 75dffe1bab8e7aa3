package id.lumbung.backbone.reconciliation;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What whoever asks for an outlet's facts must keep. */
enum FactsRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_OUTLET,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TOO_MANY_FACTS;

    static Refusal noSuchOutlet() {
        return NO_SUCH_OUTLET.because(
                "Koperasi ini tidak mempunyai catatan dari gerai itu di sini. Lihat GET /reconciliation/outlets?cooperativeId=.",
                "This cooperative has no facts of such an outlet here. See GET /reconciliation/outlets?cooperativeId=.");
    }

    static Refusal tooManyFacts(int max) {
        return TOO_MANY_FACTS.because(
                "Ada lebih dari %d catatan dalam hari-hari ini. Minta lebih sedikit hari."
                        .formatted(max),
                "There are more than %d facts in these days. Ask for fewer days.".formatted(max));
    }
}

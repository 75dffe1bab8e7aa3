package id.lumbung.shu.statement;

import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.explanation.Explainer;
import id.lumbung.shu.explanation.Explanation;
import id.lumbung.shu.payout.Payment;
import id.lumbung.shu.payout.StandingPayments;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what stands on members' statements from the book year, its accounts and the names. */
@Component
class StatementAssembler {

    private final BookYearReader reader;
    private final Explainer explainer;
    private final StandingPayments payments;
    private final BookYears bookYears;
    private final MemberNames names;
    private final Clock clock;

    StatementAssembler(
            BookYearReader reader,
            Explainer explainer,
            StandingPayments payments,
            BookYears bookYears,
            MemberNames names,
            Clock clock) {
        this.reader = reader;
        this.explainer = explainer;
        this.payments = payments;
        this.bookYears = bookYears;
        this.names = names;
        this.clock = clock;
    }

    MemberStatement statement(UUID cooperativeId, int year, UUID memberId) {
        var explanation = explainer.explain(cooperativeId, year, memberId, null);
        var paid =
                explanation.label() == Explanation.Label.DIVIDED
                        ? payments.of(cooperativeId, year, Stream.of(memberId)).get(memberId)
                        : null;
        var named =
                names.of(cooperativeId, memberId)
                        .map(name -> Map.of(memberId, name))
                        .orElse(Map.of());
        return page(cooperativeId, year, named).of(explanation, paid);
    }

    /** Of all members, read some at a time; what was paid is asked for once for each such page. */
    Stream<MemberStatement> statements(UUID cooperativeId, int year) {
        var page = page(cooperativeId, year, names.of(cooperativeId));
        return explainer
                .explainAll(cooperativeId, page.bookYear())
                .flatMap(explanations -> {
                    var members = explanations.stream().map(it -> it.member().memberId());
                    Map<UUID, Payment> paid =
                            page.division() != null
                                    ? payments.of(cooperativeId, year, members)
                                    : Map.of();
                    return explanations.stream()
                            .filter(it -> it.member().kind() != null)
                            .map(it -> page.of(it, paid.get(it.member().memberId())));
                });
    }

    private StatementPage page(UUID cooperativeId, int year, Map<UUID, String> namesById) {
        var bookYear = bookYears.of(cooperativeId, year);
        return new StatementPage(
                names.cooperative(cooperativeId),
                namesById,
                bookYear,
                reader.get(cooperativeId, year).division(),
                bookYear.date(clock.instant()));
    }
}

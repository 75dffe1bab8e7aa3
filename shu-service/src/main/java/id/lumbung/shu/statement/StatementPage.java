package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Division;
import id.lumbung.shu.explanation.Explanation;
import id.lumbung.shu.payout.Payment;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all statements of one cooperative and year have in common.
 *
 * @param namesById of members, as far as the membership office knows them
 * @param division none before there is one
 * @param today an estimate counts to this day
 */
record StatementPage(
        MemberNames.Cooperative cooperative,
        Map<UUID, String> namesById,
        BookYear bookYear,
        @Nullable Division division,
        LocalDate today) {

    MemberStatement of(Explanation explanation, @Nullable Payment paid) {
        var member = explanation.member();
        var business = explanation.business();
        var kind = member.kind();
        var patronage = explanation.patronage();
        var onCapital = explanation.returnOnCapital();
        return new MemberStatement(
                cooperative.name(),
                cooperative.villageCode(),
                explanation.bookYear(),
                Standing.of(explanation.label()),
                explanation.label() == Explanation.Label.ESTIMATE ? asOf() : null,
                member.memberId(),
                namesById.get(member.memberId()),
                kind == null ? Event.MemberKind.EXTRAORDINARY : kind,
                Rupiah.of(business.counted()),
                business.transactions(),
                transactionSum(explanation),
                Saving.of(explanation.capital()),
                Rupiah.of(explanation.capital().counted()),
                Rupiah.of(patronage == null ? 0 : patronage.denominator()),
                Rupiah.of(onCapital == null ? 0 : onCapital.denominator()),
                patronage == null ? Rupiah.ZERO : patronage.pool(),
                onCapital == null ? Rupiah.ZERO : onCapital.pool(),
                patronage == null ? Rupiah.ZERO : patronage.part(),
                onCapital == null ? Rupiah.ZERO : onCapital.part(),
                Adjustments.of(business),
                Ineligibility.of(member.eligibility(), isWithoutSurplus()),
                paid == null ? null : StatementPayment.of(paid, bookYear),
                division == null ? null : division.digest());
    }

    /** Also of those who do not share: what they did is shown, and why it does not count. */
    private static Rupiah transactionSum(Explanation explanation) {
        var inYear = Rupiah.of(explanation.business().inYear());
        return explanation.rules().joinerRule().countsBeforeJoining()
                ? inYear.plus(Rupiah.of(explanation.business().beforeJoining()))
                : inYear;
    }

    private boolean isWithoutSurplus() {
        return division != null && division.surplus().equals(Rupiah.ZERO);
    }

    private LocalDate asOf() {
        return today.isBefore(bookYear.lastDay()) ? today : bookYear.lastDay();
    }
}

package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.Role;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.bookyear.Deadlines;
import id.lumbung.shu.closing.BookYearReader;
import id.lumbung.shu.closing.BookYearRecord;
import id.lumbung.shu.closing.DividedYears;
import id.lumbung.shu.division.Division;
import id.lumbung.shu.division.Eligibility;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.explanation.Explainer;
import id.lumbung.shu.explanation.Explanation;
import id.lumbung.shu.payout.Payment;
import id.lumbung.shu.payout.Payouts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what stands on statements and reports from the book year, its accounts and the names. */
@Component
class StatementAssembler {

    private static final int MEMBER_BATCH = 500;

    private final BookYearReader reader;
    private final DividedYears divided;
    private final Explainer explainer;
    private final Payouts payouts;
    private final BookYears bookYears;
    private final MemberNames names;
    private final Clock clock;

    StatementAssembler(
            BookYearReader reader,
            DividedYears divided,
            Explainer explainer,
            Payouts payouts,
            BookYears bookYears,
            MemberNames names,
            Clock clock) {
        this.reader = reader;
        this.divided = divided;
        this.explainer = explainer;
        this.payouts = payouts;
        this.bookYears = bookYears;
        this.names = names;
        this.clock = clock;
    }

    MemberStatement statement(UUID cooperativeId, int year, UUID memberId) {
        var explanation = explainer.explain(cooperativeId, year, memberId, null);
        var paid =
                explanation.label() == Explanation.Label.DIVIDED
                        ? payouts.paid(cooperativeId, year, Stream.of(memberId)).get(memberId)
                        : null;
        var named =
                names.of(cooperativeId, memberId)
                        .map(name -> Map.of(memberId, name))
                        .orElse(Map.of());
        return new StatementPage(cooperativeId, year, named).of(explanation, paid);
    }

    /** Of all members, read some at a time; what was paid is asked for once for each such page. */
    Stream<MemberStatement> statements(UUID cooperativeId, int year) {
        var page = new StatementPage(cooperativeId, year, names.of(cooperativeId));
        var isDivided = reader.get(cooperativeId, year).division() != null;
        return explainer
                .explainAll(cooperativeId, page.bookYear)
                .flatMap(explanations -> {
                    var members = explanations.stream().map(it -> it.member().memberId());
                    Map<UUID, Payment> paid =
                            isDivided ? payouts.paid(cooperativeId, year, members) : Map.of();
                    return explanations.stream()
                            .filter(it -> it.member().kind() != null)
                            .map(it -> page.of(it, paid.get(it.member().memberId())));
                });
    }

    /** What all statements of one cooperative and year have in common. */
    private final class StatementPage {
        private final MemberNames.Cooperative cooperative;
        private final Map<UUID, String> namesById;
        private final BookYear bookYear;
        private final Optional<Division> division;

        StatementPage(UUID cooperativeId, int year, Map<UUID, String> namesById) {
            this.cooperative = names.cooperative(cooperativeId);
            this.namesById = namesById;
            this.bookYear = bookYears.of(cooperativeId, year);
            this.division = Optional.ofNullable(reader.get(cooperativeId, year).division());
        }

        MemberStatement of(Explanation explanation, @Nullable Payment paid) {
            var member = explanation.member();
            var business = explanation.business();
            var kind = member.kind();
            var adjustments =
                    business.late().stream()
                            .map(late ->
                                    new MemberStatement.Adjustment(
                                            late.on(), Rupiah.of(late.amount())))
                            .toList();
            var isEstimate = explanation.label() == Explanation.Label.ESTIMATE;
            var patronage = explanation.patronage();
            var onCapital = explanation.returnOnCapital();
            return new MemberStatement(
                    cooperative.name(),
                    cooperative.villageCode(),
                    explanation.bookYear(),
                    switch (explanation.label()) {
                        case DIVIDED -> MemberStatement.Standing.DECIDED;
                        case PROPOSED -> MemberStatement.Standing.PROPOSAL;
                        case ESTIMATE -> MemberStatement.Standing.ESTIMATE;
                    },
                    isEstimate ? asOf() : null,
                    member.memberId(),
                    namesById.get(member.memberId()),
                    kind == null ? Event.MemberKind.EXTRAORDINARY : kind,
                    Rupiah.of(business.counted()),
                    business.transactions(),
                    transactionSum(explanation),
                    savings(explanation.capital()),
                    Rupiah.of(explanation.capital().counted()),
                    Rupiah.of(patronage == null ? 0 : patronage.denominator()),
                    Rupiah.of(onCapital == null ? 0 : onCapital.denominator()),
                    patronage == null ? Rupiah.ZERO : patronage.pool(),
                    onCapital == null ? Rupiah.ZERO : onCapital.pool(),
                    patronage == null ? Rupiah.ZERO : patronage.part(),
                    onCapital == null ? Rupiah.ZERO : onCapital.part(),
                    adjustments,
                    ineligibility(member.eligibility()),
                    paid == null ? null : payment(paid),
                    division.map(Division::digest).orElse(null));
        }

        /** Also of those who do not share: what they did is shown, and why it does not count. */
        private static Rupiah transactionSum(Explanation explanation) {
            var inYear = Rupiah.of(explanation.business().inYear());
            return explanation.rules().joinerRule().countsBeforeJoining()
                    ? inYear.plus(Rupiah.of(explanation.business().beforeJoining()))
                    : inYear;
        }

        private LocalDate asOf() {
            var today = bookYear.date(clock.instant());
            return today.isBefore(bookYear.lastDay()) ? today : bookYear.lastDay();
        }

        private MemberStatement.@Nullable Ineligibility ineligibility(Eligibility eligibility) {
            return switch (eligibility) {
                case SHARES ->
                        division.filter(it -> it.surplus().equals(Rupiah.ZERO)).isPresent()
                                ? MemberStatement.Ineligibility.NO_SURPLUS
                                : null;
                case NOT_A_MEMBER -> MemberStatement.Ineligibility.NOT_A_MEMBER_IN_THE_YEAR;
                case KIND_DOES_NOT_SHARE -> MemberStatement.Ineligibility.EXTRAORDINARY_MEMBER;
                case LEFT -> MemberStatement.Ineligibility.LEFT_AND_FORFEITED;
                case INACTIVE -> MemberStatement.Ineligibility.INACTIVE;
            };
        }

        private MemberStatement.Payment payment(Payment paid) {
            return new MemberStatement.Payment(
                    bookYear.date(paid.at()),
                    paid.paid(),
                    switch (paid.method()) {
                        case CASH -> MemberStatement.Payment.Manner.CASH;
                        case TRANSFER -> MemberStatement.Payment.Manner.TRANSFER;
                        case VOLUNTARY_SAVINGS -> MemberStatement.Payment.Manner.TO_SAVINGS;
                    });
        }
    }

    private static List<MemberStatement.Saving> savings(Explanation.Capital capital) {
        return capital.savings().stream()
                .filter(saving ->
                        saving.opening() != 0 || saving.paidIn() != 0 || saving.takenOut() != 0)
                .map(saving ->
                        new MemberStatement.Saving(
                                saving.kind(),
                                Rupiah.of(saving.opening()),
                                Rupiah.of(saving.closing()),
                                Rupiah.of(saving.averageDaily()),
                                saving.isCapital()))
                .toList();
    }

    /**
     * The report for the meeting, or of what it decided.
     *
     * @throws Refusal when nothing is proposed yet
     */
    MeetingReport report(UUID cooperativeId, int year) {
        var record = reader.get(cooperativeId, year);
        var proposal = record.proposal();
        if (proposal == null) {
            throw StatementRule.NOTHING_TO_REPORT.because(
                    "Belum ada usulan untuk %d. Usulkan dahulu: PUT proposal.".formatted(year),
                    "Nothing is proposed for %d yet. Propose it first: PUT proposal."
                            .formatted(year));
        }
        var cooperative = names.cooperative(cooperativeId);
        var allocation = proposal.allocation();
        var isShared = proposal.surplus().isMoreThan(Rupiah.ZERO);
        var proposed = divided.proposed(cooperativeId, year);
        var division = record.division();
        var loss = proposal.netSurplus().plus(proposal.broughtForward());
        var figures = proposal.figures();
        var checked = figures.checked();
        return new MeetingReport(
                cooperative.name(),
                cooperative.villageCode(),
                year,
                bookYears.of(cooperativeId, year).zone(),
                record.state(),
                Deadlines.of(year),
                PhuForm.lines(figures.figures(), checked),
                new MeetingReport.Surplus(
                        checked.netSurplus(),
                        checked.memberSurplus(),
                        checked.netSurplus().minus(checked.memberSurplus()),
                        proposal.broughtForward().negated(),
                        division == null ? Rupiah.ZERO : division.reserveUsed(),
                        division != null
                                ? division.carriedForward().negated()
                                : loss.isNegative() ? loss.negated() : Rupiah.ZERO),
                allocation.villageShare(),
                allocation.nonMemberToReserve(),
                isShared ? funds(proposal) : List.of(),
                proposal.rules(),
                resolution(record),
                Rupiah.of(proposed.division().business()),
                Rupiah.of(proposed.division().capital()),
                members(cooperativeId, year, proposed, namesForTheReader(cooperativeId)),
                proposed.division().remainder(),
                division == null ? null : division.digest());
    }

    /** Advisors get the report without names, which the membership office withholds from them. */
    private Map<UUID, String> namesForTheReader(UUID cooperativeId) {
        var caller = Caller.current();
        return Stream.of(Role.BOARD, Role.MANAGER, Role.SUPERVISOR).anyMatch(caller::is)
                ? names.of(cooperativeId)
                : Map.of();
    }

    /** In the policy's order; what is the reserve's for other reasons is shown by itself. */
    private static List<MeetingReport.Fund> funds(BookYearRecord.Proposal proposal) {
        var funds = new ArrayList<MeetingReport.Fund>();
        var allocation = proposal.allocation();
        allocation
                .funds()
                .forEach((name, amount) ->
                        funds.add(
                                new MeetingReport.Fund(
                                        name,
                                        proposal.rules().funds().getOrDefault(name, 0),
                                        name.equals(Policy.RESERVE)
                                                ? amount.minus(allocation.nonMemberToReserve())
                                                : amount)));
        return funds;
    }

    private static MeetingReport.@Nullable Resolution resolution(BookYearRecord record) {
        var decided = record.resolution();
        return decided == null
                ? null
                : new MeetingReport.Resolution(
                        decided.heldOn(),
                        decided.wasSecond()
                                ? MeetingReport.Resolution.Meeting.SECOND
                                : MeetingReport.Resolution.Meeting.FIRST,
                        decided.present(),
                        decided.members(),
                        true,
                        decided.votesFor());
    }

    private Iterable<MeetingReport.Member> members(
            UUID cooperativeId,
            int year,
            DividedYears.Proposed proposed,
            Map<UUID, String> namesById) {
        return () -> {
            var number = new int[1];
            return Stream.iterate(
                            proposed.page(null, MEMBER_BATCH),
                            page -> !page.isEmpty(),
                            page ->
                                    proposed.page(
                                            page.getLast().account().memberId(), MEMBER_BATCH))
                    .flatMap(page -> {
                        var paid =
                                payouts.paid(
                                        cooperativeId,
                                        year,
                                        page.stream().map(it -> it.account().memberId()));
                        return page.stream()
                                .filter(it -> it.account().membership().kind() != null)
                                .map(it ->
                                        row(
                                                ++number[0],
                                                it,
                                                namesById.get(it.account().memberId()),
                                                paid.containsKey(it.account().memberId())));
                    })
                    .iterator();
        };
    }

    private static MeetingReport.Member row(
            int number, DividedYears.Proposed.Part part, @Nullable String name, boolean isPaid) {
        var entitlement = part.entitlement();
        var kind = part.account().membership().kind();
        return new MeetingReport.Member(
                number,
                entitlement.memberId(),
                name,
                kind == null ? Event.MemberKind.EXTRAORDINARY : kind,
                Rupiah.of(entitlement.business()),
                Rupiah.of(entitlement.capital()),
                entitlement.patronagePart(),
                entitlement.capitalPart(),
                entitlement.total(),
                isPaid);
    }
}

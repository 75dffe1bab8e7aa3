package id.lumbung.shu.closing;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.account.MemberRegister;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.BookYearRecord.Proposal;
import id.lumbung.shu.closing.BookYearRecord.State;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where what the annual meeting (RAT) resolved is recorded, if it could so decide. */
@Component
class MeetingDecision {

    private final BookYearStore store;
    private final RecordedSteps steps;
    private final BookYears bookYears;
    private final MemberRegister register;

    MeetingDecision(
            BookYearStore store,
            RecordedSteps steps,
            BookYears bookYears,
            MemberRegister register) {
        this.register = register;
        this.store = store;
        this.steps = steps;
        this.bookYears = bookYears;
    }

    /**
     * Records what the meeting resolved.
     *
     * @throws Refusal when it could not so decide, or decided on something else than is proposed
     */
    BookYearRecord resolve(UUID cooperativeId, int year, Resolution resolution) {
        var record = store.get(cooperativeId, year);
        if (resolution.equals(record.resolution())) {
            return record;
        }
        record.requireUndecided();
        record.require(
                State.PROPOSED,
                new Bilingual("Usulkan dahulu: PUT proposal.", "Propose first: PUT proposal."));
        var proposal = record.proposed();
        var zone = bookYears.of(cooperativeId, year).zone();
        resolution.check(
                year,
                LocalDate.ofInstant(record.proposedAt(), zone),
                LocalDate.ofInstant(steps.now(), zone),
                register.voters(cooperativeId, resolution.heldOn()));
        requireUpToDate(resolution, proposal, record);
        requireSameFunds(resolution, proposal);
        requireReserve(resolution, proposal);
        return steps.save(
                "RESOLUTION_RECORDED", record.approved(resolution, steps.now(), Actor.current()));
    }

    /**
     * A supervisor confirms what the board recorded: money is divided on two people's word.
     *
     * @throws Refusal when nothing is recorded, or the same person recorded it
     */
    BookYearRecord countersign(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.APPROVED,
                new Bilingual(
                        "Minta pengurus mencatat keputusan rapat dahulu.",
                        "Have the board record the resolution first."));
        if (record.countersignature() != null) {
            return record;
        }
        var supervisor = Actor.current();
        if (supervisor.subject().equals(record.resolvedBy().subject())) {
            throw ClosingRule.SAME_PERSON.because(
                    "Yang mencatat keputusan rapat tidak dapat ikut menandatanganinya. Minta pengawas lain.",
                    "Whoever recorded the resolution cannot countersign it, too. Let another supervisor do it.");
        }
        return steps.save(
                "RESOLUTION_COUNTERSIGNED", record.countersigned(steps.now(), supervisor));
    }

    private static void requireUpToDate(
            Resolution resolution, Proposal proposal, BookYearRecord record) {
        var isOutdated =
                resolution.policyVersion() != proposal.policyVersion()
                        || record.policies().getLast().version() != proposal.policyVersion()
                        || (record.figures() != null
                                && record.figures().version() != proposal.figuresVersion());
        if (isOutdated) {
            throw ClosingRule.POLICY_OUTDATED.because(
                    "Rapat memutuskan kebijakan versi %d; yang diusulkan versi %d, dengan angka versi %d. Usulkan yang dilihat rapat: PUT policy atau figures, lalu PUT proposal."
                            .formatted(
                                    resolution.policyVersion(),
                                    proposal.policyVersion(),
                                    proposal.figuresVersion()),
                    "The meeting decided on policy version %d; version %d is proposed, on figures version %d. Propose what the meeting saw: PUT policy or figures, then PUT proposal."
                            .formatted(
                                    resolution.policyVersion(),
                                    proposal.policyVersion(),
                                    proposal.figuresVersion()));
        }
    }

    private static void requireSameFunds(Resolution resolution, Proposal proposal) {
        var decided = resolution.funds();
        if (decided == null || decided.equals(proposal.rules().funds())) {
            return;
        }
        var differences = new LinkedHashMap<String, String>();
        proposal.rules()
                .funds()
                .forEach((fund, share) -> {
                    if (!share.equals(decided.get(fund))) {
                        differences.put(fund, "%s for %s".formatted(decided.get(fund), share));
                    }
                });
        decided.forEach((fund, share) -> {
            if (!proposal.rules().funds().containsKey(fund)) {
                differences.put(fund, "%s for none".formatted(share));
            }
        });
        throw ClosingRule.FUNDS_DIFFER.because(
                "Persentase yang diputuskan berbeda dari yang diusulkan (basis poin): %s. Setel kebijakan menjadi yang diputuskan, usulkan, lalu catat lagi keputusannya."
                        .formatted(differences),
                "The percentages decided differ from those proposed (basis points): %s. Set the policy to what was decided, propose it and record the resolution again."
                        .formatted(differences));
    }

    private static void requireReserve(Resolution resolution, Proposal proposal) {
        var needed = proposal.result(Rupiah.ZERO).loss();
        var max = proposal.reserve();
        if (resolution.fromReserve().isMoreThan(needed)
                || resolution.fromReserve().isMoreThan(max)) {
            throw ClosingRule.RESERVE_OUT_OF_RANGE.because(
                    "'reserveUsed' adalah %s; kerugiannya %s dan dana cadangan yang ada %s."
                            .formatted(resolution.fromReserve(), needed, max),
                    "'reserveUsed' is %s; the loss is %s and there is a reserve of %s."
                            .formatted(resolution.fromReserve(), needed, max));
        }
    }
}

package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.ClockTolerance;
import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.ledger.StockLine;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where acts on stock are recorded, or proposed where a second person has to consent. */
@Component
class StockDesk {

    private final StockActs acts;
    private final StockActDraft draft;
    private final Proposals proposals;
    private final SecondPerson secondPerson;
    private final OutletProfiles profiles;
    private final OutletOwners owners;
    private final KnownProducts products;
    private final RecentStock recentStock;
    private final AuditLog audit;
    private final Clock clock;

    StockDesk(
            StockActs acts,
            StockActDraft draft,
            Proposals proposals,
            SecondPerson secondPerson,
            OutletProfiles profiles,
            OutletOwners owners,
            KnownProducts products,
            RecentStock recentStock,
            AuditLog audit,
            Clock clock) {
        this.acts = acts;
        this.draft = draft;
        this.proposals = proposals;
        this.secondPerson = secondPerson;
        this.profiles = profiles;
        this.owners = owners;
        this.products = products;
        this.recentStock = recentStock;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records an act, or proposes it. Sent twice it is one.
     *
     * @throws Refusal when it lies in the future, says too little, or takes more than there is
     */
    StockActAnswer put(UUID id, StockActRequest request) {
        ActStatements.require(request);
        ClockTolerance.require(request.at(), clock.instant());
        owners.require(request.cooperativeId(), request.outletId());
        var act = draft.of(id, request, clock.instant());
        if (acts.find(id).isPresent()) {
            return record(act);
        }
        products.require(act);
        if (proposals.find(id).isPresent() || secondPerson.isNeeded(act)) {
            var proposal = proposals.keep(act, Actor.current().subject());
            requireSame(proposal, act);
            return StockActAnswer.proposed(proposal);
        }
        return record(act);
    }

    private static void requireSame(Proposal proposal, StockAct act) {
        if (!proposal.act().isSameAs(act)) {
            throw StockRule.ANOTHER_PROPOSED.because(
                    "Id ini sudah dipakai untuk usulan lain. Usulan itu tetap berlaku.",
                    "Another act is proposed under this id. What is proposed stands.");
        }
    }

    /**
     * Does what another person has proposed.
     *
     * @throws Refusal when nothing is proposed under the id, or the same person did
     */
    StockActAnswer consent(UUID id) {
        var done = acts.find(id).filter(RequestGrant.current()::covers);
        if (done.isPresent()) {
            return StockActAnswer.recorded(done.get());
        }
        var proposal =
                proposals
                        .find(id)
                        .filter(RequestGrant.current()::covers)
                        .orElseThrow(StockRule::noSuchAct);
        if (proposal.proposedBy().equals(Actor.current().subject())) {
            throw StockRule.SECOND_PERSON_NEEDED.because(
                    "Usulan ini dari Anda sendiri. Mintalah orang lain menyetujuinya.",
                    "You have proposed this yourself. Let another person consent.");
        }
        audit.record(
                "STOCK_ACT_CONSENTED",
                proposal.cooperativeId(),
                id.toString(),
                "%s, proposed by %s".formatted(proposal.act().kind(), proposal.proposedBy()));
        var answer = record(proposal.act());
        proposals.remove(id);
        return answer;
    }

    StockActAnswer find(UUID id) {
        var grant = RequestGrant.current();
        return acts.find(id)
                .filter(grant::covers)
                .map(StockActAnswer::recorded)
                .or(() -> proposals.find(id).filter(grant::covers).map(StockActAnswer::proposed))
                .orElseThrow(StockRule::noSuchAct);
    }

    private StockActAnswer record(StockAct act) {
        if (products.areControlled(act) && acts.find(act.id()).isEmpty()) {
            audit.record(
                    "CONTROLLED_STOCK_MOVED",
                    act.cooperativeId(),
                    act.id().toString(),
                    act.kind().name());
        }
        var recorded = acts.put(profiles.shop(act.cooperativeId(), act.outletId()), act);
        var touched = recorded.lines().stream().map(StockLine::productId).distinct().toList();
        recentStock.changed(recorded.outletId(), touched);
        return StockActAnswer.recorded(Objects.requireNonNull(recorded));
    }
}

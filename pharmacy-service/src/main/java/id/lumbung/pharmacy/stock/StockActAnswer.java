package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockAct;
import org.jspecify.annotations.Nullable;

/**
 * @param proposedBy who asked for it, as long as it waits for a second person
 */
record StockActAnswer(State state, StockAct act, @Nullable String proposedBy) {

    enum State {
        /** It is on the card. */
        RECORDED,
        /** It waits for a second person's consent, and has changed nothing yet. */
        PROPOSED
    }

    static StockActAnswer recorded(StockAct act) {
        return new StockActAnswer(State.RECORDED, act, null);
    }

    static StockActAnswer proposed(Proposal proposal) {
        return new StockActAnswer(State.PROPOSED, proposal.act(), proposal.proposedBy());
    }
}

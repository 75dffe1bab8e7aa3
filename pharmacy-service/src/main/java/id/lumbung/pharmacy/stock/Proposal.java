package id.lumbung.pharmacy.stock;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.security.Owned;
import id.lumbung.retail.ledger.StockAct;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * An act on stock that waits for a second person.
 *
 * @param proposedBy who asked for it; another consents
 */
record Proposal(@Id UUID id, StockAct act, String proposedBy, Instant proposedAt) implements Owned {

    @Override
    @JsonIgnore
    public UUID cooperativeId() {
        return act.cooperativeId();
    }

    @Override
    @JsonIgnore
    public UUID outletId() {
        return act.outletId();
    }
}

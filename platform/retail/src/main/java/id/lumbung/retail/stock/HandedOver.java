package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;

/** What a sale really took of a batch, less what was brought back of it. */
public record HandedOver(Batch batch, long quantity, Rupiah cost) {

    HandedOver part(long quantity) {
        return new HandedOver(batch, quantity, cost.portion(quantity, this.quantity));
    }

    HandedOver less(HandedOver part) {
        return new HandedOver(batch, quantity - part.quantity, cost.minus(part.cost));
    }
}

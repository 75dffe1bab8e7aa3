package id.lumbung.backbone.event;

import id.lumbung.backbone.money.Rupiah;

/** What amounts of an event may be; another is a mistake of who published it. */
final class Amounts {

    private Amounts() {}

    static void requireNotNegative(String field, Rupiah value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("'" + field + "' is negative: " + value.amount());
        }
    }

    static void requirePositive(String field, Rupiah value) {
        requireNotNegative(field, value);
        if (value.amount() == 0) {
            throw new IllegalArgumentException("'" + field + "' is zero");
        }
    }
}

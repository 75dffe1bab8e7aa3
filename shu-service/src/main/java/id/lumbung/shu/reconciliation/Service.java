package id.lumbung.shu.reconciliation;

import id.lumbung.shu.ShuSettings;
import id.lumbung.shu.journal.Entry;
import java.net.URI;
import java.util.Locale;

/** Those who tell the journal what happened. */
enum Service {
    MEMBERSHIP,
    PHARMACY,
    CLINIC;

    /** Who tells of such a thing. */
    static Service of(Entry.Kind kind) {
        return switch (kind) {
            case COOPERATIVE_REGISTERED,
                    OUTLET_OPENED,
                    MEMBER_JOINED,
                    MEMBERSHIP_CORRECTED,
                    MEMBER_LEFT,
                    LEAVING_ANNULLED,
                    DEPOSIT,
                    DEPOSIT_REVERSED,
                    WITHDRAWAL,
                    WITHDRAWAL_REVERSED ->
                    MEMBERSHIP;
            case SALE, RETURN -> PHARMACY;
            case VISIT, REFUND -> CLINIC;
        };
    }

    URI address(ShuSettings.Services services) {
        return switch (this) {
            case MEMBERSHIP -> services.membership();
            case PHARMACY -> services.pharmacy();
            case CLINIC -> services.clinic();
        };
    }

    /** As it is called for people. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package id.lumbung.launcher.client;

import java.util.List;
import java.util.Locale;

/** Where facts stand: in the database of the service that took them, or in the journal. */
public enum ControlBook {
    MEMBERSHIP,
    PHARMACY,
    CLINIC,
    JOURNAL;

    /** Those whose facts the journal should hold. */
    public static final List<ControlBook> OWN = List.of(MEMBERSHIP, PHARMACY, CLINIC);

    public static final List<ControlBook> ALL = List.of(values());

    /** As it is called for people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return "/api/%s/reconciliation/outlets".formatted(this == JOURNAL ? "shu" : label());
    }
}

package id.lumbung.pharmacy.till;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;

/**
 * @param opening rupiah in the drawer, to give change from
 */
record OpeningRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull @PositiveOrZero @Max(1_000_000_000) Rupiah opening)
        implements Owned {}

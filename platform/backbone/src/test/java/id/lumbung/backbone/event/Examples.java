package id.lumbung.backbone.event;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/** Events that several tests use. */
public final class Examples {

    public static final SaleCompleted SALE =
            new SaleCompleted(
                    UUID.fromString("019ab1c2-0000-7000-8000-00000000c001"),
                    UUID.fromString("019ab1c2-0000-7000-8000-00000000fa01"),
                    UUID.fromString("019ab1c2-0000-7000-8000-0000000000a1"),
                    UUID.fromString("019ab1c2-0000-7000-8000-0000000000b1"),
                    Rupiah.of(12_500),
                    Rupiah.of(9_000),
                    Instant.parse("2026-03-01T03:15:00.250Z"));

    private Examples() {}
}

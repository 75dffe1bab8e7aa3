package id.lumbung.pharmacy.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** So much of a batch to hand over first, in base units. */
record Pick(String batch, @Nullable LocalDate expiry, long quantity) {}

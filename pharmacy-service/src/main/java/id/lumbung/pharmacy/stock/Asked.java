package id.lumbung.pharmacy.stock;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of which outlet and of which day a list is asked; null for today there. */
record Asked(UUID cooperativeId, UUID outletId, @Nullable LocalDate day) {}

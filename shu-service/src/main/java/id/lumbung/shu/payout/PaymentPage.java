package id.lumbung.shu.payout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param totals of the whole year, on the first page
 * @param next what to give as {@code after} for the next page; null on the last
 */
record PaymentPage(@Nullable PaymentTotals totals, List<Payment> payments, @Nullable UUID next) {}

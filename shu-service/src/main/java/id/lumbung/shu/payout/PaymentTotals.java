package id.lumbung.shu.payout;

import id.lumbung.backbone.money.Rupiah;

/**
 * Rupiah and members of a divided year.
 *
 * @param due what the division gives members
 */
record PaymentTotals(
        Rupiah due, Rupiah paid, Rupiah unpaid, long membersPaid, long membersUnpaid) {}

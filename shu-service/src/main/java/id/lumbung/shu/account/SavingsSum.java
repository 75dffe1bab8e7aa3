package id.lumbung.shu.account;

import id.lumbung.shu.account.MemberAccount.Savings;
import id.lumbung.shu.journal.Entry.Kind;

/** The sums of one kind of saving. */
final class SavingsSum {

    private long opening;
    private long paidIn;
    private long takenOut;
    private long rupiahDays;

    /**
     * Of an earlier year.
     *
     * @param amount rupiah, negative for what is taken out
     * @param days of the year that it stands
     */
    void addBefore(long amount, int days) {
        opening = Math.addExact(opening, amount);
        addDays(amount, days);
    }

    /**
     * In the year.
     *
     * @param kind what was done; a reversal takes off what it reverses
     * @param amount rupiah, negative for what is taken out
     * @param days of the year that it stands
     */
    void addIn(Kind kind, long amount, int days) {
        if (kind == Kind.WITHDRAWAL || kind == Kind.WITHDRAWAL_REVERSED) {
            takenOut = Math.subtractExact(takenOut, amount);
        } else {
            paidIn = Math.addExact(paidIn, amount);
        }
        addDays(amount, days);
    }

    private void addDays(long amount, int days) {
        rupiahDays = Math.addExact(rupiahDays, Math.multiplyExact(amount, days));
    }

    Savings savings() {
        var closing = Math.subtractExact(Math.addExact(opening, paidIn), takenOut);
        return new Savings(opening, paidIn, takenOut, closing, rupiahDays);
    }
}

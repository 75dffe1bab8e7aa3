package id.lumbung.shu.closing.surplus;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.closing.measure.YearMeasure;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.division.Division;
import org.springframework.stereotype.Component;

/** Computes how a year's surplus is divided. */
@Component
class DivisionComputation {

    private final YearMeasure measure;
    private final AccountStore accounts;

    DivisionComputation(YearMeasure measure, AccountStore accounts) {
        this.measure = measure;
        this.accounts = accounts;
    }

    /** From what is frozen and decided alone: whenever it is computed, the same to the byte. */
    Division of(BookYearRecord record) {
        var proposal = record.proposed();
        var rules = proposal.rules();
        var cooperative = record.cooperativeId();
        var resolution = record.resolution();
        return measure.frozen(cooperative, record.bookYear(), rules)
                .divide(
                        proposal.result(
                                resolution == null ? Rupiah.ZERO : resolution.fromReserve()),
                        proposal.allocation(),
                        to ->
                                accounts.each(
                                        cooperative,
                                        record.bookYear(),
                                        account -> to.accept(account.weights(rules))));
    }
}

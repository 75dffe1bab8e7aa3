package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.ClosingRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last closed year leaves to the next: a loss (Juklak Menkop 1/2025 art. 22), and the
 * reserve.
 *
 * @param loss zero or negative
 * @param reserve null where no year before was divided: then only the board knows it
 */
record CarriedOver(Rupiah loss, @Nullable Rupiah reserve) {

    private static final CarriedOver NOTHING = new CarriedOver(Rupiah.ZERO, null);

    /**
     * @param all the cooperative's book years, the earliest first
     * @throws id.lumbung.edge.problem.Refusal when the last closed year is not divided yet
     */
    static CarriedOver into(int year, List<BookYearRecord> all) {
        return all.stream()
                .filter(it -> it.bookYear() < year && it.hasClosedBooks())
                .reduce((_, later) -> later)
                .map(CarriedOver::from)
                .orElse(NOTHING);
    }

    private static CarriedOver from(BookYearRecord before) {
        var reserve = before.reserve();
        if (before.division() == null || reserve == null) {
            throw ClosingRule.EARLIER_YEAR_OPEN.because(
                    "Tahun %d belum dibagi, dan mungkin menyisakan kerugian untuk dibawa. Selesaikan dahulu."
                            .formatted(before.bookYear()),
                    "The year %d is not divided yet, and may leave a loss to carry. Finish it first."
                            .formatted(before.bookYear()));
        }
        return new CarriedOver(before.division().carriedForward(), reserve.closing());
    }

    /**
     * @param given by the board, if it gave any
     */
    Rupiah reserveOr(@Nullable Rupiah given) {
        if (reserve != null) {
            return reserve;
        }
        return given == null ? Rupiah.ZERO : given;
    }
}

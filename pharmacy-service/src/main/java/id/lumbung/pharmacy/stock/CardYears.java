package id.lumbung.pharmacy.stock;

/** The years of which shops have cards. */
final class CardYears {

    private static final int FIRST = 1970;
    private static final int LAST = 2200;

    private CardYears() {}

    /**
     * @param day or month, which is answered
     * @throws id.lumbung.edge.problem.Refusal when no shop has a card of that year
     */
    static <T> T require(T day, int year) {
        if (year < FIRST || year > LAST) {
            throw StockRule.NO_SUCH_DAY.because(
                    "Tanggalnya harus di antara tahun 1970 dan 2200.",
                    "The day must lie between the years 1970 and 2200.");
        }
        return day;
    }
}

package id.lumbung.shu.patronage;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.EntryView;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Behind so many entries of a day. */
record PagePlace(LocalDate day, int behind) {

    static PagePlace of(String after) {
        var parts = after.split("\\.", 2);
        try {
            var place = new PagePlace(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]));
            if (place.day.getYear() < BookYear.FIRST
                    || place.day.getYear() > BookYear.LAST
                    || place.behind < 0) {
                throw noSuchPage();
            }
            return place;
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw noSuchPage();
        }
    }

    private static Refusal noSuchPage() {
        return PageRule.NO_SUCH_PAGE.because(
                "'after' bukan 'next' dari sebuah halaman. Mulai lagi tanpa itu.",
                "'after' is not the 'next' of a page. Begin again without it.");
    }

    @Override
    public String toString() {
        return day + "." + behind;
    }

    /** Where the page after this one begins. */
    PagePlace next(List<EntryView> page) {
        var last = page.getLast().on();
        var onThatDay = (int) page.stream().filter(entry -> entry.on().equals(last)).count();
        return new PagePlace(last, onThatDay + (last.equals(day) ? behind : 0));
    }
}

package id.lumbung.shu.closing.measure;

import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.MemberRegister;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearReader;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The years of which nobody knows yet what they give a member, because none has divided them. */
@Component
public class UndecidedYears {

    private final BookYearReader reader;
    private final MeasuredAccounts accounts;
    private final MemberRegister register;
    private final BookYears bookYears;
    private final Clock clock;

    UndecidedYears(
            BookYearReader reader,
            MeasuredAccounts accounts,
            MemberRegister register,
            BookYears bookYears,
            Clock clock) {
        this.accounts = accounts;
        this.reader = reader;
        this.register = register;
        this.bookYears = bookYears;
        this.clock = clock;
    }

    /**
     * The years, up to the running one, that are not divided and in which the member did business
     * or held savings as a member, the earliest first. Whether they give anything, the meeting
     * decides.
     *
     * @throws ArithmeticException when a figure does not fit
     */
    public List<Integer> of(UUID cooperativeId, UUID memberId) {
        var joinedOn = register.of(cooperativeId, memberId).joinedOn();
        if (joinedOn == null) {
            return List.of();
        }
        var zone = bookYears.of(cooperativeId, joinedOn.getYear()).zone();
        return IntStream.rangeClosed(joinedOn.getYear(), Year.now(clock.withZone(zone)).getValue())
                .filter(year -> mayGiveSomething(cooperativeId, year, memberId))
                .boxed()
                .toList();
    }

    private boolean mayGiveSomething(UUID cooperativeId, int year, UUID memberId) {
        var record = reader.get(cooperativeId, year);
        if (record.state().isAtLeast(State.DIVIDED)) {
            return false;
        }
        return accounts.account(record, bookYears.of(cooperativeId, year), memberId)
                .filter(MemberAccount::mayGiveSomething)
                .isPresent();
    }
}

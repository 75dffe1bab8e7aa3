package id.lumbung.shu.closing;

import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.bookyear.BookYear;

/** A member's account of a year, computed or frozen. */
public record MeasuredAccount(BookYearRecord record, BookYear bookYear, MemberAccount account) {}

package id.lumbung.shu.closing.measure;

import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.closing.record.BookYearRecord;

/** A member's account of a year, computed or frozen. */
public record MeasuredAccount(BookYearRecord record, BookYear bookYear, MemberAccount account) {}

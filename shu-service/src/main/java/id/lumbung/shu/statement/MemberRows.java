package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import java.util.Iterator;

/** The lines of the table of all members, summed up while they are gone through. */
final class MemberRows implements Iterable<MeetingReport.Member> {

    private final Iterable<MeetingReport.Member> members;
    private long count;
    private Rupiah business = Rupiah.ZERO;
    private Rupiah capital = Rupiah.ZERO;
    private Rupiah patronage = Rupiah.ZERO;
    private Rupiah capitalPart = Rupiah.ZERO;
    private Rupiah total = Rupiah.ZERO;

    MemberRows(Iterable<MeetingReport.Member> members) {
        this.members = members;
    }

    @Override
    public Iterator<MeetingReport.Member> iterator() {
        var all = members.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public MeetingReport.Member next() {
                var member = all.next();
                count++;
                business = business.plus(member.business());
                capital = capital.plus(member.capital());
                patronage = patronage.plus(member.patronage());
                capitalPart = capitalPart.plus(member.capitalPart());
                total = total.plus(member.total());
                return member;
            }
        };
    }

    public long count() {
        return count;
    }

    public Rupiah business() {
        return business;
    }

    public Rupiah capital() {
        return capital;
    }

    public Rupiah patronage() {
        return patronage;
    }

    public Rupiah capitalPart() {
        return capitalPart;
    }

    public Rupiah total() {
        return total;
    }
}

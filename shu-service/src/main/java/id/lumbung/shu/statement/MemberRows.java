package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import java.util.Iterator;

/** The lines of the table of all members, summed up while they are gone through. */
final class MemberRows implements Iterable<ReportedMember> {

    private final Iterable<ReportedMember> members;
    private long count;
    private Rupiah business = Rupiah.ZERO;
    private Rupiah capital = Rupiah.ZERO;
    private Rupiah patronage = Rupiah.ZERO;
    private Rupiah capitalPart = Rupiah.ZERO;
    private Rupiah total = Rupiah.ZERO;

    MemberRows(Iterable<ReportedMember> members) {
        this.members = members;
    }

    @Override
    public Iterator<ReportedMember> iterator() {
        var all = members.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public ReportedMember next() {
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

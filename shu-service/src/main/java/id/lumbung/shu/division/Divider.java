package id.lumbung.shu.division;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.account.PassersByDay;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.Rules;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Divides a surplus among members in two readings of their accounts: the first sums the
 * denominators, the second rounds each part down and counts what is left. Holds no member in
 * memory, so a million take no more than one.
 */
final class Divider {

    private final Rules rules;
    private long business;
    private long othersTurnover;
    private long capital;
    private long shortfall;
    private long members;

    Divider(Rules rules) {
        this.rules = rules;
    }

    /** Reads all accounts; each reading must hand over the same. */
    interface Reading {
        void each(Consumer<MemberAccount> account);
    }

    void count(MemberAccount account) {
        var weight = account.businessWeight(rules);
        business = Math.addExact(business, weight);
        othersTurnover = Math.addExact(othersTurnover, Math.max(0, account.turnover() - weight));
        capital = Math.addExact(capital, account.capitalWeight(rules));
        if (account.standing(rules) == MemberAccount.Standing.SHARES) {
            members++;
            shortfall = Math.addExact(shortfall, Math.max(0, -account.netBusiness(rules)));
        }
    }

    /** Days of passers-by are summed first: one day's returns may exceed its sales. */
    void count(PassersByDay day) {
        othersTurnover = Math.addExact(othersTurnover, day.business());
    }

    /** The denominator of patronage (VUK), rupiah. */
    long business() {
        return rules.businessDenominator() == BusinessDenominator.TOTAL_TURNOVER
                ? Math.addExact(business, Math.max(0, othersTurnover))
                : business;
    }

    /** The denominator of the return on capital (TMS), rupiah. */
    long capital() {
        return capital;
    }

    long members() {
        return members;
    }

    Division.Entitlement entitlement(MemberAccount account, Allocation allocation) {
        return Division.Entitlement.of(
                account,
                rules,
                allocation.forPatronage(),
                business(),
                allocation.forCapital(),
                capital);
    }

    /** The second reading, after every account was counted. */
    Division divide(
            BookYearRecord.Proposal proposal,
            Rupiah reserveUsed,
            Allocation allocation,
            Reading accounts) {
        var parts = new Parts(allocation);
        accounts.each(parts::add);
        var pools = allocation.forPatronage().plus(allocation.forCapital());
        var remainder = pools.minus(parts.sum);
        var loss = proposal.netSurplus().plus(proposal.broughtForward());
        return new Division(
                proposal.netSurplus(),
                proposal.broughtForward(),
                reserveUsed,
                proposal.surplus(),
                loss.isNegative() ? loss.plus(reserveUsed) : Rupiah.ZERO,
                allocation.villageShare(),
                allocation.funds(),
                business(),
                capital,
                shortfall,
                members,
                parts.entitled,
                parts.sum,
                remainder,
                allocation.funds().getOrDefault(Policy.RESERVE, Rupiah.ZERO).plus(remainder),
                parts.digest());
    }

    private final class Parts {
        private final Allocation allocation;
        private final MessageDigest sha256;
        private Rupiah sum = Rupiah.ZERO;
        private long entitled;

        Parts(Allocation allocation) {
            this.allocation = allocation;
            try {
                this.sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        void add(MemberAccount account) {
            var entitlement = entitlement(account, allocation);
            if (entitlement.standing() != MemberAccount.Standing.SHARES) {
                return;
            }
            sum = sum.plus(entitlement.total());
            if (entitlement.total().isMoreThan(Rupiah.ZERO)) {
                entitled++;
            }
            sha256.update(
                    "%s,%d,%d,%d,%d\n"
                            .formatted(
                                    entitlement.memberId(),
                                    entitlement.business(),
                                    entitlement.capital(),
                                    entitlement.patronagePart().amount(),
                                    entitlement.capitalPart().amount())
                            .getBytes(UTF_8));
        }

        String digest() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}

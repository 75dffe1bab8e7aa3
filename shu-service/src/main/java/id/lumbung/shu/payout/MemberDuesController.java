package id.lumbung.shu.payout;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.measure.UndecidedYears;
import id.lumbung.shu.closing.surplus.DividedYears;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the membership office asks before it forgets somebody: who has money here stays known. */
@RestController
class MemberDuesController {

    private final DividedYears divided;
    private final UndecidedYears undecided;
    private final StandingPayments payments;

    MemberDuesController(
            DividedYears divided, UndecidedYears undecided, StandingPayments payments) {
        this.divided = divided;
        this.undecided = undecided;
        this.payments = payments;
    }

    @Operation(summary = "What is still due to a member, or may become due")
    @GetMapping("/cooperatives/{cooperativeId}/members/{memberId}/dues")
    MemberDues dues(@PathVariable UUID cooperativeId, @PathVariable UUID memberId) {
        return new MemberDues(
                memberId, unpaid(cooperativeId, memberId), undecided.of(cooperativeId, memberId));
    }

    private List<MemberDues.Unpaid> unpaid(UUID cooperativeId, UUID memberId) {
        return divided.unsettled(cooperativeId).stream()
                .filter(year -> divided.hasAccount(cooperativeId, year, memberId))
                .filter(year -> payments.of(cooperativeId, year, Stream.of(memberId)).isEmpty())
                .map(year ->
                        new MemberDues.Unpaid(
                                year, divided.entitlement(cooperativeId, year, memberId).total()))
                .filter(unpaid -> unpaid.amount().isMoreThan(Rupiah.ZERO))
                .toList();
    }
}

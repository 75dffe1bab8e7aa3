package id.lumbung.shu.division;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a division is refused for. */
public enum DivisionRule implements Refusal.Rule {
    MISSING,
    FUNDS_NOT_WHOLE,
    FUND_OUT_OF_RANGE,
    VILLAGE_SHARE_OUT_OF_RANGE,
    MONTHS_OUT_OF_RANGE,
    MEMBER_SURPLUS_OUT_OF_RANGE,
    TURNOVER_LESS_THAN_MEMBERS,
    CAPITAL_LESS_THAN_MEMBERS,
    CAPITAL_NEGATIVE,
    MEMBER_TWICE,
    TOO_MANY_MEMBERS,
    TOO_LARGE;

    @Override
    public HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}

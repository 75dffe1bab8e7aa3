package id.lumbung.shu.division;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a division is refused for. */
public enum DivisionRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MISSING,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    FUNDS_NOT_WHOLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    FUND_OUT_OF_RANGE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    VILLAGE_SHARE_OUT_OF_RANGE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MONTHS_OUT_OF_RANGE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MEMBER_SURPLUS_OUT_OF_RANGE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TURNOVER_LESS_THAN_MEMBERS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    CAPITAL_LESS_THAN_MEMBERS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    CAPITAL_NEGATIVE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MEMBER_TWICE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TOO_MANY_MEMBERS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TOO_LARGE
}

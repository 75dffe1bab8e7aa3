package id.lumbung.shu.patronage;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a page of entries is refused for. */
enum PageRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.BAD_REQUEST)
    NO_SUCH_PAGE
}

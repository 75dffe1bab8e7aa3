package id.lumbung.gateway.access;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.gateway.limits.InFlight;
import id.lumbung.gateway.limits.RateLimit;

/** Whether a request comes in. */
sealed interface AccessDecision {

    /**
     * @param caller by whom it is let in
     * @param limit of which it took
     * @param cost what it took
     * @param inFlight counts what they have under way
     */
    record LetIn<K>(K caller, RateLimit<K> limit, int cost, InFlight<Object> inFlight)
            implements AccessDecision {

        /** Whether one more request of theirs may be under way; then it is to leave. */
        boolean enter() {
            return inFlight.enter(caller);
        }

        /**
         * @param unused of what was taken, to be put back
         */
        void leave(int unused) {
            inFlight.leave(caller);
            limit.putBack(caller, cost, unused);
        }
    }

    record SentAway(Problem why) implements AccessDecision {}

    static <K> AccessDecision paying(
            RateLimit<K> limit, K caller, int cost, InFlight<Object> inFlight) {
        var wait = limit.take(caller, cost);
        return wait > 0 ? tooMany(wait) : new LetIn<>(caller, limit, cost, inFlight);
    }

    static SentAway tooMany(int seconds) {
        return new SentAway(ProblemType.TOO_MANY_REQUESTS.problem(seconds).retryAfter(seconds));
    }
}

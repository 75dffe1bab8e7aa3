package id.lumbung.shu.statement;

import id.lumbung.shu.explanation.Explanation;

/** How far the figures can be relied on. */
public enum Standing {
    /** The year goes on; nothing is promised. */
    ESTIMATE,
    /** The board proposes it to the meeting. */
    PROPOSAL,
    /** The meeting decided. */
    DECIDED;

    static Standing of(Explanation.Label label) {
        return switch (label) {
            case DIVIDED -> DECIDED;
            case PROPOSED -> PROPOSAL;
            case ESTIMATE -> ESTIMATE;
        };
    }
}

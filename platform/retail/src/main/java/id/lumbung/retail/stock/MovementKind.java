package id.lumbung.retail.stock;

/** What happens to stock. Stored by name. */
public enum MovementKind {
    /** What was there when the books were opened. */
    OPENING(Flow.IN),
    /** From a supplier. */
    RECEIVED(Flow.IN),
    /** From another outlet of the cooperative. */
    TRANSFERRED_IN(Flow.IN),
    /** The batch is not handed over until it is released. */
    HELD(Flow.MARK),
    /** As held, because the maker or an authority calls the batch back. */
    RECALLED(Flow.MARK),
    RELEASED(Flow.MARK),
    SOLD(Flow.OUT),
    TRANSFERRED_OUT(Flow.OUT),
    /** From the shelf to where damaged goods wait. */
    DAMAGED(Flow.OUT),
    DESTROYED(Flow.OUT),
    /** To the supplier. */
    SENT_BACK(Flow.OUT),
    /** A receipt that was written down by mistake. */
    RECEIPT_CANCELLED(Flow.OUT),
    /** Brought back by a customer. */
    RETURNED(Flow.BACK),
    /** What was there, as somebody counted. */
    COUNTED(Flow.COUNT);

    /** In the order in which movements of one instant are read: a count sees all others. */
    enum Flow {
        IN,
        MARK,
        OUT,
        BACK,
        COUNT
    }

    private final Flow flow;

    MovementKind(Flow flow) {
        this.flow = flow;
    }

    /** Whether goods come in, at a cost of their own. */
    public boolean isIncoming() {
        return flow == Flow.IN;
    }

    Flow flow() {
        return flow;
    }
}

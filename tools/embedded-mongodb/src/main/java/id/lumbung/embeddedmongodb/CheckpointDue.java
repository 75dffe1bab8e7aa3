package id.lumbung.embeddedmongodb;

/** Whether it is time for a checkpoint: much is unwritten, or nobody writes. */
final class CheckpointDue {

    /** A checkpoint is due at so much unwritten. */
    static final int UNWRITTEN_BYTES = 24 << 20;

    private static final long LOG_BYTES = 48L << 20;

    private long lastSize;

    /**
     * Asked at each look.
     *
     * @param logSize bytes in the log's file
     * @param unwritten bytes of pages that are in memory only
     */
    boolean at(long logSize, int unwritten) {
        boolean idle = logSize > 0 && logSize == lastSize;
        lastSize = logSize;
        return idle || logSize > LOG_BYTES || unwritten > UNWRITTEN_BYTES;
    }
}

package id.lumbung.village.replay;

/**
 * The rows that a replay read.
 *
 * @param without hours in which nothing was sold
 * @param units base units in those that were not refused
 */
record RowSums(long read, long refused, long without, long units) {

    long withSales() {
        return read - refused - without;
    }
}

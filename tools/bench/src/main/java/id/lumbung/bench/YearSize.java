package id.lumbung.bench;

/** How much a cooperative did in a year. */
record YearSize(int members, int entriesEach) {

    /** Of all members, without their joining. */
    long entries() {
        return (long) members * entriesEach;
    }

    @Override
    public String toString() {
        return "%,d members, %d entries each".formatted(members, entriesEach);
    }
}

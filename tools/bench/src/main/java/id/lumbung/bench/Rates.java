package id.lumbung.bench;

/** Means of two things that were measured in the same minutes. */
record Rates(double first, double second) {

    private static final int ROUNDS = 3;

    interface Sending {

        /** How many in a second. */
        double run();
    }

    /** One after the other, some rounds, so that both meet the same machine. */
    static Rates inTurns(Sending first, Sending second) {
        double firstSum = 0;
        double secondSum = 0;
        for (var round = 0; round < ROUNDS; round++) {
            firstSum += first.run();
            secondSum += second.run();
        }
        return new Rates(firstSum / ROUNDS, secondSum / ROUNDS);
    }
}

package id.lumbung.bench;

/** The benchmarks by what {@code --only} calls them, in the order in which they run. */
enum BenchmarkName {
    SALES,
    MEMORY,
    GATEWAY,
    OUTBOX,
    JOURNAL,
    READS,
    DIVISION,
    LOGINS,
    FLOOD,
    START,
    DEMO;

    Benchmark benchmark() {
        return switch (this) {
            case SALES -> new SalesBench();
            case MEMORY -> new MemoryBench();
            case GATEWAY -> new GatewayBench();
            case OUTBOX -> new OutboxBench();
            case JOURNAL -> new JournalBench();
            case READS -> new ReadsBench();
            case DIVISION -> new DivisionBench();
            case LOGINS -> new LoginBench();
            case FLOOD -> new FloodBench();
            case START -> new StartBench();
            case DEMO -> new DemoBench();
        };
    }
}

package id.lumbung.bench;

/** A path of the product, measured beside its ceiling. */
interface Benchmark {

    void run(Bench bench);
}

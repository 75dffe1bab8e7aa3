package id.lumbung.embeddedmongodb;

import org.jspecify.annotations.Nullable;

/** Reads what a plan points at, one stored document after the other, each once. */
sealed interface StoredReader permits IdReader, RangeReader {

    /** Null behind the last. */
    byte @Nullable [] next();

    /** Lets go of the pages between two commands. */
    void pause();
}

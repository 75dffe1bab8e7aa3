/**
 * The embedded MongoDB: mongo-java-server on H2's store, with real indexes, typed maps and a commit
 * that every acknowledged write waits for.
 */
@NullMarked
package id.lumbung.local.mongo;

import org.jspecify.annotations.NullMarked;

/**
 * The MongoDB that runs where none is installed: mongo-java-server's protocol and operators over
 * H2's store, with real indexes, and with no acknowledged write lost when the process is killed.
 */
@NullMarked
package id.lumbung.embeddedmongodb;

import org.jspecify.annotations.NullMarked;

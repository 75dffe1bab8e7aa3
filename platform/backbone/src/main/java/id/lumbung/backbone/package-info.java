/**
 * What every service stands on: events, notices and their relay, intake and dead letters, problems,
 * rupiah.
 */
@NullMarked
package id.lumbung.backbone;

import org.jspecify.annotations.NullMarked;

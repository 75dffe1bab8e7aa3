/**
 * The seven processes on one machine: broker, database and five services; each can die alone and
 * come back.
 */
@NullMarked
package id.lumbung.launcher.stack;

import org.jspecify.annotations.NullMarked;

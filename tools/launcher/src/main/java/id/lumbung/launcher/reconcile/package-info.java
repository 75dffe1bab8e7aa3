/** Whether the journal holds what the outlets' own databases hold, fact for fact. */
@NullMarked
package id.lumbung.launcher.reconcile;

import org.jspecify.annotations.NullMarked;

/** Whether the journal holds what the outlets' own databases hold, fact for fact. */
@NullMarked
package id.lumbung.local.reconcile;

import org.jspecify.annotations.NullMarked;

/** What a surplus would come to under a policy, for a board that weighs its percentages. */
@NullMarked
package id.lumbung.shu.simulation;

import org.jspecify.annotations.NullMarked;

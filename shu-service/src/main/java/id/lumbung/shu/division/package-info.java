/**
 * How a surplus becomes funds and members' shares: pure arithmetic on weights and a policy, the
 * same for a division and for a simulation. Nothing here is stored.
 */
@NullMarked
package id.lumbung.shu.division;

import org.jspecify.annotations.NullMarked;

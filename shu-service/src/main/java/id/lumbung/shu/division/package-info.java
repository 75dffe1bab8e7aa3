/**
 * How a surplus becomes funds and members' shares: pure arithmetic on a policy, and the simulation
 * that lets a board weigh its percentages. Nothing here is stored.
 */
@NullMarked
package id.lumbung.shu.division;

import org.jspecify.annotations.NullMarked;

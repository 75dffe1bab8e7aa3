/** What runs Lumbung on one machine: the launcher's commands and the processes behind them. */
@NullMarked
package id.lumbung.local;

import org.jspecify.annotations.NullMarked;

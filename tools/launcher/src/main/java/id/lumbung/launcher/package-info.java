/** What runs Lumbung on one machine: the launcher's commands and the processes behind them. */
@NullMarked
package id.lumbung.launcher;

import org.jspecify.annotations.NullMarked;

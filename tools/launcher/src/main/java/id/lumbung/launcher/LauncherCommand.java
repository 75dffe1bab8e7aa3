package id.lumbung.launcher;

import java.util.concurrent.Callable;

/**
 * A command that another module adds to {@code ./lumbung}: annotated with picocli's
 * {@code @Command} and named in {@code META-INF/services}. The launcher knows none of them, so that
 * it can be built and read without them.
 */
public interface LauncherCommand extends Callable<Integer> {}

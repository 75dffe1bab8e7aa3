package id.lumbung.launcher;

import id.lumbung.launcher.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lumbung down}. */
@Command(
        name = "down",
        description = "End what runs on a data folder.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Mixin private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        System.out.println(
                Stack.endDetached(data.data()) ? "Ended." : "Nothing runs on " + data.data() + ".");
        return 0;
    }
}

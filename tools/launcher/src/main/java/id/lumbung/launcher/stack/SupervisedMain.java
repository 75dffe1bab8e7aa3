package id.lumbung.launcher.stack;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another program's main and ends with the launcher: {@code SupervisedMain PARENT_PID
 * MAIN_CLASS ARGUMENTS}; 0 for no parent.
 */
public final class SupervisedMain {

    private SupervisedMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        var parent = Long.parseLong(args[0]);
        if (parent != 0) {
            var watched = ProcessHandle.of(parent);
            if (watched.isEmpty()) {
                System.exit(1);
            }
            var _ = watched.orElseThrow().onExit().thenRun(() -> System.exit(0));
        }
        var main = Class.forName(args[1]).getMethod("main", String[].class);
        try {
            var _ = main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
        } catch (InvocationTargetException e) {
            // The program has said what is wrong; a service that cannot start must not linger.
            System.err.println(e.getCause());
            System.exit(1);
        }
    }
}

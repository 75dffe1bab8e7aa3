package id.lumbung.launcher.stack;

import java.nio.file.Path;

/** What runs on a data folder, whichever launcher started it. */
final class DetachedStack {

    private DetachedStack() {}

    /**
     * Ends it.
     *
     * @return whether anything ran
     */
    static boolean end(Path data) {
        var running = StackFile.read(data).filter(StackFile::isRunning);
        if (running.isEmpty()) {
            return false;
        }
        var file = running.get();
        file.watchingLauncher().ifPresent(Ending::of);
        for (var process : file.processes().reversed()) {
            if (process.pid() != 0 && process.isAlive()) {
                ProcessHandle.of(process.pid()).ifPresent(Ending::of);
            }
        }
        StackFile.delete(data);
        return true;
    }
}

package id.lumbung.launcher.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Deletes what is kept in a data folder. */
public final class DataRemoval {

    private DataRemoval() {}

    /**
     * From a folder of ours on which nothing runs; does nothing where there is no folder.
     *
     * @throws UserError when the folder is somebody else's, or Lumbung runs on it
     */
    public static void from(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!FolderMark.isOn(folder)) {
            throw new UserError(
                    "%s is not a data folder of Lumbung; it is left as it is. Give another by --data."
                            .formatted(folder));
        }
        if (StackFile.isInUse(folder)) {
            throw new UserError(
                    "Lumbung runs on %s. End it first: ./lumbung down --data %s"
                            .formatted(folder, folder));
        }
        FileTree.delete(folder);
    }
}

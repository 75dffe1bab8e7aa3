package id.lumbung.embeddedmongodb;

import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The file of the pages, which writes by itself never, but with the threads that call it. */
final class PageFile {

    private static final String NAME = "mongodb.mv";
    private static final int CACHE_MIB = 48;
    private static final int PAGE_BYTES = 8 * 1024;

    private PageFile() {}

    /**
     * @throws UnusableFolder if it cannot be read or written, or another has it open
     */
    static MVStore open(Path folder) {
        try {
            MVStore pages =
                    new MVStore.Builder()
                            .fileName(folder.resolve(NAME).toString())
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .cacheSize(CACHE_MIB)
                            .pageSplitSize(PAGE_BYTES)
                            .open();
            pages.setRetentionTime(0);
            pages.setVersionsToKeep(0);
            pages.setAutoCommitDelay(Integer.MAX_VALUE);
            return pages;
        } catch (MVStoreException e) {
            throw unusable(folder, e);
        }
    }

    static UnusableFolder unusable(Path folder, MVStoreException cause) {
        return switch (cause.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> UnusableFolder.inUse(folder, cause);
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED ->
                    UnusableFolder.because(folder, cause);
            default -> UnusableFolder.unreadable(folder.resolve(NAME), cause);
        };
    }
}

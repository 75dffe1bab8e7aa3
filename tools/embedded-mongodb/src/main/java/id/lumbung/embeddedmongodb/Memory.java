package id.lumbung.embeddedmongodb;

import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Keeps nothing beyond the process, so there is nothing to read back and nothing to wait for. */
final class Memory implements Durability {

    private final MVStore pages;

    Memory(MVStore pages) {
        this.pages = pages;
    }

    @Override
    public void recover(Recovery.Change change) {}

    @Override
    public void changed(byte[] collection, byte[] key, byte @Nullable [] document) {}

    @Override
    public void structureChanged() {}

    @Override
    public void makeSafe() {}

    @Override
    public boolean isStructureUnsafe() {
        return false;
    }

    @Override
    public void whenFailed(Consumer<Throwable> end) {}

    @Override
    public void commandFailed(RuntimeException cause) {}

    @Override
    public void close() {
        pages.close();
    }
}

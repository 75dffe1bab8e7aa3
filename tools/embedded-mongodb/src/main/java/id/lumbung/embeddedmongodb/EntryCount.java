package id.lumbung.embeddedmongodb;

import java.util.List;
import org.h2.mvstore.MVMap;

/** About how many entries lie in some ranges. */
final class EntryCount {

    /** Of more ranges than this, only so many are counted to estimate them all. */
    private static final int SAMPLE = 16;

    private EntryCount() {}

    static double of(List<KeyRange> ranges, MVMap<byte[], byte[]> entries) {
        double count = 0;
        int step = Math.max(1, ranges.size() / SAMPLE);
        for (int i = 0; i < ranges.size(); i += step) {
            KeyRange range = ranges.get(i);
            long to = range.to() == null ? entries.sizeAsLong() : rank(entries, range.to());
            count += to - (range.from() == null ? 0 : rank(entries, range.from()));
        }
        return count * step;
    }

    private static long rank(MVMap<byte[], byte[]> entries, byte[] key) {
        long index = entries.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }
}

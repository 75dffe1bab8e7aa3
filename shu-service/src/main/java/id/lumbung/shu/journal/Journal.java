package id.lumbung.shu.journal;

import static id.lumbung.backbone.consumer.Outcome.CONSUMED;

import id.lumbung.backbone.consumer.EventHandler;
import id.lumbung.backbone.consumer.Outcome;
import id.lumbung.backbone.consumer.Preview;
import id.lumbung.backbone.consumer.ReceivedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The book that SHU is divided by. It is a set: every figure is a sum over it, so neither order nor
 * repetition of what is published matters.
 *
 * <p>Guarantees one entry per event: an event published again with the same content changes
 * nothing, with other content it is refused and becomes a dead letter. Costs one bulk insert per
 * batch, and a look-up of the entries that stood already.
 */
@Component
final class Journal implements EventHandler {

    static final String COLLECTION = "journal";
    static final int READ_AHEAD = 2_000;

    private final EntryWriter writer;
    private final EntryPreview previews;

    Journal(EntryWriter writer, EntryPreview previews) {
        this.writer = writer;
        this.previews = previews;
    }

    @Override
    public boolean isOrderless() {
        return true;
    }

    @Override
    public List<Outcome> handle(List<ReceivedEvent> batch) {
        var outcomes = new ArrayList<Outcome>(Collections.nCopies(batch.size(), CONSUMED));
        var made = new ArrayList<Entry>(batch.size());
        var places = new ArrayList<Integer>(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            try {
                var entry = EventEntries.of(batch.get(i));
                if (entry != null) {
                    made.add(entry);
                    places.add(i);
                }
            } catch (UnknownEventType e) {
                var _ = outcomes.set(i, EntryRefusals.unknown(e));
            } catch (RuntimeException e) {
                var _ = outcomes.set(i, EntryRefusals.notJournalled(e));
            }
        }
        if (!made.isEmpty()) {
            writer.write(made)
                    .forEach((index, refused) -> {
                        var _ = outcomes.set(places.get(index), refused);
                    });
        }
        return outcomes;
    }

    @Override
    public Preview preview(ReceivedEvent event) {
        return previews.preview(event);
    }
}

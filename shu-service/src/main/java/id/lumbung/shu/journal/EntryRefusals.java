package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.Outcome.Refused;
import id.lumbung.backbone.event.CauseCode;

/** Why no entry is made of an event. */
final class EntryRefusals {

    private EntryRefusals() {}

    static Refused unknown(UnknownEventType why) {
        return new Refused(CauseCode.TYPE_UNKNOWN, String.valueOf(why.getMessage()));
    }

    static Refused otherContent(String field) {
        return new Refused(
                CauseCode.OTHER_CONTENT_UNDER_ID,
                field,
                "Published before with another '%s'. What stands in the journal is never changed."
                        .formatted(field));
    }

    /** Making an entry asks neither database nor broker: what fails is in the event. */
    static Refused notJournalled(RuntimeException e) {
        return new Refused(
                CauseCode.NOT_CONSUMABLE,
                "No journal entry can be made of it: %s.".formatted(e.getClass().getSimpleName()));
    }
}

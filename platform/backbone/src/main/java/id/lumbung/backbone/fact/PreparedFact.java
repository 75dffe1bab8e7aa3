package id.lumbung.backbone.fact;

import id.lumbung.backbone.outbox.PendingDocument;
import org.bson.Document;

/**
 * A fact made ready to be written, by the thread that brought it.
 *
 * @param isDoubtful whether it is published only when its time is settled
 */
record PreparedFact<F>(F fact, Document document, PendingDocument pending, boolean isDoubtful) {}

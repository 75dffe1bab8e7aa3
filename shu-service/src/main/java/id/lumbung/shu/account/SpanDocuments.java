package id.lumbung.shu.account;

import java.time.LocalDate;
import org.bson.Document;

/** Spans of membership as they stand in an account. */
final class SpanDocuments {

    private SpanDocuments() {}

    static Document document(MembershipSpan span) {
        var document = new Document("joinedOn", span.joinedOn().toString());
        if (span.leftOn() != null) {
            document.put("leftOn", span.leftOn().toString());
        }
        return document;
    }

    static MembershipSpan span(Document document) {
        var leftOn = document.getString("leftOn");
        return new MembershipSpan(
                LocalDate.parse(document.getString("joinedOn")),
                leftOn == null ? null : LocalDate.parse(leftOn));
    }
}

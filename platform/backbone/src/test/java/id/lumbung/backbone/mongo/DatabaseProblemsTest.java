package id.lumbung.backbone.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseProblemsTest {

    private static final ServerAddress SERVER = new ServerAddress();

    @ParameterizedTest
    @CsvSource({
        "121, true",
        "10334, true",
        "11000, true",
        "13, false",
        "189, false",
        "14031, false"
    })
    void onlyWhatIsRefusedForItsOwnSakeIsNotSentAgain(int code, boolean isForEver) {
        var refusal =
                new MongoCommandException(
                        new BsonDocument("ok", new BsonInt32(0))
                                .append("code", new BsonInt32(code)),
                        SERVER);
        assertThat(PermanentRefusal.is(refusal)).isEqualTo(isForEver);
        assertThat(PermanentRefusal.is(new IllegalStateException(refusal))).isEqualTo(isForEver);
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedForEverAndALostConnectionIsNot() {
        assertThat(PermanentRefusal.is(new BsonMaximumSizeExceededException("too large"))).isTrue();
        assertThat(PermanentRefusal.is(new MongoSocketReadException("lost", SERVER))).isFalse();
    }
}

package id.lumbung.backbone.mongo;

import com.mongodb.WriteConcern;
import id.lumbung.backbone.money.Rupiah;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** How our own types stand in MongoDB, and when a write counts as done. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@Import(DatabaseProblems.class)
public class MongoMapping {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(
                List.of(
                        new RupiahToLong(),
                        new LongToRupiah(),
                        new DateToText(),
                        new TextToDate(),
                        new MonthToText(),
                        new TextToMonth()));
    }

    /**
     * Whatever a service answers for is on disk on a majority of the nodes, whoever wrote it and
     * whatever the address says.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer safeWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @WritingConverter
    private static final class RupiahToLong implements Converter<Rupiah, Long> {
        @Override
        public Long convert(Rupiah rupiah) {
            return rupiah.amount();
        }
    }

    @ReadingConverter
    private static final class LongToRupiah implements Converter<Long, Rupiah> {
        @Override
        public Rupiah convert(Long amount) {
            return Rupiah.of(amount);
        }
    }

    /** A date is a date, not a moment in some zone. */
    @WritingConverter
    private static final class DateToText implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate date) {
            return date.toString();
        }
    }

    @ReadingConverter
    private static final class TextToDate implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }

    @WritingConverter
    private static final class MonthToText implements Converter<YearMonth, String> {
        @Override
        public String convert(YearMonth month) {
            return month.toString();
        }
    }

    @ReadingConverter
    private static final class TextToMonth implements Converter<String, YearMonth> {
        @Override
        public YearMonth convert(String text) {
            return YearMonth.parse(text);
        }
    }
}

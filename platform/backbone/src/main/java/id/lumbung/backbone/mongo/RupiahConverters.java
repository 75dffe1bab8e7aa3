package id.lumbung.backbone.mongo;

import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Amounts of rupiah stand in MongoDB as whole numbers. */
final class RupiahConverters {

    private RupiahConverters() {}

    static List<Converter<?, ?>> all() {
        return List.of(new RupiahToLong(), new LongToRupiah());
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
}

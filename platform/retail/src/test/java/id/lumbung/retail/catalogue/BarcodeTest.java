package id.lumbung.retail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.edge.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "036000291452", "73513537", " 8991234567891 "})
    void codesWithARightCheckDigitAreTaken(String code) {
        assertThat(Barcode.of(code).gtin()).hasSize(14);
    }

    @Test
    void onePackHasOneNumberHoweverItWasRead() {
        assertThat(Barcode.of("036000291452")).isEqualTo(Barcode.of("0036000291452"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333932", "4006381333913", "1234567", "40063813339310x", ""})
    void aMisreadCodeIsRefused(String code) {
        assertThatThrownBy(() -> Barcode.of(code)).isInstanceOf(Refusal.class);
    }
}

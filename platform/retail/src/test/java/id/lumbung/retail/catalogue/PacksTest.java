package id.lumbung.retail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.edge.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacksTest {

    private static final Packs TABLETS =
            new Packs("tablet", List.of(new Pack("strip", 6), new Pack("box", 30)));

    @ParameterizedTest
    @CsvSource({
        "2 box 3 strip 2, 80",
        "2box 3strip 2 tablet, 80",
        "4, 4",
        "1 BOX, 30",
        "0, 0",
        "3 strip 2 box, 78"
    })
    void packsAreReadAsBaseUnits(String text, long units) {
        assertThat(TABLETS.parse(text)).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "box", "1,5 box", "1.5", "-3", "2 sack", "2 box!", "2 box 3 strips"})
    void whatIsNoWholeNumberOfKnownPacksIsRefused(String text) {
        assertThatThrownBy(() -> TABLETS.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("quantity-unreadable"));
    }

    @ParameterizedTest
    @CsvSource({"80, 2 box 3 strip 2", "0, 0", "30, 1 box", "5, 5", "36, 1 box 1 strip"})
    void quantitiesArePrintedInTheLargestPacks(long units, String text) {
        assertThat(TABLETS.print(units)).isEqualTo(text);
        assertThat(TABLETS.parse(text)).isEqualTo(units);
    }

    @Test
    void aPackThatHoldsNoWholeNumberOfTheSmallerIsRefused() {
        assertThatThrownBy(() ->
                        new Packs("tablet", List.of(new Pack("strip", 6), new Pack("box", 31))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("pack-not-a-multiple"));
    }
}

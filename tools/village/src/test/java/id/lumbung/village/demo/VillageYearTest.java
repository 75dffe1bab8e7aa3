package id.lumbung.village.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Village;
import java.time.Instant;
import java.time.Year;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VillageYearTest {

    private static final Year YEAR = Year.of(2024);

    private final VillageYear life = VillageYear.of(new FactIds("seed 1"), YEAR);

    @Test
    void theSameSourceMakesTheSameYear() {
        assertThat(VillageYear.of(new FactIds("seed 1"), YEAR)).isEqualTo(life);
        assertThat(VillageYear.of(new FactIds("seed 2"), YEAR)).isNotEqualTo(life);
    }

    @Test
    void allHappensWithinTheYear() {
        var times =
                Stream.of(
                                life.deposits().stream().map(Deposit::at),
                                life.sales().stream().map(it -> it.at()),
                                life.returns().stream().map(Return::at),
                                life.visits().stream().map(Visit::settledAt),
                                life.refunds().stream().map(Refund::at))
                        .flatMap(it -> it);

        assertThat(times).allMatch(at -> year(at) == 2024);
    }

    private static int year(Instant at) {
        return at.atZone(Village.ZONE).getYear();
    }

    @Test
    void noTwoFactsHaveOneId() {
        var ids = new HashSet<UUID>();
        life.deposits().forEach(it -> ids.add(it.id()));
        life.sales().forEach(it -> ids.add(it.id()));
        life.returns().forEach(it -> ids.add(it.id()));
        life.visits().forEach(it -> ids.add(it.id()));
        life.refunds().forEach(it -> ids.add(it.id()));

        assertThat(ids)
                .hasSize(
                        life.deposits().size()
                                + life.sales().size()
                                + life.returns().size()
                                + life.visits().size()
                                + life.refunds().size());
        assertThat(life.returns()).hasSizeGreaterThan(30);
        assertThat(life.refunds()).isNotEmpty();
    }

    @Test
    void whoIsAidedPaysNothingAndWhoPaysForThemselvesPaysSomething() {
        assertThat(life.visits())
                .allSatisfy(visit -> {
                    switch (visit.payer()) {
                        case GENERAL -> assertThat(visit.paid()).isPositive();
                        case PBI, PROGRAM -> assertThat(visit.paid()).isZero();
                        case JKN -> assertThat(visit.paid()).isNotNegative();
                    }
                });
    }

    @Test
    void everyHourIsOneInWhichThePharmacyIsOpen() {
        assertThat(life.sales())
                .allSatisfy(sale ->
                        assertThat(sale.at().atZone(Village.ZONE).getHour()).isBetween(7, 22));
    }

    @Test
    void linesHaveWholeUnitsAtTheirPrice() {
        assertThat(life.sales())
                .allSatisfy(sale -> {
                    assertThat(sale.units()).isPositive();
                    assertThat(sale.total()).isPositive();
                });
    }
}

package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.Deadlines;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.ReserveBalance;
import id.lumbung.shu.division.Policy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A year of a made-up village, divided by Rupiah's own arithmetic: as many members as asked for.
 */
record SampleYear(MeetingReport report, List<MemberStatement> statements) {

    static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String LONG_NAME =
            "Raden Ayu Siti Nurhaliza Kusumawardhani Prawirodirdjo binti Haji Muhammad Abdurrahman Wahid Sastroamidjojo";

    /** Domain 1.6: what the village gets, others' part, 30/35/15/5/5/5/5. */
    static SampleYear constructed() {
        return of(
                50_000_000,
                40_000_000,
                kdkmpFunds(),
                List.of(
                        person(1, "Aminah", 3_000_000, 220_000),
                        person(2, "Budi <b>&\"'", 1_000_000, 160_000),
                        person(3, "Citra", 0, 100_000)),
                decided());
    }

    static SampleYear large(int members) {
        return of(
                999_999_999_999L,
                765_432_109_876L,
                kdkmpFunds(),
                IntStream.rangeClosed(1, members)
                        .mapToObj(i ->
                                person(
                                        i,
                                        i % 10 == 0 ? LONG_NAME : "Warga Desa Tambong " + i,
                                        1_234_567L + i * 7_919L % 9_000_000,
                                        220_000 + i % 12 * 10_000))
                        .toList(),
                decided());
    }

    /** Twenty-five funds, a proposal, and people who have no part. */
    static SampleYear manyFunds() {
        var funds = new LinkedHashMap<String, Long>();
        funds.put("RESERVE", 2_800L);
        funds.put("PATRONAGE", 3_500L);
        funds.put("CAPITAL", 1_500L);
        for (var i = 1; i <= 22; i++) {
            funds.put(
                    "Dana khusus nomor "
                            + i
                            + (i % 5 == 0 ? " untuk perbaikan jalan dan saluran air dusun" : ""),
                    100L);
        }
        return of(
                123_456_789,
                100_000_000,
                funds,
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i ->
                                person(
                                        i,
                                        i == 3 ? LONG_NAME : "Warga " + i,
                                        i * 10_007L,
                                        i * 1_003L))
                        .toList(),
                null);
    }

    /** KDMP Bangunharjo, domain 1.5. */
    static SampleYear loss() {
        var report =
                new MeetingReport(
                        "Koperasi Desa Merah Putih Bangunharjo",
                        "34.02.15.2003",
                        2025,
                        ZoneId.of("Asia/Jakarta"),
                        BookYearRecord.State.APPROVED,
                        new Deadlines(LocalDate.of(2026, 5, 31), LocalDate.of(2026, 6, 30)),
                        List.of(
                                line(
                                        "salesToMembers",
                                        "Penjualan kepada anggota",
                                        "Sales to members",
                                        119_331_273,
                                        119_331_273,
                                        false),
                                line(
                                        "costOfGoods",
                                        "Harga pokok penjualan",
                                        "Cost of goods",
                                        -109_398_974,
                                        -109_398_974,
                                        false),
                                line(
                                        "memberParticipation",
                                        "Partisipasi anggota",
                                        "Members’ participation",
                                        9_938_299,
                                        9_932_299,
                                        true),
                                line(
                                        "costs",
                                        "Jumlah beban usaha",
                                        "Operating costs",
                                        -15_380_280,
                                        -15_330_280,
                                        true),
                                line(
                                        "result",
                                        "Sisa hasil usaha",
                                        "Surplus",
                                        -5_447_981,
                                        -5_397_981,
                                        true)),
                        new ReportedSurplus(
                                Rupiah.of(-5_397_981),
                                Rupiah.of(-5_397_981),
                                Rupiah.ZERO,
                                Rupiah.ZERO,
                                Rupiah.ZERO,
                                Rupiah.of(5_397_981)),
                        Rupiah.ZERO,
                        Rupiah.ZERO,
                        List.of(),
                        policy(),
                        decided(),
                        Rupiah.of(119_331_273),
                        Rupiah.of(20_320_000),
                        List.of(),
                        Rupiah.ZERO,
                        new ReserveBalance(Rupiah.ZERO, Rupiah.ZERO, Rupiah.ZERO, Rupiah.ZERO),
                        null);
        return new SampleYear(report, List.of());
    }

    record Person(UUID id, int number, @Nullable String name, long business, long capital) {}

    static Person person(int number, @Nullable String name, long business, long capital) {
        return new Person(
                new UUID(0x019ab1c200007000L, 0x8000000000000000L + number),
                number,
                name,
                business,
                capital);
    }

    static SampleYear of(
            long surplus,
            long ofMembers,
            LinkedHashMap<String, Long> percentages,
            List<Person> people,
            @Nullable ReportedResolution resolution) {
        var village = Rupiah.of(surplus / 5);
        var left = Rupiah.of(surplus).minus(village);
        var others =
                Rupiah.of(
                        left.amount()
                                - java.math.BigInteger.valueOf(left.amount())
                                        .multiply(java.math.BigInteger.valueOf(ofMembers))
                                        .divide(java.math.BigInteger.valueOf(surplus))
                                        .longValueExact());
        var divided = left.minus(others).divide(percentages);
        var funds = new ArrayList<ReportedFund>();
        divided.parts()
                .forEach((name, amount) ->
                        funds.add(
                                new ReportedFund(
                                        name,
                                        percentages.get(name).intValue(),
                                        name.equals("RESERVE")
                                                ? amount.plus(divided.remainder())
                                                : amount)));
        var patronagePool = divided.parts().get("PATRONAGE");
        var capitalPool = divided.parts().get("CAPITAL");
        var business = new LinkedHashMap<Person, Long>();
        var capital = new LinkedHashMap<Person, Long>();
        people.forEach(person -> {
            business.put(person, person.business());
            capital.put(person, person.capital());
        });
        var totalBusiness = Rupiah.of(people.stream().mapToLong(Person::business).sum());
        var totalCapital = Rupiah.of(people.stream().mapToLong(Person::capital).sum());
        var jua = patronagePool.divide(business);
        var jma = capitalPool.divide(capital);
        var members = new ArrayList<ReportedMember>();
        var statements = new ArrayList<MemberStatement>();
        for (var person : people) {
            var patronage = jua.parts().get(person);
            var capitalPart = jma.parts().get(person);
            var paid = resolution != null && person.number() % 2 == 1;
            members.add(
                    new ReportedMember(
                            person.number(),
                            person.id(),
                            person.name(),
                            MemberKind.ORDINARY,
                            Rupiah.of(person.business()),
                            Rupiah.of(person.capital()),
                            patronage,
                            capitalPart,
                            patronage.plus(capitalPart),
                            paid));
            statements.add(
                    new MemberStatement(
                            "Koperasi Desa Merah Putih Tambong",
                            "35.10.14.2014",
                            2025,
                            resolution == null ? Standing.PROPOSAL : Standing.DECIDED,
                            null,
                            person.id(),
                            person.name(),
                            MemberKind.ORDINARY,
                            Rupiah.of(person.business()),
                            1_234,
                            Rupiah.of(person.business()),
                            List.of(
                                    saving(SavingsKind.PRINCIPAL, 100_000, 100_000, 100_000, true),
                                    saving(SavingsKind.MANDATORY, 0, 240_000, 120_000, true),
                                    saving(SavingsKind.VOLUNTARY, 50_000, 25_000, 37_123, false)),
                            Rupiah.of(person.capital()),
                            totalBusiness,
                            totalCapital,
                            patronagePool,
                            capitalPool,
                            patronage,
                            capitalPart,
                            new Adjustments(List.of()),
                            null,
                            paid
                                    ? new StatementPayment(
                                            LocalDate.of(2026, 4, 9),
                                            patronage.plus(capitalPart),
                                            StatementPayment.Manner.CASH)
                                    : null,
                            DIGEST));
        }
        var report =
                new MeetingReport(
                        "Koperasi Desa Merah Putih Tambong",
                        "35.10.14.2014",
                        2025,
                        ZoneId.of("Asia/Jakarta"),
                        resolution == null
                                ? BookYearRecord.State.PROPOSED
                                : BookYearRecord.State.DIVIDED,
                        new Deadlines(LocalDate.of(2026, 5, 31), LocalDate.of(2026, 6, 30)),
                        phu(surplus, ofMembers),
                        new ReportedSurplus(
                                Rupiah.of(surplus),
                                Rupiah.of(ofMembers),
                                Rupiah.of(surplus - ofMembers),
                                Rupiah.ZERO,
                                Rupiah.ZERO,
                                Rupiah.ZERO),
                        village,
                        others,
                        funds,
                        policy(),
                        resolution,
                        totalBusiness,
                        totalCapital,
                        members,
                        jua.remainder().plus(jma.remainder()),
                        new ReserveBalance(
                                Rupiah.of(2_500_000),
                                Rupiah.of(17_600_000),
                                Rupiah.ZERO,
                                Rupiah.of(20_100_000)),
                        DIGEST);
        return new SampleYear(report, statements);
    }

    Stream<MemberStatement> stream() {
        return statements.stream();
    }

    static Saving saving(
            SavingsKind kind, long opening, long closing, long average, boolean counts) {
        return new Saving(kind, Rupiah.of(opening), Rupiah.of(closing), Rupiah.of(average), counts);
    }

    private static List<PhuLine> phu(long surplus, long ofMembers) {
        return List.of(
                line(
                        "salesToMembers",
                        "Penjualan kepada anggota",
                        "Sales to members",
                        4 * ofMembers,
                        4 * ofMembers,
                        false),
                line(
                        "costOfGoodsMembers",
                        "Harga pokok penjualan kepada anggota",
                        "Cost of goods sold to members",
                        -3 * ofMembers,
                        -3 * ofMembers,
                        false),
                line(
                        "memberParticipation",
                        "Partisipasi anggota",
                        "Members’ participation",
                        ofMembers,
                        ofMembers,
                        true),
                line(
                        "salesToOthers",
                        "Penjualan kepada bukan anggota",
                        "Sales to others",
                        2 * (surplus - ofMembers),
                        2 * (surplus - ofMembers),
                        false),
                line(
                        "costOfGoodsOthers",
                        "Harga pokok penjualan kepada bukan anggota",
                        "Cost of goods sold to others",
                        ofMembers - surplus,
                        ofMembers - surplus,
                        false),
                line(
                        "otherParticipation",
                        "Partisipasi bukan anggota",
                        "Others’ participation",
                        surplus - ofMembers,
                        surplus - ofMembers,
                        true),
                line("costs", "Beban usaha", "Operating costs", 0, 0, false),
                line(
                        "surplus",
                        "Sisa hasil usaha setelah pajak",
                        "Surplus after tax",
                        surplus,
                        surplus,
                        true));
    }

    private static PhuLine line(
            String key, String id, String en, long amount, long computed, boolean sum) {
        return new PhuLine(key, id, en, Rupiah.of(amount), Rupiah.of(computed), sum);
    }

    private static Policy.Rules policy() {
        return new Policy(
                        Policy.Preset.KDKMP,
                        Map.of(Policy.RESERVE, Policy.WHOLE),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Set.of(SavingsKind.MANDATORY, SavingsKind.PRINCIPAL),
                        null,
                        null,
                        null,
                        null,
                        6,
                        null)
                .rules();
    }

    private static ReportedResolution decided() {
        return new ReportedResolution(
                LocalDate.of(2026, 4, 2), ReportedResolution.Meeting.FIRST, 101, 186, true, 97);
    }

    private static LinkedHashMap<String, Long> kdkmpFunds() {
        var funds = new LinkedHashMap<String, Long>();
        funds.put("RESERVE", 3_000L);
        funds.put("PATRONAGE", 3_500L);
        funds.put("CAPITAL", 1_500L);
        funds.put("BOARD", 500L);
        funds.put("STAFF", 500L);
        funds.put("EDUCATION", 500L);
        funds.put("SOCIAL", 500L);
        return funds;
    }
}

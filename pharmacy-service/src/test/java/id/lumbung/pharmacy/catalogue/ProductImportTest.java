package id.lumbung.pharmacy.catalogue;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.pharmacy.Apotek;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class ProductImportTest {

    private static final Path SAMPLE =
            Path.of(
                    "../tools/village/src/main/resources/id/lumbung/village/demo/sample-medicines.csv");

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;
    private Apotek apotek;

    @BeforeEach
    void open() {
        apotek = new Apotek(http, mongo);
    }

    private JsonNode take(byte[] file, boolean dryRun) {
        var answer =
                apotek.as(MANAGER, "manager", apotek.outlet)
                        .post()
                        .uri(
                                "/products/import?cooperativeId=%s&dryRun=%s"
                                        .formatted(apotek.cooperative, dryRun))
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(file)
                        .exchange()
                        .returnResult(String.class);
        return new JsonMapper().readTree(answer.getResponseBody());
    }

    private JsonNode take(String file) {
        return take(file.getBytes(StandardCharsets.UTF_8), false);
    }

    private static List<Integer> counts(JsonNode report) {
        var counts =
                List.of("rows", "entered", "changed", "unchanged", "doubles", "refused").stream()
                        .map(it -> report.path(it).asInt(-1))
                        .toList();
        assertThat(counts.subList(1, 6).stream().mapToInt(it -> it).sum())
                .as(report.toString())
                .isEqualTo(counts.getFirst());
        return counts;
    }

    private long inCatalogue() {
        return apotek.get(CASHIER, "/products?limit=500").body().path("items").size();
    }

    @Test
    void theSampleCatalogueIsEnteredOnce() throws IOException {
        var file = Files.readAllBytes(SAMPLE);
        var dry = take(file, true);
        assertThat(counts(dry)).containsExactly(110, 110, 0, 0, 0, 0);
        assertThat(dry.path("notes").findValuesAsString("code"))
                .as("the name says iron, the strength its salt: %s", dry)
                .containsExactly("FE-FOLIC-60-TAB");
        assertThat(inCatalogue()).isZero();
        assertThat(counts(take(file, false))).containsExactly(110, 110, 0, 0, 0, 0);
        assertThat(inCatalogue()).isEqualTo(110);
        assertThat(counts(take(file, false))).containsExactly(110, 0, 0, 110, 0, 0);
        var found = apotek.get(CASHIER, "/products?q=allopurinol-100-tab").body();
        var allopurinol = found.path("items").path(0);
        assertThat(allopurinol.path("medicine").path("owaLimit").asInt()).isEqualTo(10);
        assertThat(allopurinol.path("medicine").path("sample").asBoolean()).isTrue();
        var id = allopurinol.path("id").asString();
        assertThat(
                        apotek.get(CASHIER, "/products/%s/alternatives".formatted(id))
                                .body()
                                .path("mistaken")
                                .findValuesAsString("code"))
                .containsExactly("ALPRAZOLAM-0.5-TAB");
    }

    @Test
    void eachRowIsRefusedForItself() {
        var report =
                take(
                        """
                        kode;nama;satuan;golongan;kemasan;kekuatan;nie;harga;harga sejak;barcode
                        A;Amoksisilin 500 mg;kaplet;keras;strip 10, box 100;250 mg;;Rp12.500;2026-01-01;
                        A;Amoksisilin 500 mg;kaplet;keras;strip 10, box 100;250 mg;;Rp12.500;2026-01-01;
                        A;Amoksisilin 500 mg;kaplet;keras;strip 10;250 mg;;Rp12.500;2026-01-01;
                        B;Barang;tablet;merah;;;;;;
                        C;=HYPERLINK("x");tablet;bebas;;;;;;
                        D;Dus;tablet;bebas;strip 6, box 31;;;;;
                        E;Emas;tablet;bebas;;;;12,5;2026-01-01;
                        F;Tahun;tablet;bebas;;;;500;0202-10-09;
                        G;Tanpa satuan;;bebas;;;;;;
                        H;Huruf;tablet;bebas;;;GKL9999901417A1;;;
                        I;Kode batang;tablet;bebas;;;;;;8991234567892
                        """);
        assertThat(counts(report)).as(report.toString()).containsExactly(11, 1, 0, 0, 1, 9);
        assertThat(inCatalogue()).isEqualTo(1);
        assertThat(report.path("notes").path(0).path("warnings").path(0).asString())
                .contains("another strength");
        assertThat(report.path("notes").path(2).path("reason").asString()).contains("row 2");
        assertThat(report.path("notes").findValuesAsString("row"))
                .containsExactly("2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }

    @Test
    void stockListsAreSurvivedAndTold() {
        var report =
                take(
                        """
                        kode,nama,satuan,golongan,stok,no batch,kedaluwarsa
                        A,Sirup,botol,bebas,12.5,,0202-10-09
                        B,Tablet,tablet,bebas,100,B1,2027-01-31
                        """);
        assertThat(counts(report)).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(report.path("notes").path(0).path("warnings")).hasSize(3);
        assertThat(report.path("notes").path(1).path("warnings")).hasSize(1);
    }

    @Test
    void whatWindowsWritesIsRead() {
        var csv = "kode;nama;satuan;golongan\r\nA;Crème;tube;bebas\r\n";
        var report = take(csv.getBytes(Charset.forName("windows-1252")), false);
        assertThat(counts(report)).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(inCatalogue()).isEqualTo(1);
        assertThat(apotek.get(CASHIER, "/products?q=creme").body().path("items")).hasSize(1);
    }

    @Test
    void aWorkbookIsRead() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Obat");
            var names = List.of("code", "name", "baseUnit", "class", "price", "priceFrom");
            for (var i = 0; i < names.size(); i++) {
                sheet.value(0, i, names.get(i));
            }
            sheet.value(1, 0, "A");
            sheet.value(1, 1, "Parasetamol");
            sheet.value(1, 2, "tablet");
            sheet.value(1, 3, "OVER_THE_COUNTER");
            sheet.value(1, 4, 500);
            sheet.value(1, 5, "2026-01-01");
            sheet.value(2, 0, "B");
            sheet.formula(2, 1, "1+1");
        }
        var report = take(out.toByteArray(), false);
        assertThat(counts(report)).as(report.toString()).containsExactly(2, 1, 0, 0, 0, 1);
        var product = apotek.get(CASHIER, "/products?q=A").body().path("items").path(0);
        assertThat(product.path("prices").path(0).path("amount").asInt()).isEqualTo(500);
    }

    @Test
    void whatIsNoTableOrTooLargeIsRefused() throws IOException {
        assertThat(type("PK no workbook")).isEqualTo("urn:lumbung:file-unreadable");
        assertThat(type("a\0b")).isEqualTo("urn:lumbung:file-unreadable");
        assertThat(type("x,y\n1,2\n")).isEqualTo("urn:lumbung:column-missing");
        assertThat(type("kode\n" + "A\n".repeat(5_001))).isEqualTo("urn:lumbung:file-too-large");
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 41; i++) {
                zip.write(zeros);
            }
        }
        assertThat(take(bomb.toByteArray(), true).path("type").asString())
                .isEqualTo("urn:lumbung:file-too-large");
    }

    private String type(String file) {
        return take(file).path("type").asString();
    }
}

package id.lumbung.pharmacy.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptCodeTest {

    @Test
    void itIsTheFirstFortyRandomBitsAfterTheTime() {
        assertThat(ReceiptCode.of(UUID.fromString("019ab1c2-0000-7000-8000-000000000000")))
                .isEqualTo("0000-0000");
        assertThat(ReceiptCode.of(UUID.fromString("019ab1c2-0000-7fff-bfff-fffff0000000")))
                .isEqualTo("ZZZZ-ZZZZ");
        assertThat(ReceiptCode.of(UUID.fromString("019ab1c2-0000-7000-8000-000010000000")))
                .isEqualTo("0000-0000");
        assertThat(ReceiptCode.of(UUID.fromString("019ab1c2-0000-7000-8000-000400000000")))
                .isEqualTo("0000-0001");
        assertThat(ReceiptCode.of(UUID.fromString("019ab1c2-0000-7080-8000-000000000000")))
                .isEqualTo("1000-0000");
    }

    @Test
    void itIsReadAsPeopleWriteIt() {
        assertThat(ReceiptCode.read(" 7k3f 92qo ")).isEqualTo("7K3F-92Q0");
        assertThat(ReceiptCode.read("7K3F-I2QL")).isEqualTo("7K3F-12Q1");
    }
}

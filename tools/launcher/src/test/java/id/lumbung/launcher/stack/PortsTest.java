package id.lumbung.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aFreePortIsNoneThatOutgoingConnectionsGet() {
        for (int time = 0; time < 1_000; time++) {
            assertThat(Ports.free()).isBetween(1_024, 32_767);
        }
    }

    @Test
    void noPortIsGivenTwiceThoughNothingListensOnItYet() {
        var ports = IntStream.range(0, 1_000).mapToObj(_ -> Ports.free()).toList();
        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void aPortThatIsListenedOnIsNotFree() throws IOException {
        try (var taken = new ServerSocket(Ports.free(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }
}

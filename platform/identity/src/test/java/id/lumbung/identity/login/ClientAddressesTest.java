package id.lumbung.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.identity.IdentitySettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who tries passwords cannot choose the address by which the tries are counted. */
class ClientAddressesTest {

    private static String address(Map<String, String> settings, String connection, String named) {
        var source = new MapConfigurationPropertySource(settings);
        var bound = new Binder(source).bindOrCreate("lumbung.identity", IdentitySettings.class);
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(connection);
        request.addHeader("Lumbung-Client-Address", named);
        return new ClientAddresses(bound).of(request);
    }

    @Test
    void onlyTheGatewayIsBelieved() {
        assertThat(address(Map.of(), "127.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address(Map.of(), "0:0:0:0:0:0:0:1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address(Map.of(), "198.51.100.7", "203.0.113.9")).isEqualTo("198.51.100.7");
        assertThat(address(Map.of(), "127.0.0.1", "x".repeat(65))).isEqualTo("127.0.0.1");
        var inside = Map.of("lumbung.identity.gateways", String.join(",", List.of("10.1.0.0/16")));
        assertThat(address(inside, "10.1.4.2", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(address(inside, "127.0.0.1", "203.0.113.9")).isEqualTo("127.0.0.1");
    }
}

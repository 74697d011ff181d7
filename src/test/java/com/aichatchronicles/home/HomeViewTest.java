package com.aichatchronicles.home;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.net.URI;
import org.junit.jupiter.api.Test;

class HomeViewTest {

    @Test
    void allAddressesAreAbsolute() {
        String json =
                JsonbBuilder.create().toJson(HomeView.of(URI.create("http://localhost:3001"), 9443, "1.0.0", null));
        assertThat(json)
                .isEqualTo("{\"name\":\"AI Chat Chronicles\",\"version\":\"1.0.0\",\"links\":{"
                        + "\"self\":\"http://localhost:3001/\","
                        + "\"api\":\"http://localhost:3001/api/v1\","
                        + "\"documentation\":\"http://localhost:3001/api-docs\","
                        + "\"openapi\":\"http://localhost:3001/openapi\","
                        + "\"health\":\"http://localhost:3001/health\","
                        + "\"metrics\":\"http://localhost:3001/metrics\","
                        + "\"jwks\":\"http://localhost:3001/.well-known/jwks.json\","
                        + "\"adminCenter\":\"https://localhost:9443/adminCenter\"}}");
    }

    @Test
    void aSlashAtTheEndOfTheAddressIsNotDoubled() {
        HomeView home = HomeView.of(URI.create("https://api.example.org/"), 443, "1.0.0", null);
        assertThat(home.links().self()).isEqualTo("https://api.example.org/");
        assertThat(home.links().api()).isEqualTo("https://api.example.org/api/v1");
    }

    @Test
    void theAdminCenterIsOnTheTlsListenerOfTheSameHost() {
        HomeView home = HomeView.of(URI.create("http://[::1]:3001/base"), 8443, "1.0.0", null);
        assertThat(home.links().adminCenter()).isEqualTo("https://[::1]:8443/adminCenter");
    }

    @Test
    void theLocalRunShowsItsMails() {
        HomeView home = HomeView.of(URI.create("http://localhost:3001"), 9443, "1.0.0", "http://localhost:5000/");
        assertThat(JsonbBuilder.create().toJson(home)).contains("\"mails\":\"http://localhost:5000/\"");
    }
}

package com.aichatchronicles.signon.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderHttpTest {
    private final ProviderHttp http = new ProviderHttp();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a\r\nX: y", "Bearer a\nb", "Bearer a\0b"})
    void aTokenThatIsNoHeaderIsAFaultOfTheProvider(String header) {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, URI.create("http://localhost:9/userinfo"));
        request.setHeader("Authorization", header);

        assertThatThrownBy(() -> http.send(request)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://sso.example.com/token,      https://sso.example.com, true",
        "https://keys.example.org/token,     https://sso.example.com, true",
        "http://sso.example.com/token,       https://sso.example.com, false",
        "http://localhost:6379/token,        https://sso.example.com, false",
        "http://127.0.0.1/token,             https://sso.example.com, false",
        "http://localhost:8080/token,        http://localhost:8080,   true",
        "http://sso.example.com/token,       http://localhost:8080,   false",
        "https:/token,                       https://sso.example.com, false"
    })
    void onlyAProviderOfThisMachineNamesAddressesOfThisMachine(URI address, String issuer, boolean usable) {
        assertThat(ProviderHttp.isEndpoint(address, new Issuer(issuer))).isEqualTo(usable);
    }

    @Test
    void nothingIsSentInPlainTextToAnotherMachine() {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, URI.create("http://sso.example.com/token"));

        assertThatThrownBy(() -> http.send(request)).isInstanceOf(IOException.class);
    }
}

package com.aichatchronicles.signon.providers;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How providers are spoken to: by HTTPS (plain HTTP on this machine alone), without following a redirect, for a few
 * seconds at most, taking half a megabyte at most.
 */
@ApplicationScoped
public class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration EXCHANGE = Duration.ofSeconds(5);
    private static final long LARGEST = 512L * 1024;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .build();

    /** @return whether an address is one that secrets may be sent to */
    static boolean isSafe(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
    }

    /**
     * @param address which a provider names
     * @param issuer who names it
     * @return whether it is one to speak to; only a provider of this machine sends us to addresses of this machine
     */
    public static boolean isEndpoint(URI address, Issuer issuer) {
        return isSafe(address)
                && ("https".equals(address.getScheme()) || issuer.getValue().startsWith("http:"));
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpResponse<String> answer = exchange(outgoing(request));
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(type -> response.setHeader("Content-Type", type));
        response.setBody(answer.body());
        return response;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        HttpResponse<String> answer = exchange(
                HttpRequest.newBuilder(require(URI.create(address.toString()))).build());
        if (answer.statusCode() != 200) {
            throw new IOException("The keys of the provider: status " + answer.statusCode());
        }
        return new Resource(
                answer.body(), answer.headers().firstValue("Content-Type").orElse(null));
    }

    private static HttpRequest outgoing(ReadOnlyHTTPRequest request) throws IOException {
        BodyPublisher body = Optional.ofNullable(request.getBody())
                .map(BodyPublishers::ofString)
                .orElseGet(BodyPublishers::noBody);
        try {
            HttpRequest.Builder outgoing = HttpRequest.newBuilder(require(request.getURI()));
            request.getHeaderMap().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
            return outgoing.method(request.getMethod().name(), body).build();
        } catch (IllegalArgumentException e) { // an access token, for one, that no header can hold
            throw new IOException("What the provider gave can not be sent", e);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, head -> new BoundedBody(LARGEST));
        try {
            return answer.get(EXCHANGE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            throw new IOException("The provider gives no answer", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the provider was asked", e);
        }
    }

    private static URI require(URI address) throws IOException {
        if (!isSafe(address)) {
            throw new IOException("The provider names an address without HTTPS");
        }
        return address;
    }
}

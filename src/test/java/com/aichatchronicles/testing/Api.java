package com.aichatchronicles.testing;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A client of the server under test. Never changes: {@link #as} and {@link #with} return another one. */
public final class Api {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

    private final URI base;
    private final Map<String, String> headers;

    private Api(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** @return a client of the server of this run that nobody has signed in to */
    public static Api anonymous() {
        return at(URI.create(TestServer.httpAddress()));
    }

    /** @return a client of any server that nobody has signed in to */
    public static Api at(URI base) {
        return new Api(base, Map.of("Accept", "application/json"));
    }

    /** @return this client with a bearer token */
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** @return this client with a header, in place of one of the same name */
    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, Map.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer head(String path) {
        return send("HEAD", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path, JsonValue body) {
        return send("POST", path, body.toString());
    }

    public Answer put(String path, JsonValue body) {
        return send("PUT", path, body.toString());
    }

    public Answer patch(String path, JsonValue body) {
        return send("PATCH", path, body.toString());
    }

    /** Sends a text as it is, JSON or not, labelled as JSON unless this client has another {@code Content-Type}. */
    public Answer send(String method, String path, String body) {
        Api labelled = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        return labelled.send(method, path, BodyPublishers.ofString(body));
    }

    /** Sends any body with no other header than those of this client. */
    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::setHeader);
        try {
            return Answer.of(HTTP.send(request.method(method, body).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package com.aichatchronicles.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * OpenID providers that say whatever a test wants, each under a path of its own on one HTTP server: {@code
 * http://localhost:PORT/NAME}. Left alone, one is honest: it answers a code once, to whom knows the secret and the PKCE
 * verifier, with what the test has prepared.
 */
public final class TestProvider {
    /** As whom the server under test is known everywhere. */
    public static final String CLIENT = "chronicles";

    /** With which it proves that. */
    public static final String SECRET = "a secret of thirty-two characters, at least";

    private static final Map<String, TestProvider> PROVIDERS = new ConcurrentHashMap<>();
    private static int port;

    private final String name;
    private final List<RSAKey> keys = new CopyOnWriteArrayList<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, HttpHandler> lies = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /**
     * What a code or a refresh token is good for.
     *
     * @param challenge of PKCE, null for a refresh token
     * @param answer the JSON of the token endpoint
     */
    public record Grant(String challenge, String answer) {}

    private TestProvider(String name) {
        this.name = name;
        rotate();
    }

    /** @return the provider of that name */
    public static TestProvider named(String name) {
        return PROVIDERS.computeIfAbsent(name, TestProvider::new);
    }

    /** Starts the server of them all, on this machine's loopback address. */
    public static void start(int freePort) throws IOException {
        port = freePort;
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "test-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", TestProvider::dispatch);
        server.start();
    }

    /** @return the issuer, exactly as its tokens name it */
    public String issuer() {
        return "http://localhost:" + port + '/' + name;
    }

    /** @return the key that it signs with now */
    public RSAKey key() {
        return keys.get(keys.size() - 1);
    }

    /** Signs with a new key from now on, and publishes it alone. */
    public void rotate() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            keys.clear();
            keys.add(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers requests to a path in another way from now on. */
    public void lie(String path, HttpHandler handler) {
        lies.put(path, handler);
    }

    /** Answers requests to a path with a status and a text from now on. */
    public void lie(String path, int status, String text) {
        lie(path, exchange -> send(exchange, status, text));
    }

    /** Is honest again at a path. */
    public void repent(String path) {
        lies.remove(path);
    }

    /** Makes a code, or a refresh token, good for one answer. */
    public void grant(String code, Grant grant) {
        grants.put(code, grant);
    }

    /** @return how often a path was asked for */
    public int calls(String path) {
        return calls.computeIfAbsent(path, key -> new AtomicInteger()).get();
    }

    private static void dispatch(HttpExchange exchange) throws IOException {
        String[] parts = exchange.getRequestURI().getPath().split("/", 3);
        TestProvider provider = PROVIDERS.get(parts[1]);
        if (provider == null && parts.length == 3) {
            provider = named(parts[1]);
        }
        provider.answer(exchange, '/' + parts[2]);
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        calls.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
        HttpHandler lie = lies.get(path);
        if (lie != null) {
            lie.handle(exchange);
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, configuration(issuer()));
            case "/keys" -> send(exchange, 200, keySet());
            case "/token" -> redeem(exchange);
            default -> send(exchange, 404, "{}");
        }
    }

    /** @return what a provider publishes that calls itself so */
    public String configuration(String issuer) {
        return Json.createObjectBuilder()
                .add("issuer", issuer)
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/keys")
                .add("response_types_supported", Json.createArrayBuilder().add("code"))
                .add("subject_types_supported", Json.createArrayBuilder().add("public"))
                .add(
                        "id_token_signing_alg_values_supported",
                        Json.createArrayBuilder().add("RS256"))
                .build()
                .toString();
    }

    private String keySet() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        keys.forEach(key ->
                array.add(Json.createReader(new StringReader(key.toPublicJWK().toJSONString()))
                        .readObject()));
        return Json.createObjectBuilder().add("keys", array).build().toString();
    }

    private void redeem(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Grant grant = grants.remove(form.getOrDefault("code", form.getOrDefault("refresh_token", "")));
        boolean proved = grant != null
                && isOurs(exchange.getRequestHeaders().getFirst("Authorization"))
                && (grant.challenge() == null || grant.challenge().equals(Pkce.challenge(form.get("code_verifier"))));
        if (proved) {
            send(exchange, 200, grant.answer());
        } else {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private static boolean isOurs(String authorization) {
        return Pkce.basic(CLIENT, SECRET).equals(authorization);
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** Answers with JSON. */
    public static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

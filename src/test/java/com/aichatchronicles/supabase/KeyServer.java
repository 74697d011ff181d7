package com.aichatchronicles.supabase;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Publishes keys as Supabase does, or fails to. */
final class KeyServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String keys;
    private volatile int status = 200;
    private volatile boolean stuck;

    private KeyServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
        server.setExecutor(threads);
        server.createContext("/auth/v1/.well-known/jwks.json", this::answer);
        server.start();
    }

    /** @param port to listen at, 0 for any */
    static KeyServer start(int port, JWK... keys) throws IOException {
        KeyServer server = new KeyServer(port);
        server.publish(keys);
        return server;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void publish(JWK... published) {
        keys = new JWKSet(List.copyOf(Arrays.asList(published))).toString(true);
    }

    /** Answers this from now on, whatever it is. */
    void say(int newStatus, String text) {
        status = newStatus;
        keys = text;
    }

    /** Sends a little now and then from now on, and never an end. */
    void drip() {
        stuck = true;
    }

    int calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            if (stuck) {
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < 600; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    if (end.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
            byte[] body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package com.aichatchronicles.signon;

import com.aichatchronicles.local.Folders;
import com.aichatchronicles.local.ServerProcess;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.TestProvider;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real Keycloak with a realm of its own, on a free port of this machine. */
final class Keycloak implements AutoCloseable {
    private static final String REALM = "/admin/realms/chronicles";
    private static final String ADMIN = "admin";
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final ServerProcess process;

    private Keycloak(ServerProcess process) {
        this.process = process;
    }

    /** @return the server, once its realm answers */
    static Keycloak start() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("it.keycloak"));
        Folders.delete(home.resolve("data"));
        Path imported = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imported.resolve("realm.json"), realm());
        ProcessBuilder command = new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + System.getProperty("it.keycloak.port"),
                "--import-realm");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        Path log = Path.of(System.getProperty("it.directory")).resolve("keycloak.log");
        return new Keycloak(ServerProcess.start("Keycloak", command, log, Keycloak::isReady, PATIENCE));
    }

    static String address() {
        return "http://localhost:" + System.getProperty("it.keycloak.port");
    }

    /** Stops its processors, as a machine does that has too much to do. */
    void freeze() {
        process.signal("STOP");
    }

    void thaw() {
        process.signal("CONT");
    }

    /** Signs somebody out of everything. */
    void signOut(String username) {
        call("POST", REALM + "/users/" + user(username) + "/logout", "{}");
    }

    void leaveGroup(String username, String group) {
        call("DELETE", REALM + "/users/" + user(username) + "/groups/" + group(group), "");
    }

    void joinGroup(String username, String group) {
        call("PUT", REALM + "/users/" + user(username) + "/groups/" + group(group), "{}");
    }

    void disable(String username) {
        call("PUT", REALM + "/users/" + user(username), "{\"enabled\":false}");
    }

    /** Makes a key that signs from now on in place of the older ones. */
    void rotateKeys() {
        call("POST", REALM + "/components", """
                {"name": "newer", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "config": {"priority": ["1000"], "enabled": ["true"], "active": ["true"], "algorithm": ["RS256"]}}""");
    }

    @Override
    public void close() {
        process.close();
    }

    private String user(String username) {
        return first(REALM + "/users?exact=true&username=" + username);
    }

    private String group(String name) {
        return first(REALM + "/groups?exact=true&search=" + name);
    }

    private String first(String path) {
        JsonArray found =
                Json.createReader(new StringReader(admin().get(path).text())).readArray();
        return found.getJsonObject(0).getString("id");
    }

    private void call(String method, String path, String body) {
        Answer answer = admin().send(method, path, body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(method + ' ' + path + ": " + answer.status() + ' ' + answer.text());
        }
    }

    private static Api admin() {
        String form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN;
        JsonObject token = Api.at(URI.create(address()))
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/realms/master/protocol/openid-connect/token", BodyPublishers.ofString(form))
                .body();
        return Api.at(URI.create(address())).as(token.getString("access_token"));
    }

    private static boolean isReady() {
        try {
            return Api.at(URI.create(address())).get("/realms/chronicles").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String realm() throws IOException {
        try (InputStream file = Keycloak.class.getResourceAsStream("realm.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@SECRET@", TestProvider.SECRET)
                    .replace("@API@", TestServer.httpAddress());
        }
    }
}

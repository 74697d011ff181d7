package com.aichatchronicles.signon;

import com.aichatchronicles.local.Ports;
import com.aichatchronicles.local.ServerProcess;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Chromium without a window, driven by its own driver in the words of W3C WebDriver. Knows nobody when it starts. */
final class Browser implements AutoCloseable {
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // WebDriver, section 12.2
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerProcess driver;
    private final Api api;
    private final String session;

    private Browser(ServerProcess driver, Api api, String session) {
        this.driver = driver;
        this.api = api;
        this.session = session;
    }

    static Browser start() throws IOException, InterruptedException {
        int port = Ports.free(1).get(0);
        Api api = Api.at(URI.create("http://localhost:" + port));
        Path log = Path.of(System.getProperty("it.directory")).resolve("chromedriver.log");
        ServerProcess driver = ServerProcess.start(
                "chromedriver",
                new ProcessBuilder("chromedriver", "--port=" + port),
                log,
                () -> isReady(api),
                Duration.ofSeconds(30));
        return new Browser(driver, api, open(api));
    }

    void go(String address) {
        command("/url", Json.createObjectBuilder().add("url", address));
    }

    String address() {
        return text(api.get(session + "/url"));
    }

    /** Types into a field, once it is there. */
    void type(String css, String text) {
        await(css, () -> !find(css).isEmpty());
        command("/element/" + find(css) + "/value", Json.createObjectBuilder().add("text", text));
    }

    void click(String css) {
        await(css, () -> !find(css).isEmpty());
        command("/element/" + find(css) + "/click", Json.createObjectBuilder());
    }

    /** @return the text of an element, once it has some */
    String read(String css) {
        await(css, () -> !find(css).isEmpty() && !text(css).isBlank());
        return text(css);
    }

    void screenshot(String name) throws IOException {
        Path folder = Files.createDirectories(
                Path.of(System.getProperty("it.directory")).resolve("screenshots"));
        byte[] picture = Base64.getDecoder().decode(text(api.get(session + "/screenshot")));
        Files.write(folder.resolve(name + ".png"), picture);
    }

    @Override
    public void close() {
        api.delete(session);
        driver.close();
    }

    private static String open(Api api) {
        JsonArrayBuilder arguments = Json.createArrayBuilder();
        for (String argument : new String[] {"--headless=new", "--no-sandbox", "--disable-dev-shm-usage"}) {
            arguments.add(argument);
        }
        arguments.add("--disable-gpu").add("--window-size=900,640").add("--disable-background-networking");
        JsonObject asked = Json.createObjectBuilder()
                .add(
                        "capabilities",
                        Json.createObjectBuilder()
                                .add(
                                        "alwaysMatch",
                                        Json.createObjectBuilder()
                                                .add("browserName", "chrome")
                                                .add(
                                                        "goog:chromeOptions",
                                                        Json.createObjectBuilder()
                                                                .add("binary", "/usr/bin/chromium")
                                                                .add("args", arguments))))
                .build();
        JsonObject opened = api.post("/session", asked).body();
        if (!opened.getJsonObject("value").containsKey("sessionId")) {
            throw new IllegalStateException(opened.toString());
        }
        return "/session/" + opened.getJsonObject("value").getString("sessionId");
    }

    private String find(String css) {
        JsonObject asked = Json.createObjectBuilder()
                .add("using", "css selector")
                .add("value", css)
                .build();
        JsonObject answer = api.post(session + "/element", asked).body();
        return answer.getJsonObject("value").getString(ELEMENT, "");
    }

    private String text(String css) {
        return text(api.get(session + "/element/" + find(css) + "/text"));
    }

    private static String text(Answer answer) {
        JsonValue value = answer.body().get("value");
        return value instanceof JsonString text ? text.getString() : "";
    }

    private void command(String path, JsonObjectBuilder body) {
        Answer answer = api.post(session + path, body.build());
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.text());
        }
    }

    private void await(String what, BooleanSupplier there) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("No " + what + " at " + address());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean isReady(Api api) {
        try {
            return api.get("/status").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}

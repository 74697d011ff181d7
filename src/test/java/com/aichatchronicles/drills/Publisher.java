package com.aichatchronicles.drills;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes as a careful client does: under an idempotency key, on the other server when one does not answer. */
final class Publisher {
    private static final int MOST_TRIES = 200;

    private final Fleet fleet;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private volatile Member author;

    Publisher(Fleet fleet, Member author) {
        this.fleet = fleet;
        this.author = author;
    }

    /** Signs in anew, because the whole takes longer than a token lasts. */
    void renew() {
        String path = "/api/v1/auth/login";
        author = Member.of(fleet.first().api().post(path, Member.credentials(author.email(), Member.PASSWORD)));
    }

    /** @return whether it had to be tried again */
    boolean publishUntilAcknowledged() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        JsonObject body = Json.createObjectBuilder()
                .add("title", "Acknowledged " + key)
                .add("content", "Some thoughts about what a server survives")
                .add("category", "Technology")
                .build();
        List<DrillServer> servers = fleet.both();
        int first = turn.getAndIncrement();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (isAcknowledged(servers.get((first + tries) % 2), key, body)) {
                return tries > 0;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new IllegalStateException("Never acknowledged: " + key);
    }

    private boolean isAcknowledged(DrillServer server, String key, JsonObject body) {
        try {
            Answer answer =
                    server.api().as(author.token()).with("Idempotency-Key", key).post(Writer.PATH, body);
            if (answer.status() != 201) {
                putOff(answer);
                return false;
            }
            if (answer.header("Idempotency-Replayed") != null) {
                replayed.incrementAndGet();
            }
            JsonObject made = answer.body().getJsonObject("data");
            acknowledged.put(made.getString("title"), made.getString("id"));
            return true;
        } catch (UncheckedIOException e) {
            unanswered.incrementAndGet();
            return false;
        }
    }

    /** While a server starts, it may have no routes yet, and a first request may still be running in the database. */
    private void putOff(Answer answer) {
        if (!List.of(404, 409, 503).contains(answer.status())) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        putOff.incrementAndGet();
    }

    UUID authorId() {
        return author.id();
    }

    /** @return ids by title */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    String figures() {
        return "calls without an answer " + unanswered + ", told to come again " + putOff
                + ", given again under their key " + replayed;
    }
}

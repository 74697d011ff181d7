package com.aichatchronicles.access;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import com.aichatchronicles.testing.Talk;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What the paths of routes lead to: things of the author, made when they are first needed or were deleted. */
final class Things {
    private static final String V1 = "/api/v1/";

    private final Member author;
    private final Member victim = Member.register();
    private final Member keeper = Member.register();
    private final Map<String, Supplier<String>> makers = new LinkedHashMap<>();
    private final Map<String, String> made = new HashMap<>();

    Things(Member author) {
        this.author = author;
        // The longest beginnings first; what stands in the braces is replaced by what its maker makes.
        makers.put("conversations/{id}/revisions/{version}", () -> edited() + "/revisions/1");
        makers.put("conversations/{id}/revisions", () -> edited() + "/revisions");
        makers.put("conversations/{id}/schedule", () -> scheduled() + "/schedule");
        makers.put("conversations/{id}/links/{link}", () -> link("links/%s"));
        makers.put("conversations/category/{category}", () -> "conversations/category/Science");
        makers.put("conversations/user/{userId}", () -> "conversations/user/" + author.id());
        makers.put("conversations/{id}", this::conversation);
        makers.put("shared/{token}", () -> link("shared"));
        makers.put("comments/{id}", () -> "comments/" + comment());
        makers.put("profiles/{person}", () -> "profiles/" + author.id());
        makers.put("collections/{id}/conversations/{conversationId}", () -> collection() + "/" + conversation());
        makers.put("collections/{id}", this::collection);
        makers.put("seminars/{id}", () -> "seminars/" + seminar());
        makers.put("notifications/{id}", () -> "notifications/" + notification());
        makers.put("moderation/reports/{id}", () -> "moderation/reports/" + report());
        makers.put("auth/oauth/{provider}", () -> "auth/oauth/honest");
        makers.put("auth/identities/{id}", () -> "auth/identities/" + identity());
        makers.put("auth/sessions/{id}", () -> "auth/sessions/" + session());
        makers.put("auth/api-keys/{id}", () -> "auth/api-keys/" + key(author));
        makers.put(
                "admin/mails/{id}",
                () -> "admin/mails/" + UUID.randomUUID()); // none waits without a mail server's fault
        makers.put("admin/users/{id}/api-keys/{key}", () -> "admin/users/" + keeper.id() + "/api-keys/" + key(keeper));
        makers.put("admin/users/{id}/", () -> "admin/users/" + victim.id() + "/");
        makers.put("admin/users/{id}", () -> "admin/users/" + Member.register().id());
    }

    /** @return the path of a route, each of its variables replaced by something that is there */
    String path(String template) {
        if (template.startsWith("/scim/")) {
            return template.replaceAll("\\{\\w+}", author.id().toString()); // closed to all who are here
        }
        String route = template.startsWith(V1) ? template.substring(V1.length()) : template;
        if (!route.contains("{")) {
            return template;
        }
        String beginning = makers.keySet().stream()
                .filter(route::startsWith)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Things does not know what makes " + template));
        String place = made.computeIfAbsent(beginning, key -> makers.get(key).get());
        return V1 + place + route.substring(beginning.length());
    }

    /** Has what a route leads to made anew, because it may be gone. */
    void forget() {
        made.clear();
    }

    private String conversation() {
        return "conversations/" + Talk.publish(author);
    }

    private String edited() {
        String conversation = conversation();
        Talk.data(author.api().put(V1 + conversation, Answer.json("{\"title\":\"Another title\"}")));
        return conversation;
    }

    private String scheduled() {
        String draft = "conversations/" + Talk.draft(author);
        Talk.data(author.api().put(V1 + draft + "/schedule", Answer.json("{\"publish_at\":\"2099-01-01T00:00:00Z\"}")));
        return draft;
    }

    private String link(String form) {
        String draft = "conversations/" + Talk.draft(author);
        JsonObject link = Talk.data(author.api().send("POST", V1 + draft + "/links", "{}"));
        return form.equals("shared")
                ? "shared/" + link.getString("token")
                : draft + '/' + form.formatted(link.getString("id"));
    }

    private UUID comment() {
        return Community.comment(author, UUID.fromString(Talk.publish(author)));
    }

    private String collection() {
        String body = "{\"name\":\"Some\",\"public\":true}";
        return "collections/"
                + Talk.data(author.api().send("POST", V1 + "collections", body)).getString("id");
    }

    private String seminar() {
        return Talk.data(author.api().send("POST", V1 + "seminars", """
                        {"title":"On access","description":"Who gets where, and why.","category":"Science",
                         "scheduled_at":"2099-01-01T00:00:00Z"}""")).getString("id");
    }

    private UUID notification() {
        UUID id = UUID.randomUUID();
        Sql.update("""
                INSERT INTO chronicles.notifications (id, user_id, kind, about, created_at, updated_at)
                VALUES (?, ?, 'followed', ?, now(), now())""", id, author.id(), id.toString());
        return id;
    }

    private UUID report() {
        UUID id = UUID.randomUUID();
        Sql.update("""
                INSERT INTO chronicles.reports (id, subject_type, subject_id, author_id, evidence, reason, created_at)
                VALUES (?, 'profile', ?, ?, 'Evidence', 'other', now())""", id, author.id(), author.id());
        return id;
    }

    private String session() {
        author.signIn();
        return Sql.text(
                "SELECT id FROM chronicles.sessions WHERE user_id = ? ORDER BY created_at DESC LIMIT 1", author.id());
    }

    private UUID identity() {
        UUID id = UUID.randomUUID();
        Sql.update("""
                INSERT INTO chronicles.identities (id, issuer, subject, user_id, provider)
                VALUES (?, 'https://sso.example.com', ?, ?, 'former')""", id, id.toString(), author.id());
        return id;
    }

    private static String key(Member owner) {
        Sql.update("DELETE FROM chronicles.api_keys WHERE owner_id = ? AND name = 'One of many'", owner.id());
        String body = "{\"name\":\"One of many\",\"scopes\":[\"profile:read\"]}";
        return Talk.data(owner.api().send("POST", V1 + "auth/api-keys", body)).getString("id");
    }
}

package com.aichatchronicles.drills;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Member;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** Publishes, edits, unpublishes and deletes on one server, and looks on both for what everybody should see now. */
final class Writer implements Worker {
    static final String PATH = "/api/v1/conversations";

    private static final int REMEMBERED = 50;

    private final Fleet fleet;
    private final DrillServer home;
    private final Member author = Member.register();
    private final String category = "Drill " + UUID.randomUUID();
    private final Deque<Written> past = new ArrayDeque<>();
    private boolean deletes;

    /** What was written last; the title is null where nobody may see it. */
    private record Written(String id, String title) {}

    Writer(Fleet fleet, DrillServer home) {
        this.fleet = fleet;
        this.home = home;
    }

    @Override
    public void round(Journal journal) {
        String id = publish(journal, "First version");
        shows(journal, id, "First version");
        put(journal, id, edit("Second version"));
        shows(journal, id, "Second version");
        put(journal, id, edit("Second version", false));
        shows(journal, id, null);
        put(journal, id, edit("Third version", true));
        shows(journal, id, "Third version");
        deletes = !deletes;
        if (deletes) {
            journal.ask("delete", home, api -> api.as(author.token()).delete(PATH + "/" + id), 200);
            shows(journal, id, null);
        }
        past.addLast(new Written(id, deletes ? null : "Third version"));
        if (past.size() > REMEMBERED) {
            past.removeFirst();
        }
    }

    @Override
    public void review(Journal journal) {
        past.forEach(written -> shows(journal, written.id, written.title));
    }

    @Override
    public int pause() {
        return 20;
    }

    /** @return the new conversation's id */
    String publish(Journal journal, String title) {
        JsonObject body = Json.createObjectBuilder()
                .add("title", title)
                .add("content", "Some thoughts about what a server survives")
                .add("category", category)
                .build();
        Answer made = journal.ask("publish", home, api -> api.as(author.token()).post(PATH, body), 201);
        return made.body().getJsonObject("data").getString("id");
    }

    void put(Journal journal, String id, JsonObject changes) {
        journal.ask("edit", home, api -> api.as(author.token()).put(PATH + "/" + id, changes), 200);
    }

    void delete(Journal journal, String id) {
        journal.ask("delete", home, api -> api.as(author.token()).delete(PATH + "/" + id), 200);
    }

    /** Both servers have to show a title within a second, null for nothing, on the page and in the list. */
    void shows(Journal journal, String id, String title) {
        for (DrillServer server : fleet.both()) {
            String place = server.name() + " does not show " + title + " of " + id + " but an older state on the ";
            journal.awaitSeen(place + "page", () -> isOnPage(journal, server, id, title));
            journal.awaitSeen(place + "list", () -> isInList(journal, server, id, title));
        }
    }

    /** Neither server may show anything but a title, null for nothing, in each of so many looks. */
    void keepsShowing(Journal journal, String id, String title, int looks) {
        for (int look = 0; look < looks; look++) {
            for (DrillServer server : fleet.both()) {
                if (!isOnPage(journal, server, id, title) || !isInList(journal, server, id, title)) {
                    journal.breaks(server.name() + " shows an old state of " + id + " again, not " + title);
                }
            }
        }
    }

    static JsonObject edit(String title) {
        return Json.createObjectBuilder().add("title", title).build();
    }

    static JsonObject edit(String title, boolean published) {
        return Json.createObjectBuilder(edit(title)).add("published", published).build();
    }

    private static boolean isOnPage(Journal journal, DrillServer server, String id, String title) {
        Answer page = journal.ask("look", server, api -> api.get(PATH + "/" + id), 200, 404);
        return title == null
                ? page.status() == 404
                : page.status() == 200
                        && page.body().getJsonObject("data").getString("title").equals(title);
    }

    private boolean isInList(Journal journal, DrillServer server, String id, String title) {
        String path = PATH + "?limit=100&fields=id,title&category=" + category.replace(" ", "%20");
        Answer list = journal.ask("list", server, api -> api.get(path), 200);
        String shown = list.body().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("id").equals(id))
                .map(row -> row.getString("title"))
                .findFirst()
                .orElse(null);
        return title == null ? shown == null : title.equals(shown);
    }
}

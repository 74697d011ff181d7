package com.aichatchronicles.drills;

import java.util.List;

/** Reads what is public, on one server. */
final class Reader implements Worker {
    private static final List<String> PAGES = List.of(
            "?limit=12&fields=id,title",
            "/featured",
            "/stats",
            "/categories",
            "/search?q=thoughts&fields=id,title",
            "?category=Science&limit=50&fields=id");

    private final DrillServer server;
    private int turn;

    Reader(DrillServer server) {
        this.server = server;
    }

    @Override
    public void round(Journal journal) {
        String page = PAGES.get(turn++ % PAGES.size());
        journal.ask("read", server, api -> api.get(Writer.PATH + page), 200);
    }

    @Override
    public int pause() {
        return 10;
    }
}

package com.aichatchronicles.drills;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Signs in and out on one server; both have to know of it, and no token of the past may work again. */
final class SignIns implements Worker {
    private static final String AUTH = "/api/v1/auth";

    private final Fleet fleet;
    private final DrillServer home;
    private final Member member = Member.register();
    private final List<String> revoked = new ArrayList<>();

    SignIns(Fleet fleet, DrillServer home) {
        this.fleet = fleet;
        this.home = home;
    }

    @Override
    public void round(Journal journal) {
        Answer answer = journal.ask(
                "sign in",
                home,
                api -> api.post(AUTH + "/login", Member.credentials(member.email(), Member.PASSWORD)),
                200);
        String token = answer.body().getString("token");
        for (DrillServer server : fleet.both()) {
            journal.ask("own page", server, api -> api.as(token).get(AUTH + "/me"), 200);
        }
        journal.ask("sign out", home, api -> api.as(token).post(AUTH + "/logout", JsonValue.EMPTY_JSON_OBJECT), 200);
        for (DrillServer server : fleet.both()) {
            journal.awaitSeen(
                    "A sign-out on " + home.name() + " is not known on " + server.name(),
                    () -> journal.ask("own page", server, api -> api.as(token).get(AUTH + "/me"), 200, 401)
                                    .status()
                            == 401);
        }
        revoked.add(token);
        refuses(journal, revoked.get(revoked.size() / 2));
    }

    @Override
    public void review(Journal journal) {
        revoked.forEach(token -> refuses(journal, token));
    }

    @Override
    public int pause() {
        return 100;
    }

    private void refuses(Journal journal, String token) {
        for (DrillServer server : fleet.both()) {
            journal.ask("old token", server, api -> api.as(token).get(AUTH + "/me"), 401);
        }
    }
}

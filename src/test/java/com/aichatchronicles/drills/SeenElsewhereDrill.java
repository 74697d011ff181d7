package com.aichatchronicles.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestRedis;
import jakarta.json.JsonValue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What one server does, the other knows within a second, whether Redis is there to tell it or not. */
class SeenElsewhereDrill {
    private static final int TIMES = 10;

    @Test
    void withRedis() throws Exception {
        changes("changes seen on the other server, Redis up", Fleet.ready());
    }

    @Test
    void withRedisStopped() throws Exception {
        Fleet fleet = Fleet.ready();
        TestRedis.stop();
        try {
            changes("changes seen on the other server, Redis stopped", fleet);
        } finally {
            TestRedis.start();
        }
    }

    @Test
    void withRedisFrozen() throws Exception {
        Fleet fleet = Fleet.ready();
        TestRedis.freeze();
        try {
            changes("changes seen on the other server, Redis frozen", fleet);
        } finally {
            TestRedis.thaw();
        }
    }

    private static void changes(String name, Fleet fleet) throws Exception {
        Journal journal = new Journal();
        Writer writer = new Writer(fleet, fleet.first());
        Member member = Member.register();
        for (int i = 0; i < TIMES; i++) {
            String id = writer.publish(journal, "For all to see");
            writer.shows(journal, id, "For all to see");
            writer.put(journal, id, Writer.edit("For all to see", false));
            writer.shows(journal, id, null);
            writer.put(journal, id, Writer.edit("Seen again", true));
            writer.shows(journal, id, "Seen again");
            writer.delete(journal, id);
            writer.shows(journal, id, null);
            signOut(journal, fleet, member.signIn());
            changeRole(journal, fleet, member.signIn());
        }
        Figures.print(name, journal, "broken promises " + journal.broken().size());
        assertThat(journal.unserved()).isEmpty();
        assertThat(journal.broken()).isEmpty();
    }

    private static void signOut(Journal journal, Fleet fleet, Member member) {
        answers(journal, fleet, member, "/api/v1/auth/me", 200);
        journal.ask(
                "sign out",
                fleet.first(),
                api -> api.as(member.token()).post("/api/v1/auth/logout", JsonValue.EMPTY_JSON_OBJECT),
                200);
        answers(journal, fleet, member, "/api/v1/auth/me", 401);
    }

    private static void changeRole(Journal journal, Fleet fleet, Member member) {
        answers(journal, fleet, member, "/api/v1/auth/admin/me", 403);
        member.give("admin");
        answers(journal, fleet, member, "/api/v1/auth/admin/me", 200);
        member.give("user");
        answers(journal, fleet, member, "/api/v1/auth/admin/me", 403);
    }

    private static void answers(Journal journal, Fleet fleet, Member member, String path, int status) {
        Function<Api, Answer> call = api -> api.as(member.token()).get(path);
        for (DrillServer server : fleet.both()) {
            journal.awaitSeen(
                    path + " is not answered " + status + " by " + server.name(),
                    () -> journal.ask("own page", server, call, 200, 401, 403).status() == status);
        }
    }
}

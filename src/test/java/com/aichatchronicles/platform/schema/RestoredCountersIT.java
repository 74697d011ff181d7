package com.aichatchronicles.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.FreshDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That every counter is exact after a dump was restored, with the triggers, as a replica, or with the triggers off. */
class RestoredCountersIT {
    private static final List<String> COUNTED = List.of(
            "public.conversations",
            "public.comments",
            "public.likes",
            "public.follows",
            "public.seminars",
            "public.seminar_participants");
    private static final String PEOPLE = """
            INSERT INTO auth.users (id, email)
            SELECT md5(i::text)::uuid, i || '@example.com' FROM generate_series(1, 4) i;
            INSERT INTO public.profiles (id, email)
            SELECT md5(i::text)::uuid, i || '@example.com' FROM generate_series(1, 4) i;
            """;
    private static final String ROWS = """
            INSERT INTO public.conversations (id, title, content, author_id, published, tags) VALUES
                (md5('first')::uuid, 'The first', 'Some content', md5('1')::uuid, true, '{a,b}'),
                (md5('second')::uuid, 'The second', 'Some content', md5('1')::uuid, true, '{a}'),
                (md5('draft')::uuid, 'A draft', 'Some content', md5('1')::uuid, false, '{a}');
            INSERT INTO public.comments (id, conversation_id, author_id, content, parent_id) VALUES
                (md5('thread')::uuid, md5('first')::uuid, md5('2')::uuid, 'A thread', NULL),
                (md5('other')::uuid, md5('first')::uuid, md5('2')::uuid, 'Another thread', NULL),
                (md5('reply')::uuid, md5('first')::uuid, md5('3')::uuid, 'A reply', md5('thread')::uuid),
                (md5('again')::uuid, md5('first')::uuid, md5('4')::uuid, 'Another', md5('thread')::uuid);
            INSERT INTO public.likes (user_id, conversation_id)
            SELECT md5(i::text)::uuid, md5('first')::uuid FROM generate_series(1, 3) i;
            INSERT INTO public.likes (user_id, comment_id)
            SELECT md5(i::text)::uuid, md5('thread')::uuid FROM generate_series(1, 2) i;
            INSERT INTO public.follows (follower_id, following_id)
            SELECT md5(i::text)::uuid, md5('1')::uuid FROM generate_series(2, 4) i;
            INSERT INTO public.seminars (id, title, description, host_id, scheduled_at, max_participants, category)
            VALUES (md5('seminar')::uuid, 'A seminar', 'Of which a dump tells', md5('1')::uuid, now(), 3, 'Science');
            INSERT INTO public.seminar_participants (seminar_id, user_id)
            SELECT md5('seminar')::uuid, md5(i::text)::uuid FROM generate_series(2, 4) i;
            """;

    private FreshDatabase database;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = FreshDatabase.create("restored_counters_it");
        start();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin", "replica"})
    void aRestoreWithTheTriggersIsCountedAtOnce(String role) throws SQLException {
        database.administrate("SET session_replication_role = " + role + ";" + PEOPLE + ROWS);

        assertCounted();
    }

    @Test
    void aRestoreWithoutTheTriggersIsCountedAtTheNextStart() throws SQLException {
        database.administrate(switchTriggers("DISABLE") + PEOPLE + ROWS + switchTriggers("ENABLE"));
        assertThat(database.text("SELECT count(*) FROM chronicles.conversation_totals"))
                .isEqualTo("0");

        start();

        assertCounted();
    }

    /** The tables of what people write in common are whole, and those of the seminars come later by themselves. */
    @Test
    void seminarsThatAreRestoredAloneAreCountedAtTheNextStart() throws SQLException {
        int seminars = ROWS.indexOf("INSERT INTO public.seminars");
        database.administrate(PEOPLE + ROWS.substring(0, seminars));
        database.administrate(switchTriggers("DISABLE") + ROWS.substring(seminars) + switchTriggers("ENABLE"));
        assertThat(database.text("SELECT participants_count FROM public.seminars"))
                .isEqualTo("0");

        start();

        assertCounted();
    }

    private void assertCounted() throws SQLException {
        assertThat(database.text("SELECT sum(conversations) FROM chronicles.conversation_totals WHERE scope = 'all'"))
                .isEqualTo("2");
        assertThat(database.text(
                        "SELECT sum(conversations) FROM chronicles.conversation_totals WHERE scope = 'drafts'"))
                .isEqualTo("1");
        assertThat(database.text("SELECT likes_count || ' ' || comments_count || ' ' || threads_count"
                        + " FROM public.conversations WHERE id = md5('first')::uuid"))
                .isEqualTo("3 4 2");
        assertThat(database.text("SELECT likes_count || ' ' || replies_count FROM public.comments"
                        + " WHERE id = md5('thread')::uuid"))
                .isEqualTo("2 2");
        assertThat(database.text("SELECT string_agg(name || ' ' || n, ', ' ORDER BY name) FROM"
                        + " (SELECT name, sum(conversations) AS n FROM chronicles.tag_totals GROUP BY name) t"))
                .isEqualTo("a 2, b 1");
        assertThat(database.text("SELECT followers FROM chronicles.follow_counts WHERE profile_id = md5('1')::uuid"))
                .isEqualTo("3");
        assertThat(database.text("SELECT sum(following) FROM chronicles.follow_counts"))
                .isEqualTo("3");
        assertThat(database.text("SELECT participants_count FROM public.seminars"))
                .isEqualTo("3");
    }

    private static String switchTriggers(String how) {
        StringBuilder sql = new StringBuilder();
        COUNTED.forEach(table -> sql.append("ALTER TABLE " + table + " " + how + " TRIGGER USER;"));
        return sql.toString();
    }

    private void start() {
        SchemaMigration migration = new SchemaMigration();
        migration.database = database.owner();
        migration.migrate();
    }
}

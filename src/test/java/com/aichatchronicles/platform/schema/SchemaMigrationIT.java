package com.aichatchronicles.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.FreshDatabase;
import com.aichatchronicles.testing.Together;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migration itself, on databases of its own beside the one that the server uses. */
class SchemaMigrationIT {
    private FreshDatabase fresh;

    @BeforeEach
    void createDatabase() throws SQLException {
        fresh = FreshDatabase.create("schema_migration_it");
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        fresh.close();
    }

    @Test
    void ofServersThatStartAtOnceOneMigrates() throws Exception {
        Together.run(4, Executors.callable(this::start));

        assertThat(number("SELECT count(*) - count(DISTINCT version) FROM chronicles.flyway_schema_history"
                        + " WHERE version IS NOT NULL"))
                .isZero();
        assertThat(number("SELECT count(*) FROM chronicles.flyway_schema_history WHERE NOT success"))
                .isZero();
        assertThat(number("SELECT count(*) FROM public.conversations")).isZero();
    }

    @Test
    void rowsRestoredWithTheTriggersOffAreCountedAtTheNextStart() throws Exception {
        start();
        fresh.execute("""
                INSERT INTO auth.users (id, email) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.com');
                ALTER TABLE public.conversations DISABLE TRIGGER USER;
                INSERT INTO public.conversations (title, content, author_id, published)
                SELECT 'Restored ' || i, 'Some content', '00000000-0000-4000-8000-000000000001', i <= 7
                  FROM generate_series(1, 10) i;
                ALTER TABLE public.conversations ENABLE TRIGGER USER""");
        assertThat(number("SELECT count(*) FROM chronicles.conversation_totals"))
                .isZero();

        start();

        assertThat(number("SELECT sum(conversations) FROM chronicles.conversation_totals WHERE scope = 'all'"))
                .isEqualTo(7);
        assertThat(number("SELECT sum(conversations) FROM chronicles.conversation_totals WHERE scope = 'drafts'"))
                .isEqualTo(3);
    }

    @Test
    void followsRestoredWithTheTriggersOffAreCountedAtTheNextStart() throws Exception {
        start();
        fresh.execute("""
                INSERT INTO auth.users (id, email)
                SELECT md5(i::text)::uuid, i || '@example.com' FROM generate_series(1, 4) i;
                ALTER TABLE public.follows DISABLE TRIGGER USER;
                INSERT INTO public.follows (follower_id, following_id)
                SELECT md5(i::text)::uuid, md5('1')::uuid FROM generate_series(2, 4) i;
                ALTER TABLE public.follows ENABLE TRIGGER USER""");
        assertThat(number("SELECT count(*) FROM chronicles.follow_counts")).isZero();

        start();

        assertThat(number("SELECT followers FROM chronicles.follow_counts WHERE profile_id = md5('1')::uuid"))
                .isEqualTo(3);
        assertThat(number("SELECT sum(following) FROM chronicles.follow_counts"))
                .isEqualTo(3);
    }

    @Test
    void rowsRestoredWithoutATimeHaveOne() throws Exception {
        start();
        fresh.administrate("""
                SET session_replication_role = replica;
                INSERT INTO public.conversations (title, content, author_id, created_at, updated_at)
                VALUES ('On minds', 'Do machines think?', md5('1')::uuid, NULL, NULL);
                INSERT INTO public.comments (conversation_id, author_id, content, created_at, updated_at)
                VALUES (md5('1')::uuid, md5('1')::uuid, 'They do', NULL, '2020-01-01 00:00Z');
                INSERT INTO public.likes (user_id, comment_id, created_at)
                VALUES (md5('1')::uuid, md5('2')::uuid, NULL);
                INSERT INTO public.follows (follower_id, following_id, created_at)
                VALUES (md5('1')::uuid, md5('2')::uuid, NULL)""");

        assertThat(number("""
                        SELECT (SELECT count(created_at) + count(updated_at) FROM public.conversations)
                             + (SELECT count(created_at) FROM public.likes)
                             + (SELECT count(created_at) FROM public.follows)""")).isEqualTo(4);
        assertThat(fresh.text("SELECT created_at = updated_at FROM public.comments"))
                .isEqualTo("t");
    }

    @Test
    void aDatabaseThatHasTheTablesAlreadyKeepsItsRows() throws Exception {
        fresh.execute("""
                CREATE TABLE public.profiles (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, full_name text,
                    username text UNIQUE, title text, bio text, avatar_url text, location text, website text,
                    interests text[], created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now());
                CREATE TABLE public.conversations (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), title text NOT NULL,
                    content text NOT NULL, excerpt text, author_id uuid NOT NULL REFERENCES public.profiles,
                    category text NOT NULL DEFAULT 'Philosophy', read_time integer DEFAULT 5,
                    published boolean DEFAULT false, featured boolean DEFAULT false, tags text[] DEFAULT '{}',
                    created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now());
                INSERT INTO public.profiles (id, email)
                VALUES ('00000000-0000-4000-8000-000000000002', 'b@example.com');
                INSERT INTO public.conversations (title, content, author_id, published)
                VALUES ('On minds', 'Do machines think?', '00000000-0000-4000-8000-000000000002', true)""");

        start();

        assertThat(number("SELECT sum(conversations) FROM chronicles.conversation_totals WHERE scope = 'all'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM public.conversations"
                        + " WHERE search @@ websearch_to_tsquery('english', 'thinking machine')"))
                .isEqualTo(1);
    }

    private void start() {
        SchemaMigration migration = new SchemaMigration();
        migration.database = fresh.owner();
        migration.migrate();
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(fresh.text(sql));
    }
}

package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Caches;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(ArquillianExtension.class)
class RestoreIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final String USER = """
            INSERT INTO auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at,
                   invited_at, confirmation_token, confirmation_sent_at, recovery_token, recovery_sent_at,
                   email_change_token_new, email_change, email_change_sent_at, last_sign_in_at, raw_app_meta_data,
                   raw_user_meta_data, is_super_admin, created_at, updated_at, phone, phone_confirmed_at, phone_change,
                   phone_change_token, phone_change_sent_at, email_change_token_current, email_change_confirm_status,
                   banned_until, reauthentication_token, reauthentication_sent_at, is_sso_user,
                   deleted_at, is_anonymous)
            VALUES ('00000000-0000-0000-0000-000000000000', '%1$s', 'authenticated', 'authenticated',
                   '%2$s@example.org',
                   '$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5ZbGLC1jPCqTQ0C3ZOxJmPvx1aZ0e', '2024-03-01 10:00:00+00', NULL,
                   '', NULL, '', NULL, '', '', NULL, '2024-03-02 10:00:00+00',
                   '{"provider":"email","providers":["email"]}',
                   '{"full_name":"As signed up","username":"%2$s"}', NULL, '2024-03-01 09:00:00+00',
                   '2024-03-01 09:00:00+00', NULL, NULL, '', '', NULL, '', 0, NULL, '', NULL, false, NULL, false)""";
    private static final String PROFILE = """
            INSERT INTO public.profiles (id, email, full_name, username, title, bio, avatar_url, location, website,
                   interests, created_at, updated_at)
            VALUES ('%1$s', '%2$s@example.org', 'As edited since', '%2$s', 'Thinker', 'A life', NULL, 'Here', NULL,
                   '{minds,machines}', '2024-03-01 09:00:00+00', '2024-04-01 09:00:00+00')""";
    private static final String CONVERSATION = """
            INSERT INTO public.conversations (id, title, content, excerpt, author_id, category, read_time, published,
                   featured, tags, created_at, updated_at)
            VALUES ('%3$s', 'Restored %2$s', 'What was said before', NULL, '%1$s', '%2$s', NULL, true,
                   NULL, NULL, '2024-03-05 06:07:08.123456+00', '2024-03-06 06:07:08+00')""";
    private static final String LIKE = """
            INSERT INTO public.likes (id, user_id, conversation_id, created_at)
            VALUES (gen_random_uuid(), '%1$s', '%3$s', '2024-03-07 06:07:08+00')""";
    private static final String COMMENT = """
            INSERT INTO public.comments (id, conversation_id, author_id, content, parent_id, created_at, updated_at)
            VALUES (gen_random_uuid(), '%3$s', '%1$s', 'Well said', NULL, '2024-03-07 06:07:08+00',
                   '2024-03-07 06:07:08+00')""";

    private static void restore(String role, UUID user, String word, UUID conversation) throws SQLException {
        PGSimpleDataSource database = Database.administrator();
        database.setDatabaseName(((PGSimpleDataSource) Database.source()).getDatabaseName());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL session_replication_role = " + role);
            for (String row : List.of(USER, PROFILE, CONVERSATION, LIKE, COMMENT)) {
                statement.execute(row.formatted(user, word, conversation));
            }
            connection.commit();
        }
        Caches.awaitVoided();
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin", "replica"})
    void rowsOfADumpAreServed(String role) throws SQLException {
        UUID user = UUID.randomUUID();
        UUID conversation = UUID.randomUUID();
        String word = Sample.word();

        restore(role, user, word, conversation);

        JsonObject served = Sample.data(Api.anonymous(), Sample.PATH + "/" + conversation);
        assertThat(served).isEqualTo(expected(user, word, conversation));
        for (String list : List.of("?category=" + word, "/search?q=" + word, "/user/" + user)) {
            assertThat(Sample.ids(Api.anonymous().get(Sample.PATH + list)))
                    .as(list)
                    .containsExactly(conversation.toString());
            assertThat(Sample.total(Api.anonymous().get(Sample.PATH + list)))
                    .as(list)
                    .isEqualTo(1);
        }
        Answer categories = Api.anonymous().get(Sample.PATH + "/categories");
        assertThat(categories.body().getJsonArray("data").getValuesAs(JsonString::getString))
                .contains(word);
    }

    private static JsonObject expected(UUID user, String word, UUID conversation) {
        return Answer.json("""
                {"id":"%3$s","title":"Restored %2$s","content":"What was said before","excerpt":null,
                 "author_id":"%1$s","category":"%2$s","tags":[],"ai_model":null,"read_time":5,"published":true,
                 "featured":false,"created_at":"2024-03-05T06:07:08.123456Z","updated_at":"2024-03-06T06:07:08Z",
                 "edited_at":null,
                 "profiles":{"id":"%1$s","full_name":"As edited since","username":"%2$s","avatar_url":null},
                 "likes_count":1,"comments_count":1,"createdAt":"2024-03-05T06:07:08.123456Z","readTime":5,
                 "likes":1,"comments":1,
                 "author":{"id":"%1$s","name":"As edited since","username":"%2$s","avatar":null}}
                """.formatted(user, word, conversation));
    }
}

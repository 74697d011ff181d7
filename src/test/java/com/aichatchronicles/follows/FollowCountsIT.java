package com.aichatchronicles.follows;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Community;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Sql;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(ArquillianExtension.class)
class FollowCountsIT {
    private static final String KEPT = """
            SELECT coalesce(string_agg(profile_id || ' ' || followers || ' ' || following, '|' ORDER BY profile_id), '')
              FROM chronicles.follow_counts WHERE followers <> 0 OR following <> 0""";
    private static final String COUNTED = """
            SELECT coalesce(string_agg(id || ' ' || followers || ' ' || following, '|' ORDER BY id), '') FROM (
                SELECT p.id, (SELECT count(*) FROM public.follows f WHERE f.following_id = p.id) AS followers,
                       (SELECT count(*) FROM public.follows f WHERE f.follower_id = p.id) AS following
                  FROM public.profiles p) n
             WHERE followers <> 0 OR following <> 0""";

    private final Member first = Member.register();
    private final Member second = Member.register();
    private final Member third = Member.register();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static void follow(Member who, Member whom) {
        Sql.update("INSERT INTO public.follows (follower_id, following_id) VALUES (?, ?)", who.id(), whom.id());
    }

    private static String figures(Member member) {
        JsonObject profile = Community.data(Api.anonymous().get("/api/v1/profiles/" + member.id()));
        return profile.getInt("followers_count") + " " + profile.getInt("following_count");
    }

    @Test
    void whoLeavesIsCountedNoMore() {
        follow(first, second);
        follow(second, first);
        follow(third, first);
        assertThat(figures(first)).isEqualTo("2 1");

        Sql.update("DELETE FROM auth.users WHERE id = ?", second.id());

        assertThat(figures(first)).isEqualTo("1 0");
        assertThat(figures(third)).isEqualTo("0 1");
        assertThat(Sql.text(KEPT)).isEqualTo(Sql.text(COUNTED));
    }

    @Test
    void aRestoreThatSetsTheReplicationRoleCountsToo() throws SQLException {
        PGSimpleDataSource database = Database.administrator();
        database.setDatabaseName(((PGSimpleDataSource) Database.source()).getDatabaseName());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("INSERT INTO public.follows (id, follower_id, following_id, created_at) VALUES"
                    + " (gen_random_uuid(), '" + first.id() + "', '" + second.id() + "', '2024-03-01 10:00:00+00')");
        }

        assertThat(Sql.text("SELECT followers FROM chronicles.follow_counts WHERE profile_id = ?", second.id()))
                .isEqualTo("1");
        assertThat(Sql.text(KEPT)).isEqualTo(Sql.text(COUNTED));
    }

    @Test
    void countingAnewPutsRightWhatCameInUncounted() {
        follow(first, second);
        Sql.update("ALTER TABLE public.follows DISABLE TRIGGER USER");
        follow(second, third);
        Sql.update("ALTER TABLE public.follows ENABLE TRIGGER USER");
        Sql.update("ALTER TABLE public.follows ENABLE ALWAYS TRIGGER count_new, ENABLE ALWAYS TRIGGER count_gone,"
                + " ENABLE ALWAYS TRIGGER owe_eviction");
        assertThat(Sql.text(KEPT)).isNotEqualTo(Sql.text(COUNTED));

        Sql.update("DO 'BEGIN PERFORM chronicles.recount(), chronicles.owe_eviction(); END'");

        assertThat(Sql.text(KEPT)).isEqualTo(Sql.text(COUNTED));
        assertThat(figures(second)).isEqualTo("1 1");
        assertThat(figures(third)).isEqualTo("1 0");
    }
}

package com.aichatchronicles.conversations;

import static com.aichatchronicles.testing.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Database;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class ListOrderIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    private static final Comparator<JsonObject> BY_ID = Comparator.comparing(row -> row.getString("id"));

    static Stream<String> orders() {
        return Stream.of("created_at", "updated_at", "title", "likes_count")
                .flatMap(sort -> Stream.of("sort=" + sort + "&order=asc", "sort=" + sort + "&order=desc"));
    }

    /** Nine rows, some of which are equal in each of the sorts. */
    private static String nineRows(Member author) throws SQLException {
        String category = Sample.word();
        try (Connection connection = Database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO public.conversations
                               (title, content, author_id, category, published, created_at, updated_at, likes_count)
                        SELECT 'Title ' || n / 3, 'The text of it', ?, ?, true, t.time, t.time, n / 3
                          FROM generate_series(0, 8) n,
                               LATERAL (SELECT timestamptz '2024-05-06 07:08:09.123456Z'
                                                + n / 3 * interval '1 microsecond'
                                        AS time) t""")) {
            insert.setObject(1, author.id());
            insert.setString(2, category);
            insert.executeUpdate();
        }
        return category;
    }

    private static Comparator<JsonObject> comparator(String order) {
        String sort = order.replaceAll("sort=(\\w+).*", "$1");
        Comparator<JsonObject> ascending = sort.equals("likes_count")
                ? Comparator.<JsonObject>comparingInt(row -> row.getInt(sort)).thenComparing(BY_ID)
                : Comparator.<JsonObject, String>comparing(row -> row.getString(sort))
                        .thenComparing(BY_ID);
        return order.endsWith("asc") ? ascending : ascending.reversed();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void rowsAreInOrderAndEqualOnesByTheirIds(String order) throws SQLException {
        String list = Sample.PATH + "?limit=100&category=" + nineRows(Member.register()) + "&" + order;

        List<JsonObject> rows = rows(Api.anonymous().get(list));

        assertThat(rows).hasSize(9).isSortedAccordingTo(comparator(order));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void cursorsWalkThroughAllRowsOnce(String order) throws SQLException {
        String list = Sample.PATH + "?limit=2&category=" + nineRows(Member.register()) + "&" + order;

        List<JsonObject> rows = walk(list, page -> {});

        assertThat(rows).hasSize(9).doesNotHaveDuplicates().isSortedAccordingTo(comparator(order));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void cursorsMissNoRowWhileOthersComeAndGo(String order) throws SQLException {
        Member author = Member.register();
        String category = nineRows(author);
        String list = Sample.PATH + "?limit=2&category=" + category + "&" + order;
        Set<String> there = new HashSet<>(Sample.ids(Api.anonymous().get(list.replace("limit=2", "limit=9"))));
        Set<String> removed = new HashSet<>();

        List<JsonObject> walked = walk(list, page -> {
            JsonObject first = page.get(0);
            author.api().delete(Sample.path(first));
            removed.add(first.getString("id"));
            Sample.publish(
                    author,
                    Sample.body("Title 1")
                            .add("content", "About " + Sample.word())
                            .add("category", category));
        });

        List<String> ids = walked.stream().map(row -> row.getString("id")).toList();
        there.removeAll(removed);
        assertThat(ids).doesNotHaveDuplicates().containsAll(there);
    }

    private static List<JsonObject> walk(String list, java.util.function.Consumer<List<JsonObject>> betweenPages) {
        List<JsonObject> all = new ArrayList<>();
        String next = list;
        for (int page = 1; next != null; page++) {
            Answer answer = Api.anonymous().get(next);
            assertThat(page).isLessThan(30);
            assertThat(answer.body().getJsonObject("pagination").getInt("page")).isEqualTo(page);
            all.addAll(rows(answer));
            betweenPages.accept(rows(answer));
            String cursor = answer.body().getJsonObject("pagination").getString("nextCursor", null);
            next = cursor == null ? null : list + "&cursor=" + Sample.encoded(cursor);
        }
        return all;
    }

    private static List<JsonObject> rows(Answer answer) {
        return answer.body().getJsonArray("data").getValuesAs(JsonObject.class);
    }

    @Test
    void newestFirstIsTheOrderUnlessAskedForAnother() throws SQLException {
        String list = Sample.PATH + "?limit=100&category=" + nineRows(Member.register());

        assertThat(Sample.ids(Api.anonymous().get(list)))
                .isEqualTo(Sample.ids(Api.anonymous().get(list + "&sort=created_at&order=desc")));
    }

    @Test
    void theCursorWinsOverThePage() throws SQLException {
        String list = Sample.PATH + "?limit=2&category=" + nineRows(Member.register());
        String cursor =
                Api.anonymous().get(list).body().getJsonObject("pagination").getString("nextCursor");

        Answer answer = Api.anonymous().get(list + "&page=4&cursor=" + Sample.encoded(cursor));

        assertThat(Sample.ids(answer)).isEqualTo(Sample.ids(Api.anonymous().get(list + "&page=2")));
        assertThat(answer.body().getJsonObject("pagination").getInt("page")).isEqualTo(2);
    }

    @Test
    void aCursorGoesOnInItsOwnOrder() throws SQLException {
        String list = Sample.PATH + "?limit=2&category=" + nineRows(Member.register());
        String cursor = Api.anonymous()
                .get(list + "&sort=title&order=asc")
                .body()
                .getJsonObject("pagination")
                .getString("nextCursor");

        assertThat(Sample.ids(Api.anonymous().get(list + "&cursor=" + Sample.encoded(cursor))))
                .isEqualTo(Sample.ids(Api.anonymous().get(list + "&sort=title&order=asc&page=2")));
    }

    static Stream<String> brokenCursors() {
        String id = UUID.randomUUID().toString();
        return Stream.of(
                        "created_at~desc~2~" + id + "~yesterday",
                        "created_at~desc~2~" + id + "~-999999999-01-01T00:00:00Z",
                        "created_at~desc~2~" + id + "~+999999999-01-01T00:00:00Z",
                        "updated_at~desc~2~" + id + "~2024-01-01",
                        "likes_count~desc~2~" + id + "~1; DROP TABLE x",
                        "likes_count~desc~2~" + id + "~99999999999",
                        "title~desc~2~" + id + "~a\u0000b",
                        "author~desc~2~" + id + "~x",
                        "title~down~2~" + id + "~x",
                        "title~desc~-2~" + id + "~x",
                        "title~desc~2~1~x",
                        "title~desc~2~" + id,
                        "",
                        "~~~~",
                        "\u0000")
                .map(plain ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8)))
                .filter(cursor -> !cursor.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("brokenCursors")
    @ValueSource(strings = {"x", "!!!", "%00", "%27%20OR%201=1", "eyJhIjoxfQ", "MjAyNC0wMS0wMQ=="})
    void aCursorThatWeDidNotMakeIsRefused(String cursor) {
        assertRefused(
                Api.anonymous().get(Sample.PATH + "?cursor=" + cursor),
                ErrorCode.QUERY_VALIDATION_ERROR,
                cursor.equals("%00")
                        ? FieldError.of("cursor", "must be text in UTF-8 without NUL", "string.base")
                        : FieldError.of("cursor", "must be a nextCursor of an earlier answer", "any.invalid"));
    }
}

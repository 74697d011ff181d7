package com.aichatchronicles.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {
    @Test
    void eachValueIsAParameter() {
        Sql sql = new Sql().add("SELECT ? +", 1).addIf(false, "? +", 2).addIf(true, "?", 3);
        assertThat(sql.text()).isEqualTo("SELECT ?1 +\n?2\n");
        assertThat(sql.values()).containsExactly(1, 3);
    }

    @Test
    void thePlannerSeesHowFewRowsAreWanted() {
        Sql sql = new Sql().limit(13);
        assertThat(sql.text()).isEqualTo("LIMIT 13\n");
        assertThat(sql.values()).isEmpty();
    }

    @Test
    void onePlanServesEachOffset() {
        Sql sql = new Sql().offset(24);
        assertThat(sql.text()).isEqualTo("OFFSET (SELECT CAST(?1 AS bigint))\n");
        assertThat(sql.values()).containsExactly(24L);
    }

    @Test
    void theFirstPageHasNoOffset() {
        assertThat(new Sql().offset(0).text()).isEmpty();
    }

    @Test
    void aListHasSomethingOfEachRowInTheirOrder() {
        assertThat(new Sql().list(text -> answering(3, 1, 2), row -> "row " + row))
                .containsExactly("row 3", "row 1", "row 2");
    }

    @Test
    void theFirstIsEmptyWhereThereIsNoRow() {
        assertThat(new Sql().first(text -> answering(3, 1), row -> "row " + row))
                .contains("row 3");
        assertThat(new Sql().first(text -> answering(), row -> "row " + row)).isEmpty();
    }

    private static Query answering(Object... rows) {
        return (Query) Proxy.newProxyInstance(
                SqlTest.class.getClassLoader(),
                new Class<?>[] {Query.class},
                (proxy, method, arguments) -> List.of(rows));
    }
}

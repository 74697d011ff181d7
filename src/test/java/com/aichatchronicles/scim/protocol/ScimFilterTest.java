package com.aichatchronicles.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.persistence.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScimFilterTest {
    @Test
    void whatACallerWritesIsAParameter() {
        Sql sql = sql("userName eq \"O'Neil?\" and emails.value sw \"50%_\"");

        assertThat(sql.values()).containsExactly("o'neil?", "50\\%\\_%");
        assertThat(sql.text()).doesNotContain("Neil", "50").contains("lower(u.user_name) = ?1", "LIKE ?2");
    }

    @Test
    void anAbsentAttributeIsNotEqual() {
        assertThat(sql("not (displayName eq \"a\")").text()).contains("NOT coalesce((", "FALSE)");
    }

    @Test
    void valuesInBracketsAreOfOneRow() {
        Sql sql = sql("emails[type eq \"work\" and not (value ew \"@a.example\")]");

        assertThat(sql.text()).containsOnlyOnce("EXISTS");
        assertThat(sql.values()).containsExactly("work", "%@a.example");
    }

    @Test
    void thePathThatEntraAsksForIsAValueInBrackets() {
        Sql sql = sql("emails[type eq \"work\"].value eq \"a \\\" b\" and active eq true");

        assertThat(sql.text()).containsOnlyOnce("EXISTS");
        assertThat(sql.values()).containsExactly("work", "a \" b", true);
    }

    @Test
    void whatLooksLikeSuchAPathInATextStaysAText() {
        String text = "emails[type eq \\\"work\\\"].value eq \\\"a\\\"";

        assertThat(sql("userName eq \"" + text + "\"").values()).containsExactly(text.replace("\\", ""));
    }

    @Test
    void caseCountsWhereTheSchemaSaysSo() {
        assertThat(sql("externalId eq \"Ab\"").values()).containsExactly("Ab");
        assertThat(sql("USERNAME Eq \"Ab\"").values()).containsExactly("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "userName eq {}",
                "userName eq []",
                "userName eq null and",
                "name.familyName pr",
                "userName[value eq \"a\"]",
                "emails.display eq \"a\"",
                "emails[emails.value eq \"a\"]",
                "active sw \"t\"",
                "id gt \"a\"",
                "meta.created eq 7",
                "userName eq \"\\u0000\""
            })
    void anyOtherIsRefused(String filter) {
        ScimFailure refusal = catchThrowableOfType(ScimFailure.class, () -> sql(filter));

        assertThat(refusal.error().type()).isEqualTo("invalidFilter");
        assertThat(refusal.error().status()).isEqualTo(400);
    }

    private static Sql sql(String filter) {
        Sql sql = new Sql();
        ScimFilter.parse(filter, FilterableAttributes.USER).append(sql);
        return sql;
    }
}

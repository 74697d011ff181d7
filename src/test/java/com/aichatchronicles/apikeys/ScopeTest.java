package com.aichatchronicles.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource({
        "GET, conversations, conversations:read",
        "HEAD, conversations/1, conversations:read",
        "POST, conversations, conversations:write",
        "DELETE, conversations/1/schedule, conversations:write",
        "GET, conversations/1/comments, comments:read",
        "POST, conversations/1/comments, comments:write",
        "PUT, conversations/1/like, community:write",
        "PUT, profiles/1/follow, community:write",
        "GET, auth/me, profile:read",
        "GET, admin/audit/export, admin:read",
        "PUT, admin/users/1/role, admin:write",
        "POST, moderation/reports, moderation:write"
    })
    void aRouteBelongsToTheScopeThatNamesMostOfIt(String method, String path, String scope) {
        assertThat(Scope.of(method, path).map(Scope::text)).contains(scope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth/api-keys",
                "auth/change-password",
                "auth/account",
                "auth/second-factor",
                "auth/sessions",
                "auth/export",
                "auth/profile",
                "conversationsx",
                "",
                "something/new"
            })
    void whatBelongsToTheOwnerInPersonIsClosedToKeys(String path) {
        assertThat(Stream.of("GET", "POST", "PUT", "PATCH", "DELETE"))
                .allMatch(method -> Scope.of(method, path).isEmpty());
    }

    @Test
    void everyScopeCanBeAskedFor() {
        assertThat(Scope.values()).allMatch(scope -> scope.text().matches(Scope.NAMES));
    }
}

package com.aichatchronicles.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Talk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the running server lets in whom the table says, and nobody else. */
@ExtendWith(ArquillianExtension.class)
class AccessMatrixIT {
    private static final String SCOPES = """
            {"name":"All","scopes":["conversations:read","conversations:write","comments:read","comments:write",
             "community:read","community:write","notifications:read","notifications:write","seminars:read",
             "seminars:write","profile:read","moderation:read","moderation:write","admin:read","admin:write"]}""";

    private final Member author = Member.register();
    private final Things things = new Things(author);
    private final Map<String, Api> callers = new LinkedHashMap<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void everybodyGetsWhereTheTableSaysAndNowhereElse() {
        signIn();
        List<String> wrong = new ArrayList<>();
        AccessMatrix matrix = AccessMatrix.load();

        // A sign-out comes last: the callers have one session each.
        matrix.lines().keySet().stream()
                .sorted(Comparator.comparing(route -> route.endsWith("/logout")))
                .forEach(route -> {
                    List<String> cells = visit(route, matrix.lines().get(route).body());
                    if (!cells.equals(matrix.lines().get(route).cells())) {
                        wrong.add("%-70s %s".formatted(route, String.join("   ", cells)));
                    }
                });

        assertThat(wrong).as("lines of the table as the server has them").isEmpty();
    }

    private void signIn() {
        String key = Talk.data(author.api().send("POST", "/api/v1/auth/api-keys", SCOPES))
                .getString("key");
        callers.put("nobody", Api.anonymous());
        callers.put("user", Member.register().api());
        callers.put("author", author.api());
        callers.put("moderator", Member.register("moderator").api());
        callers.put("admin", Member.register("admin").api());
        callers.put("key", Api.anonymous().as(key));
        assertThat(callers.keySet()).containsExactlyElementsOf(AccessMatrix.CALLERS);
    }

    private List<String> visit(String route, String body) {
        String[] parts = route.split(" ");
        List<String> cells = new ArrayList<>();
        for (Api caller : callers.values()) {
            String path = things.path(parts[1]);
            int status = caller.with("Accept", "*/*").send(parts[0], path, body).status();
            cells.add(word(status));
            if (parts[0].equals("DELETE") && status < 300) {
                things.forget();
            }
        }
        return cells;
    }

    private static String word(int status) {
        return switch (status) {
            case 401, 403, 404 -> String.valueOf(status);
            default -> status < 500 ? "ok" : "failed with " + status;
        };
    }
}

package com.aichatchronicles.scim;

import static com.aichatchronicles.scim.Directory.GROUPS;
import static com.aichatchronicles.scim.Directory.USERS;
import static com.aichatchronicles.scim.Directory.api;
import static com.aichatchronicles.scim.Directory.changes;
import static com.aichatchronicles.scim.Directory.create;
import static com.aichatchronicles.scim.Directory.emails;
import static com.aichatchronicles.scim.Directory.group;
import static com.aichatchronicles.scim.Directory.newAddress;
import static com.aichatchronicles.scim.Directory.newName;
import static com.aichatchronicles.scim.Directory.newUser;
import static com.aichatchronicles.scim.Directory.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Statements;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the calls of a directory that brings ten thousand people cost, in SQL statements. */
@ExtendWith(ArquillianExtension.class)
class ScimStatementsIT {
    private static final int CALLS = 6;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aUserIsFoundWithOneStatement() {
        String id = newUser(newAddress());

        assertThat(Statements.of(i -> api().get(USERS + "/" + id))).hasSize(1);
        assertThat(Statements.of(i -> Directory.filtered(USERS, "id eq \"" + id + "\" or userName eq \"" + i + "\"")))
                .hasSize(1);
    }

    @Test
    void aUserIsMadeWithAFewStatements() {
        List<String> statements = Statements.of(i -> create(
                USERS, user(newAddress()).add("emails", emails(newAddress())).build()));

        assertThat(statements).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void manyMembersCostAsManyStatementsAsOne() {
        String path = GROUPS + "/" + create(GROUPS, group(newName())).getString("id");
        List<String> users =
                Stream.generate(() -> newUser(newAddress())).limit(2 * CALLS).toList();

        List<String> one = Statements.of(i -> add(path, users.subList(i, i + 1)));
        List<String> many = Statements.of(i -> add(path, users.subList(i, i + CALLS)));

        assertThat(many).hasSameSizeAs(one).isNotEmpty();
    }

    private static void add(String path, List<String> users) {
        String members =
                users.stream().map(user -> "{\"value\":\"" + user + "\"}").collect(Collectors.joining(",", "[", "]"));
        assertThat(api().patch(path, changes("{\"op\":\"add\",\"path\":\"members\",\"value\":" + members + "}"))
                        .status())
                .isEqualTo(204);
    }
}

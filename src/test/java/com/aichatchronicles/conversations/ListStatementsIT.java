package com.aichatchronicles.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.Statements;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That a page costs one statement whatever it holds, and one more if that is nothing; so does a search that finds. */
@ExtendWith(ArquillianExtension.class)
class ListStatementsIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aPageTellsItsTotalInTheSameStatementHoweverMuchItHolds() {
        Member author = Member.register();
        String page = Sample.PATH + "/user/" + author.id() + "?limit=";

        List<String> empty = Statements.of(i -> Api.anonymous().get(page + (20 + i)));
        for (int i = 0; i < 12; i++) {
            Sample.publish(author, "One of several " + i);
        }
        List<String> full = Statements.of(i -> author.api().get(page + (30 + i)));

        assertThat(empty).hasSize(2);
        assertThat(full).hasSize(1);
    }

    @Test
    void aSearchIsOneStatementInEveryOrder() {
        String word = Sample.word();
        Sample.publish(Member.register(), "Searched: " + word);
        String page = Sample.PATH + "/search?q=" + word + "&limit=";

        assertThat(Statements.of(i -> Api.anonymous().get(page + (10 + i)))).hasSize(1);
        assertThat(Statements.of(i -> Api.anonymous().get(page + (10 + i) + "&sort=title")))
                .hasSize(1);
    }
}

package com.aichatchronicles.platform.ratelimit;

import static com.aichatchronicles.platform.ratelimit.Visitor.CATEGORIES;
import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** By what a caller is counted: the user when signed in, else the address. */
@ExtendWith(ArquillianExtension.class)
class CountedCallerIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void aSignedInUserIsCountedWhereverTheyAre() {
        Member member = Member.register();

        assertThat(remaining(Visitor.newcomer().as(member.token()))).isEqualTo("99");
        assertThat(remaining(Visitor.newcomer().as(member.token()))).isEqualTo("98");
        assertThat(remaining(Visitor.newcomer().as(member.signIn().token()))).isEqualTo("97");
        Answer absent = Visitor.newcomer().as(member.token()).get("/api/v1/nowhere");
        assertThat(absent.header("RateLimit-Remaining")).isEqualTo("96");
    }

    @Test
    void usersAtOneAddressAreCountedApart() {
        Api visitor = Visitor.newcomer();

        assertThat(remaining(visitor.as(Member.register().token()))).isEqualTo("99");
        assertThat(remaining(visitor.as(Member.register().token()))).isEqualTo("99");
        assertThat(remaining(visitor)).isEqualTo("99");
    }

    @Test
    void theRoleThatAUserHasNowDecides() {
        Member member = Member.register("premium");
        Api caller = Visitor.newcomer().as(member.token());

        assertThat(caller.get(CATEGORIES).header("RateLimit-Policy")).isEqualTo("\"general\";q=500;w=900");
        member.give("user");
        assertThat(caller.get(CATEGORIES).header("RateLimit-Policy")).isEqualTo("\"general\";q=100;w=900");
        member.give("admin");
        assertThat(caller.get(CATEGORIES).header("RateLimit-Policy")).isNull();
        assertThat(caller.get("/api/v1/nowhere").header("RateLimit-Policy")).isNull();
        assertThat(caller.get(CONVERSATIONS + "/search?q=a").header("RateLimit-Policy"))
                .isEqualTo("\"search\";q=30;w=60");
    }

    @Test
    void aTokenOfAnEndedSessionIsNobodys() {
        Member admin = Member.register("admin");
        admin.api().send("POST", "/api/v1/auth/logout", "");
        Api visitor = Visitor.newcomer();
        visitor.get(CATEGORIES);

        assertThat(remaining(visitor.as(admin.token()))).isEqualTo("98");
    }

    @Test
    void anAddressOfIpv6IsCountedWithItsNetwork() {
        String network = Visitor.newNetwork();

        assertThat(remaining(Visitor.at(network + "::1"))).isEqualTo("99");
        assertThat(remaining(Visitor.at(network + ":ffff:1:2:3"))).isEqualTo("98");
        assertThat(remaining(Visitor.at("[" + network + "::7]:4711"))).isEqualTo("97");
        assertThat(remaining(Visitor.at("2001:db9::9, " + network + "::7"))).isEqualTo("96");
        assertThat(remaining(Api.anonymous().with("Forwarded", "for=\"[" + network + "::8]\"")))
                .isEqualTo("95");
        assertThat(remaining(Visitor.newcomer())).isEqualTo("99");
    }

    @Test
    void anAddressOnTheAllowListHasNoLimit() {
        Answer answer = Api.anonymous().get(CATEGORIES);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("ratelimit"));
    }

    private static String remaining(Api caller) {
        return caller.get(CATEGORIES).header("RateLimit-Remaining");
    }
}

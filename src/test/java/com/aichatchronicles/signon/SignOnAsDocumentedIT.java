package com.aichatchronicles.signon;

import static com.aichatchronicles.testing.Documented.asDocumented;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That single sign-on answers as the OpenAPI document says. */
@ExtendWith(ArquillianExtension.class)
class SignOnAsDocumentedIT {
    private static final String OF = Visit.BASE + "{provider}";

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void theWayInIsAsDocumented() {
        Api api = Api.anonymous();
        asDocumented("GET " + OF + "/url", api.get(Visit.BASE + "honest/url"), 200);
        asDocumented("GET " + OF + "/url", api.get(Visit.BASE + "honest/url?redirect_to=x"), 400);
        asDocumented("GET " + OF + "/url", api.get(Visit.BASE + "honest/url?code_challenge=x"), 400);
        asDocumented("GET " + OF + "/url", api.get(Visit.BASE + "nobody/url"), 404);
        asDocumented("GET " + OF + "/url", api.get(Visit.BASE + "gone/url"), 503);
        asDocumented("GET " + OF + "/callback", api.get(Visit.BASE + "nobody/callback"), 404);

        Visit visit = Visit.begin("honest");
        Answer signedIn = visit.signIn(Person.anybody());
        asDocumented("POST " + Visit.BASE + "token", signedIn, 200);
        asDocumented("POST " + Visit.BASE + "token", visit.exchange("made-up"), 401);
        asDocumented("POST " + Visit.BASE + "token", visit.exchange(""), 400);
        Member member = Member.of(signedIn);
        asDocumented("DELETE " + Visit.BASE + "account", member.api().delete(Visit.BASE + "account"), 200);
    }

    @Test
    void linksAreAsDocumented() {
        Member member = Member.register();
        JsonObject right = Answer.json("{\"password\":\"" + Member.PASSWORD + "\"}");
        asDocumented("POST " + OF + "/link", member.api().post(Visit.BASE + "honest/link", right), 200);
        asDocumented("POST " + OF + "/link", Api.anonymous().post(Visit.BASE + "honest/link", right), 401);
        asDocumented("POST " + OF + "/link", member.api().post(Visit.BASE + "nobody/link", right), 404);
        JsonObject token = Answer.json("{\"token\":\"made-up\"}");
        asDocumented("POST " + Visit.BASE + "link", Api.anonymous().post(Visit.BASE + "link", token), 400);
        asDocumented("DELETE " + Visit.BASE + "account", member.api().delete(Visit.BASE + "account"), 403);
    }

    @Test
    void identitiesAreAsDocumented() {
        String list = "/api/v1/auth/identities";
        Member member = Member.of(Visit.begin("honest").signIn(Person.anybody()));
        Answer listed = member.api().get(list);
        asDocumented("GET " + list, listed, 200);
        asDocumented("GET " + list, Api.anonymous().get(list), 401);
        String mine =
                list + '/' + listed.body().getJsonArray("data").getJsonObject(0).getString("id");
        asDocumented("DELETE " + list + "/{id}", member.api().send("DELETE", mine, "{}"), 409);
        Member owner = Member.register();
        String right = "{\"password\":\"" + Member.PASSWORD + "\"}";
        asDocumented("DELETE " + list + "/{id}", owner.api().send("DELETE", mine, right), 404);
        asDocumented("DELETE " + list + "/{id}", owner.api().send("DELETE", mine, "{}"), 401);
        asDocumented("DELETE " + list + "/{id}", owner.api().send("DELETE", list + "/none", right), 400);
    }

    @Test
    void refusedLogoutsAreAsDocumented() {
        Api api = Api.anonymous().with("Content-Type", "application/x-www-form-urlencoded");
        String path = Visit.BASE + "honest/backchannel-logout";
        asDocumented(
                "POST " + OF + "/backchannel-logout",
                api.send("POST", path, BodyPublishers.ofString("logout_token=x")),
                400);
    }
}

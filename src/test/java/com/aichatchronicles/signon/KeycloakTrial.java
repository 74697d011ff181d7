package com.aichatchronicles.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Single sign-on with a real Keycloak and a real browser. Takes screenshots on the way. */
@ExtendWith(ArquillianExtension.class)
class KeycloakTrial {
    private static final String PASSWORD = "analytical";

    private static Keycloak keycloak;
    private static FrontEnd frontEnd;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @BeforeAll
    static void start() throws Exception {
        frontEnd = FrontEnd.start();
        keycloak = Keycloak.start();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        frontEnd.close();
    }

    @BeforeEach
    void openBrowser() throws Exception {
        browser = Browser.start();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aPersonSignsInWithABrowser() throws Exception {
        browser.go(TestServer.ownFrontEnd() + "/");
        browser.read("#sign-in");
        browser.screenshot("1-front-end");
        browser.click("#sign-in");
        browser.type("#username", "ada");
        browser.type("#password", PASSWORD);
        browser.screenshot("2-keycloak");
        browser.click("#kc-login");

        assertThat(browser.read("#who")).isEqualTo("Signed in as Ada Lovelace");
        browser.screenshot("3-signed-in");
        assertThat(browser.address()).isEqualTo(TestServer.ownFrontEnd() + "/callback"); // no token, no code
        Member ada = signedIn();
        assertThat(ada.email()).isEqualTo("ada@corp.example");
        assertThat(ada.api().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void aGroupIsARoleUntilTheNextRefreshAfterItsLoss() throws Exception {
        Member grace = signIn("grace");
        assertThat(browser.read("#role")).isEqualTo("Role: moderator");
        assertThat(reports(grace)).isEqualTo(200);

        keycloak.leaveGroup("grace", "moderators");
        Answer refreshed = refresh(grace);

        assertThat(role(refreshed)).isEqualTo("user");
        assertThat(reports(grace)).isEqualTo(403);
        assertThat(reports(Member.of(refreshed))).isEqualTo(403);
        keycloak.joinGroup("grace", "moderators");
        assertThat(role(refresh(Member.of(refreshed)))).isEqualTo("moderator");
    }

    @Test
    void signingOutAtKeycloakSignsOutHere() throws Exception {
        Member mary = signIn("mary");
        assertThat(status(mary)).isEqualTo(200);

        keycloak.signOut("mary");

        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (status(mary) != 401 && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(status(mary)).isEqualTo(401);
        assertThat(refresh(mary).status()).isEqualTo(401);
    }

    @Test
    void keysMayBeRotated() throws Exception {
        Member before = signIn("ada");
        keycloak.rotateKeys();

        browser.close();
        browser = Browser.start();
        Member after = signIn("ada");

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(refresh(before).status()).isEqualTo(200);
    }

    @Test
    void aKeycloakThatIsFrozenKeepsNobodyOutWhoIsIn() throws Exception {
        Member ada = signIn("ada");
        Api visitor = Api.anonymous();
        keycloak.freeze();
        try {
            Answer refreshed = refresh(ada);
            assertThat(refreshed.status()).isEqualTo(200); // within the time of grace
            assertThat(status(Member.of(refreshed))).isEqualTo(200);
            Visit visit = Visit.begin(visitor, "keycloak", "");
            Answer back = visit.api()
                    .get(visit.callback() + "?code=a-code&state=" + visit.state() + "&iss="
                            + Visit.encode(Keycloak.address() + "/realms/chronicles"));
            assertThat(Visit.arrived(back)).containsEntry("error", "PROVIDER_UNAVAILABLE");
        } finally {
            keycloak.thaw();
        }
        browser.close();
        browser = Browser.start();
        assertThat(signIn("ada").id()).isEqualTo(ada.id());
    }

    @Test
    void whoIsDisabledAtKeycloakIsOutAtTheNextRefresh() throws Exception {
        Member joan = signIn("joan");

        keycloak.disable("joan");

        assertThat(refresh(joan).status()).isEqualTo(401);
        assertThat(status(joan)).isEqualTo(401);
    }

    private Member signIn(String username) {
        browser.go(TestServer.ownFrontEnd() + "/");
        browser.click("#sign-in");
        browser.type("#username", username);
        browser.type("#password", PASSWORD);
        browser.click("#kc-login");
        assertThat(browser.read("#who")).startsWith("Signed in as ");
        return signedIn();
    }

    /** @return whom the front end holds the tokens of */
    private Member signedIn() {
        JsonObject body = Answer.json(browser.read("#answer"));
        JsonObject user = body.getJsonObject("data").getJsonObject("user");
        return new Member(
                UUID.fromString(user.getString("id")),
                user.getString("email"),
                null,
                body.getString("token"),
                body.getString("refreshToken"));
    }

    private static Answer refresh(Member member) {
        return Api.anonymous()
                .post(
                        "/api/v1/auth/refresh-token",
                        Json.createObjectBuilder()
                                .add("refreshToken", member.refreshToken())
                                .build());
    }

    private static String role(Answer refreshed) {
        assertThat(refreshed.status()).as(refreshed.text()).isEqualTo(200);
        return refreshed.body().getJsonObject("data").getJsonObject("user").getString("role");
    }

    private static int reports(Member member) {
        return member.api().get("/api/v1/moderation/reports").status();
    }

    private static int status(Member member) {
        return member.api().get("/api/v1/auth/me").status();
    }
}

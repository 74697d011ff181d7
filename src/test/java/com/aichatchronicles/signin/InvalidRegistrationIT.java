package com.aichatchronicles.signin;

import static com.aichatchronicles.testing.Member.newEmail;
import static com.aichatchronicles.testing.Member.registration;
import static com.aichatchronicles.testing.Refusal.assertRefused;

import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Deployments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That every rule of a registration is kept. */
@ExtendWith(ArquillianExtension.class)
class InvalidRegistrationIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    @Test
    void everythingThatIsMissingIsListed() {
        assertRefused(
                register(JsonObject.EMPTY_JSON_OBJECT),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" is required", "any.required"),
                new FieldError("full_name", "\"full_name\" is required", "any.required"),
                new FieldError("password", "\"password\" is required", "any.required"));
    }

    @Test
    void everythingThatIsWrongIsListed() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("email", "nobody")
                .add("password", "short")
                .add("full_name", "N")
                .add("username", "a b")
                .build();

        assertRefused(
                register(wrong),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" must be a valid email", "string.email"),
                new FieldError("full_name", "\"full_name\" length must be at least 2 characters long", "string.min"),
                new FieldError("password", "\"password\" length must be at least 8 characters long", "string.min"),
                new FieldError("username", "\"username\" must only contain letters and digits", "any.invalid"));
    }

    @Test
    void everyWrongTypeIsListedBesideBrokenRules() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("email", 1)
                .add("password", true)
                .add("full_name", Json.createArrayBuilder())
                .add("username", "ab")
                .build();

        assertRefused(
                register(wrong),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" must be a string", "string.base"),
                new FieldError("full_name", "\"full_name\" must be a string", "string.base"),
                new FieldError("password", "\"password\" must be a string", "string.base"),
                new FieldError("username", "\"username\" length must be at least 3 characters long", "string.min"));
    }

    @Test
    void aNameOfNothingButSpacesIsNoName() {
        JsonObject blank = Json.createObjectBuilder(registration(newEmail()))
                .add("full_name", "    ")
                .build();

        assertRefused(
                register(blank),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("full_name", "\"full_name\" must be one line of more than spaces", "any.invalid"));
    }

    @Test
    void anEndlessAddressIsNone() {
        assertRefused(
                register(registration("a@" + "a.".repeat(100_000) + "org")),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("email", "\"email\" must be a valid email", "string.email"),
                new FieldError(
                        "email", "\"email\" length must be less than or equal to 254 characters long", "string.max"));
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        Api api = Api.anonymous();

        assertRefused(
                api.send("POST", "/api/v1/auth/register", "[]"),
                ErrorCode.VALIDATION_ERROR,
                new FieldError("value", "\"value\" must be of type object", "object.base"));
        assertMalformed(api.send("POST", "/api/v1/auth/register", "{"));
        assertMalformed(api.send("POST", "/api/v1/auth/register", ""));
        assertMalformed(api.send("POST", "/api/v1/auth/register", registration(newEmail()) + " more"));
        assertMalformed(api.send("POST", "/api/v1/auth/register", "{\"email\":\"a\\u0000@example.org\"}"));
        assertMalformed(api.send("POST", "/api/v1/auth/register", "[".repeat(100_000)));
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        Answer answer = Api.anonymous()
                .with("Content-Type", "text/plain")
                .send("POST", "/api/v1/auth/register", BodyPublishers.ofString("{}"));

        assertRefused(answer, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    private static Answer register(JsonObject registration) {
        return Api.anonymous().post("/api/v1/auth/register", registration);
    }

    private static void assertMalformed(Answer answer) {
        assertRefused(answer, ErrorCode.MALFORMED_JSON);
    }
}

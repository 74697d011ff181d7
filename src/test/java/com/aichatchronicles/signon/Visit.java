package com.aichatchronicles.signon;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.TestProvider;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser on its way through a provider, step by step.
 *
 * @param api with the cookie that the server has set
 * @param cookie alone
 * @param provider where it goes
 * @param parameters of the address at the provider
 */
record Visit(Api api, String cookie, TestProvider provider, Map<String, String> parameters) {
    static final String BASE = "/api/v1/auth/oauth/";

    /** @return a browser that has been told where to go */
    static Visit begin(String provider) {
        return begin(Api.anonymous(), provider, "");
    }

    static Visit begin(Api browser, String provider, String query) {
        return of(browser, provider, browser.get(BASE + provider + "/url" + query));
    }

    static Visit of(Api browser, String provider, Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
        String cookie = answer.header("Set-Cookie").replaceFirst(";.*", "");
        URI address = URI.create(answer.body().getJsonObject("data").getString("url"));
        return new Visit(browser.with("Cookie", cookie), cookie, TestProvider.named(provider), query(address));
    }

    /** @return the same way, but for the browser */
    Visit by(Api browser) {
        return new Visit(browser, cookie, provider, parameters);
    }

    String state() {
        return parameters.get("state");
    }

    String nonce() {
        return parameters.get("nonce");
    }

    /** @return a code of the provider, good for what it says of the person */
    String code(Person person, UnaryOperator<JWTClaimsSet.Builder> lie) {
        JWTClaimsSet claims = lie.apply(person.claims(provider, nonce())).build();
        return code(Tokens.answer(Tokens.signed(provider, claims), null));
    }

    /** @return a code of the provider, good for an answer of its token endpoint */
    String code(String answer) {
        String code = UUID.randomUUID().toString();
        provider.grant(code, new TestProvider.Grant(parameters.get("code_challenge"), answer));
        return code;
    }

    /** @return what the server says when the browser is back with a code */
    Answer comeBack(String code) {
        return api.get(callback() + "?code=" + code + "&state=" + state());
    }

    Answer comeBack(Person person) {
        return comeBack(code(person, UnaryOperator.identity()));
    }

    Answer comeBack(Person person, UnaryOperator<JWTClaimsSet.Builder> lie) {
        return comeBack(code(person, lie));
    }

    String callback() {
        return URI.create(parameters.get("redirect_uri")).getPath();
    }

    /** @return what a front end gets for a one-time code */
    Answer exchange(String code) {
        return exchange(code, null);
    }

    Answer exchange(String code, String verifier) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("code", code);
        if (verifier != null) {
            body.add("code_verifier", verifier);
        }
        return api.post(BASE + "token", body.build());
    }

    /** @return the person, signed in */
    Answer signIn(Person person) {
        return exchange(arrived(comeBack(person)).get("code"));
    }

    /** @return what the address says where the server sends the browser */
    static Map<String, String> arrived(Answer answer) {
        if (answer.status() != 303) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return query(URI.create(answer.header("Location")));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}

package com.aichatchronicles.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Deployments;
import com.aichatchronicles.testing.TestProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That a provider that lies, or somebody who speaks in its name, signs nobody in. */
@ExtendWith(ArquillianExtension.class)
class LyingProviderIT {
    private final Person person = Person.anybody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.shippedWar();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another nonce", claims -> claims.claim("nonce", "another")),
                lie("no nonce", claims -> claims.claim("nonce", null)),
                lie("another client", claims -> claims.audience("another")),
                lie("no audience", claims -> claims.audience((String) null)),
                lie(
                        "several clients without a word for whom",
                        claims -> claims.audience(List.of(TestProvider.CLIENT, "another"))),
                lie("made for another", claims -> claims.claim("azp", "another")),
                lie("another issuer", claims -> claims.issuer("https://evil.example")),
                lie(
                        "an issuer that differs by a slash",
                        claims -> claims.issuer(TestProvider.named("honest").issuer() + "/")),
                lie(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                lie("no end", claims -> claims.expirationTime(null)),
                lie(
                        "of tomorrow",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(86_400)))),
                lie("no subject", claims -> claims.subject(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aTokenThatIsNotRightInEveryRespectIsRefused(String what, UnaryOperator<JWTClaimsSet.Builder> lie) {
        assertThat(Visit.arrived(Visit.begin("honest").comeBack(person, lie)))
                .isEqualTo(Map.of("error", "SIGN_ON_REFUSED"));
    }

    @Test
    void clocksMayDifferByAMinute() {
        Date ahead = Date.from(Instant.now().plusSeconds(30));
        Date behind = Date.from(Instant.now().minusSeconds(30));

        assertThat(Visit.arrived(Visit.begin("honest").comeBack(person, claims -> claims.issueTime(ahead))))
                .containsKey("code");
        assertThat(Visit.arrived(Visit.begin("honest").comeBack(person, claims -> claims.expirationTime(behind))))
                .containsKey("code");
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        Visit visit = Visit.begin("honest");
        String token =
                new PlainJWT(person.claims(visit.provider(), visit.nonce()).build()).serialize();

        assertRefused(visit, token);
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws JOSEException {
        Visit visit = Visit.begin("honest");
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(visit.provider().key().getKeyID())
                        .build(),
                person.claims(visit.provider(), visit.nonce()).build());
        token.sign(new MACSigner(visit.provider().key().toRSAPublicKey().getEncoded()));

        assertRefused(visit, token.serialize());
    }

    @Test
    void aTokenSignedWithTheClientSecretIsRefused() throws JOSEException {
        Visit visit = Visit.begin("honest");
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                person.claims(visit.provider(), visit.nonce()).build());
        token.sign(new MACSigner(TestProvider.SECRET));

        assertRefused(visit, token.serialize());
    }

    @Test
    void aTokenSignedWithAKeyOfNobodyIsRefused() throws JOSEException {
        Visit visit = Visit.begin("honest");
        JWTClaimsSet claims = person.claims(visit.provider(), visit.nonce()).build();
        String sameName = Tokens.signed(
                new RSAKeyGenerator(2048)
                        .keyID(visit.provider().key().getKeyID())
                        .generate(),
                claims);

        assertRefused(visit, sameName);
    }

    @Test
    void aTokenOfAnotherProviderIsRefused() {
        Visit visit = Visit.begin("honest");
        JWTClaimsSet claims = person.claims(visit.provider(), visit.nonce()).build();

        String error = Visit.arrived(visit.comeBack(
                        visit.code(Tokens.answer(Tokens.signed(TestProvider.named("other"), claims), null))))
                .get("error");
        assertThat(error).isIn("SIGN_ON_REFUSED", "PROVIDER_UNAVAILABLE"); // its key is looked for, twice a minute
    }

    @Test
    void newKeysAreFetchedWhenATokenNamesOne() {
        assertThat(Visit.arrived(Visit.begin("rotating").comeBack(person))).containsKey("code");
        TestProvider.named("rotating").rotate();

        assertThat(Visit.arrived(Visit.begin("rotating").comeBack(person))).containsKey("code");
    }

    @Test
    void aFloodOfUnknownKeysIsNoFloodAtTheProvider() throws JOSEException {
        TestProvider provider = TestProvider.named("flooded");
        assertThat(Visit.arrived(Visit.begin("flooded").comeBack(person))).containsKey("code");

        for (int i = 0; i < 10; i++) {
            Visit visit = Visit.begin("flooded");
            JWTClaimsSet claims = person.claims(provider, visit.nonce()).build();
            String token = Tokens.signed(
                    new RSAKeyGenerator(2048).keyID("unknown-" + i).generate(), claims);
            assertThat(Visit.arrived(visit.comeBack(visit.code(Tokens.answer(token, null)))))
                    .doesNotContainKey("code");
        }

        assertThat(provider.calls("/keys")).isLessThanOrEqualTo(4);
        assertThat(Visit.arrived(Visit.begin("flooded").comeBack(person))).containsKey("code");
    }

    private static void assertRefused(Visit visit, String token) {
        assertThat(Visit.arrived(visit.comeBack(visit.code(Tokens.answer(token, null)))))
                .isEqualTo(Map.of("error", "SIGN_ON_REFUSED"));
    }

    private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> lie) {
        return Arguments.of(what, lie);
    }
}

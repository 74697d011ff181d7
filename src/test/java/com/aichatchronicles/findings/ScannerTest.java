package com.aichatchronicles.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerTest {
    private static final int HOSTILE = 1_000_000;
    private static final int ONE_ATTEMPT = 100_000;

    private final Scanner scanner = new Scanner();

    private List<Finding> findings(String text) {
        return scanner.scan(text).findings("content", 100);
    }

    @Test
    void everyInventedSecretIsFoundWhereItIsAndNeverTold() {
        for (int seed = 0; seed < 50; seed++) {
            for (Invented.Secret secret : new Invented(seed).secrets()) {
                List<Finding> findings = findings("First line\nHere it is: " + secret.text() + " and so on.");

                assertThat(findings).as(secret.toString()).hasSize(1);
                Finding finding = findings.get(0);
                assertThat(finding.rule()).as(secret.toString()).isEqualTo(secret.rule());
                assertThat(finding.line()).isEqualTo(2);
                assertThat(finding.offset()).as(secret.toString()).isEqualTo(23);
                assertThat(finding.length()).isEqualTo(secret.text().length());
                assertThat(finding.sample())
                        .contains("*")
                        .doesNotContain(secret.text().substring(5));
            }
        }
    }

    @Test
    void whatIsMaskedIsFoundNoMore() {
        for (Invented.Secret secret : new Invented(1).secrets()) {
            String masked = scanner.scan("Before " + secret.text() + " behind").masked();

            assertThat(masked).startsWith("Before ").endsWith(" behind").doesNotContain(secret.text());
            assertThat(findings(masked)).as(masked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to ann@example.com or bob@sub.example.org, not to git@github.com",
                "Mail boss@company.com, user@yourserver.com or email@xxx.com; test@-example.com is none",
                "See logo@2x.png, @Override and foo@bar",
                "The number 3.14159265358979323846 and 4111111111111112 and 1234567890123456",
                "An EAN 4006381333931, a UUID 41111111-1111-1111-1111-111111111111 and 2024-01-31 12:00:00",
                "Keys begin with sk- or ghp_ or AKIA, tokens with eyJ; -----BEGIN PRIVATE KEY----- is how a key begins",
                "postgresql://user:password@localhost/db and https://user:${PASSWORD}@host/",
                "api_key = \"your-api-key-goes-right-here\" and token: xxxxxxxxxxxxxxxxxxxxxxxx",
                "Call 555-0123 or (212) 555-0199 or 911, pay +1000 euros, in 1990-2000",
                "password: correct-horse-battery-staple, secret=get_the_secret_from_the_vault",
                "f(x) = 4242 4242 + 4242 - 4242; 5105105105105100/2"
            })
    void whatOnlyLooksLikeASecretIsNone(String text) {
        assertThat(findings(text)).isEmpty();
    }

    @Test
    void aKeyOfUnknownMakeIsFoundByWhatItIsSetTo() {
        assertThat(findings("MY_SERVICE_API_KEY = \"9f8e7d6c5b4a3f2e1d0c9b8a7f6e5d4c\""))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("assigned-secret"));
        assertThat(findings("DATABASE_URL=postgres://app:h7Gk29sLqPz@db.internal.acme.io/app"))
                .extracting(Finding::rule)
                .containsExactly("password-in-address");
    }

    @Test
    void aTokenIsFoundWhereverAWordMayBegin() {
        String token = "ghp_" + new Invented(3).of(36, "0123456789abcdefXYZ");

        for (String before : List.of("", " ", "\n", "\"", "é ", "=", "-", "\uD83D\uDE00")) {
            for (String behind : List.of("", " ", "\n", "\"", ".", "-", "é")) {
                assertThat(findings(before + token + behind))
                        .as(before + "…" + behind)
                        .extracting(Finding::offset)
                        .containsExactly(before.length());
            }
        }
        for (String before : List.of("x", "_", "9", "é")) {
            assertThat(findings(before + token)).as(before).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'+49\u00A030\u00A023125000',phone",
        "'+49 30 2312\u20115000',phone",
        "'(415)\u00A0623-4567',phone",
        "'4111\u00A01111\u00A01111\u00A01111',card_number",
        "'4111\u202F1111\u202F1111\u202F1111',card_number",
        "'4111\u20111111\u20111111\u20111111',card_number"
    })
    void aNumberIsFoundThoughItKeepsItsLineTogether(String number, String kind) {
        assertThat(findings("It is " + number + " at night")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.length()).isEqualTo(number.length());
        });
    }

    @Test
    void severalFindingsComeInOrder() {
        List<Finding> findings = findings("x@acme.io\n\n+49 30 23125000\n4111 1111 1111 1111 y@acme.io");

        assertThat(findings).extracting(Finding::kind).containsExactly("email", "phone", "card_number", "email");
        assertThat(findings).extracting(Finding::line).containsExactly(1, 3, 4, 4);
    }

    /** Each begins a match again and again, or one that never ends; what is counted is what the patterns look at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@",
                "a@",
                "a@b.",
                "1",
                "4 ",
                "4111 ",
                "+1",
                "+1 ",
                "+1415 ",
                "ghp_",
                "ghp_ ",
                "sk-",
                "eyJ",
                "eyJa.",
                "-----BEGIN ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----A",
                "://",
                "a://b:c",
                "key=",
                "key = a",
                "secret:\"",
                "xoxb-1-",
                "x@acme.io ",
                "+49 30 23125000 ",
                "(415) ",
                "+1 415 555 1234 ",
                "415-555-1234 ",
                " AKIA1AaB3aB3aB3aB3aB3aB3aB3",
                " pypi-AgEI1AaB3aB3aB3aB3aB3aB3aB3",
                "\uD83D\uDE00",
                "\n"
            })
    void aHostileTextIsBoundedWork(String piece) {
        String text = piece.repeat(HOSTILE / piece.length());

        for (Detector detector : scanner.detectors()) {
            Hits hits = new Hits();
            detector.detect(text, hits);

            assertThat(hits.work()).as(detector.getClass().getSimpleName()).isLessThan(Hits.MOST_WORK + ONE_ATTEMPT);
            assertThat(hits.inOrder().size()).isLessThanOrEqualTo(Hits.MOST);
        }
    }

    @Test
    void whoMakesTooMuchWorkIsToldThatNotAllWasLookedAt() {
        assertThat(scanner.scan("+1415 ".repeat(HOSTILE / 6)).complete()).isFalse();
        assertThat(scanner.scan(" ghp_a".repeat(HOSTILE / 6)).complete()).isFalse();
    }

    @Test
    void aLongTextThatMeansNoHarmIsScannedToItsEnd() {
        String page = """
                **User** How do I set `api_key = os.environ["KEY"]`, and is 2024-01-31 12:00 a date? I paid 1,299.00.
                **Assistant** See https://docs.example.org/a/b?c=4, write to me@example.com, or
                *`git@github.com:a/b.git`:
                    const token = request.headers["x-token"] || "none"; // sk- and ghp_ are how such keys begin
                    for (int i = 0; i < 4096; i++) { sum += matrix[i][j] * 3.14159; }   # 192.168.0.1, 555-0123
                """;

        assertThat(scanner.scan(page.repeat(3_000_000 / page.length())).complete())
                .isTrue();
    }

    @Test
    void aScanThatFoundTooMuchSaysSo() {
        assertThat(scanner.scan("x@acme.io ".repeat(20_000)).complete()).isFalse();
        assertThat(scanner.scan("x@acme.io ".repeat(100)).complete()).isTrue();
    }
}

package com.aichatchronicles.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.signin.Credentials;
import com.aichatchronicles.signin.RefreshRequest;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
    private static ValidatorFactory factory;
    private static Validator validator;

    @BeforeAll
    static void open() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.org", "first.last+tag@mail.example.org", "o'hara@example.org", "用户@例子.中国", "A@B.ORG"})
    void anAddressIsTaken(String email) {
        assertThat(wrong(email, "8 places", "Ada", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a@",
                "@b.org",
                "a@b",
                "a@b.",
                "a@.org",
                "a@b..org",
                "a b@c.org",
                "a@b c.org",
                "a@b@c.org",
                "a@b.org\n",
                "a\u0000@b.org",
                "a@b.org\r\nBcc: c@d.org"
            })
    void whatIsNoAddressIsRefused(String email) {
        assertThat(wrong(email, "8 places", "Ada", null)).containsExactly("email");
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String domain = "." + "d".repeat(60);
        assertThat(wrong("a@b" + domain.repeat(4), "8 places", "Ada", null)).isEmpty();
        assertThat(wrong("a@b" + domain.repeat(5), "8 places", "Ada", null)).containsExactly("email");
    }

    @Test
    void aPasswordHas8To128Characters() {
        assertThat(wrong("a@b.org", "1234567", "Ada", null)).containsExactly("password");
        assertThat(wrong("a@b.org", "8 places", "Ada", null)).isEmpty();
        assertThat(wrong("a@b.org", "p".repeat(128), "Ada", null)).isEmpty();
        assertThat(wrong("a@b.org", "p".repeat(129), "Ada", null)).containsExactly("password");
    }

    @Test
    void aPasswordIsCountedAsAPersonCounts() {
        assertThat(wrong("a@b.org", "\uD83D\uDE42".repeat(128), "Ada", null)).isEmpty();
        assertThat(wrong("a@b.org", "\uD83D\uDE42".repeat(129), "Ada", null)).containsExactly("password");
        assertThat(wrong("a@b.org", "a\u0308".repeat(128), "Ada", null)).isEmpty();
        assertThat(wrong("a@b.org", "a\u0308".repeat(7), "Ada", null)).containsExactly("password");
    }

    @Test
    void aPasswordThatIsTriedFirstIsRefused() {
        assertThat(wrong("a@b.org", "Password123", "Ada", null)).containsExactly("password");
        assertThat(wrong("a@b.org", "ada lovelace", "Ada Lovelace", null)).containsExactly("password");
        assertThat(wrong("a@b.org", "Ada12345", "Ada", "ada12345")).containsExactly("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Al", " Al ", "Ada Lovelace", "李明", "Jean-Luc d'Aça", "a  b"})
    void aNameIsTaken(String name) {
        assertThat(wrong("a@b.org", "8 places", name, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "  ", "\u3000\u3000", "A\nB", "A\tB", "Ada\u0000", "Ada\r"})
    void whatIsNoNameIsRefused(String name) {
        assertThat(wrong("a@b.org", "8 places", name, null)).containsExactly("fullName");
    }

    @Test
    void aNameHasAtMost100Characters() {
        assertThat(wrong("a@b.org", "8 places", "n".repeat(100), null)).isEmpty();
        assertThat(wrong("a@b.org", "8 places", "n".repeat(101), null)).containsExactly("fullName");
    }

    @Test
    void aUsernameHas3To30LettersOrDigits() {
        assertThat(wrong("a@b.org", "8 places", "Ada", "Ada1815")).isEmpty();
        for (String username : new String[] {"", "ab", "u".repeat(31), "a b", "a_b", "añb", "abc\n"}) {
            assertThat(wrong("a@b.org", "8 places", "Ada", username)).containsExactly("username");
        }
    }

    @Test
    void allThatIsWrongIsFound() {
        assertThat(wrong(null, null, null, "-")).containsExactlyInAnyOrder("email", "password", "fullName", "username");
    }

    @Test
    void anAddressIsStoredInLowerCase() {
        assertThat(new Registration("Ada@Example.ORG", "8 places", "Ada", null).address())
                .isEqualTo("ada@example.org");
    }

    @Test
    void noPasswordReachesALog() {
        assertThat(new Registration("a@b.org", "8 places", "Ada", null)).hasToString("Registration[]");
        assertThat(new Credentials("a@b.org", "8 places")).hasToString("Credentials[]");
        assertThat(new RefreshRequest("secret")).hasToString("RefreshRequest[]");
    }

    private static Set<String> wrong(String email, String password, String fullName, String username) {
        return validator.validate(new Registration(email, password, fullName, username)).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .collect(Collectors.toSet());
    }
}

package com.aichatchronicles.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final PasswordRules.Owner ADA =
            new PasswordRules.Owner("Ada.Byron@example.org", "Ada Lovelace", "Countess1815");

    @ParameterizedTest
    @ValueSource(strings = {"password", "PassWord1", "12345678", "qwertyuiop", "iloveyou", "1qaz2wsx"})
    void aVeryCommonOneIsRefusedInAnyCase(String password) {
        assertThat(PasswordRules.complaint(password, ADA)).contains("is one of the most common passwords");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.byron@EXAMPLE.org",
                "Ada.Byron",
                "ada byron",
                "Ada Lovelace",
                "adalovelace",
                "A-d-a Lovelace!",
                "countess1815",
                "AI Chat Chronicles",
                "aichatchronicles",
                "AIChatChronicles.com"
            })
    void aNameOfItsOwnerOrOfTheSiteIsRefused(String password) {
        assertThat(PasswordRules.complaint(password, ADA))
                .contains("must not be your e-mail address, your name or the name of this site");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"        ", "!!!!????", "aaaaaaab", "Ada Lovelace 1815", "пароль-日本-🙂", "no digit, no capital"})
    void nothingElseIsAskedOfIt(String password) {
        assertThat(PasswordRules.complaint(password, ADA)).isEmpty();
    }

    @Test
    void anOwnerMayHaveNoNames() {
        assertThat(PasswordRules.complaint("Correct-horse-7", new PasswordRules.Owner(null, null, null)))
                .isEmpty();
    }

    @Test
    void aRefusalNamesTheMember() {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> PasswordRules.require("newPassword", "password1", ADA));

        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(refusal.details())
                .containsExactly(new FieldError(
                        "newPassword", "\"newPassword\" is one of the most common passwords", "any.invalid"));
    }

    @Test
    void itIsTheSameOnEveryKeyboard() {
        PasswordHashes passwords = new PasswordHashes();
        String composed = Normalizer.normalize("Schöne Grüße", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
        assertThat(passwords.matches(composed, passwords.hash(decomposed))).isTrue();
    }
}

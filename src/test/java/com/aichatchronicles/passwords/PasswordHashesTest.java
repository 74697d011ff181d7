package com.aichatchronicles.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {
    private final PasswordHashes passwords = new PasswordHashes();

    @Test
    void aHashMatchesItsPasswordAlone() {
        String hash = passwords.hash("Correct-horse-7");

        assertThat(passwords.matches("Correct-horse-7", hash)).isTrue();
        assertThat(passwords.matches("correct-horse-7", hash)).isFalse();
        assertThat(passwords.matches("Correct-horse-7 ", hash)).isFalse();
    }

    @Test
    void aHashIsArgon2idWithTheParametersOfOwasp() {
        String hash = passwords.hash("Correct-horse-7");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.isCurrent(hash)).isTrue();
    }

    @Test
    void theSamePasswordNeverHasTheSameHash() {
        assertThat(passwords.hash("Correct-horse-7")).isNotEqualTo(passwords.hash("Correct-horse-7"));
    }

    @Test
    void everyLetterCounts() {
        String hash = passwords.hash("пароль-日本-🙂");

        assertThat(passwords.matches("пароль-日本-🙂", hash)).isTrue();
        assertThat(passwords.matches("пароль-日本-🙃", hash)).isFalse();
    }

    @Test
    void bcryptOfEachKindIsChecked() {
        String hash = bcrypt("Correct-horse-7", 10);
        assertThat(hash).startsWith("$2a$10$");

        assertThat(passwords.matches("Correct-horse-7", hash)).isTrue();
        assertThat(passwords.matches("Wrong-horse-7", hash)).isFalse();
        assertThat(passwords.matches("Correct-horse-7", hash.replace("$2a$", "$2b$")))
                .isTrue();
        assertThat(passwords.matches("Correct-horse-7", hash.replace("$2a$", "$2y$")))
                .isTrue();
        assertThat(passwords.isCurrent(hash)).isFalse();
    }

    @Test
    void aPasswordLongerThanBcryptLooksAtIsChecked() {
        String password = "long".repeat(18);

        assertThat(passwords.matches(password, bcrypt(password, 4))).isTrue();
        assertThat(passwords.matches("w" + "rong".repeat(250), bcrypt(password, 4)))
                .isFalse();
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        for (String hash : new String[] {null, "", "secret", "$2a$10$short", "$1$md5", "{SHA}x"}) {
            assertThat(passwords.matches("secret", hash)).as(hash).isFalse();
            assertThat(passwords.matches("any password", hash)).as(hash).isFalse();
        }
    }

    private static String bcrypt(String password, int cost) {
        return Password.hash(password)
                .with(BcryptFunction.getInstance(Bcrypt.A, cost))
                .getResult();
    }
}

package com.aichatchronicles.usernames;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN", "Admin", "me", "api", "root", "support", "moderator", "AiChatChronicles"})
    void aReservedNameIsReservedInAnyCase(String name) {
        assertThat(Usernames.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adm1n", "adrnin", "AdmIn", "ADMlN", "r00t", "HE1P", "mai1", "аdmin", "ｒｏｏｔ"})
    void soIsWhatLooksLikeIt(String name) {
        assertThat(Usernames.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Grace1906", "administer", "meadow", "apis", "user1815", "hal9000"})
    void otherNamesAreFree(String name) {
        assertThat(Usernames.isReserved(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"paul,pauI", "paul,PAUI", "paul,pau1", "bob0,bobO", "modern,rnodern", "ada,аdа", "Ada,ADA"})
    void namesThatLookAlikeHaveOneLook(String one, String other) {
        assertThat(Usernames.look(one)).isEqualTo(Usernames.look(other));
    }

    @Test
    void otherNamesHaveTheirOwn() {
        assertThat(Usernames.look("ada")).isNotEqualTo(Usernames.look("adam"));
        assertThat(Usernames.look("user15")).isNotEqualTo(Usernames.look("user16"));
    }
}

package com.aichatchronicles.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void eachRoleIsFoundByItsWord() {
        for (Role role : Role.values()) {
            assertThat(Role.of(role.text())).isEqualTo(role);
        }
    }

    @Test
    void aWordThatIsNoRoleMakesAnOrdinaryUser() {
        for (String word : new String[] {null, "", "ADMIN", "admin ", "root"}) {
            assertThat(Role.of(word)).as(word).isEqualTo(Role.USER);
        }
    }

    @Test
    void everyoneIsAUserToo() {
        assertThat(Role.USER.groups()).containsExactly("user");
        assertThat(Role.PREMIUM.groups()).containsExactlyInAnyOrder("user", "premium");
        assertThat(Role.MODERATOR.groups()).containsExactlyInAnyOrder("user", "moderator");
        assertThat(Role.ADMIN.groups()).containsExactlyInAnyOrder("user", "admin");
    }
}

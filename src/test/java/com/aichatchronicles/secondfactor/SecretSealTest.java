package com.aichatchronicles.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretSealTest {
    private static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";
    private final UUID account = UUID.randomUUID();

    @Test
    void aSealedSecretIsReadByItsAccountAlone() {
        String stored = seal(KEY).close(account, "JBSWY3DPEHPK3PXP");

        assertThat(stored).doesNotContain("JBSWY3DPEHPK3PXP");
        assertThat(seal(KEY).open(account, stored)).isEqualTo("JBSWY3DPEHPK3PXP");
        assertThatThrownBy(() -> seal(KEY).open(UUID.randomUUID(), stored)).hasMessage("The secret of another account");
    }

    @Test
    void withoutAKeyItStandsAsItIsAndStaysReadableOnceThereIsOne() {
        String stored = seal(null).close(account, "JBSWY3DPEHPK3PXP");

        assertThat(seal(KEY).open(account, stored)).isEqualTo("JBSWY3DPEHPK3PXP");
    }

    @Test
    void aLostOrWrongKeyIsNamed() {
        String stored = seal(KEY).close(account, "JBSWY3DPEHPK3PXP");
        String other = KEY.replace('Q', 'R');

        assertThatThrownBy(() -> seal(null).open(account, stored)).hasMessage("SECOND_FACTOR_KEY is not set any more");
        assertThatThrownBy(() -> seal(other).open(account, stored))
                .hasMessage("SECOND_FACTOR_KEY is not the key that secrets were stored with");
    }

    private static SecretSeal seal(String key) {
        SecretSeal seal = new SecretSeal();
        seal.config = new SecondFactorConfig();
        seal.config.secondFactorKey = Optional.ofNullable(key);
        return seal;
    }
}

package com.aichatchronicles.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
    private final AccountService accounts = new AccountService();

    @BeforeEach
    void emptyDatabase() {
        accounts.clock = Clock.systemUTC();
        accounts.entities = (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("find");
                    return null;
                });
    }

    @Test
    void anAccountDeletedDuringItsSignInIsRefused() {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> accounts.signedIn(UUID.randomUUID(), null));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void anAccountDeletedDuringItsRefreshIsRefused() {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> accounts.refreshed(UUID.randomUUID()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.TOKEN_REFRESH_ERROR);
    }
}

package com.aichatchronicles.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationCollectionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Caller owner = caller(Role.USER);
    private final ConversationCollection hidden = collection(false);
    private final ConversationCollection shown = collection(true);

    private static Caller caller(Role role) {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), "c@example.org", role, null, null, null);
    }

    private ConversationCollection collection(boolean shared) {
        return new ConversationCollection(UUID.randomUUID(), owner.id(), new NewCollection("Mine", null, shared), NOW);
    }

    @Test
    void theOwnerMayChangeBothKinds() {
        assertThatCode(() -> hidden.requireChangeableBy(owner)).doesNotThrowAnyException();
        assertThatCode(() -> shown.requireChangeableBy(owner)).doesNotThrowAnyException();
    }

    @Test
    void aPrivateOneIsNotThereForAnyoneElse() {
        for (Role role : Role.values()) {
            assertThat(refusal(hidden, role)).isEqualTo(ErrorCode.COLLECTION_NOT_FOUND);
        }
    }

    @Test
    void aPublicOneIsChangedByAdminsAndNoOtherStranger() {
        assertThat(refusal(shown, Role.USER)).isEqualTo(ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertThat(refusal(shown, Role.MODERATOR)).isEqualTo(ErrorCode.INSUFFICIENT_PERMISSIONS);
        assertThatCode(() -> shown.requireChangeableBy(caller(Role.ADMIN))).doesNotThrowAnyException();
    }

    @Test
    void editsCountAndAdditionsDoNot() {
        hidden.filled(NOW);
        assertThat(hidden.version()).isEqualTo(1);
        hidden.edit(new CollectionEdit("Other", null, null), NOW);
        assertThat(hidden.version()).isEqualTo(2);
        hidden.rearranged(NOW);
        assertThat(hidden.version()).isEqualTo(3);
    }

    private static ErrorCode refusal(ConversationCollection collection, Role role) {
        return catchThrowableOfType(ApiException.class, () -> collection.requireChangeableBy(caller(role)))
                .code();
    }
}

package com.aichatchronicles.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CollectionOrderTest {
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void theOrderIsKept() {
        CollectionOrder order =
                new CollectionOrder(List.of(second.toString().toUpperCase(Locale.ROOT), first.toString()));

        assertThat(order.within(List.of(first, second))).containsExactly(second, first);
    }

    @Test
    void everyIdThatCantBeNamedIsTold() {
        CollectionOrder order = new CollectionOrder(List.of(
                first.toString(), "x", first.toString(), UUID.randomUUID().toString()));

        ApiException refusal = catchThrowableOfType(ApiException.class, () -> order.within(List.of(first, second)));

        assertThat(refusal.details())
                .extracting(FieldError::field)
                .containsExactly("conversations.1", "conversations.2", "conversations.3");
    }
}

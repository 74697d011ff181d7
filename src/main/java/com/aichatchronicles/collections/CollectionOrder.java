package com.aichatchronicles.collections;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.errors.FieldError;
import com.aichatchronicles.platform.http.PathId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The order of a collection.
 *
 * @param conversations ids of conversations in it, as they are to stand; those not named follow in their former order
 */
public record CollectionOrder(
        @NotNull @Size(max = CollectionService.MOST_CONVERSATIONS)
        List<String> conversations) {
    /**
     * @param known what may be named
     * @return the ids
     * @throws ApiException VALIDATION_ERROR with each that is not known or stands there twice
     */
    List<UUID> within(List<UUID> known) {
        Set<UUID> left = new HashSet<>(known);
        List<UUID> ids = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < conversations.size(); i++) {
            String text = conversations.get(i);
            UUID id = PathId.isId(text) ? UUID.fromString(text) : null;
            if (!left.remove(id)) {
                errors.add(FieldError.of(
                        "conversations." + i, "must be a conversation in the collection, each once", "any.only"));
            }
            ids.add(id);
        }
        if (!errors.isEmpty()) {
            throw new ApiException(ErrorCode.VALIDATION_ERROR, errors);
        }
        return ids;
    }
}

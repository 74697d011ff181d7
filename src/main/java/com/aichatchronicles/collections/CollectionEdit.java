package com.aichatchronicles.collections;

import com.aichatchronicles.platform.http.Text;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Changes to a collection; a member that is absent stays as it is, an empty description clears it.
 *
 * @param shared whether everyone sees it
 */
public record CollectionEdit(
        @Size(min = 1, max = 100) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String name,

        @Size(max = 1000) String description,
        @JsonbProperty("public") Boolean shared) {}

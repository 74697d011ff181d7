package com.aichatchronicles.collections;

import com.aichatchronicles.platform.http.Text;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A collection as its owner makes it.
 *
 * @param shared whether everyone sees it; a missing one means no
 */
public record NewCollection(
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String name,

        @Size(max = 1000) String description,
        @JsonbProperty("public") Boolean shared) {}

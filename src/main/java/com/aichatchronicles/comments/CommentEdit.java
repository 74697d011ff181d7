package com.aichatchronicles.comments;

import com.aichatchronicles.platform.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A comment's new text. */
public record CommentEdit(
        @NotNull @Size(min = 1, max = 1000) @Pattern(regexp = Text.WRITTEN, message = Text.WRITTEN_MESSAGE)
        String content) {}

package com.aichatchronicles.conversations;

import jakarta.validation.constraints.NotNull;

/** @param featured whether the conversation stands on the front page */
public record Featuring(@NotNull Boolean featured) {}

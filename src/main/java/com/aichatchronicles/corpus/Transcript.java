package com.aichatchronicles.corpus;

import java.util.List;

/**
 * A conversation as the corpus has it.
 *
 * @param id its key within the source
 * @param source where it was published, such as a repository
 * @param path the file there, or an empty text
 * @param license the licence, as an SPDX identifier, or null
 * @param origin who wrote the user's side: {@code human}, {@code llm} or {@code mixed}, or null
 * @param title the title given to it, or null
 * @param model the assistant it was held with, or null
 * @param language a BCP 47 language code, or null
 * @param messages at least one, in order
 */
record Transcript(
        String id,
        String source,
        String path,
        String license,
        String origin,
        String title,
        String model,
        String language,
        List<Message> messages) {}

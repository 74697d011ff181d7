/**
 * The command that loads a corpus of conversations, a JSON-lines file, into the database.
 *
 * <p>One line is one conversation: {@code {id, source, source_path, license, origin, title?, model?, lang,
 * messages:[{role, content, created_at?, kind?}]}}. The pair of source and id is its key: table
 * {@code chronicles.imports} remembers every key that was stored, in the statement that stores the conversation, so a
 * load that was killed at any moment is simply started again, and two loads of one file may run side by side. A line
 * that can't be stored is skipped with its number and the reason.
 *
 * <p>The package is a program of its own beside the server, run from the build; it is not packed into the web
 * application.
 */
package com.aichatchronicles.corpus;

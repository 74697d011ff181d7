/**
 * Personal data: what the database holds about somebody, for that person alone (GDPR, articles 15 and 20). {@link
 * com.aichatchronicles.privacy.PersonalTable} lists every table that refers to an account; a test compares the list
 * with the schema. Hashes of secrets are left out: they say nothing about a person and would help to guess.
 */
package com.aichatchronicles.privacy;

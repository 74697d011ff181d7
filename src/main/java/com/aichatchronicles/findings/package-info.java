/**
 * What should not be published by accident: API keys, tokens, private keys, passwords in addresses, card numbers,
 * e-mail addresses and phone numbers. Finds them in a text, tells where they are without telling what they are, and
 * masks them.
 *
 * <p>Texts are hostile and up to ten megabytes long. Nothing here walks a text more than a fixed number of times:
 * patterns run with RE2/J on a bounded piece behind a known beginning, what they look at is counted, and a detector
 * ends when that is too much or after ten thousand findings. The patterns of tokens are those of secretlint, whose
 * licence stands beside them ({@code secret-patterns.tsv}); what was measured on the corpus is in
 * {@code docs/findings.md}.
 */
package com.aichatchronicles.findings;

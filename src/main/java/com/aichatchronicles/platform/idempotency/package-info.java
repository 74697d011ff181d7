/**
 * {@code Idempotency-Key} as in draft-ietf-httpapi-idempotency-key-header: a request that is sent again with its key
 * has one effect and gets the first answer. Key and effect are written in one database transaction, so that a crash
 * leaves both or neither. Kept per caller for 24 hours, in the database and nowhere else; failures are not kept. An
 * answer with a secret in it, such as that of a sign-up, must not be kept here: its route has no {@link Idempotent}.
 */
package com.aichatchronicles.platform.idempotency;

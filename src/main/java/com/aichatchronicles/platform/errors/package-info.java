/**
 * Failures: one catalogue of codes, one exception, and the mappers that give every failure the shape of the REST
 * contract ("Envelopes" and "Failure codes") or, when asked for, of RFC 9457.
 */
package com.aichatchronicles.platform.errors;

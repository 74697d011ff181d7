/**
 * The facts that features have the audit log keep: {@link com.aichatchronicles.platform.audit.AuditFact} and nothing
 * else. A feature fires one as a CDI event; the package {@code audit} observes it, adds who asked, from where and when,
 * and keeps it.
 */
package com.aichatchronicles.platform.audit;

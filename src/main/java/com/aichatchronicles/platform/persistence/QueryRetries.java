package com.aichatchronicles.platform.persistence;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Switches off EclipseLink's own retries of a query whose connection broke: it waits five seconds before each, while
 * the caller is better served by an answer at once. The pool replaces broken connections.
 */
public class QueryRetries implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        DatabaseLogin login = session.getLogin();
        login.setQueryRetryAttemptCount(0);
        login.setDelayBetweenConnectionAttempts(0);
    }
}

package com.aichatchronicles.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A PostgreSQL connection URI ({@code postgresql://user:password@host:port/database?options}, as in the PostgreSQL
 * manual, section 34.1.1.2), split into what the JDBC driver takes.
 *
 * @param jdbcUrl the driver's address, without user and password
 * @param user the decoded user, or null
 * @param password the decoded password, or null
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final String SHAPE = "DATABASE_URL must look like postgresql://user:password@host:port/database";

    /**
     * @param text the value of {@code DATABASE_URL}
     * @return its parts; a missing port is 5432
     * @throws IllegalArgumentException if it is missing or has another shape; the message never quotes the value
     */
    public static DatabaseAddress parse(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("DATABASE_URL is not set. " + SHAPE);
        }
        URI uri = uri(text.strip());
        boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!known
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException(SHAPE);
        }
        int port = uri.getPort() == -1 ? 5432 : uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
                login.length > 0 ? decode(login[0]) : null,
                login.length > 1 ? decode(login[1]) : null);
    }

    @Override
    public String toString() {
        return jdbcUrl; // the password must not reach a log
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // The cause quotes the value and with it the password, so it is left out.
            throw new IllegalArgumentException(SHAPE + "; special characters in the password are written as %XX");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

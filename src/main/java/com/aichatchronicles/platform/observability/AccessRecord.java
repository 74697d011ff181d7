package com.aichatchronicles.platform.observability;

import java.time.Instant;

/**
 * One line of the access log. It has neither query nor headers, because these carry what people search for, tokens and
 * addresses; a part of the path that looks like a secret or an e-mail address is left out.
 *
 * @param time when the request came, in milliseconds since 1970
 * @param requestId the id of request and answer
 * @param userId the account that makes the request, null for nobody
 * @param client the address of the client
 * @param method the HTTP method
 * @param route the template that the request matches
 * @param path the path as the caller wrote it
 * @param status of the answer
 * @param microseconds from the request's arrival at the application to the end of the answer
 */
record AccessRecord(
        long time,
        String requestId,
        String userId,
        String client,
        String method,
        String route,
        String path,
        int status,
        long microseconds) {
    private static final int LONGEST_PATH = 200;

    private static final int LENGTH_OF_AN_ID = 36;

    /** Appends it as a JSON object and a line feed, the only one. */
    void write(StringBuilder line) {
        line.append("{\"time\":\"").append(Instant.ofEpochMilli(time)).append('"');
        member(line, "request_id", requestId);
        if (userId != null) {
            member(line, "user_id", userId);
        }
        member(line, "client", client);
        member(line, "method", method);
        member(line, "route", route);
        member(line, "path", publicPath());
        line.append(",\"status\":").append(status).append(",\"duration_ms\":");
        line.append(microseconds / 1000).append('.');
        line.append(String.valueOf(1000 + microseconds % 1000), 1, 4).append("}\n");
    }

    private String publicPath() {
        StringBuilder shown = new StringBuilder(path.length());
        for (int start = 0; start <= path.length() && shown.length() < LONGEST_PATH; ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(start, end);
            shown.append(isPrivate(part) ? "*" : part).append(slash < 0 ? "" : "/");
            start = end + 1;
        }
        return shown.substring(0, Math.min(shown.length(), LONGEST_PATH));
    }

    /** Longer than an id, or with the sign of an e-mail address. */
    private static boolean isPrivate(String part) {
        return part.length() > LENGTH_OF_AN_ID || part.indexOf('@') >= 0 || part.contains("%40");
    }

    private static void member(StringBuilder line, String name, String value) {
        line.append(",\"").append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            if (sign > ' ' && sign < 127 && sign != '"' && sign != '\\' || sign == ' ') {
                line.append(sign);
            } else {
                line.append("\\u").append(String.format("%04x", (int) sign));
            }
        }
        line.append('"');
    }
}

package com.aichatchronicles.platform.observability;

import java.time.Instant;
import java.util.regex.Pattern;

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

    /** Longer than an id, or with the sign of an e-mail address. */
    private static final Pattern PRIVATE = Pattern.compile("[^/]{37,}|[^/]*(?:@|%40)[^/]*");

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
        String shown = path.indexOf('@') < 0 && path.indexOf('%') < 0 && path.length() < 37
                ? path
                : PRIVATE.matcher(path).replaceAll("*");
        return shown.length() > LONGEST_PATH ? shown.substring(0, LONGEST_PATH) : shown;
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

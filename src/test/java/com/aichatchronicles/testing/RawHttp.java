package com.aichatchronicles.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the server answered to bytes that no proper client would send.
 *
 * @param status the HTTP status, 0 where the server closed the connection without a word
 * @param headers as they came, each {@code name: value}
 * @param text the body, chunks and all
 */
public record RawHttp(int status, List<String> headers, String text) {
    private static final int PATIENCE_MILLISECONDS = 15_000;

    /**
     * @param request the whole request in Latin-1
     * @return the answer, read until the server closes the connection
     */
    public static RawHttp send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a request line with the headers that close the connection after the answer. */
    public static RawHttp line(String requestLine, String... headers) throws IOException {
        String more = String.join(
                "", Stream.of(headers).map(header -> header + "\r\n").toList());
        return send(requestLine + "\r\nHost: localhost\r\nConnection: close\r\nAccept: application/json\r\n" + more
                + "\r\n");
    }

    private static RawHttp send(byte[] request) throws IOException {
        URI server = URI.create(TestServer.httpAddress());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return parse(read(socket.getInputStream()));
        }
    }

    private static String read(InputStream answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            answer.transferTo(bytes);
        } catch (IOException e) {
            // A server that refuses a request may reset the connection once it has answered.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static RawHttp parse(String answer) {
        if (answer.isEmpty()) {
            return new RawHttp(0, List.of(), "");
        }
        int end = answer.indexOf("\r\n\r\n");
        String[] head = answer.substring(0, end < 0 ? answer.length() : end).split("\r\n");
        List<String> headers = List.of(head).subList(1, head.length);
        return new RawHttp(Integer.parseInt(head[0].split(" ")[1]), headers, end < 0 ? "" : answer.substring(end + 4));
    }

    /** @return whether a header of that name came */
    public boolean has(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix));
    }
}

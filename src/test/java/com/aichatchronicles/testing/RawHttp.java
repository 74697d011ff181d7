package com.aichatchronicles.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
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
    private static final int LONG_PATIENCE_MILLISECONDS = 90_000; // more than any time-out of the server

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
        try (Pending pending = new Pending(request, PATIENCE_MILLISECONDS)) {
            return pending.end();
        }
    }

    /** Sends the beginning of a request and then nothing more: a client that is slow, or means ill. */
    public static Pending begin(String request) throws IOException {
        return new Pending(request.getBytes(StandardCharsets.ISO_8859_1), LONG_PATIENCE_MILLISECONDS);
    }

    /** A connection of which the end is awaited. */
    public static final class Pending implements Closeable {
        private final Socket socket;

        private Pending(byte[] request, int patience) throws IOException {
            URI server = URI.create(TestServer.httpAddress());
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(patience);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        }

        /** @return what came until the server closed the connection; a failure if it does not */
        public RawHttp end() throws SocketTimeoutException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(bytes);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // A server that refuses a request may reset the connection once it has answered.
            }
            return parse(bytes.toString(StandardCharsets.UTF_8));
        }

        /** @return how many times the text could be sent before the server hung up, at most so many as asked for */
        public int keepSending(String text, int most) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            int times = 0;
            try {
                while (times < most) {
                    socket.getOutputStream().write(bytes);
                    times++;
                }
            } catch (IOException e) {
                // The server hung up.
            }
            return times;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
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

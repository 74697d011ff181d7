package com.aichatchronicles.platform.http;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.Causes;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads JSON that may be hostile (RFC 8259, section 9 allows the limits): size, depth and the length of numbers are
 * bounded before the parser sees them, and no text holds what PostgreSQL or UTF-8 can't.
 */
public final class JsonText {
    /** Kept, because {@code Json} would look for it anew at each call, through the class loaders. */
    private static final JsonProvider JSON = JsonProvider.provider();

    static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final int COMMON_BYTES = 1024 * 1024;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 40;

    /** Text and tree of a body take several times its size, and a few at once would take the whole heap. */
    private static final Semaphore LARGE_BODIES = new Semaphore(2);

    /** A body that does not come holds a thread: most of those of the server (server.xml) stay for others. */
    private static final Semaphore ARRIVING = new Semaphore(8);

    private static final int PATIENCE_SECONDS = 2;

    private JsonText() {}

    /**
     * @param body the request body
     * @return the value it holds
     * @throws ApiException PAYLOAD_TOO_LARGE, MALFORMED_JSON; if it does not arrive, REQUEST_TIMEOUT or BAD_REQUEST;
     *     SERVICE_UNAVAILABLE while others keep the server waiting, or two others have more than 1 MB
     */
    public static JsonValue read(InputStream body) {
        InputStream timely = new TimelyBody(body, System::nanoTime);
        byte[] bytes = receive(timely, COMMON_BYTES + 1);
        if (bytes.length <= COMMON_BYTES) {
            return parse(decode(bytes));
        }
        if (!LARGE_BODIES.tryAcquire()) {
            throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE);
        }
        try {
            return parse(decode(receiveRest(bytes, timely)));
        } finally {
            LARGE_BODIES.release();
        }
    }

    private static byte[] receiveRest(byte[] begin, InputStream body) {
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(begin), body);
        byte[] bytes = receive(whole, MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ApiException(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        return bytes;
    }

    private static byte[] receive(InputStream body, int most) {
        requireTurn();
        try {
            return body.readNBytes(most);
        } catch (IOException e) { // cut off or badly chunked: the caller's fault, no incident of ours
            boolean late = Causes.find(e, SocketTimeoutException.class).isPresent();
            throw new ApiException(late ? ErrorCode.REQUEST_TIMEOUT : ErrorCode.BAD_REQUEST, e);
        } finally {
            ARRIVING.release();
        }
    }

    private static void requireTurn() {
        try {
            if (ARRIVING.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ApiException(ErrorCode.SERVICE_UNAVAILABLE);
    }

    /**
     * @param value any JSON text
     * @return the same text
     * @throws ApiException MALFORMED_JSON if it has a NUL or half of a surrogate pair
     */
    public static String storable(JsonString value) {
        String text = value.getString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                throw new ApiException(ErrorCode.MALFORMED_JSON);
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ApiException(ErrorCode.MALFORMED_JSON, e);
        }
    }

    private static JsonValue parse(String text) {
        requireModest(text);
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) { // throws too; a JsonReader would not look behind the value
                throw new ApiException(ErrorCode.MALFORMED_JSON);
            }
            return value;
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw new ApiException(ErrorCode.MALFORMED_JSON, e);
        }
    }

    private static void requireModest(String text) {
        int depth = 0;
        int number = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                i += c == '\\' ? 1 : 0;
                inString = c != '"';
                continue;
            }
            inString = c == '"';
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            number = c >= '0' && c <= '9' ? number + 1 : 0;
            if (depth > MAX_DEPTH || number > MAX_NUMBER) {
                throw new ApiException(ErrorCode.MALFORMED_JSON);
            }
        }
    }
}

package com.aichatchronicles.supabase;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Fetches public keys, and neither waits long for them nor takes more than a key set may be. */
final class KeyRetriever implements ResourceRetriever {
    static final int MOST_BYTES = 64 * 1024;

    /** For the connection, for each piece and, looked at with each, for the whole. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        connection.setInstanceFollowRedirects(false);
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("The key server answers " + connection.getResponseCode());
            }
            try (InputStream body = connection.getInputStream()) {
                return new Resource(read(body, deadline), connection.getContentType());
            }
        } finally {
            connection.disconnect();
        }
    }

    private static String read(InputStream body, long deadline) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] piece = new byte[4096];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            text.write(piece, 0, length);
            if (text.size() > MOST_BYTES) {
                throw new IOException("The key set is larger than " + MOST_BYTES + " bytes");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("The key set takes longer than " + PATIENCE);
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}

package com.aichatchronicles.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * A page that shows the mails which the local run has caught. Part of this program and not of the application, so that
 * there is nothing to switch off in production.
 */
public final class CaughtMails implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Caught mails</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { max-width: 60em; margin: 2em auto; padding: 0 1em; font: 16px/1.5 system-ui, sans-serif; }
            article { margin: 2em 0; border: 1px solid #999; border-radius: 6px; padding: 1em; }
            h2 { margin: 0; font-size: 1.2em; } p { margin: .3em 0; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f4ef; color: #111; padding: 1em; }
            iframe { width: 100%%; height: 26em; border: 1px solid #ccc; background: #fff; }
            </style></head><body>
            <h1>Caught mails</h1>
            <p>The local run sends no mail to anybody: whatever leaves the server ends here, the newest first, and is
            forgotten when the run ends.</p>
            %s
            </body></html>
            """;
    private static final String MAIL = """
            <article><h2>%s</h2><p>To %s</p><p>From %s</p><pre>%s</pre>
            <details><summary>As HTML</summary><iframe sandbox title="The mail as HTML" srcdoc="%s"></iframe></details>
            </article>
            """;
    private static final String NONE = "<p>There is none yet. Register an account and reload this page.</p>";

    private final HttpServer server;

    private CaughtMails(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port a free port; it listens on the loopback address only
     * @param mails what was caught, the oldest first
     * @return the page, once it answers
     */
    public static CaughtMails serve(int port, Supplier<List<MimeMessage>> mails) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10);
        server.createContext("/", exchange -> answer(exchange, mails.get()));
        server.start();
        return new CaughtMails(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** @return the whole page */
    static String page(List<MimeMessage> mails) throws MessagingException, IOException {
        List<MimeMessage> newestFirst = new ArrayList<>(mails);
        Collections.reverse(newestFirst);
        StringBuilder articles = new StringBuilder();
        for (MimeMessage mail : newestFirst) {
            articles.append(article(mail));
        }
        return PAGE.formatted(articles.isEmpty() ? NONE : articles);
    }

    private static void answer(HttpExchange exchange, List<MimeMessage> mails) throws IOException {
        try (exchange) {
            byte[] page = page(mails).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static String article(MimeMessage mail) throws MessagingException, IOException {
        return MAIL.formatted(
                escape(mail.getSubject()),
                escape(mail.getHeader("To", ", ")),
                escape(mail.getHeader("From", ", ")),
                escape(part(mail, 0)),
                escape(part(mail, 1)));
    }

    private static String part(MimeMessage mail, int index) throws MessagingException, IOException {
        if (!(mail.getContent() instanceof MimeMultipart parts)) {
            return String.valueOf(mail.getContent());
        }
        BodyPart part = parts.getBodyPart(Math.min(index, parts.getCount() - 1));
        return String.valueOf(part.getContent());
    }

    private static String escape(String text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package com.aichatchronicles.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stops requests whose address, Accept or Content-Type JAX-RS would fail at. It reads an address as a {@link URI}
 * (RFC 3986), but browsers send some signs of a query as they are, {@code |} and braces among them; these are encoded
 * first. Registered in {@code web.xml}.
 */
public class SyntaxFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** What nearly every address is made of. */
    private static final Pattern PLAIN = Pattern.compile("[\\w/.=&~-]*+");

    private static final Pattern UNENCODED = Pattern.compile("[^\\w%.~:/?@!$&'()*+,;=-]");
    private static final Pattern RANGE = Pattern.compile("\\s*(\\*|[^\\s/;]+/[^\\s/;]+)\\s*(;.*)?");
    private static final Pattern ODD_WEIGHT = Pattern.compile("(?i).*;\\s*q=(?!(\\d(\\.\\d*)?|\\.\\d+)\\s*(;|$)).*");
    private static final Pattern TYPE = Pattern.compile("[^\\s/;,]+/[^\\s/;,]+\\s*(;.*)?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = encoded(request.getQueryString());
        if (!isAddress(request.getRequestURI(), query) || !areRanges(request.getHeader("Accept"))) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (!fits(TYPE, request.getContentType())) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        chain.doFilter(new Encoded(request, query), response);
    }

    /** Looks at range by range: one pattern for a whole header would need a stack as deep as a caller likes. */
    static boolean areRanges(String header) {
        return header == null
                || Stream.of(header.split(","))
                        .allMatch(range -> RANGE.matcher(range).matches()
                                && !ODD_WEIGHT.matcher(range).matches());
    }

    private static boolean fits(Pattern syntax, String header) {
        return header == null || syntax.matcher(header).matches();
    }

    /** @return the query with everything encoded that must be, null for null */
    static String encoded(String query) {
        return query == null
                ? null
                : UNENCODED
                        .matcher(query)
                        .replaceAll(sign -> URLEncoder.encode(sign.group(), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }

    /** @return whether path and query are well formed and the path is in UTF-8 */
    static boolean isAddress(String path, String query) {
        if (PLAIN.matcher(path).matches() && fits(PLAIN, query)) {
            return true; // a parser takes more memory than most of what follows
        }
        try {
            URI address = new URI("http://host" + path + (query == null ? "" : "?" + query));
            return address.getPath().indexOf('\uFFFD') < 0;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A request with its query in order. */
    private static final class Encoded extends HttpServletRequestWrapper {
        private final String query;

        Encoded(HttpServletRequest request, String query) {
            super(request);
            this.query = query;
        }

        @Override
        public String getQueryString() {
            return query;
        }
    }
}

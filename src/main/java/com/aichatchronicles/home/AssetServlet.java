package com.aichatchronicles.home;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's style sheets, scripts and icon. The container would send them by date, and reproducible builds give every
 * file the same date: a browser would keep those of the release before.
 */
@WebServlet({"/assets/*", "/favicon.svg"})
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("/(?:assets/[a-z]+|favicon)\\.(css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    private final transient Map<String, Representation> known = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String pathInfo = request.getPathInfo();
        String path = pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
        Representation asset = known.get(path);
        if (asset == null) {
            asset = load(path);
        }
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        asset.send(request, response);
    }

    private Representation load(String path) throws IOException {
        Matcher name = NAME.matcher(path); // one spelling for each file, so that the map cannot grow
        try (InputStream file = name.matches() ? getServletContext().getResourceAsStream(path) : null) {
            if (file == null) {
                return null;
            }
            // Modules of two releases must not meet in one page, so each is asked for again.
            Representation asset = Representation.of(TYPES.get(name.group(1)), "no-cache", file.readAllBytes());
            known.put(path, asset);
            return asset;
        }
    }
}

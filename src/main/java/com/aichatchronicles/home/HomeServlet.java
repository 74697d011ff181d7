package com.aichatchronicles.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Set;

/** The server's root: a page for people, JSON with the server's links for programs that ask for it. */
@WebServlet("")
public class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";
    private static final String CACHING = "public, max-age=60";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    @Inject
    transient HomeConfig config;

    private transient Representation page;
    private transient Representation links;

    @Override
    public void init() throws ServletException {
        try (InputStream html = getServletContext().getResourceAsStream("/index.html")) {
            HomeView home = HomeView.of(config.apiUrl, config.httpsPort, config.version, config.caughtMails());
            page = Representation.of(HTML + ";charset=UTF-8", CACHING, html.readAllBytes());
            links = Representation.of(
                    JSON, CACHING, JsonbBuilder.create().toJson(home).getBytes(UTF_8));
        } catch (IOException e) {
            throw new ServletException("The home page can't be prepared", e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            super.service(request, response);
            return;
        }
        response.setHeader("Allow", "GET, HEAD");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = String.join(",", Collections.list(request.getHeaders("Accept")));
        response.addHeader("Vary", "Accept");
        (AcceptHeader.parse(accept).prefers(JSON, HTML) ? links : page).send(request, response);
    }
}

package com.aichatchronicles.signon;

import com.aichatchronicles.testing.TestServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A front end of two pages on an origin of its own, which does what the guide tells front ends to do. */
final class FrontEnd implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><title>A front end</title>
            <style>body{font:18px sans-serif;margin:4em;color:#222}button{font:inherit;padding:.6em 1.2em}
            pre{background:#eef3f0;padding:1em}</style>
            <h1>AI Chat Chronicles</h1><div id="app"></div>
            <script>
            const api = '@API@/api/v1/auth/oauth', app = document.getElementById('app');
            const query = new URLSearchParams(location.search);
            async function begin() {
                const answer = await fetch(api + '/keycloak/url?redirect_to=' + encodeURIComponent('@SELF@/callback'),
                                           {credentials: 'include'});
                location = (await answer.json()).data.url;
            }
            async function finish(code) {
                history.replaceState(null, '', '/callback');
                const answer = await fetch(api + '/token', {method: 'POST', credentials: 'include',
                    headers: {'Content-Type': 'application/json'}, body: JSON.stringify({code})});
                const body = await answer.json();
                app.innerHTML = '<p id="who"></p><p id="role"></p><pre id="answer" style="font-size:1px;'
                    + 'color:transparent;background:none;white-space:pre-wrap;word-break:break-all"></pre>';
                document.getElementById('who').textContent =
                    body.success ? 'Signed in as ' + body.data.profile.full_name : body.error;
                document.getElementById('role').textContent = body.success ? 'Role: ' + body.data.user.role : '';
                document.getElementById('answer').textContent = JSON.stringify(body);
            }
            if (query.has('code')) finish(query.get('code'));
            else if (query.has('error')) app.innerHTML =
                    '<p id="error">' + encodeURIComponent(query.get('error')) + '</p>';
            else { app.innerHTML = '<button id="sign-in">Sign in with Corporation</button>';
                   document.getElementById('sign-in').onclick = begin; }
            </script>
            """;

    private final HttpServer server;

    private FrontEnd(HttpServer server) {
        this.server = server;
    }

    static FrontEnd start() throws IOException {
        int port = Integer.parseInt(System.getProperty("it.frontend.port"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        byte[] page = PAGE.replace("@API@", TestServer.httpAddress())
                .replace("@SELF@", TestServer.ownFrontEnd())
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return new FrontEnd(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

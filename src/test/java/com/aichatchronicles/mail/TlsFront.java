package com.aichatchronicles.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * TLS before a mail server that speaks none: from the first byte, or by STARTTLS (RFC 3207), which GreenMail does not
 * know. Listens on the loopback address only.
 */
final class TlsFront implements AutoCloseable {
    private final ServerSocket listener;
    private final int mailServer;
    private final boolean implicit;
    private final List<String> clear = new CopyOnWriteArrayList<>();
    private volatile SSLContext identity;

    /**
     * @param port where to listen
     * @param mailServer the port of the mail server behind it
     * @param implicit whether TLS begins with the first byte
     */
    TlsFront(int port, int mailServer, boolean implicit, SSLContext identity) throws IOException {
        this.listener = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        this.mailServer = mailServer;
        this.implicit = implicit;
        this.identity = identity;
        start("tls-front", this::listen);
    }

    /** Shows another certificate from now on; null to offer no TLS. */
    void show(SSLContext other) {
        identity = other;
    }

    /** @return the commands that came without TLS */
    List<String> clear() {
        return List.copyOf(clear);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void listen() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            start("tls-front-client", () -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), mailServer)) {
            if (implicit) {
                join(secured(client), server);
                return;
            }
            BufferedReader replies = reader(server);
            reply(client, replies, false);
            BufferedReader commands = reader(client);
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                clear.add(line);
                if (line.equalsIgnoreCase("STARTTLS") && identity != null) {
                    say(client, "220 go ahead");
                    join(secured(client), server);
                    return;
                }
                say(server, line);
                reply(client, replies, line.toUpperCase(Locale.ROOT).startsWith("EHLO") && identity != null);
            }
        }
    }

    private Socket secured(Socket client) throws IOException {
        SSLSocket secured = (SSLSocket) identity.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    /** Passes on a reply of the mail server, which may have several lines. */
    private static void reply(Socket client, BufferedReader replies, boolean offerTls) throws IOException {
        String line = replies.readLine();
        while (line.startsWith("-", 3)) {
            say(client, line);
            line = replies.readLine();
        }
        if (offerTls) {
            say(client, "250-STARTTLS");
        }
        say(client, line);
    }

    private static void join(Socket client, Socket server) throws IOException {
        InputStream replies = server.getInputStream();
        OutputStream toClient = client.getOutputStream();
        start("tls-front-replies", () -> replies.transferTo(toClient));
        client.getInputStream().transferTo(server.getOutputStream());
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        Thread.currentThread().interrupt(); // the other side hung up, or there is no agreement on TLS
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}

package com.aichatchronicles.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers by the recipient's name: {@code unknown} is 550, {@code busy} is 451, {@code spam} is 554 to
 * the text, {@code hangup} breaks the connection after the text; everybody else gets their mail.
 */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private int connections;

    ScriptedSmtp() throws IOException {
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** @return the recipients whose mail was taken, in order */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    synchronized int connections() {
        return connections;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                count();
                converse(client);
            } catch (IOException e) {
                continue; // the client's hanging up, or our own end
            }
        }
    }

    private synchronized void count() {
        connections++;
    }

    private void converse(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = client.getOutputStream();
        say(out, "220 scripted");
        String recipient = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT TO:")) {
                recipient = line.replaceFirst(".*<(.*)>.*", "$1");
                say(out, recipientReply(recipient));
            } else if (command.equals("DATA")) {
                say(out, "354 go on");
                skipText(lines);
                if (recipient.startsWith("hangup")) {
                    return;
                }
                say(out, textReply(recipient));
            } else {
                say(out, command.equals("QUIT") ? "221 bye" : "250 fine");
            }
        }
    }

    private static String recipientReply(String recipient) {
        if (recipient.startsWith("unknown")) {
            return "550 5.1.1 no such user";
        }
        return recipient.startsWith("busy") ? "451 4.7.1 come back later" : "250 fine";
    }

    private String textReply(String recipient) {
        if (recipient.startsWith("spam")) {
            return "554 5.7.1 looks like spam";
        }
        accepted.add(recipient);
        return "250 taken";
    }

    private static void skipText(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            line = lines.readLine();
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A mail server that answers by the recipient's name: {@code unknown} is 550, {@code busy} is 451, {@code spam} is 554
 * to the text, {@code hangup} breaks the connection after the text; {@code stuck} never hears what became of the text,
 * which is not taken, nor does {@code taken}, whose text is; everybody else gets their mail.
 */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final CountDownLatch silences;
    private int connections;

    ScriptedSmtp() throws IOException {
        this(1);
    }

    /** @param silences how many are to wait in vain before {@link #isWaitedFor} is true */
    ScriptedSmtp(int silences) throws IOException {
        this.silences = new CountDownLatch(silences);
        start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** @return the recipients whose mail was taken, in order */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** @return the {@code Message-ID} of each text that came, taken or not, in order */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** @return whether as many as are expected wait in vain for an answer, at most a minute from now */
    boolean isWaitedFor() throws InterruptedException {
        return silences.await(1, TimeUnit.MINUTES);
    }

    synchronized int connections() {
        return connections;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                count();
                start(() -> serve(client));
            } catch (IOException e) {
                return; // our own end
            }
        }
    }

    private void serve(Socket socket) {
        try (Socket client = socket) {
            converse(client);
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // the client has hung up
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
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
                readText(lines);
                if (recipient.startsWith("hangup")) {
                    return;
                }
                if (recipient.startsWith("stuck") || recipient.startsWith("taken")) {
                    fallSilent(recipient, lines);
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

    private void readText(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            if (line.startsWith("Message-ID: ")) {
                ids.add(line.substring("Message-ID: ".length()));
            }
            line = lines.readLine();
        }
    }

    private void fallSilent(String recipient, BufferedReader lines) throws IOException {
        if (recipient.startsWith("taken")) {
            accepted.add(recipient);
        }
        silences.countDown();
        lines.readLine(); // until the other side is gone
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

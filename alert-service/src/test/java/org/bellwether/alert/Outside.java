package org.bellwether.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bellwether.embedded.Address;

/** The world outside the service: a mail server and a receiver of posts, both real, both able to be unwell. */
public final class Outside implements QuarkusTestResourceLifecycleManager {

    /** An answer the receiver gives instead of 200. */
    public record Answer(int status, Map<String, String> headers) {}

    /** What was posted. */
    public record Post(String path, String body, Map<String, List<String>> headers, long nanoTime) {}

    private static final ServerSetup SMTP =
            new ServerSetup(Address.free().port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private static final List<Post> POSTS = new CopyOnWriteArrayList<>();
    private static final Queue<Answer> ANSWERS = new ConcurrentLinkedQueue<>();
    private static GreenMail mail;
    private static HttpServer http;

    @Override
    public Map<String, String> start() {
        startMail();
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", Outside::receive);
        http.start();
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(SMTP.getPort()),
                "bellwether.subscriptions.preset", "email:desk@example.org,slack:" + hook("desk"),
                "bellwether.subscriptions.per-client", "200",
                "bellwether.delivery.allow", "127.0.0.1/32",
                "bellwether.delivery.first-wait", "PT0.2S",
                "bellwether.delivery.mail-timeout", "PT8S",
                "bellwether.delivery.sweep", "0.2s");
    }

    public static void startMail() {
        mail = new GreenMail(SMTP);
        mail.start();
    }

    public static void stopMail() {
        mail.stop();
    }

    /** Mails to an address since the server started. */
    public static List<MimeMessage> mails(String to) {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            try {
                if (message.getAllRecipients()[0].toString().equals(to)) {
                    found.add(message);
                }
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    public static String hook(String name) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/hooks/" + name;
    }

    public static List<Post> posts(String name) {
        return POSTS.stream()
                .filter(post -> post.path().equals("/hooks/" + name))
                .toList();
    }

    /** The next posts are answered so, one each, and only then with 200. */
    public static void answer(Answer... answers) {
        ANSWERS.addAll(List.of(answers));
    }

    private static void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            POSTS.add(new Post(
                    exchange.getRequestURI().getPath(),
                    body,
                    Map.copyOf(exchange.getRequestHeaders()),
                    System.nanoTime()));
            Answer answer = ANSWERS.poll();
            if (answer != null) {
                answer.headers().forEach(exchange.getResponseHeaders()::set);
            }
            exchange.sendResponseHeaders(answer == null ? 200 : answer.status(), -1);
        }
    }

    @Override
    public void stop() {
        mail.stop();
        http.stop(0);
    }
}

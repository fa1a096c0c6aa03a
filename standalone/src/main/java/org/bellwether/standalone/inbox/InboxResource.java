package org.bellwether.standalone.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The inbox by HTTP: pages, API, and the hooks that catch posts. */
final class InboxResource implements HttpHandler {

    /** Of one post; Slack itself takes no more than 50 blocks of 3,000 characters. */
    static final int LONGEST_BODY = 1024 * 1024;

    // What a mail brings is shown, not run; nothing is fetched for it from elsewhere.
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:";
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final InboxMessages messages;
    private final InstantSource clock;

    InboxResource(InboxMessages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> get(exchange, path);
                case "POST" -> post(exchange, path);
                case "DELETE" -> delete(exchange, path);
                default -> send(exchange, Reply.problem(405, "Only GET, POST and DELETE are known here."));
            }
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        Reply reply = switch (path) {
            case "/" -> Reply.html(200, InboxPages.list(messages.newestFirst()));
            case "/rows" -> Reply.html(200, InboxPages.rows(messages.newestFirst()));
            case "/inbox.css" -> asset("inbox.css", "text/css");
            case "/inbox.js" -> asset("inbox.js", "text/javascript");
            case "/times.js" -> asset("times.js", "text/javascript");
            case "/api/messages" -> json(messages.newestFirst());
            default -> ofOneMessage(path);
        };
        send(exchange, reply);
    }

    private Reply ofOneMessage(String path) {
        if (path.startsWith("/api/messages/")) {
            return messages.find(path.substring("/api/messages/".length()))
                    .map(InboxResource::json)
                    .orElseGet(() -> Reply.problem(404, "This message is not here (any more)."));
        }
        if (path.startsWith("/messages/")) {
            String rest = path.substring("/messages/".length());
            return rest.endsWith("/html")
                    ? page(rest.substring(0, rest.length() - "/html".length()), InboxResource::mail)
                    : page(rest, message -> Reply.html(200, InboxPages.message(message)));
        }
        return Reply.problem(404, "Nothing is here; the list is at /, the API at /api/messages.");
    }

    private Reply page(String id, Function<InboxMessage, Reply> draw) {
        return messages.find(id).map(draw).orElseGet(() -> Reply.html(404, InboxPages.notFound()));
    }

    private static Reply mail(InboxMessage message) {
        String html = message.html() == null ? "" : message.html();
        return new Reply(200, "text/html; charset=utf-8", MAIL_POLICY, bytes("<base target=\"_blank\">" + html));
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        if (!path.startsWith("/hooks/")) {
            send(exchange, Reply.problem(404, "Posts are caught below /hooks/."));
            return;
        }
        byte[] body = read(exchange.getRequestBody());
        if (body.length > LONGEST_BODY) {
            send(exchange, Reply.problem(413, "A post may have at most " + LONGEST_BODY + " bytes."));
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        messages.add(PostReader.read(path, headers, body, clock.instant()));
        // The very answer of a Slack incoming webhook.
        send(exchange, new Reply(200, "text/plain; charset=utf-8", PAGE_POLICY, bytes("ok")));
    }

    /** One byte more than allowed tells that there was more; a little beyond is drained so that the sender hears why. */
    private static byte[] read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            // Not skip: it would read past the end of the body and wait there.
            byte[] unused = in.readNBytes(4 * LONGEST_BODY);
        }
        return body;
    }

    private void delete(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/api/messages")) {
            messages.clear();
            send(exchange, new Reply(204, "text/plain", PAGE_POLICY, new byte[0]));
        } else {
            send(exchange, Reply.problem(404, "Only /api/messages can be emptied."));
        }
    }

    private static Reply json(Object value) {
        try {
            return new Reply(200, "application/json", PAGE_POLICY, JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            return Reply.problem(500, "The messages cannot be written as JSON.");
        }
    }

    private static Reply asset(String name, String type) throws IOException {
        try (InputStream in = InboxResource.class.getResourceAsStream("/inbox/" + name)) {
            return in == null
                    ? Reply.problem(404, name + " is not in this build.")
                    : new Reply(200, type + "; charset=utf-8", PAGE_POLICY, in.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.getResponseHeaders().set("Content-Security-Policy", reply.policy());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean bodiless =
                reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never kept
    private record Reply(int status, String type, String policy, byte[] body) {

        static Reply html(int status, String html) {
            return new Reply(status, "text/html; charset=utf-8", PAGE_POLICY, bytes(html));
        }

        /** RFC 9457. */
        static Reply problem(int status, String detail) {
            String json = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                    .formatted(title(status), status, detail);
            return new Reply(status, "application/problem+json", PAGE_POLICY, bytes(json));
        }

        private static String title(int status) {
            return switch (status) {
                case 404 -> "Not Found";
                case 405 -> "Method Not Allowed";
                case 413 -> "Content Too Large";
                default -> "Internal Server Error";
            };
        }
    }
}

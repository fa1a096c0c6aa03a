package org.bellwether.standalone.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The inbox for people: a list that keeps itself fresh, and a page per message. */
final class InboxPages {

    /** A page of more would be slow to draw and nobody scrolls that far. */
    private static final int MOST_LISTED = 200;

    /** Where no script runs; else {@code times.js} shows the reader's own time. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/inbox.css"><link rel="icon" href="data:,">
            <script src="/times.js" defer></script></head>
            <body><header><a href="/">Inbox</a> <span>what Bellwether sent</span></header>
            <main>%s</main></body></html>
            """;

    private static final String FRESH = """
            <noscript><meta http-equiv="refresh" content="3"></noscript>
            <script src="/inbox.js" defer></script>
            """;

    private InboxPages() {}

    static String list(List<InboxMessage> messages) {
        return FRAME.formatted(
                "Inbox",
                "<section id=\"messages\" aria-live=\"polite\" aria-label=\"Messages\">" + rows(messages) + "</section>"
                        + FRESH);
    }

    /** The list alone, for the page to put in place of its old one. */
    static String rows(List<InboxMessage> messages) {
        if (messages.isEmpty()) {
            return "<p class=\"empty\">Nothing has arrived yet. Mail and posts appear here by themselves.</p>";
        }
        String more = messages.size() > MOST_LISTED
                ? "<p class=\"empty\">The newest " + MOST_LISTED + " of " + messages.size() + " messages.</p>"
                : "";
        return messages.stream()
                .limit(MOST_LISTED)
                .map(InboxPages::row)
                .collect(Collectors.joining("", "<ul class=\"list\">", "</ul>" + more));
    }

    private static String row(InboxMessage message) {
        return "<li><a href=\"/messages/%s\">%s<span class=\"subject\">%s</span><span class=\"to\">%s</span><time datetime=\"%s\">%s</time></a></li>"
                .formatted(
                        message.id(),
                        kind(message),
                        Html.escape(message.subject()),
                        Html.escape(message.to()),
                        message.receivedAt(),
                        TIME.format(message.receivedAt()));
    }

    private static String kind(InboxMessage message) {
        String kind = message.kind().name().toLowerCase(Locale.ROOT);
        return "<span class=\"kind " + kind + "\">" + kind + "</span>";
    }

    static String message(InboxMessage message) {
        String content = "<h1>" + Html.escape(message.subject()) + "</h1><p class=\"meta\">" + kind(message) + " to <b>"
                + Html.escape(message.to()) + "</b> at <time datetime=\"" + message.receivedAt() + "\">"
                + TIME.format(message.receivedAt()) + "</time></p>" + body(message) + headers(message);
        return FRAME.formatted(Html.escape(message.subject()), content);
    }

    private static String body(InboxMessage message) {
        JsonNode json = message.json();
        return switch (message.kind()) {
            case EMAIL -> mail(message);
            case SLACK ->
                "<article class=\"slack\">" + (json == null ? "" : new SlackMessage(json).toHtml()) + "</article>"
                        + folded("JSON as posted", json == null ? "" : json.toPrettyString());
            case WEBHOOK -> "<pre class=\"json\">" + Html.escape(message.text()) + "</pre>";
        };
    }

    private static String mail(InboxMessage message) {
        if (message.html() == null) {
            return "<pre class=\"plain\">" + Html.escape(message.text()) + "</pre>";
        }
        return "<iframe title=\"The mail as HTML\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/messages/"
                + message.id() + "/html\"></iframe>" + folded("Text part", message.text());
    }

    private static String headers(InboxMessage message) {
        return message.headers().entrySet().stream()
                .map(header ->
                        "<dt>" + Html.escape(header.getKey()) + "</dt><dd>" + Html.escape(header.getValue()) + "</dd>")
                .collect(Collectors.joining("", "<details><summary>Headers</summary><dl>", "</dl></details>"));
    }

    private static String folded(String summary, String text) {
        return "<details><summary>" + summary + "</summary><pre class=\"plain\">" + Html.escape(text)
                + "</pre></details>";
    }

    static String notFound() {
        return FRAME.formatted(
                "Not here",
                "<p class=\"empty\">This message is not here (any more). <a href=\"/\">To the list</a></p>");
    }
}

package org.bellwether.standalone.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Slack message's blocks drawn as Slack draws them; a block it does not know is shown as its JSON.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit</a>
 */
final class SlackMessage {

    private final JsonNode message;

    SlackMessage(JsonNode message) {
        this.message = message;
    }

    /** Whether a post is a Slack message rather than anybody's webhook. */
    static boolean looksLikeOne(JsonNode json) {
        return json.path("blocks").isArray()
                || json.path("attachments").isArray()
                || (json.path("text").isTextual() && !json.has("type"));
    }

    /** The message drawn, as safe HTML. */
    String toHtml() {
        JsonNode blocks = message.path("blocks");
        StringBuilder html = new StringBuilder();
        if (blocks.isEmpty() && message.hasNonNull("text")) {
            html.append("<p>")
                    .append(Mrkdwn.toHtml(message.path("text").asText()))
                    .append("</p>");
        }
        blocks.forEach(block -> html.append(block(block)));
        message.path("attachments")
                .forEach(attachment -> html.append("<div class=\"attachment\">")
                        .append(new SlackMessage(attachment).toHtml())
                        .append("</div>"));
        return html.toString();
    }

    /** All words of the message, a line per text: what a screen reader or a search would find. */
    String words() {
        List<String> lines = new ArrayList<>();
        collectWords(message, lines);
        return lines.stream().distinct().collect(Collectors.joining("\n"));
    }

    /** The fallback text, the first header, or the first words there are. */
    String subject() {
        String subject = message.path("text").asText("");
        if (subject.isBlank()) {
            subject = words();
        }
        String line = subject.lines().findFirst().orElse("(no text)");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    private static void collectWords(JsonNode node, List<String> lines) {
        JsonNode text = node.path("text");
        if (text.isTextual()) {
            lines.add(Mrkdwn.unescape(text.asText()));
        }
        node.forEach(child -> {
            if (child.isContainerNode()) {
                collectWords(child, lines);
            }
        });
    }

    private static String block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> "<h3>" + text(block.path("text")) + "</h3>";
            case "divider" -> "<hr>";
            case "section" -> section(block);
            case "context" -> "<div class=\"context\">" + elements(block.path("elements"), " ") + "</div>";
            case "actions" -> "<div class=\"actions\">" + elements(block.path("elements"), " ") + "</div>";
            case "image" ->
                "<p class=\"context\">[" + Html.escape(block.path("alt_text").asText("image")) + "]</p>";
            default -> "<pre>" + Html.escape(block.toPrettyString()) + "</pre>";
        };
    }

    private static String section(JsonNode block) {
        StringBuilder html = new StringBuilder("<div class=\"section\">");
        if (block.has("text")) {
            html.append("<div>").append(text(block.path("text"))).append("</div>");
        }
        if (block.has("fields")) {
            html.append("<div class=\"fields\">");
            block.path("fields")
                    .forEach(field -> html.append("<div>").append(text(field)).append("</div>"));
            html.append("</div>");
        }
        if (block.has("accessory")) {
            html.append(element(block.path("accessory")));
        }
        return html.append("</div>").toString();
    }

    private static String elements(JsonNode elements, String between) {
        List<String> drawn = new ArrayList<>();
        elements.forEach(element -> drawn.add(element(element)));
        return String.join(between, drawn);
    }

    private static String element(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "button" ->
                "<span class=\"button\">"
                        + Html.link(
                                element.path("url").asText(""),
                                element.path("text").path("text").asText())
                        + "</span>";
            case "image" -> "[" + Html.escape(element.path("alt_text").asText("image")) + "]";
            default -> "<span>" + text(element) + "</span>";
        };
    }

    private static String text(JsonNode text) {
        String words = text.path("text").asText("");
        return text.path("type").asText().equals("plain_text")
                ? Html.escape(words).replace("\n", "<br>")
                : Mrkdwn.toHtml(words);
    }
}

package org.bellwether.alert.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.alert.text.Segment;
import org.bellwether.alert.text.Words;
import org.bellwether.events.Alert;

/**
 * Writes Slack messages in Block Kit, within its limits: 50 blocks a message, 150 characters in a header, 3000 in a
 * section (Slack, "Reference: Blocks"). Text is escaped as mrkdwn asks: {@code &}, {@code <} and {@code >} only.
 */
public final class SlackRenderer {

    private static final int HEADER_CHARS = 150;
    private static final int SECTION_CHARS = 3000;
    private static final int QUOTE_CHARS = 600;
    /** Header, reason, actions, "more": the rest of the 50 is two blocks an item. */
    private static final int MOST_ITEMS = 20;

    private final ZoneId zone;

    public SlackRenderer(ZoneId zone) {
        this.zone = zone;
    }

    /** The message's JSON. */
    public String alert(Alert alert, Recipient recipient) {
        AlertWords view = AlertWords.of(alert, recipient.language(), zone);
        Words words = Words.in(recipient.language());
        Links links = recipient.links();
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        blocks.add(header(view.subject()));
        blocks.add(section(escape(view.reason()) + "\n*" + escape(view.measured()) + "* · " + escape(view.window())));
        view.items().stream().limit(MOST_ITEMS).forEach(item -> {
            blocks.add(section(title(item) + quotes(item)));
            blocks.add(context(escape(item.publisher()) + " · " + item.act() + " · " + item.time()));
        });
        int more = view.items().size() - MOST_ITEMS;
        if (more > 0) {
            blocks.add(context(words.of("slack_more", more)));
        }
        blocks.add(context(view.severity() + " · " + view.at() + " · "
                + link(links.alert(alert.id()), words.of("slack_open")) + " · "
                + link(links.manage(), words.of("mail_manage")) + " · "
                + link(links.unsubscribe(), words.of("mail_unsubscribe"))));
        return message(view.subject() + " – " + view.reason(), blocks);
    }

    /** A message about the subscription itself. */
    public String notice(Notice notice) {
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        blocks.add(header(notice.subject()));
        blocks.add(section(escape(notice.body()) + "\n*" + link(notice.link(), notice.action()) + "*"));
        blocks.add(context(escape(notice.footer())));
        return message(notice.subject(), blocks);
    }

    private static String title(AlertWords.Item item) {
        return "*" + (item.link().isEmpty() ? escape(item.title()) : link(item.link(), item.title())) + "*";
    }

    private static String quotes(AlertWords.Item item) {
        return item.quotes().stream().map(quote -> "\n> " + quote(quote)).collect(Collectors.joining());
    }

    private static String quote(List<Segment> segments) {
        StringBuilder text = new StringBuilder();
        int left = QUOTE_CHARS;
        for (Segment segment : segments) {
            String part = cut(segment.text().replaceAll("\\s+", " "), left);
            left -= part.length();
            // A star inside would end the bold, and cannot be escaped. Zero-width spaces, because Slack sees bold only
            // at a word's edge and Korean particles follow directly.
            text.append(
                    segment.marked() && !part.isBlank()
                            ? "\u200b*" + escape(part.strip()).replace('*', '∗') + "*\u200b"
                            : escape(part));
        }
        return text.toString();
    }

    private static ObjectNode header(String text) {
        return block("header", "plain_text", cut(text, HEADER_CHARS));
    }

    private static ObjectNode section(String mrkdwn) {
        return block("section", "mrkdwn", cut(mrkdwn, SECTION_CHARS));
    }

    private static ObjectNode block(String type, String textType, String text) {
        ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", type);
        block.putObject("text").put("type", textType).put("text", text);
        return block;
    }

    private static ObjectNode context(String mrkdwn) {
        ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", "context");
        block.putArray("elements").addObject().put("type", "mrkdwn").put("text", cut(mrkdwn, SECTION_CHARS));
        return block;
    }

    private static String message(String fallback, ArrayNode blocks) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("text", cut(escape(fallback), SECTION_CHARS));
        message.set("blocks", blocks);
        return message.toString();
    }

    private static String link(String url, String words) {
        return "<"
                + url.replace("&", "&amp;")
                        .replace("<", "%3C")
                        .replace(">", "%3E")
                        .replace("|", "%7C") + "|" + escape(words) + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Never between the halves of a surrogate pair. */
    private static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        int end = Math.max(0, chars - 1);
        end = end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, end) + "…";
    }
}

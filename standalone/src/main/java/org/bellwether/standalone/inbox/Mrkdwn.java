package org.bellwether.standalone.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Slack's text format as HTML: bold, italic, strike, code, quotes, links, mentions. Marks stand only at the edge of a
 * word, in Korean too, as in Slack itself: {@code *굵게*는} stays as it is.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
 */
final class Mrkdwn {

    private static final Pattern TOKEN = Pattern.compile("```(.+?)```|`([^`\n]+)`|<([^<>\n]+)>", Pattern.DOTALL);
    private static final Pattern KEPT = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern BOLD = mark("\\*");
    private static final Pattern ITALIC = mark("_");
    private static final Pattern STRIKE = mark("~");
    private static final Map<String, String> EMOJI = Map.of(
            ":rotating_light:", "🚨",
            ":warning:", "⚠️",
            ":bell:", "🔔",
            ":white_check_mark:", "✅",
            ":large_blue_circle:", "🔵",
            ":red_circle:", "🔴",
            ":newspaper:", "📰",
            ":chart_with_upwards_trend:", "📈");

    private Mrkdwn() {}

    /** Safe HTML, to stand inside a block. */
    static String toHtml(String mrkdwn) {
        List<String> kept = new ArrayList<>();
        String words = setTokensAside(mrkdwn.replace("\uE000", "").replace("\uE001", ""), kept);
        String html = quotes(Html.escape(unescape(words)));
        html = BOLD.matcher(html).replaceAll("<strong>$1</strong>");
        html = ITALIC.matcher(html).replaceAll("<em>$1</em>");
        html = STRIKE.matcher(html).replaceAll("<s>$1</s>");
        for (Map.Entry<String, String> emoji : EMOJI.entrySet()) {
            html = html.replace(emoji.getKey(), emoji.getValue());
        }
        return KEPT.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(kept.get(Integer.parseInt(found.group(1)))));
    }

    /** Links and code are not looked into for marks. */
    private static String setTokensAside(String mrkdwn, List<String> kept) {
        return TOKEN.matcher(mrkdwn).replaceAll(found -> {
            kept.add(token(found));
            return "\uE000" + (kept.size() - 1) + "\uE001";
        });
    }

    private static String token(MatchResult token) {
        String block = token.group(1);
        String code = token.group(2);
        if (block != null) {
            return "<pre>" + Html.escape(unescape(block.strip())) + "</pre>";
        }
        return code == null ? angle(token.group(3)) : "<code>" + Html.escape(unescape(code)) + "</code>";
    }

    private static String angle(String inside) {
        int bar = inside.indexOf('|');
        String target = unescape(bar < 0 ? inside : inside.substring(0, bar));
        String label = unescape(bar < 0 ? "" : inside.substring(bar + 1));
        return switch (target.charAt(0)) {
            case '!' ->
                "<span class=\"mention\">" + Html.escape(label.isEmpty() ? "@" + target.substring(1) : label)
                        + "</span>";
            case '@', '#' ->
                "<span class=\"mention\">" + Html.escape(label.isEmpty() ? target : target.charAt(0) + label)
                        + "</span>";
            default -> Html.link(target, label.isEmpty() ? target.replaceFirst("^mailto:", "") : label);
        };
    }

    /** Neighbouring lines that begin with {@code >} are one quote. */
    private static String quotes(String html) {
        StringBuilder out = new StringBuilder();
        List<String> quote = new ArrayList<>();
        for (String line : html.split("\n", -1)) {
            if (line.startsWith("&gt;")) {
                quote.add(line.substring(4).strip());
                continue;
            }
            endQuote(out, quote);
            out.append(line).append("<br>");
        }
        endQuote(out, quote);
        String joined = out.toString();
        return joined.endsWith("<br>") ? joined.substring(0, joined.length() - 4) : joined;
    }

    private static void endQuote(StringBuilder out, List<String> quote) {
        if (!quote.isEmpty()) {
            out.append(quote.stream().collect(Collectors.joining("<br>", "<blockquote>", "</blockquote>")));
            quote.clear();
        }
    }

    /** Slack escapes these three and no others. */
    static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static Pattern mark(String sign) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}%s])%s(?=\\S)([^%s<]+?)(?<=\\S)%s(?![\\p{L}\\p{N}%s])".replace("%s", sign));
    }
}

package org.bellwether.standalone.inbox;

/** Text made safe to stand in a page. */
final class Html {

    private Html() {}

    /** Escaped for element content and for quoted attributes alike. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** A link that opens elsewhere; of a scheme that a message has no business with, only the words. */
    static String link(String url, String words) {
        String lower = url.toLowerCase(java.util.Locale.ROOT);
        boolean followed = lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
        return followed
                ? "<a href=\"" + escape(url) + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + escape(words)
                        + "</a>"
                : escape(words);
    }
}

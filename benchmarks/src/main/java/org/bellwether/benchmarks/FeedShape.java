package org.bellwether.benchmarks;

import java.util.Random;

/**
 * The kinds of feed that most sources send, made up in words of our own: how each wraps an article, and how long the article is.
 * The same number always makes the same document.
 */
enum FeedShape {
    HEADLINES("RSS, headlines", 20, 1, 1),
    SUMMARIES("RSS, escaped HTML summaries", 40, 2, 2),
    ARTICLES("RSS, articles in content:encoded", 20, 12, 14),
    ATOM_HTML("Atom, escaped HTML", 30, 2, 3),
    ATOM_XHTML("Atom, XHTML articles", 20, 5, 8),
    KOREAN("RSS, Korean, CDATA summaries", 40, 2, 2),
    UNTIDY("RSS, articles as tables, with scripts", 20, 5, 8);

    private static final String[] SENTENCES = {
        "Officials said on Tuesday that the talks on shared costs would go on next month.",
        "The committee's report asks for a review of tariffs on steel, batteries & rare earths.",
        "\"We have heard nothing new,\" a spokeswoman told reporters in the capital.",
        "Exports of memory chips rose by 12 percent while car makers sold less than a year ago.",
        "Analysts at three institutes expect no change in policy before the election.",
        "The ministry has not yet answered questions about the drill planned for August.",
        "Under the draft, companies with fewer than 50 employees would be exempt until 2028.",
        "Both sides agreed to meet again, but named neither a place nor a day.",
    };
    private static final String[] KOREAN_SENTENCES = {
        "정부는 방위비 분담금 협상을 다음 달에도 이어 가기로 했다고 밝혔다.",
        "위원회는 철강과 배터리, 희토류에 매기는 관세를 다시 살펴보자고 제안했다.",
        "대변인은 \"새로 들은 것이 없다\"고 기자들에게 말했다.",
        "반도체 수출은 12% 늘었지만 자동차 판매는 지난해보다 줄었다.",
        "연구소 세 곳은 선거 전까지 정책에 변화가 없을 것으로 내다봤다.",
        "두 나라는 다시 만나기로 했으나 날짜와 장소는 정하지 못했다.",
    };

    private final String label;
    private final int entries;
    private final int leastParagraphs;
    private final int mostParagraphs;

    FeedShape(String label, int entries, int leastParagraphs, int mostParagraphs) {
        this.label = label;
        this.entries = entries;
        this.leastParagraphs = leastParagraphs;
        this.mostParagraphs = mostParagraphs;
    }

    String label() {
        return label;
    }

    int entries() {
        return entries;
    }

    /** A whole document. */
    String document(int number) {
        Random random = new Random(number * 31L + label.hashCode());
        boolean atom = this == ATOM_HTML || this == ATOM_XHTML;
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(atom ? ATOM_HEAD : RSS_HEAD);
        for (int entry = 0; entry < entries; entry++) {
            int n = number * entries + entry;
            out.append(atom ? atomEntry(n, random) : rssItem(n, random));
        }
        return out.append(atom ? "</feed>\n" : "</channel>\n</rss>\n").toString();
    }

    private static final String ATOM_HEAD = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
              <title>The Paper: World</title>
              <id>https://p.example/feed</id>
              <link href="https://p.example/"/>
              <link rel="self" type="application/atom+xml" href="https://p.example/feed"/>
              <updated>2026-09-28T00:00:00Z</updated>
            """;
    private static final String RSS_HEAD = """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel>
              <title>The Paper: World</title>
              <link>https://p.example/</link>
              <atom:link href="https://p.example/feed" rel="self" type="application/rss+xml"/>
              <description>News of the world</description>
              <language>en</language>
              <lastBuildDate>Mon, 28 Sep 2026 00:00:00 +0000</lastBuildDate>
            """;

    private String rssItem(int n, Random random) {
        String texts = switch (this) {
            case HEADLINES -> "<description>" + escaped(sentence(random)) + "</description>";
            case SUMMARIES -> "<description>" + escaped(html(n, random)) + "</description>";
            case KOREAN -> "<description><![CDATA[" + html(n, random) + "]]></description>";
            default ->
                "<description><![CDATA[" + escaped(sentence(random))
                        + "]]></description>\n    <content:encoded><![CDATA[" + html(n, random)
                        + "]]></content:encoded>";
        };
        return """
                  <item>
                    <title>%s</title>
                    <link>https://p.example/%d</link>
                    <guid isPermaLink="true">https://p.example/%d</guid>
                    <pubDate>Sun, 27 Sep 2026 %02d:%02d:00 +0900</pubDate>
                    <dc:creator>Newsroom</dc:creator>
                    %s
                  </item>
                """.formatted(escaped(title(n, random)), n, n, n % 24, n % 60, texts);
    }

    private String atomEntry(int n, Random random) {
        String text = this == ATOM_HTML
                ? "<summary type=\"html\">" + escaped(html(n, random)) + "</summary>"
                : "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">" + html(n, random)
                        + "</div></content>";
        return """
                  <entry>
                    <title>%s</title>
                    <link href="https://p.example/%d"/>
                    <id>tag:p.example,2026:%d</id>
                    <published>2026-09-27T%02d:%02d:00+09:00</published>
                    <updated>2026-09-27T23:59:00Z</updated>
                    <author><name>Newsroom</name></author>
                    %s
                  </entry>
                """.formatted(escaped(title(n, random)), n, n, n % 24, n % 60, text);
    }

    private String html(int n, Random random) {
        StringBuilder out = new StringBuilder();
        int paragraphs = leastParagraphs + random.nextInt(mostParagraphs - leastParagraphs + 1);
        for (int p = 0; p < paragraphs; p++) {
            String text = escaped(sentence(random)) + " " + marked(n, random);
            if (mostParagraphs > 3) {
                text += " " + escaped(sentence(random)) + " " + escaped(sentence(random));
            }
            out.append(this == UNTIDY ? cell(n, text) : "<p>" + text + "</p>\n");
        }
        return this == UNTIDY ? "<table border=0>" + out + "</table>" : out.toString();
    }

    private String marked(int n, Random random) {
        String text = escaped(sentence(random));
        return switch (random.nextInt(4)) {
            case 0 -> "<a href=\"https://p.example/" + n + "/more\" target=\"_blank\">" + text + "</a>";
            case 1 -> "<strong>" + text + "</strong>";
            case 2 ->
                "<img src=\"https://p.example/img/" + n
                        + ".jpg\" alt=\"A picture\" width=\"640\" height=\"360\" class=\"wide\" />";
            default -> text + "<br />\n";
        };
    }

    /** What a parser has to put right, and what a cleaner has to take out. */
    private static String cell(int n, String text) {
        return "<tr><td width=640><p>" + text + "<script>track(" + n + ");</script></td></tr>\n";
    }

    private String title(int n, Random random) {
        String sentence = sentence(random);
        return n + " "
                + sentence.substring(0, Math.min(60, sentence.length() - 1)).strip();
    }

    private String sentence(Random random) {
        String[] known = this == KOREAN ? KOREAN_SENTENCES : SENTENCES;
        return known[random.nextInt(known.length)];
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

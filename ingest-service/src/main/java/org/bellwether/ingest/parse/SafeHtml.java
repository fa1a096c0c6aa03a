package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** The HTML of feeds that readers are shown: all that tells how a text reads, nothing that runs, frames, submits or styles. */
final class SafeHtml extends Safelist {

    /** Elements without an end tag, of those that are allowed. */
    static final Set<String> VOID = Set.of("br", "col", "hr", "img", "source", "track", "wbr");

    /** HTML §4.8.4.2: an address, then perhaps a width or a density; addresses of data hold commas, and are not shown. */
    private static final Pattern CANDIDATE = Pattern.compile("\\s*+,*+\\s*+([^\\s,]\\S*)([^,]*)");

    private static final Pattern DESCRIPTOR = Pattern.compile("(?:\\d{1,6}(?:\\.\\d{1,6})?[wxh]\\s*){0,2}");

    private static final int MOST_CANDIDATES = 20;

    private final boolean keepsRelative;

    /**
     * Makes the list.
     *
     * @param keepsRelative whether links that no base makes absolute stay as they are
     */
    SafeHtml(boolean keepsRelative) {
        super(Safelist.relaxed());
        this.keepsRelative = keepsRelative;
        preserveRelativeLinks(keepsRelative);
        addTags(
                "abbr", "acronym", "address", "article", "aside", "audio", "bdi", "bdo", "big", "center", "del",
                "details");
        addTags("dfn", "figcaption", "figure", "font", "footer", "header", "hr", "ins", "kbd", "main", "mark", "nav");
        addTags(
                "picture", "rp", "rt", "ruby", "s", "samp", "section", "source", "summary", "time", "track", "tt",
                "var");
        addTags("video", "wbr");
        addAttributes(":all", "dir", "lang", "title");
        addAttributes("time", "datetime");
        addAttributes("ol", "reversed");
        addAttributes("li", "value");
        addAttributes("audio", "controls", "src");
        addAttributes("video", "controls", "height", "poster", "src", "width");
        addAttributes("source", "media", "src", "type");
        addAttributes("track", "kind", "label", "src", "srclang");
        addProtocols("a", "href", "tel");
        for (String media : List.of("audio", "video", "source", "track")) {
            addProtocols(media, "src", "http", "https");
        }
        addProtocols("video", "poster", "http", "https");
    }

    @Override
    public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
        boolean choice = attribute.getKey().equals("srcset") && (tag.equals("img") || tag.equals("source"));
        if (!choice) {
            return super.isSafeAttribute(tag, element, attribute);
        }
        String candidates = candidates(attribute.getValue(), element.baseUri());
        attribute.setValue(candidates);
        return !candidates.isEmpty();
    }

    private String candidates(String stated, String base) {
        List<String> kept = new ArrayList<>();
        Matcher candidate = CANDIDATE.matcher(stated);
        while (candidate.find() && kept.size() < MOST_CANDIDATES) {
            String address = candidate.group(1);
            boolean bare = address.endsWith(",");
            String url = Urls.resolve(base, bare ? address.replaceFirst(",+$", "") : address);
            boolean relative = keepsRelative && url.indexOf(':') < 0;
            String descriptor = bare ? "" : candidate.group(2).strip();
            if ((Urls.isWeb(url) || relative) && DESCRIPTOR.matcher(descriptor).matches()) {
                kept.add((url + " " + descriptor).strip());
            }
            if (bare) {
                candidate.region(candidate.end(1), stated.length());
            }
        }
        return String.join(", ", kept);
    }
}

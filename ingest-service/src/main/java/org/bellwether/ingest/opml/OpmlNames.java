package org.bellwether.ingest.opml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.ingest.catalogue.FeedMembers;

/** How the members of a feed are called in an OPML: as everybody calls them, and where nobody does, in our namespace. */
final class OpmlNames {

    /** The specification wants a namespace for what it does not define; nothing is at this address. */
    static final String NAMESPACE = "https://bellwether.example/ns/opml";

    static final String PREFIX = "bellwether";
    static final String URL = "xmlUrl";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String LANGUAGE = "language";
    static final String CATEGORY = "category";

    /** Attributes of our namespace by member; the others have a name of the specification. */
    static final Map<String, String> OWN = own();

    private OpmlNames() {}

    private static Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>();
        for (String member : FeedMembers.NAMES) {
            switch (member) {
                case "name", "url" -> {}
                default -> own.put(member, member.replace('.', '-'));
            }
        }
        return own;
    }
}

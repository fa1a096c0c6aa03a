package org.bellwether.ingest;

import static io.restassured.RestAssured.when;

/** The fingerprint of what a form showed, which it sends along. */
final class ShownForm {

    private ShownForm() {}

    /** In the form to change a feed, as it is now. */
    static String of(String feed) {
        return in(when().get("/feeds/" + feed).asString());
    }

    static String in(String page) {
        return page.replaceFirst("(?s).*name=\"shown\" value=\"([0-9a-f]{64})\".*", "$1");
    }
}

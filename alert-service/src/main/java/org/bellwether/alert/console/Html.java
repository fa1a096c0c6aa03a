package org.bellwether.alert.console;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.bellwether.web.Visit;
import org.jspecify.annotations.Nullable;

/** Answers with a page, or with a part of one for who has an older state of it. */
final class Html {

    static final String TYPE = "text/html;charset=UTF-8";

    static final String VARY = "Accept, Accept-Language, Cookie";

    /** Stands in a part for its own fingerprint, which is known only once the part is rendered. */
    static final String SEEN = "SEEN-FINGERPRINT";

    private Html() {}

    static Response ok(Visit visit, TemplateInstance page) {
        return answer(Status.OK, visit, page);
    }

    /** A language chosen in the URL is remembered, so that links need not carry it. */
    static Response answer(Status status, Visit visit, TemplateInstance page) {
        Response.ResponseBuilder response = Response.status(status)
                .type(TYPE)
                .header("Vary", VARY)
                .header("Cache-Control", "no-cache")
                .entity(page.render());
        visit.cookie().ifPresent(response::cookie);
        return response.build();
    }

    /**
     * Answers a poll; 204 when nothing has changed, and the browser then leaves the part, and the reader's place in it,
     * alone.
     *
     * @param part as it is now
     * @param seen fingerprint of the part that the browser has
     * @param news said to who listens instead of looking, when there is a change
     */
    static Response part(TemplateInstance part, @Nullable String seen, TemplateInstance news) {
        String html = part.render();
        return fingerprint(html).equals(seen)
                ? Response.noContent().build()
                : Response.ok(fingerprinted(html) + news.render(), TYPE)
                        .header("Cache-Control", "no-store")
                        .build();
    }

    /** The part as a page carries it, knowing its own fingerprint. */
    static RawString part(TemplateInstance part) {
        return new RawString(fingerprinted(part.render()));
    }

    private static String fingerprinted(String html) {
        return html.replace(SEEN, fingerprint(html));
    }

    private static String fingerprint(String html) {
        CRC32C checksum = new CRC32C();
        checksum.update(html.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(checksum.getValue());
    }
}

package org.bellwether.alert.console;

import com.mongodb.MongoException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Supplier;
import org.bellwether.alert.text.Words;
import org.bellwether.web.Visit;
import org.jboss.logging.Logger;

/** The pages for what cannot be shown: no such thing, or the store does not answer. */
final class StoreAway {

    private static final Logger LOG = Logger.getLogger(StoreAway.class);

    private StoreAway() {}

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance message(Page page, String text);
    }

    /** The page; while the store is away, one that says so. */
    static Response guard(Desk desk, Visit visit, Supplier<Response> page) {
        try {
            return page.get();
        } catch (MongoException e) {
            LOG.warnf("a page could not be shown: %s", e.getMessage());
            return message(desk, visit, Status.SERVICE_UNAVAILABLE, "error_title", "error_text");
        }
    }

    static Response missing(Desk desk, Visit visit) {
        return message(desk, visit, Status.NOT_FOUND, "missing_title", "missing_text");
    }

    static Response message(Desk desk, Visit visit, Status status, String titleKey, String textKey) {
        Page page = desk.page(visit, titleKey);
        String text = Words.in(page.language()).of(textKey);
        return Html.answer(status, visit, Templates.message(page, text));
    }
}
